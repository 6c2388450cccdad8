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
