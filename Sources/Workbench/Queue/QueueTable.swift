import Receivables
import TextScreen

/// The columns of the queue. To add one: a case of `Field` at its place, its width in `init`, its text in `cell`.
struct QueueTable: Sendable {
  enum Field: Int, CaseIterable {
    case mark, toCollect, pastDue, currency, also, days, flags, promise, contact, next, name
  }

  let layout: TableLayout
  private let fields: [Field]
  private let namesStep: Bool
  private let today: CalendarDay
  private let policy: Policy

  /// Columns in which every amount has room. From 110 cells the next step has room for what it is, not only when.
  init(_ needs: QueueWidths, width: Int, sitting: Sitting) {
    today = sitting.today
    policy = sitting.policy
    let namesStep = width >= 110
    self.namesStep = namesStep
    let showsOthers = sitting.isWide && needs.also > 0
    fields = Field.allCases.filter { $0 != .also || showsOthers }
    layout = TableLayout(
      fields.map { field in
        switch field {
        case .mark: .fixed("", 1)
        case .toCollect: .amount("To collect", max(needs.toCollect, 10))
        case .pastDue: .amount("Past due", max(needs.pastDue, 8))
        case .currency: .fixed("Cur", needs.also > 0 && !showsOthers ? 7 : 3)
        case .also: .amount("Also", max(needs.also, 4))
        case .days: .fixed("Days", 4, align: .trailing)
        case .flags: .fixed("Flg", needs.flags, priority: 1)
        case .promise: .fixed("Promise", needs.promise, priority: 2)
        case .contact: .fixed("Spoke", 6, priority: 4)
        case .next: .fixed("Next", namesStep ? 20 : 6, priority: 3)
        case .name: .rest("Name", from: 16)
        }
      }, width: width)
  }

  /// What a row says in the columns, by their index.
  func cells(_ row: WorklistRow) -> (Int) -> TextCell {
    let main = row.summary.mainBalance(policy)
    return { cell(fields[$0], row, main) }
  }

  private func cell(_ field: Field, _ row: WorklistRow, _ main: CurrencyBalance?) -> TextCell {
    let summary = row.summary
    switch field {
    case .mark: return TextCell(summary.lastWorked?.day == today ? "✓" : "", .good)
    case .toCollect: return TextCell(main.map { Money(minor: $0.toCollect, $0.currency).grouped } ?? "")
    case .pastDue: return TextCell(main.map { Money(minor: $0.pastDue.open, $0.currency).grouped } ?? "")
    case .currency: return TextCell(currencies(summary, main))
    case .also: return TextCell(summary.otherAmounts(policy))
    case .days: return TextCell(summary.oldestDue.map { String(max($0.distance(to: today), 0)) } ?? "")
    case .flags: return TextCell(summary.flags.letters, summary.flags.role)
    case .promise: return summary.promise.map { TextCell($0.short, $0.state.role) } ?? ""
    case .contact: return TextCell(summary.lastContact.map { $0.compact(today) } ?? "never", .dim)
    case .next: return TextCell(summary.next.map { namesStep ? $0.short(today) : $0.when(today) } ?? "")
    case .name: return TextCell(name(row))
    }
  }

  /// Name and number, or the name alone where the number would be cut.
  private func name(_ row: WorklistRow) -> String {
    let name = row.name.shortened(to: 200)
    guard row.name != row.number else { return name }
    let both = "\(name) \(row.number)"
    let room = layout.slots.last?.width ?? 0
    return DisplayWidth.of(both) <= room ? both : name
  }

  private func currencies(_ summary: AccountSummary, _ main: CurrencyBalance?) -> String {
    guard let main else { return "" }
    let others = summary.balances.filter { $0.currency != main.currency && $0.isOwed }
    if fields.contains(.also) { return main.currency.code }
    switch others.count {
    case 0: return main.currency.code
    case 1: return "\(main.currency.code)+\(others[0].currency.code)"
    default: return "\(main.currency.code)+\(others.count)"
    }
  }

  /// A row for the clipboard.
  static func plain(_ row: WorklistRow) -> String {
    let amounts = row.summary.balances.filter(\.isOwed).map {
      "\(Money(minor: $0.toCollect, $0.currency)) to collect"
    }
    return ([row.number, row.name] + amounts).joined(separator: ", ")
  }
}

/// How much room the amounts of a list need. Counted once for a stretch of the list, not once for a frame.
struct QueueWidths: Hashable, Sendable {
  private(set) var toCollect = 0
  private(set) var pastDue = 0
  private(set) var also = 0
  private(set) var flags = 3
  private(set) var promise = 7

  /// Room for nothing but the headings.
  init() {}

  init(_ rows: [WorklistRow], _ policy: Policy) {
    for row in rows {
      guard let main = row.summary.mainBalance(policy) else { continue }
      toCollect = max(toCollect, Money(minor: main.toCollect, main.currency).width)
      pastDue = max(pastDue, Money(minor: main.pastDue.open, main.currency).width)
      flags = max(flags, row.summary.flags.rawValue.nonzeroBitCount)
      if let mark = row.summary.promise { promise = max(promise, mark.short.utf8.count) }
      guard row.summary.balances.count > 1 else { continue }
      also = max(also, row.summary.otherAmounts(policy).utf8.count)
    }
  }
}
