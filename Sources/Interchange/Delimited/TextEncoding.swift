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
