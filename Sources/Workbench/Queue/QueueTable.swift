import Receivables
import TextScreen

/// The columns of the queue, in the order of the thought: who, how much, how late, what to do and when, why. To add one:
/// a case of `Field` at its place, its width in `column`, its text in `cell`.
final class QueueTable: Sendable {
  enum Field: Int, CaseIterable {
    case mark, name, number, toCollect, also, pastDue, late, step, contact, flags, found, why
  }

  let layout: TableLayout
  private let fields: [Field]
  private let needs: QueueNeeds
  private let showsOthers: Bool
  private let policy: Policy
  private let clock: DayClock
  private let view: WorklistView

  /// Columns in which every amount has room.
  init(_ needs: QueueNeeds, width: Int, sitting: Sitting) {
    self.needs = needs
    policy = sitting.policy
    clock = sitting.clock
    view = sitting.list.query.view
    let showsOthers = needs.also > 0 && width >= 110
    self.showsOthers = showsOthers
    let fields = Field.allCases.filter { field in
      switch field {
      case .also: showsOthers
      case .pastDue: needs.pastDue > 0 && width >= 96
      case .number: width >= 112
      case .contact: width >= 150
      case .flags: width >= 150
      // What was found stands in the place of what the account below the list tells anyway.
      case .found: needs.found
      case .why: !needs.found
      case .step: !needs.found || width >= 96
      default: true
      }
    }
    self.fields = fields
    layout = TableLayout(
      fields.map { Self.column($0, needs, width: width, showsOthers: showsOthers) }, width: width)
  }

  private static func column(_ field: Field, _ needs: QueueNeeds, width: Int, showsOthers: Bool) -> Column {
    switch field {
    case .mark: .fixed("", 1)
    case .name: .text("Customer", 20...(width < 90 ? 20 : 28))
    case .number: .fixed("Number", min(max(needs.number, 6), 12), priority: 4)
    case .toCollect:
      .amount("To collect", max(needs.toCollect + 4 + (needs.also > 0 && !showsOthers ? 1 : 0), 12))
    case .also: .amount("Also", max(needs.also, 4), priority: 3)
    case .pastDue: .amount("Past due", max(needs.pastDue, 8), priority: 5)
    case .late: .fixed("Late", max(needs.late, 4), align: .trailing)
    case .step: .text("Next step", 23...(width < 112 ? 23 : width < 130 ? 30 : 37))
    case .contact: .fixed("Spoke", 6, priority: 6)
    case .flags: .fixed("Flg", needs.flags, priority: 7)
    case .found: .rest("Found by", from: 12)
    case .why: .rest("Why", from: 8, priority: 2)
    }
  }

  /// What a row says in the columns, by their index.
  func cells(_ row: WorklistRow) -> (Int) -> TextCell {
    let main = row.summary.mainBalance(policy)
    let step = row.summary.next.map { StepWords($0, of: row.summary, clock) }
    return { [self] in cell(fields[$0], $0, row, main, step) }
  }

  private func cell(
    _ field: Field, _ index: Int, _ row: WorklistRow, _ main: CurrencyBalance?, _ step: StepWords?
  ) -> TextCell {
    let summary = row.summary
    let today = clock.today
    switch field {
    case .mark: return mark(summary, step)
    case .name: return TextCell(row.name.shortened(to: 200))
    case .number: return TextCell(row.name == row.number ? "" : row.number, .dim)
    case .toCollect: return amount(summary, main)
    case .also: return TextCell(summary.otherAmounts(policy), .dim)
    case .pastDue:
      guard let main, main.pastDue.open != main.toCollect else { return "" }
      return TextCell(Money(minor: main.pastDue.open, main.currency).grouped, .dim)
    case .late: return TextCell(summary.late(today) ?? "")
    case .step:
      return TextCell(
        step?.text(width: width(of: index)) ?? "", step.flatMap { needs.role($0, in: summary.lane) })
    case .contact: return TextCell(summary.lastContact.map { $0.compact(today) } ?? "never", .dim)
    case .flags: return TextCell(summary.flags.letters, .dim)
    case .found: return TextCell(FoundWords(row.found, today).text(width: width(of: index)))
    case .why:
      return TextCell(ReasonWords(summary, in: view, policy, today).text(width: width(of: index)), .dim)
    }
  }

  private func width(of index: Int) -> Int { layout.slot(of: index)?.width ?? 0 }

  /// What is red is marked too, for a screen without colour.
  private func mark(_ summary: AccountSummary, _ step: StepWords?) -> TextCell {
    if summary.lastWorked?.day == clock.today { return TextCell("✓", .good) }
    return step.flatMap { needs.role($0, in: summary.lane) } == .bad ? TextCell("!", .bad) : ""
  }

  /// Nothing is a blank: a column of zeros hides the one amount that is none.
  private func amount(_ summary: AccountSummary, _ main: CurrencyBalance?) -> TextCell {
    guard let main else { return "" }
    if let first = summary.wantedOfRun.first {
      return amount(first, others: summary.wantedOfRun.count - 1, .dim)
    }
    let others = showsOthers ? 0 : summary.balances.count { $0.currency != main.currency && $0.isOwed }
    guard main.toCollect != 0 || others > 0 else { return "" }
    return amount(Money(minor: main.toCollect, main.currency), others: others)
  }

  private func amount(_ money: Money, others: Int, _ role: Role? = nil) -> TextCell {
    let more = needs.also > 0 && !showsOthers ? (others > 0 ? "+" : " ") : ""
    let cents = money.currency.exponent == 0 ? 0 : money.currency.exponent + 1
    return TextCell("\(money)\(more)", role, dimmed: cents + 4 + more.utf8.count)
  }

  /// A row for the clipboard.
  static func plain(_ row: WorklistRow) -> String {
    let amounts = row.summary.balances.filter(\.isOwed).map {
      "\(Money(minor: $0.toCollect, $0.currency)) to collect"
    }
    return ([row.number, row.name] + amounts).joined(separator: ", ")
  }
}

/// How much room a list needs, and what stands out in it. Counted once for a stretch of the list, not once for a frame.
struct QueueNeeds: Hashable, Sendable {
  private(set) var toCollect = 0
  /// Only of amounts past due that differ from what is to be collected.
  private(set) var pastDue = 0
  private(set) var also = 0
  private(set) var flags = 3
  private(set) var number = 0
  private(set) var late = 0
  /// Whether a row says by what a search found it.
  private(set) var found = false
  /// How many of a lane are late and due today, of how many.
  private struct Share {
    var late = 0
    var today = 0
    var rows = 0
  }

  /// What stands out in a lane.
  private struct Contrast: Hashable {
    let late: Bool
    let today: Bool

    init(_ share: Share, of lane: Lane?) {
      let isMostlyLate = share.rows > 2 && share.late * 2 > share.rows
      late = !isMostlyLate || lane == .callback
      today = !isMostlyLate && !(share.rows > 2 && share.today * 2 > share.rows)
    }
  }

  private var contrasts: [Lane?: Contrast] = [:]

  /// Room for nothing but the headings.
  init() {}

  init(_ rows: [WorklistRow], _ policy: Policy, _ clock: DayClock) {
    found = rows.contains { !$0.found.isEmpty }
    var shares: [Lane?: Share] = [:]
    defer {
      for (lane, share) in shares { contrasts[lane] = Contrast(share, of: lane) }
    }
    for row in rows {
      number = max(number, row.number.utf8.count)
      late = max(late, row.summary.late(clock.today)?.utf8.count ?? 0)
      flags = max(flags, row.summary.flags.rawValue.nonzeroBitCount)
      shares[row.summary.lane, default: Share()].rows += 1
      switch row.summary.next.map({ StepWords.urgency($0, clock) }) {
      case .late: shares[row.summary.lane]?.late += 1
      case .today: shares[row.summary.lane]?.today += 1
      case .later, nil: break
      }
      guard let main = row.summary.mainBalance(policy) else { continue }
      toCollect = max(toCollect, Money(minor: main.toCollect, main.currency).width)
      if let wanted = row.summary.wantedOfRun.first { toCollect = max(toCollect, wanted.width) }
      if main.pastDue.open != main.toCollect {
        pastDue = max(pastDue, Money(minor: main.pastDue.open, main.currency).width)
      }
      guard row.summary.balances.count > 1 else { continue }
      also = max(also, row.summary.otherAmounts(policy).utf8.count)
    }
  }

  /// Red for what is late and amber for what is due today, where it stands out: of a lane in which most is late nothing
  /// is. A callback that was missed always is.
  func role(_ step: StepWords, in lane: Lane?) -> Role? {
    guard let contrast = contrasts[lane] else { return nil }
    switch step.urgency {
    case .late: return contrast.late ? .bad : nil
    case .today: return contrast.today ? .warning : nil
    case .later: return nil
    }
  }
}

extension AccountSummary {
  /// How many days the oldest invoice is past due: `"196d"`.
  func late(_ today: CalendarDay) -> String? { oldestDue.map { "\(max($0.distance(to: today), 0))d" } }
}
