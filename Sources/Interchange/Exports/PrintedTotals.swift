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
  /// What all lines come to, and what was left out of them; nil without a line that tells an amount.
  public private(set) var taken, leftOut: Money?
  /// What the last total says.
  public private(set) var last: Money?
  private var documents = 0
  private var part: Int64 = 0
  private var partLeftOut: Int64 = 0
  /// Lines in several currencies, or larger than can be kept, have no total.
  private var isUnknown = false

  init() {}

  /// Counts what was taken of a line, a credit less than nothing.
  mutating func add(_ amount: Int64, _ currency: Currency) {
    documents += 1
    let sum = sum(taken, amount, currency)
    if let sum { taken = sum }
    part = part.addingReportingOverflow(amount).partialValue
  }

  /// Counts what stands on a line that was left out.
  mutating func leaveOut(_ amount: Int64, _ currency: Currency) {
    leftOut = sum(leftOut, amount, currency) ?? leftOut
    partLeftOut = partLeftOut.addingReportingOverflow(amount).partialValue
  }

  private mutating func sum(_ sum: Money?, _ amount: Int64, _ currency: Currency) -> Money? {
    let sum = sum ?? Money(minor: 0, currency)
    guard sum.currency == currency, let minor = try? sum.minor.addingChecked(amount) else {
      isUnknown = true
      return nil
    }
    return Money(minor: minor, currency)
  }

  /// Compares a total with the lines above it. What they come to with those that were left out is no difference.
  mutating func see(_ printed: Int64, line: Int) {
    guard let taken, !isUnknown else { return }
    count += 1
    let all = [taken.minor, taken.minor &+ (leftOut?.minor ?? 0)]
    let parts = [part, part &+ partLeftOut]
    let isWhole = all.contains(printed)
    last = Money(minor: printed, taken.currency)
    if !isWhole, !parts.contains(printed) {
      differenceCount += 1
      // The total of a part is nearer to it than to all.
      let isOfPart = (part &- printed).magnitude < (taken.minor &- printed).magnitude
      if difference == nil {
        difference = Difference(
          line: line, printed: Money(minor: printed, taken.currency),
          taken: Money(minor: isOfPart ? part : taken.minor, taken.currency))
      }
    }
    (part, partLeftOut) = (0, 0)
  }

  /// For people: both sums, or what differs. Nil where the file has no totals.
  public var sentence: String? {
    guard count > 0, let taken, let last, !isUnknown else { return nil }
    let sum = "\(documents) \(documents == 1 ? "line" : "lines") come to \(taken)"
    if let difference {
      let others = differenceCount == 1 ? "" : ", and \(differenceCount - 1) more totals differ"
      return
        "The file's own total on line \(difference.line) is \(difference.printed), but the lines above it come to "
        + "\(difference.taken)\(others). Look at the file before you rely on it."
    }
    let rest = leftOut.map { $0.minor == 0 || last == taken ? "" : ", those left out to \($0)" } ?? ""
    return
      "\(sum)\(rest); the file's own \(count == 1 ? "total" : "\(count) totals") agree\(count == 1 ? "s" : "")"
      + ": \(last)."
  }
}

extension RowReader {
  /// The column whose totals are compared; nil where none tells an amount of its own.
  var totalled: ColumnRole? {
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
