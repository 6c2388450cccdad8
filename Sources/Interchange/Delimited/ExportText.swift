public import Receivables

/// The bytes of an export as UTF-8, whatever they were.
public final class ExportText {
  /// How the file was encoded.
  public let encoding: TextEncoding
  let bytes: UnsafeBufferPointer<UInt8>
  /// The first place that cannot be read in that encoding. `Heading.find` refuses the file for it, with its column.
  let fault: TextFault?
  /// Hears now and then that the text was read further.
  let passed: () -> Void
  private let owned: UnsafeMutableBufferPointer<UInt8>?

  /// Takes a file's bytes, which must stay where they are as long as the text is used. Only other encodings than
  /// UTF-8 are copied. `encoding` is what somebody said it is; a byte order mark knows better. `passed` is called
  /// every few hundred kilobytes of what is read: whoever holds the file may give its memory back. Throws `Refusal` for what
  /// is not a text file.
  public init(
    _ file: UnsafeRawBufferPointer, encoding said: TextEncoding? = nil, passed: @escaping () -> Void = {}
  ) throws(Refusal) {
    self.passed = passed
    let source = file.bindMemory(to: UInt8.self)
    guard !source.isEmpty else { throw Refusal(reason: "The file is empty.") }
    if let format = ForeignFormat(source) { throw Refusal(reason: format.sentence) }
    let found = EncodingEvidence(source, said: said, passed: passed)
    encoding = found.encoding
    let body = source[found.markLength...]
    let converted: [UInt8]
    switch encoding {
    case .utf8:
      owned = nil
      bytes = UnsafeBufferPointer(rebasing: body)
      fault = found.fault
      return
    case .utf16LittleEndian, .utf16BigEndian:
      (converted, fault) = Transcoding.utf8(fromUTF16: body, isLittleEndian: encoding == .utf16LittleEndian)
    case .windows1252:
      (converted, fault) = Transcoding.utf8(fromWindows1252: body)
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: converted.count)
    _ = copy.initialize(fromContentsOf: converted)
    owned = copy
    bytes = UnsafeBufferPointer(copy)
  }

  deinit { owned?.deallocate() }

  /// Bytes of text to scan, for showing progress.
  public var count: Int { bytes.count }
}

/// Where a text cannot be read in its encoding.
struct TextFault {
  /// Index of the first byte concerned, in the text as UTF-8.
  let place: Int
  /// What is wrong and what to do, as a sentence.
  let reason: String

  /// The refusal of the whole file, with the line and, below `heading`, the column.
  func refusal(in text: ExportText, _ heading: Heading) -> Refusal {
    Refusal(line: line(in: text.bytes), column: column(in: text, heading), reason: reason)
  }

  private func line(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    for index in 0..<min(place, bytes.count) {
      let isEnd = bytes[index] == .carriageReturn || bytes[index] == .lineFeed
      let isPair =
        bytes[index] == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
      if isEnd && !isPair { line += 1 }
    }
    return line
  }

  private func column(in text: ExportText, _ heading: Heading) -> String? {
    guard place >= heading.bodyStart else { return nil }
    var scanner = RecordScanner(heading, text)
    var record = Record()
    while (try? scanner.next(&record)) == true {
      guard place < scanner.position || scanner.position == text.bytes.count else { continue }
      let column = record.fields.firstIndex { place <= $0.end }
      return column.flatMap { heading.names.indices.contains($0) ? heading.names[$0] : nil }
    }
    return nil
  }
}
