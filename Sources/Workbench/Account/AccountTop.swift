import Receivables
import TextScreen

/// The upper part of the account screen: terms and standing, why it is in the queue, how its debt is aged.
struct AccountTop {
  private let picture: AccountPicture
  private let sitting: Sitting
  private let aging: [AgingLines]

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    self.picture = picture
    self.sitting = sitting
    let room = sitting.size.rows >= 36 ? 6 : 2
    aging = picture.summary.balances.prefix(room).map { AgingLines($0, sitting) }
  }

  /// Rows that it takes.
  var rows: Int { standing.count + 1 + aging.reduce(0) { $0 + $1.lines.count + 1 } + (hidden > 0 ? 1 : 0) }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    var column = TextColumn(area)
    for line in standing { column.add(line, into: &frame) }
    column.add(WhyWords(picture.summary, sitting).line, .accent, into: &frame)
    for balance in aging { balance.draw(&column, into: &frame) }
    if hidden > 0 {
      column.add("and \(hidden) more currencies: a higher terminal shows them", .dim, into: &frame)
    }
  }

  private var hidden: Int { picture.summary.balances.count - aging.count }

  private var standing: [String] {
    let customer = picture.file.customer
    var items = [customer.terms.map { "terms \($0.text)" } ?? "terms unknown"]
    if let limit = customer.creditLimit { items.append("limit \(limit)\(use(of: limit))") }
    for credit in credits { items.append("credits \(credit)") }
    let flags = picture.summary.flags
    if !flags.isEmpty { items.append("\(flags.letters): \(flags.words)") }
    items.append("collector \(customer.collector ?? "nobody")")
    if let zone = customer.timeZone { items.append(zone + localTime(zone)) }
    if let run = customer.paymentRun {
      items.append("pays \(run.text), next \(run.next(onOrAfter: sitting.today).long)")
    }
    if let next = picture.summary.next {
      items.append("next: \(next.kind.title) \(next.day.long)\(next.time.map { " \($0.text)" } ?? "")")
    }
    return items.flowed(width: sitting.size.columns, lines: 3)
  }

  private var credits: [Money] {
    picture.summary.balances.filter { $0.credits != 0 }.map { Money(minor: $0.credits, $0.currency) }
  }

  private func use(of limit: Money) -> String {
    guard limit.minor > 0,
      let balance = picture.summary.balances.first(where: { $0.currency == limit.currency }),
      let owed = try? balance.balance(), let share = try? owed.multipliedChecked(by: 100)
    else { return "" }
    return ", \(share / limit.minor) % used"
  }

  private func localTime(_ zone: String) -> String {
    sitting.moment.local(zone).map { ", \($0.time.text) there" } ?? ""
  }
}
