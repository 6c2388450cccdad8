import Receivables
import SQLEngine

extension CurrencyBalance {
  /// The balance that `DerivedRows` stored, with as many buckets as the policy has. Throws
  /// `LedgerError.unreadable`.
  init(row: Statement, bucketCount: Int) throws(LedgerError) {
    guard let currency = Currency(row.text(1)) else { throw .unreadable("a balance in “\(row.text(1))”") }
    self.init(currency: currency, bucketCount: bucketCount)
    for index in buckets.indices { buckets[index] = row.int64(2 + index) }
    credits = row.int64(9)
    pastDue = row.int64(10)
    disputed = row.int64(11)
    planned = row.int64(12)
    promised = row.int64(13)
    toCollect = row.int64(14)
  }
}
