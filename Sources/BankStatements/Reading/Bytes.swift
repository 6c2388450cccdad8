extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let comma: UInt8 = 0x2C
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A

  /// `0` to `9`.
  var isDigit: Bool { self &- 0x30 <= 9 }

  /// `A` to `Z`.
  var isCapital: Bool { self &- 0x41 <= 25 }

  /// An ASCII letter or digit.
  var isWordByte: Bool { isDigit || (self & 0xDF).isCapital }

  /// An ASCII letter as its capital; anything else as it is.
  var capital: UInt8 { self &- 0x61 <= 25 ? self & 0xDF : self }

  /// Space, tab or line end.
  var isBlank: Bool { self == 0x20 || self &- 0x09 <= 4 }
}

extension StringProtocol {
  /// One line without spaces around it and with single ones inside; nil when nothing is left.
  var oneLine: String? {
    var line = ""
    var hasGap = false
    for scalar in unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F || scalar.value == 0xA0 {
        hasGap = !line.isEmpty
        continue
      }
      if hasGap { line.append(" ") }
      hasGap = false
      line.unicodeScalars.append(scalar)
    }
    return line.isEmpty ? nil : line
  }

  /// The text as a reference; nil when it says that there is none.
  var reference: String? {
    guard let line = oneLine else { return nil }
    let word = String(decoding: line.utf8.filter(\.isWordByte).map(\.capital), as: UTF8.self)
    return ["NOTPROVIDED", "NONREF", "NOREF", "NONE", ""].contains(word) && line.utf8.allSatisfy { $0 < 0x80 }
      ? nil : line
  }
}

extension Collection<UInt8> {
  /// The number that the digits are; nil without digits, with anything else, or when it does not fit.
  var wholeNumber: Int? {
    guard !isEmpty else { return nil }
    var number = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      let (tens, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = tens.addingReportingOverflow(Int(byte - 0x30))
      guard !overflows, !overflowsToo else { return nil }
      number = sum
    }
    return number
  }
}
