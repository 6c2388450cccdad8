import Receivables
import SQLEngine

/// The columns of `account` that an import writes.
struct AccountAttributes: Hashable {
  var number: String
  var name: String
  var terms: String?
  var creditLimit: Money?
  var collector: String?
  var paymentRun: String?
  var timeZone: String?

  static let columns = "number, name, terms, credit_limit, credit_currency, collector, payment_run, time_zone"

  init(number: String, name: String) {
    self.number = number
    self.name = name
  }

  /// Reads `columns`, the first of them in `column`.
  init(row: Statement, from column: Int) throws(LedgerError) {
    number = row.text(column)
    name = row.text(column + 1)
    terms = row.optionalText(column + 2)
    creditLimit =
      row.isNull(column + 3) ? nil : try Money(row: row, amount: column + 3, currency: column + 4)
    collector = row.optionalText(column + 5)
    paymentRun = row.optionalText(column + 6)
    timeZone = row.optionalText(column + 7)
  }

  /// In the order of `columns`.
  var values: [(any SQLValue)?] {
    [number, name, terms, creditLimit?.minor, creditLimit?.currency.code, collector, paymentRun, timeZone]
  }

  /// What is different in `other`, for people.
  func differences(to other: AccountAttributes) -> String {
    let pairs: [(String, String?, String?)] = [
      ("name", name, other.name), ("terms", terms, other.terms),
      ("limit", creditLimit?.description, other.creditLimit?.description),
      ("collector", collector, other.collector), ("payment run", paymentRun, other.paymentRun),
      ("time zone", timeZone, other.timeZone),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "none") → \($0.2 ?? "none")" }
      .joined(separator: ", ")
  }
}
