public import Receivables

/// What a file's own totals say, beside what was taken of its lines.
///
/// A total is that of the lines since the one before it, or of all lines so far. It is compared in the column that tells
/// what is open, else in that of the amounts.
public struct PrintedTotals: Hashable, Sendable {
  /// A total that the lines above it do not come to.
  public struct Difference: Hashable, Sendable {
    /// Its line, from 1.
    public let line: Int
    /// What it says, and what was taken of the lines that it can be of.
    public let printed, taken: Money
  }

  /// Totals that were compared.
  public private(set) var count = 0
  /// The first of those that differ.
  public private(set) var difference: Difference?
  /// How many differ.
  public private(set) var differenceCount = 0
  /// What the last total of all lines says, minor units.
  private var last: Int64?
  private var documents = 0
  private var whole = Sum()
  /// What the lines since each total come to, the last first: a total may be one of several parts, which then are one.
  private var parts = [Sum()]

  /// What lines come to.
  private struct Sum: Hashable {
    /// Nil without a line that tells an amount.
    var taken, leftOut: Money?
    /// Lines in several currencies, or larger than can be kept, have no sum.
    var isUnknown = false

    /// What a total of them may say: with or without what was left out.
    var possible: [Int64] {
      guard let taken, !isUnknown else { return [] }
      return [taken.minor, taken.minor &+ (leftOut?.minor ?? 0)]
    }

    /// Every line of a file comes here, twice.
    mutating func add(_ amount: Int64, _ currency: Currency) { taken = sum(taken, amount, currency) }

    mutating func leaveOut(_ amount: Int64, _ currency: Currency) { leftOut = sum(leftOut, amount, currency) }

    private mutating func sum(_ sum: Money?, _ amount: Int64, _ currency: Currency) -> Money? {
      guard let sum else { return Money(minor: amount, currency) }
      let (minor, isTooLarge) = sum.minor.addingReportingOverflow(amount)
      guard sum.currency == currency, !isTooLarge else {
        isUnknown = true
        return sum
      }
      return Money(minor: minor, currency)
    }

    mutating func add(_ other: Sum) {
      isUnknown = isUnknown || other.isUnknown
      if let taken = other.taken { add(taken.minor, taken.currency) }
      if let leftOut = other.leftOut { leaveOut(leftOut.minor, leftOut.currency) }
    }
  }

  init() {}

  /// Counts what was taken of a line, a credit less than nothing.
  mutating func add(_ amount: Int64, _ currency: Currency) {
    documents += 1
    last = nil
    whole.add(amount, currency)
    parts[0].add(amount, currency)
  }

  /// Counts what stands on a line that was left out.
  mutating func leaveOut(_ amount: Int64, _ currency: Currency) {
    whole.leaveOut(amount, currency)
    parts[0].leaveOut(amount, currency)
  }

  /// Compares a total with the lines above it. What they come to with those that were left out is no difference.
  mutating func see(_ printed: Int64, line: Int) {
    let whole = whole.possible
    var sum = Sum()
    var meant: Int?
    for (count, part) in parts.enumerated() where meant == nil {
      sum.add(part)
      if sum.possible.contains(printed) { meant = count + 1 }
    }
    let part = parts[0]
    defer { close(meant ?? 1) }
    // In several currencies nobody can say which lines it is of.
    guard meant != nil || !whole.isEmpty else { return }
    count += 1
    if whole.contains(printed) { last = printed }
    guard meant == nil, !whole.contains(printed) else { return }
    differenceCount += 1
    guard difference == nil else { return }
    // The total of a part is nearer to it than to all.
    let isOfPart = part.possible.first.map { part in
      whole.first.map { (part &- printed).magnitude < ($0 &- printed).magnitude } ?? true
    }
    guard let taken = isOfPart ?? false ? part.taken : self.whole.taken else { return }
    difference = Difference(line: line, printed: Money(minor: printed, taken.currency), taken: taken)
  }

  /// A part begins, of which a total may come.
  mutating func begin() {
    if parts[0] != Sum() { parts.insert(Sum(), at: 0) }
  }

  /// Makes the last parts one, and begins the next.
  private mutating func close(_ count: Int) {
    var sum = Sum()
    for part in parts.prefix(count) { sum.add(part) }
    parts.replaceSubrange(0..<count, with: [Sum(), sum])
    if parts.count > Self.mostParts { parts.removeLast(parts.count - Self.mostParts) }
  }

  /// No report has more parts of one part.
  private static let mostParts = 200

  /// For people: both sums, or what differs. Nil where the file has no totals.
  public var sentence: String? {
    guard count > 0 else { return nil }
    if let difference {
      let others = differenceCount == 1 ? "" : ", and \(differenceCount - 1) more totals differ"
      return
        "The file's own total on line \(difference.line) is \(difference.printed), but the lines above it come to "
        + "\(difference.taken)\(others). Look at the file before you rely on it."
    }
    let own = "the file's own \(count == 1 ? "total agrees" : "\(count) totals agree")"
    guard let taken = whole.taken, !whole.isUnknown else {
      return "\(documents) lines are in several currencies; \(own) with the lines above."
    }
    let lines = documents == 1 ? "1 line comes" : "\(documents) lines come"
    guard let last else { return "\(lines) to \(taken); \(own) with the lines above." }
    let leftOut = whole.leftOut.map {
      $0.minor == 0 || last == taken.minor ? "" : ", those left out to \($0)"
    }
    return "\(lines) to \(taken)\(leftOut ?? ""); \(own): \(Money(minor: last, taken.currency))."
  }
}

extension RowReader {
  /// The column whose totals are compared; nil where none tells an amount of its own.
  static func totalled(_ columns: ColumnMap, _ kind: ExportKind) -> ColumnRole? {
    switch kind {
    case .invoices: ([.balance, .amount] as [ColumnRole]).first { columns[$0] != nil }
    case .payments: ([.paymentAmount, .appliedAmount] as [ColumnRole]).first { columns[$0] != nil }
    case .customers: nil
    }
  }

  /// Compares a row of totals with the lines above it.
  func compare(total record: Record) {
    guard let role = totalled, let last = lastAmountCurrency, let cell = text(role, record),
      !cell.contains("%"), let printed = try? money(role, record, last)
    else { return }
    totals.see(printed, line: record.line)
  }

  /// Counts a line that was left out, whose amount may be anything.
  func leaveOut(_ record: Record) {
    guard let role = totalled, let currency = try? currency(record),
      let amount = try? money(role, record, currency)
    else { return }
    totals.leaveOut(amount, currency)
  }
}
