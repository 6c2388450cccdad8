import Receivables
import SQLEngine

extension DerivedRows {
  /// The cells of `DerivedTable.summary`.
  static func summaryRow(
    _ summary: AccountSummary, of customer: Customer, policy: Policy
  ) throws(MoneyError) -> [SQLCell] {
    let last = Int64(Int32.max)
    let order = try summary.sortKey(policy)
    return [
      .integer(customer.id.rawValue),
      .text(customer.number),
      .text(SearchText.folded(customer.name)),
      .text(customer.collector ?? ""),
      SQLCell(summary.balances.count),
      SQLCell(summary.lane?.rawValue),
      .integer(order[0]),
      .integer(order[1]),
      .integer(order[2]),
      .integer(order[3]),
      .integer(summary.lastContact.map { Int64($0.number) } ?? -last),
      .integer(summary.next.map(moment) ?? last * 1_440),
      .integer(summary.promise.map { Int64($0.day.number) } ?? last),
      SQLCell(summary.flags.rawValue),
      SQLCell(summary.priority),
      .text(summary.band.rawValue),
      SQLCell(summary.oldestDue?.number),
      SQLCell(summary.next?.kind.rawValue),
      SQLCell(summary.next?.day.number),
      SQLCell(summary.next?.time?.minutes),
      SQLCell(summary.next?.zone),
      SQLCell(summary.promise?.amount.minor),
      SQLCell(summary.promise?.amount.currency.code),
      SQLCell(summary.promise?.day.number),
      SQLCell(summary.promise?.state.rawValue),
      SQLCell(summary.promiseLevel),
      SQLCell(summary.lastContact?.number),
      SQLCell(summary.lastWorked?.day.number),
      SQLCell(summary.lastWorked?.result),
      .text(ReasonText.text(of: summary.reasons)),
      SQLCell(summary.changesOn?.number),
    ]
  }

  /// Minutes since 1970; a step without a time comes before those of the same day that have one.
  private static func moment(of next: NextAction) -> Int64 {
    Int64(next.day.number) * 1_440 + Int64(next.time?.minutes ?? 0)
  }

  /// The cells of `DerivedTable.balance`. The policy has at most seven buckets.
  static func balanceRow(_ balance: CurrencyBalance, of account: AccountID) -> [SQLCell] {
    let buckets = (0..<7).map { $0 < balance.buckets.count ? balance.buckets[$0] : 0 }
    let amounts = [
      balance.credits, balance.pastDue, balance.disputed, balance.planned, balance.promised,
      balance.toCollect,
    ]
    return [.integer(account.rawValue), .text(balance.currency.code)]
      + (buckets + amounts).map { .integer($0) }
  }
}
