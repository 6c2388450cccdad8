import Receivables
import SQLEngine

/// Everything that is stored as derived of one account for a business date. Writing, rebuilding and verifying all go through this value,
/// so they cannot disagree on what belongs to it.
struct DerivedRows: Hashable {
  /// The row of `account_summary`, cells in the order of `DerivedTable.summary.columns`.
  var summary: [SQLCell]
  /// The rows of `account_balance`, by currency.
  var balances: [[SQLCell]]

  /// Derives them as of `day`. Throws `MoneyError`.
  init(of file: AccountFile, policy: Policy, asOf day: CalendarDay) throws(MoneyError) {
    let summary = try AccountSummary(of: file, policy: policy, asOf: day)
    self.summary = try Self.summaryRow(summary, of: file.customer, policy: policy)
    balances = summary.balances.map { Self.balanceRow($0, of: file.customer.id) }
  }
}
