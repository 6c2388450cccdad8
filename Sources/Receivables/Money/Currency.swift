/// An ISO 4217 currency, packed so that comparing two costs one instruction.
///
/// `Currency("USD")?.exponent == 2`, `Currency("JPY")?.exponent == 0`, `Currency("BHD")?.exponent == 3`.
public struct Currency: Hashable, Sendable {
  /// The three letters in the low 24 bits, the exponent above them: the amount parser asks for it a million times.
  private let packed: UInt32

  /// Three ASCII letters in either case; nil for anything else.
  public init?(_ code: String) {
    var letters: UInt32 = 0
    var count = 0
    for byte in code.utf8 {
      let upper = byte & 0xDF
      guard count < 3, (0x41...0x5A).contains(upper) else { return nil }
      letters = letters << 8 | UInt32(upper)
      count += 1
    }
    guard count == 3 else { return nil }
    packed = Self.exponent(of: letters) << 24 | letters
  }

  /// The upper-case code, `"USD"`.
  public var code: String {
    String(
      decoding: [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)], as: UTF8.self)
  }

  /// Decimal places of the minor unit (ISO 4217): 2 unless the currency says otherwise.
  public var exponent: Int { Int(packed >> 24) }

  /// Minor units in one major unit: 100 for USD, 1 for JPY.
  public var minorPerMajor: Int64 {
    switch exponent {
    case 0: 1
    case 3: 1_000
    case 4: 10_000
    default: 100
    }
  }

  private static func exponent(of letters: UInt32) -> UInt32 {
    if withoutDecimals.contains(letters) { return 0 }
    if withThree.contains(letters) { return 3 }
    return withFour.contains(letters) ? 4 : 2
  }

  // ISO 4217 list one.
  private static let withoutDecimals = packed(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")
  private static let withThree = packed("BHD IQD JOD KWD LYD OMR TND")
  private static let withFour = packed("CLF UYW")

  private static func packed(_ codes: String) -> [UInt32] {
    codes.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
  }
}

extension Currency: Comparable {
  private var letters: UInt32 { packed & 0xFF_FFFF }

  /// Alphabetical by code.
  public static func < (left: Currency, right: Currency) -> Bool { left.letters < right.letters }
}

extension Currency: CustomStringConvertible {
  /// The code.
  public var description: String { code }
}

/// Signs and short names that exports write instead of ISO codes. One sign may stand for several currencies.
enum CurrencySign {
  /// Codes by lower-case sign.
  static let currencies: [String: [String]] = [
    "$": [
      "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "FJD", "JMD",
      "BBD",
      "BSD", "BZD", "TTD", "XCD", "NAD", "LRD",
    ],
    "us$": ["USD"], "ca$": ["CAD"], "c$": ["CAD"], "a$": ["AUD"], "au$": ["AUD"], "nz$": ["NZD"],
    "hk$": ["HKD"],
    "s$": ["SGD"], "nt$": ["TWD"], "mx$": ["MXN"], "r$": ["BRL"],
    "€": ["EUR"], "£": ["GBP", "EGP", "LBP", "GIP", "FKP", "SHP"], "¥": ["JPY", "CNY"], "₹": ["INR"],
    "rs": ["INR", "PKR", "LKR", "NPR", "MUR"], "₩": ["KRW"], "₽": ["RUB"], "₺": ["TRY"], "₪": ["ILS"],
    "฿": ["THB"],
    "₫": ["VND"], "₦": ["NGN"], "₱": ["PHP"], "₴": ["UAH"], "zł": ["PLN"], "kč": ["CZK"], "ft": ["HUF"],
    "kr": ["SEK", "NOK", "DKK", "ISK"], "fr": ["CHF", "XAF", "XOF", "XPF"], "sfr": ["CHF"], "rm": ["MYR"],
    "r": ["ZAR"], "dhs": ["AED", "MAD"], "lei": ["RON"],
  ]
}
