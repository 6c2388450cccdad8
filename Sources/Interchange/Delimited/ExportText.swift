public import Receivables

/// The bytes of an export as UTF-8, whatever they were.
public final class ExportText {
  /// How the file was encoded.
  public let encoding: TextEncoding
  let bytes: UnsafeBufferPointer<UInt8>
  private let owned: UnsafeMutableBufferPointer<UInt8>?

  /// Takes a file's bytes, which must stay where they are as long as the text is used. Only other encodings than
  /// UTF-8 are copied. Throws `Refusal` for what is not a text file.
  public init(_ file: UnsafeRawBufferPointer) throws(Refusal) {
    let source = file.bindMemory(to: UInt8.self)
    guard !source.isEmpty else { throw Refusal(reason: "The file is empty.") }
    if let format = ForeignFormat(source) { throw Refusal(reason: format.sentence) }
    let (encoding, markLength) = TextEncoding.detect(source)
    self.encoding = encoding
    let body = source[markLength...]
    let converted: [UInt8]
    switch encoding {
    case .utf8:
      owned = nil
      bytes = UnsafeBufferPointer(rebasing: body)
      return
    case .utf16LittleEndian, .utf16BigEndian:
      converted = Transcoding.utf8(fromUTF16: body, isLittleEndian: encoding == .utf16LittleEndian)
    case .windows1252:
      converted = Transcoding.utf8(fromWindows1252: body)
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
