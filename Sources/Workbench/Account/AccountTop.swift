import Receivables
import TextScreen

/// The upper part of the account screen: terms and standing, why it is in the queue, how its debt is aged.
struct AccountTop {
  private let standing: [String]
  private let why: [String]
  private let aging: [AgingLines]
  /// Currencies for which there is no room.
  private let hidden: Int

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    let width = sitting.size.columns
    standing = Self.standing(picture, sitting).flowed(width: width, lines: 3)
    let balances = picture.summary.balances.prefix(sitting.size.rows >= 36 ? 6 : 2)
    aging = balances.map { AgingLines($0, sitting) }
    hidden = picture.summary.balances.count - balances.count
    let others = standing.count + aging.reduce(0) { $0 + $1.lines.count + 1 } + (hidden > 0 ? 1 : 0)
    let room = sitting.body.size.rows - others - 2 - picture.invoices.count
    why = Self.why(picture, sitting, lines: min(max(room, 2), 4))
  }

  /// So many lines at most; with more to say the rest stands at the end of the last and is cut there.
  private static func why(_ picture: AccountPicture, _ sitting: Sitting, lines limit: Int) -> [String] {
    let lines = Wrapping.lines(
      of: WhyWords(picture.summary, sitting).line, width: sitting.size.columns)
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [lines.dropFirst(limit - 1).joined(separator: " ")]
  }

  /// Rows that it takes.
  var rows: Int {
    standing.count + why.count + aging.reduce(0) { $0 + $1.lines.count + 1 } + (hidden > 0 ? 1 : 0)
  }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    var column = TextColumn(area)
    for line in standing { column.add(line, into: &frame) }
    for line in why { column.add(line, .accent, into: &frame) }
    for balance in aging { balance.draw(&column, into: &frame) }
    if hidden > 0 {
      column.add("and \(hidden) more currencies: a higher terminal shows them", .dim, into: &frame)
    }
  }

  private static func standing(_ picture: AccountPicture, _ sitting: Sitting) -> [String] {
    let customer = picture.file.customer
    var items = [customer.terms.map { "terms \($0.text)" } ?? "terms unknown"]
    if let limit = customer.creditLimit {
      let share = customer.limitShare(of: picture.summary.balances)
      items.append("limit \(limit)" + (share.map { ", \($0) % used" } ?? ""))
    }
    for credit in credits(picture) { items.append("credits \(credit)") }
    let flags = picture.summary.flags
    if !flags.isEmpty { items.append("\(flags.letters): \(flags.words)") }
    items.append("collector \(customer.collector ?? "nobody")")
    if let zone = customer.timeZone { items.append(zone + localTime(zone, sitting)) }
    if let paying = picture.paying {
      items.append("pays \(paying.text), next \(paying.run.next(onOrAfter: sitting.today).long)")
    }
    if let next = picture.summary.next {
      items.append("next: \(next.kind.title) \(next.day.long)\(next.time.map { " \($0.text)" } ?? "")")
    }
    return items
  }

  private static func credits(_ picture: AccountPicture) -> [Money] {
    picture.summary.balances.filter { $0.credits != 0 }.map { Money(minor: $0.credits, $0.currency) }
  }

  private static func localTime(_ zone: String, _ sitting: Sitting) -> String {
    sitting.moment.local(zone).map { ", \($0.time.text) there" } ?? ""
  }
}

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

/// Beside the sections from 120 columns: whom to call, how the customer pays, what it promised.
struct AccountPane {
  private let picture: AccountPicture

  init(_ picture: AccountPicture) { self.picture = picture }

  func draw(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    var column = TextColumn(beside: area, into: &frame)
    for line in PeopleText(picture, sitting).lines { column.add(line, into: &frame) }
    column.skip()
    column.add("Promises", .heading, into: &frame)
    for plan in picture.plans {
      for instalment in plan.instalments.prefix(max(column.left, 0)) {
        let amount = Money(minor: instalment.amount, plan.terms.currency)
        column.add(
          instalment.due.dated, width: 9, "\(amount) instalment \(instalment.state.title)",
          instalment.state.role ?? .normal, into: &frame)
      }
    }
    if picture.promises.isEmpty, picture.plans.isEmpty { column.add("none yet", .dim, into: &frame) }
    for promise in picture.promises.prefix(max(column.left, 0)) {
      column.add(
        promise.terms.day.dated, width: 9, "\(promise.terms.amount) \(promise.state.title)",
        promise.state.role ?? .normal, into: &frame)
    }
    for dispute in picture.openDisputes.prefix(max(column.left, 0)) {
      column.add(
        dispute.dueOn.dated, width: 9,
        "\(dispute.amountWords) disputed: \(dispute.standing(sitting.policy, sitting.today))",
        dispute.state.role ?? .normal, into: &frame)
    }
  }
}
