/// An ISO 4217 currency, packed so that comparing two costs one instruction.
///
/// `Currency("USD")?.exponent == 2`, `Currency("JPY")?.exponent == 0`, `Currency("BHD")?.exponent == 3`.
public struct Currency: Hashable, Sendable {
  private let packed: UInt32

  /// Three ASCII letters in either case; nil for anything else.
  public init?(_ code: some StringProtocol) {
    var packed: UInt32 = 0
    var count = 0
    for byte in code.utf8 {
      let upper = byte & 0xDF
      guard count < 3, (0x41...0x5A).contains(upper) else { return nil }
      packed = packed << 8 | UInt32(upper)
      count += 1
    }
    guard count == 3 else { return nil }
    self.packed = packed
  }

  /// The upper-case code, `"USD"`.
  public var code: String {
    String(
      decoding: [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)], as: UTF8.self)
  }

  /// Decimal places of the minor unit (ISO 4217): 2 unless the currency says otherwise.
  public var exponent: Int { Self.unusualExponents[code] ?? 2 }

  /// Minor units in one major unit: 100 for USD, 1 for JPY.
  public var minorPerMajor: Int64 {
    switch exponent {
    case 0: 1
    case 3: 1_000
    case 4: 10_000
    default: 100
    }
  }

  private static let unusualExponents: [String: Int] = [
    "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0,
    "UGX": 0, "UYI": 0, "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    "CLF": 4, "UYW": 4,
  ]
}

extension Currency: Comparable {
  /// Alphabetical by code.
  public static func < (left: Currency, right: Currency) -> Bool { left.packed < right.packed }
}

extension Currency: CustomStringConvertible {
  /// The code.
  public var description: String { code }
}
