/// Turns other encodings into UTF-8, the only one that the scanner reads.
enum Transcoding {
  /// UTF-16 code units, two bytes each; a half pair becomes U+FFFD.
  static func utf8(fromUTF16 bytes: Slice<UnsafeBufferPointer<UInt8>>, isLittleEndian: Bool) -> [UInt8] {
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
  static func utf8(fromWindows1252 bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
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
