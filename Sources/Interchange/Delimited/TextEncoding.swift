/// How the bytes of an export stand for characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// The code page of Western European Windows.
  case windows1252 = "Windows-1252"
}

/// What a file says about its encoding: a byte order mark, or the bytes beyond ASCII of the whole file.
///
/// Characters of several bytes that are well-formed speak for UTF-8, other bytes against it. A file that has both is
/// neither: it is read as UTF-8 with a fault.
struct EncodingEvidence {
  let encoding: TextEncoding
  /// Length of the byte order mark.
  let markLength: Int
  /// Of UTF-8 only: the place, behind the mark, that is none.
  private(set) var fault: TextFault?

  /// Looks at all of `bytes`; `said` is what somebody says they are.
  init(_ bytes: UnsafeBufferPointer<UInt8>, said: TextEncoding?, passed: () -> Void) {
    let marks: [(TextEncoding, [UInt8])] = [
      (.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    ]
    let mark = marks.first { bytes.starts(with: $0.1) }
    markLength = mark?.1.count ?? 0
    let known = mark?.0 ?? said ?? Self.unmarkedUTF16(bytes)
    if let known, known != .utf8 {
      encoding = known
      return
    }
    let check = UTF8Check(UnsafeBufferPointer(rebasing: bytes[markLength...]), passed: passed)
    guard let bad = check.firstBad else {
      encoding = .utf8
      return
    }
    // One byte that is cut off at the very end could be either.
    let isOneSided = check.characters == 0 && !(check.isCutOff && check.badBytes == 1)
    guard known == .utf8 || !isOneSided else {
      encoding = .windows1252
      return
    }
    encoding = .utf8
    let isMarked = mark != nil || said == .utf8
    fault = TextFault(place: bad, reason: Self.reason(check, bytes[markLength + bad], isMarked: isMarked))
  }

  private static func reason(_ check: UTF8Check, _ byte: UInt8, isMarked: Bool) -> String {
    let way = isMarked ? "" : ", or say --encoding windows-1252 if that is what it is"
    if check.isCutOff, check.badBytes == 1 {
      return "The file ends in the middle of a character: it was cut off. Export it again\(way)."
    }
    let hex = String(byte, radix: 16, uppercase: true)
    let others =
      switch check.badBytes {
      case 1: ""
      case 2: " One more byte of the file is none either."
      default: " \(check.badBytes - 1) more bytes of the file are none either."
      }
    let rest = isMarked ? "begins as UTF-8" : "has UTF-8 elsewhere"
    return "The byte \(hex) here is no UTF-8, but the file \(rest).\(others) Correct it, or export the file "
      + "again as UTF-8\(way)."
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
  /// UTF-16 code units, two bytes each. A half pair and an odd byte at the end become U+FFFD and are the fault.
  static func utf8(
    fromUTF16 bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>, isLittleEndian: Bool
  ) -> ([UInt8], TextFault?) {
    let count = bytes.count / 2
    let start = bytes.startIndex
    let units = (0..<count).lazy.map { index -> UInt16 in
      let first = UInt16(bytes[start + 2 * index])
      let second = UInt16(bytes[start + 2 * index + 1])
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var fault: TextFault?
    var decoder = UTF16()
    var iterator = units.makeIterator()
    reading: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .emptyInput: break reading
      case .error:
        fault =
          fault
          ?? TextFault(
            place: result.count,
            reason: "Half a character of UTF-16 stands here: the file is damaged. Export it again.")
        result.append(contentsOf: UTF8.encodedReplacementCharacter)
      }
    }
    if bytes.count % 2 == 1 {
      fault =
        fault
        ?? TextFault(
          place: result.count,
          reason: "The file ends in the middle of a character: it was cut off. Export it again.")
      result.append(contentsOf: UTF8.encodedReplacementCharacter)
    }
    return (result, fault)
  }

  /// Windows-1252, one byte each. The five bytes without a character become U+FFFD and are the fault.
  static func utf8(fromWindows1252 bytes: Swift.Slice<UnsafeBufferPointer<UInt8>>) -> ([UInt8], TextFault?) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var fault: TextFault?
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
        continue
      }
      let code = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt16(byte)
      if code == 0xFFFD, fault == nil {
        fault = TextFault(
          place: result.count,
          reason:
            "The byte \(String(byte, radix: 16, uppercase: true)) here is neither UTF-8 nor a character of "
            + "Windows-1252. Export the file again as UTF-8.")
      }
      let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return (result, fault)
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

/// Tells well-formed UTF-8 from other bytes, eight at a time where the text is ASCII.
struct UTF8Check {
  /// Well-formed characters of several bytes.
  private(set) var characters = 0
  /// Bytes that belong to no character; one that is cut off at the end counts once.
  private(set) var badBytes = 0
  /// Index of the first of them.
  private(set) var firstBad: Int?
  /// Whether the text ends in the middle of a character.
  private(set) var isCutOff = false

  private static let piece = 1 << 19

  /// Looks at all of `bytes` (Unicode, table 3-7).
  init(_ bytes: UnsafeBufferPointer<UInt8>, passed: () -> Void = {}) {
    let raw = UnsafeRawBufferPointer(bytes)
    var (index, next) = (0, Self.piece)
    while index < raw.count {
      if index >= next {
        passed()
        next = index + Self.piece
      }
      if index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
      }
      let (length, available) = Self.sequence(raw, at: index)
      if length == available {
        if length > 1 { characters += 1 }
        index += length
        continue
      }
      badBytes += 1
      firstBad = firstBad ?? index
      guard index + available < raw.count || length == 0 else {
        isCutOff = true
        return
      }
      index += 1
    }
  }

  /// How many bytes the character at `index` has, 0 for none, and how many of them are there.
  private static func sequence(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (
    length: Int, available: Int
  ) {
    let first = bytes[index]
    if first < 0x80 { return (1, 1) }
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
    guard length > 0 else { return (0, 1) }
    for offset in 1..<length {
      guard index + offset < bytes.count,
        (offset == 1 ? second : 0x80...0xBF).contains(bytes[index + offset])
      else { return (length, offset) }
    }
    return (length, length)
  }
}
