import Receivables

/// The bytes of a statement that is plain text, as UTF-8.
///
/// Statements say nothing about their characters, or what is not so. UTF-8 is known by its bytes; everything else is
/// Windows-1252, unless its letters are those of DOS, in which old banking programs write. A wrong letter garbles a
/// name, never an amount.
final class StatementText {
  /// The text; valid as long as this lives, and the file's bytes.
  let bytes: UnsafeBufferPointer<UInt8>
  private let owned: UnsafeMutableBufferPointer<UInt8>?

  /// Takes the file's bytes, which must stay where they are. Only other encodings than UTF-8 are copied.
  init(_ file: UnsafeRawBufferPointer) {
    let source = file.bindMemory(to: UInt8.self)
    let converted: [UInt8]?
    switch Self.mark(source) {
    case .some((let isLittleEndian?, let length)):
      converted = Self.utf8(fromUTF16: source[length...], isLittleEndian: isLittleEndian)
    case .some((nil, let length)):
      bytes = UnsafeBufferPointer(rebasing: source[length...])
      owned = nil
      return
    case nil: converted = Self.isUTF8(source) ? nil : Self.utf8(fromBytes: source)
    }
    guard let converted else {
      (bytes, owned) = (source, nil)
      return
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: converted.count)
    _ = copy.initialize(fromContentsOf: converted)
    (bytes, owned) = (UnsafeBufferPointer(copy), copy)
  }

  deinit { owned?.deallocate() }

  /// A byte order mark, or the zeros of UTF-16 between the first letters; nil for neither.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> (isLittleEndian: Bool?, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (nil, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (true, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (false, 2) }
    guard bytes.count >= 4 else { return nil }
    if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return (true, 0) }
    if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return (false, 0) }
    return nil
  }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }

  private static func utf8(
    fromUTF16 bytes: TextPiece, isLittleEndian: Bool
  ) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func utf8(fromBytes bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let table = isDOS(bytes) ? dos : windows
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(contentsOf: table[Int(byte - 0x80)])
      }
    }
    return result
  }

  /// Whether more bytes are umlauts and accents of DOS than of Windows.
  private static func isDOS(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (dos, windows) = (0, 0)
    for byte in bytes where byte >= 0x80 {
      switch byte {
      // ü é ä ö Ä Ö Ü, where Windows has controls, quotation marks and what no statement holds.
      case 0x81, 0x82, 0x84, 0x8E, 0x94, 0x99, 0x9A: dos += 1
      // ß of DOS is á of Windows and tells nothing.
      case 0xC0...0xE0, 0xE2...0xFF: windows += 1
      default: break
      }
    }
    return dos > windows
  }

  private static let dos = table(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
    """)

  private static let windows = table(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
      + String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar(UInt32($0)) })))

  private static func table(_ characters: String) -> [[UInt8]] {
    characters.unicodeScalars.map { Array(String($0).utf8) }
  }
}

/// A part of a text, where it lies.
typealias TextPiece = Swift.Slice<UnsafeBufferPointer<UInt8>>

/// The lines of a text, one after the other: whatever ends them, without what ends them.
struct StatementLines {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The line that `next` gave last, from 1.
  private(set) var number = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next line; nil behind the last.
  mutating func next() -> TextPiece? {
    guard position < bytes.count else { return nil }
    number += 1
    var end = position
    while end < bytes.count, bytes[end] != .lineFeed, bytes[end] != .carriageReturn { end += 1 }
    let line = bytes[position..<end]
    if end + 1 < bytes.count, bytes[end] == .carriageReturn, bytes[end + 1] == .lineFeed { end += 1 }
    position = end + 1
    return line
  }
}
