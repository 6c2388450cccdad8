/// An ISO 4217 currency, packed so that comparing two costs one instruction.
///
/// `Currency("USD")?.exponent == 2`, `Currency("JPY")?.exponent == 0`, `Currency("BHD")?.exponent == 3`.
public struct Currency: Hashable, Sendable {
  /// The three letters in the low 24 bits, the exponent above them: the amount parser asks for it a million times.
  private let packed: UInt32

  /// Three ASCII letters in either case; nil for anything else.
  public init?(_ code: String) { self.init(code.utf8.span) }

  /// Three ASCII letters in either case, as bytes; nil for anything else.
  public init?(_ code: Span<UInt8>) {
    guard code.count == 3 else { return nil }
    var letters: UInt32 = 0
    for index in 0..<3 {
      let upper = code[index] & 0xDF
      guard upper &- 0x41 <= 0x19 else { return nil }
      letters = letters << 8 | UInt32(upper)
    }
    packed = Self.exponent(of: letters) << 24 | letters
  }

  /// The currency as a number, for what lives no longer than the program: how it is packed may change.
  public var bits: UInt32 { packed }

  /// The currency whose `bits` those are.
  public init(bits: UInt32) { packed = bits }

  /// The upper-case code, `"USD"`.
  public var code: String {
    // Three letters need no memory of their own; an import asks for them a million times.
    String(unsafeUninitializedCapacity: 3) { letters in
      letters[0] = UInt8(packed >> 16 & 0xFF)
      letters[1] = UInt8(packed >> 8 & 0xFF)
      letters[2] = UInt8(packed & 0xFF)
      return 3
    }
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
    let place = unusual.firstPlace { $0.letters >= letters }
    return place < unusual.count && unusual[place].letters == letters ? unusual[place].exponent : 2
  }

  /// Currencies that have not two decimals, by their letters (ISO 4217 list one).
  private static let unusual: [(letters: UInt32, exponent: UInt32)] = {
    let codes: [(String, UInt32)] = [
      ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
      ("BHD IQD JOD KWD LYD OMR TND", 3), ("CLF UYW", 4),
    ]
    return codes.flatMap { codes, exponent in
      codes.split(separator: " ").map {
        (letters: $0.utf8.reduce(0) { $0 << 8 | UInt32($1) }, exponent: exponent)
      }
    }.sorted { $0.letters < $1.letters }
  }()
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

extension Currency {
  /// Whether it is one that is or lately was in use: `EUR` is, `EUO` is a slip. Source: ISO 4217.
  public var isKnown: Bool { Self.known.contains(code) }

  private static let known: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP \
    CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF \
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT \
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR \
    SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV \
    WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL
    """.split(separator: " ").map(String.init))
}
