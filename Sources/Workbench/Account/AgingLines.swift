import Receivables
import TextScreen

/// What an account owes in one currency by age: every amount in words, and a bar of the same parts.
struct AgingLines {
  /// How the buckets look in the bar and before their amounts, so that they can be told apart without colour.
  private static let signs: [Character] = ["·", "░", "▒", "▓", "█", "■", "◆", "●"]

  let lines: [String]
  private let meter: Meter

  init(_ balance: CurrencyBalance, _ sitting: Sitting) {
    let titles = sitting.policy.aging.titles
    var items: [String] = []
    var parts: [Meter.Part] = []
    for (index, amount) in balance.buckets.enumerated() where amount != 0 {
      let sign = Self.signs[index % Self.signs.count]
      let title = titles.indices.contains(index) ? titles[index] : ""
      items.append("\(sign) \(title) \(Money(minor: amount, balance.currency).grouped)")
      parts.append(Meter.Part(amount, sign, index == 0 ? .good : index == 1 ? .warning : .bad))
    }
    if balance.credits != 0 {
      items.append("credits \(Money(minor: balance.credits, balance.currency).grouped)")
    }
    if let total = try? balance.balance() {
      items.append("balance \(Money(minor: total, balance.currency).grouped)")
    }
    items.append("to collect \(Money(minor: balance.toCollect, balance.currency))")
    let prefix = "\(balance.currency.code) "
    lines = items.flowed(width: sitting.size.columns - 4, lines: 3).enumerated().map { index, line in
      (index == 0 ? prefix : "    ") + line
    }
    meter = Meter(parts)
  }

  func draw(_ column: inout TextColumn, into frame: inout Frame) {
    for line in lines { column.add(line, into: &frame) }
    column.add(meter, into: &frame)
  }
}
