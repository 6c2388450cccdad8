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

/// How the bytes of an export stand for characters.
public enum TextEncoding: String, Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// What is not valid UTF-8: the code page of Western European Windows.
  case windows1252 = "Windows-1252"

  /// The encoding of `bytes`, and the length of its byte order mark.
  static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (UTF8Check.isValid(bytes) ? .utf8 : .windows1252, 3)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if let encoding = unmarkedUTF16(bytes) { return (encoding, 0) }
    return (UTF8Check.isValid(bytes) ? .utf8 : .windows1252, 0)
  }

  /// Text in Latin letters has a zero in nearly every second byte.
  private static func unmarkedUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let sample = min(bytes.count, 512) & ~1
    guard sample >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in stride(from: 0, to: sample, by: 2) {
      if bytes[index] == 0 { zeros.even += 1 }
      if bytes[index + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.odd * 3 > sample, zeros.even == 0 { return .utf16LittleEndian }
    if zeros.even * 3 > sample, zeros.odd == 0 { return .utf16BigEndian }
    return nil
  }
}

/// Turns other encodings into UTF-8, the only one that the scanner reads.
enum Transcoding {
  /// UTF-16 code units, two bytes each; a half pair becomes U+FFFD.
  static func utf8(fromUTF16 bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>, isLittleEndian: Bool) -> [UInt8]
  {
    let count = bytes.count / 2
    let start = bytes.startIndex
    let units = (0..<count).lazy.map { index -> UInt16 in
      let first = UInt16(bytes[start + 2 * index])
      let second = UInt16(bytes[start + 2 * index + 1])
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
      result.append($0)
    }
    return result
  }

  /// Windows-1252, one byte each; the five bytes without a character become U+FFFD.
  static func utf8(fromWindows1252 bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let code = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt16(byte)
        let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return result
  }

  /// 0x80 to 0x9F (Microsoft, "Windows-1252 best fit").
  private static let upperControls: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

/// Tells valid UTF-8 from other bytes, eight at a time where the text is ASCII.
enum UTF8Check {
  /// Whether all of `bytes` is well-formed (Unicode, table 3-7).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < raw.count {
      if index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      let length = sequenceLength(raw, at: index)
      guard length > 0 else { return false }
      index += length
    }
    return true
  }

  /// Bytes of the character at `index`; 0 when it is malformed.
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0, index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[index + offset]) { return 0 }
    return length
  }
}

/// Formats that people give the name `.csv` and that are not text.
enum ForeignFormat: CaseIterable {
  case gzip, workbook, oldWorkbook, pdf, bzip2, xz, zstandard, html, xml

  /// The format that the first bytes give away, or nil for what may be text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes[start...].prefix(512).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let found = Self.allCases.first { format in
      format.signatures.contains { format.isMarkup ? text.starts(with: $0) : bytes.starts(with: $0) }
    }
    guard let found else { return nil }
    self = found
  }

  /// What the file is and what to do instead.
  var sentence: String {
    switch self {
    case .gzip, .bzip2, .xz, .zstandard:
      "This is a compressed file, not CSV. Unpack it and import what is inside."
    case .workbook, .oldWorkbook:
      "This is a spreadsheet or an archive, not CSV. Open it there, save it as \"CSV UTF-8\" and import that."
    case .pdf: "This is a PDF, not CSV. Export the report as CSV instead."
    case .html: "This is a web page, not CSV. Some systems give it such a name: export as CSV instead."
    case .xml: "This is XML, not CSV. Export as CSV instead."
    }
  }

  private var isMarkup: Bool { self == .html || self == .xml }

  private var signatures: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .workbook: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .oldWorkbook: [[0xD0, 0xCF, 0x11, 0xE0], [0x09, 0x08, 0x10, 0x00], [0x09, 0x08, 0x08, 0x00]]
    case .pdf: [Array("%PDF-".utf8)]
    case .bzip2: [Array("BZh9".utf8)]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A]]
    case .zstandard: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .html: ["<html", "<!doctype html", "<table", "<head", "<meta"].map { Array($0.utf8) }
    case .xml: [Array("<?xml".utf8)]
    }
  }
}
