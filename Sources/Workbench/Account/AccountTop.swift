import Receivables
import TextScreen

/// The upper part of the account screen: whom to dial, the figures that a call is about, and how old the debt is.
///
/// How high it is, is asked at every key; what it says, only when it is drawn.
struct AccountTop {
  private let picture: AccountPicture
  private let sitting: Sitting
  /// Currencies for which there is room.
  private let most: Int
  private let aging: [AgingLine]

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    self.picture = picture
    self.sitting = sitting
    let most = sitting.size.rows >= 36 ? 6 : 2
    self.most = most
    aging = picture.summary.balances.prefix(most).map { AgingLine($0, sitting, width: sitting.size.columns) }
  }

  private var hidden: Int { picture.summary.balances.count - aging.count }

  /// Rows that it takes.
  var rows: Int {
    2 + AccountFigures.rows(picture, atMost: most) + aging.reduce(0) { $0 + $1.rows } + (hidden > 0 ? 1 : 0)
      + (picture.file.related.isEmpty ? 0 : 1)
  }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    let width = sitting.size.columns
    let terms = Self.terms(picture, sitting)
    let left = width - DisplayWidth.of(terms)
    let dial = Self.dial(picture, sitting, width: left - 2)
    frame.put(dial, at: area.origin, width: max(left - 1, 0), role: .accent)
    frame.put(terms, at: Position(column: left, row: area.origin.row), role: .dim)
    let figures = AccountFigures(picture, sitting, rows: most)
    figures.draw(into: &frame, at: Position(column: area.origin.column, row: area.origin.row + 1))
    var row = area.origin.row + 2 + figures.rows
    for line in aging where row < area.rows.upperBound {
      line.draw(into: &frame, at: Position(column: area.origin.column, row: row))
      row += line.rows
    }
    let related = picture.file.related.map(\.words)
    if !related.isEmpty, row < area.rows.upperBound {
      frame.put(
        related.joined(separator: " · "), at: Position(column: area.origin.column, row: row), width: width,
        role: .accent)
      row += 1
    }
    guard hidden > 0, row < area.rows.upperBound else { return }
    frame.put(
      "and \(hidden) more currencies: a higher terminal shows them",
      at: Position(column: area.origin.column, row: row), width: width, role: .dim)
  }

  /// The number to dial first, then whose it is and what time it is there.
  private static func dial(_ picture: AccountPicture, _ sitting: Sitting, width: Int) -> String {
    guard let callee = picture.firstCallee else {
      return picture.contacts.isEmpty ? "no contact in the books" : "no number that works"
    }
    let role = callee.contact.role.map { ", \($0)" } ?? ""
    let number = callee.phone.number.shortened(to: 30)
    let name = callee.contact.title.shortened(to: 40)
    let there = picture.clock(of: callee.contact, sitting.moment).map { "  \($0)" } ?? ""
    let forms = [
      "☎ \(number)  \(name)\(role)\(there)", "☎ \(number)  \(name)\(there)", "☎ \(number)\(there)",
      "☎ \(number)",
    ]
    return forms.first { DisplayWidth.of($0) <= width } ?? forms[3]
  }

  private static func terms(_ picture: AccountPicture, _ sitting: Sitting) -> String {
    let customer = picture.file.customer
    var items = [customer.terms?.text ?? "terms unknown"]
    if let share = customer.limitShare(of: picture.summary.balances) { items.append("\(share) % limit") }
    if let paying = picture.paying { items.append("run \(paying.run.next(onOrAfter: sitting.today).brief)") }
    return items.joined(separator: " · ")
  }
}

/// What a call is about, in one line: to collect, how late, what next, how the customer pays and keeps its word.
struct AccountFigures {
  private let amounts: [String]
  private let cells: [TextCell]
  private let layout: TableLayout

  /// Rows below the headings, one a currency.
  var rows: Int { max(amounts.count, 1) }

  /// The same without making them.
  static func rows(_ picture: AccountPicture, atMost most: Int) -> Int {
    max(min(wanted(picture.summary).count, most), 1)
  }

  init(_ picture: AccountPicture, _ sitting: Sitting, rows: Int) {
    let summary = picture.summary
    amounts = Self.wanted(summary).largestFirst(sitting.policy).prefix(rows).map(\.description)
    let late = summary.oldestDue.map { $0.distance(to: sitting.today) }.flatMap { $0 > 0 ? $0 : nil }
    let step = summary.next.map { StepWords($0, of: summary, sitting.clock) }
    let amountWidth = max(amounts.map(\.count).max() ?? 0, 10)
    let promises = Self.promises(picture.habits)
    let pays = Self.pays(picture.habits)
    layout = TableLayout(
      [
        .fixed(summary.wantedOfRun.isEmpty ? "TO COLLECT" : "DUE BY RUN", amountWidth), .fixed("LATE", 6),
        .text("NEXT", 18...34),
        .text("PAYS", max(pays.count, 4)...max(pays.count, 20), priority: 1),
        .text("PROMISES", max(promises.count, 8)...max(promises.count, 14)),
      ], width: sitting.size.columns, gap: 2)
    let next = layout.slots.first { $0.index == 2 }?.width ?? 18
    cells = [
      TextCell(amounts.first ?? "nothing"),
      TextCell(late.map { "\($0) d" } ?? "", late == nil ? nil : .warning),
      TextCell(
        step?.text(width: next) ?? "nothing to do", step?.urgency == .late ? .bad : nil), TextCell(pays),
      TextCell(promises),
    ]
  }

  /// What is to be collected; before a payment run with nothing to collect, what that should pay.
  private static func wanted(_ summary: AccountSummary) -> [Money] {
    let byRun = summary.wantedOfRun
    guard byRun.isEmpty else { return byRun }
    return summary.balances.filter(\.isOwed).map { Money(minor: $0.toCollect, $0.currency) }
  }

  func draw(into frame: inout Frame, at position: Position) {
    for slot in layout.slots {
      let column = position.column + slot.offset
      frame.put(
        slot.column.title, at: Position(column: column, row: position.row), width: slot.width, role: .dim)
      let cell = cells[slot.index]
      frame.put(
        cell.text, at: Position(column: column, row: position.row + 1), width: slot.width,
        role: cell.role ?? .accent)
      guard slot.index == 0 else { continue }
      for (offset, amount) in amounts.dropFirst().enumerated() {
        frame.put(
          amount, at: Position(column: column, row: position.row + 2 + offset), width: slot.width,
          role: .accent)
      }
    }
  }

  /// `"24 d late, ↑22"`: on average, and how much later lately.
  private static func pays(_ habits: PaymentHabits) -> String {
    guard let mean = habits.meanDaysLateTenths else { return HabitsWords.nonePaid }
    let days = (mean.magnitude + 5) / 10
    let pace = days == 0 ? "on time" : mean > 0 ? "\(days) d late" : "\(days) d early"
    return pace + (habits.driftTenths.map { ", ↑\(($0 + 5) / 10)" } ?? "")
  }

  private static func promises(_ habits: PaymentHabits) -> String {
    let made = habits.kept + habits.partlyKept + habits.broken
    return made == 0 ? "none yet" : "\(habits.kept) of \(made) kept"
  }
}

/// What an account owes in one currency by age: every amount, and a bar of the same parts where there is room for one.
struct AgingLine {
  /// How the buckets look in the bar and before their amounts, so that they can be told apart without colour.
  private static let signs: [Character] = ["·", "░", "▒", "▓", "█", "■", "◆", "●"]
  private static let leastBar = 8

  private let lines: [String]
  private let meter: Meter
  private let width: Int

  var rows: Int { lines.count }

  init(_ balance: CurrencyBalance, _ sitting: Sitting, width: Int) {
    self.width = width
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
    let prefix = "\(balance.currency.code) "
    lines = items.flowed(width: width - 4, lines: 3).enumerated().map { index, line in
      (index == 0 ? prefix : "    ") + line
    }
    meter = Meter(parts)
  }

  func draw(into frame: inout Frame, at position: Position) {
    for (index, line) in lines.enumerated() {
      let row = position.row + index
      let after = frame.put(line, at: Position(column: position.column, row: row), width: width) + 2
      guard index == lines.count - 1 else { continue }
      let used = position.column + DisplayWidth.of(line) + 2
      if width - used >= Self.leastBar, after > 0 {
        frame.put(meter, at: Position(column: used, row: row), width: width - used)
      }
    }
  }
}
