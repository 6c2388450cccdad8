/// An amount as somebody types it into a search, in any notation and currency: `1564.01`, `1 564,01`, `8466`.
///
/// Without decimals it means every amount of so many units: `8466` finds 8 466.17.
public struct AmountSought: Hashable, Sendable {
  /// How the plain texts of the amounts begin that it may mean; one that ends in a line break is the whole text.
  private let beginnings: [String]

  /// Reads what was typed; nil when it is no amount. `1,564` may be one thousand or one and a half: both are meant.
  public init?(_ typed: String) {
    let words = typed.split(whereSeparator: \.isWhitespace)
    let text = words.filter { Currency(SearchText.folded(String($0)).uppercased()) == nil }
      .joined(separator: " ").filter {
        $0.unicodeScalars.first?.properties.generalCategory != .currencySymbol
      }
    guard let wide = Self.widest, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    var beginnings: [String] = []
    for mark in DecimalMark.allCases {
      guard let reading = try? AmountText.read(text, currency: wide, decimal: mark), !reading.isRounded
      else { continue }
      let (units, decimals) = reading.amount.minor.magnitude.quotientAndRemainder(
        dividingBy: UInt64(wide.minorPerMajor))
      let typed = text.split(separator: Character(mark.rawValue), omittingEmptySubsequences: false)
      if typed.count == 2, !typed[1].isEmpty {
        let written = Self.digits(decimals, of: typed[1].count(where: \.isNumber))
        beginnings.append("\(units).\(written)")
      } else {
        beginnings += ["\(units).", "\(units)\n"]
      }
    }
    guard !beginnings.isEmpty else { return nil }
    self.beginnings = beginnings
  }

  /// Texts of which at least one stands in the `lines` of an account that has the amount, byte for byte.
  public var patterns: [String] { beginnings.map { "\n" + $0 } }

  /// Amounts in the form in which `patterns` find them, each once: `"\n1564.01\n8466.17\n"`; nothing of none.
  public static func lines(_ amounts: [Money]) -> String {
    guard !amounts.isEmpty else { return "" }
    let digits = amounts.map { ($0.minor.magnitude, $0.currency.exponent) }.sorted(by: <)
    var lines: [UInt8] = [0x0A]
    lines.reserveCapacity(digits.count * 10)
    for (index, (minor, places)) in digits.enumerated()
    where index == 0 || (minor, places) != digits[index - 1] {
      Money.write(minor, places: places, to: &lines)
      lines.append(0x0A)
    }
    return String(decoding: lines, as: UTF8.self)
  }

  /// Whether it means that amount, whichever way it goes.
  public func means(_ amount: Money) -> Bool {
    let text = Self.plain(amount) + "\n"
    return beginnings.contains { text.hasPrefix($0) }
  }

  private static func plain(_ amount: Money) -> String {
    let text = amount.text
    return text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  /// A currency with as many decimals as any has, in which every amount can be read.
  private static let widest = Currency("BHD")

  /// The first `count` decimals of those of `widest`.
  private static func digits(_ decimals: UInt64, of count: Int) -> String {
    let text = String(decimals)
    let places = widest?.exponent ?? 0
    let all = String(repeating: "0", count: max(places - text.count, 0)) + text
    return String(all.prefix(count))
  }
}
