import Receivables
import SQLEngine

/// Checks one account: that what is stored as derived follows from its rows, and that its rows fit together.
struct AccountCheck {
  let connection: Connection
  let policy: Policy
  /// The business date of the derived rows; nil when there should not be any.
  let day: CalendarDay?

  /// Compares every derived cell with a new derivation. Throws `SQLError`.
  func checkDerived(_ file: AccountFile, _ problems: inout ProblemList) throws {
    guard let day else { return }
    let account = file.customer.number
    let wanted: DerivedRows
    do {
      wanted = try DerivedRows(of: file, policy: policy, asOf: day)
    } catch {
      problems.add(.books, account: account, "Account \(account) cannot be derived: \(error)")
      return
    }
    let tables = [
      (DerivedTable.summary, [wanted.summary]), (.balance, wanted.balances),
      (.search, [SearchableText(of: file).row]),
    ]
    for (table, rows) in tables {
      let stored = try connection.all(table.select, file.customer.id.rawValue) { row in
        table.columns.indices.map { row.cell($0) }
      }
      compare(stored, with: rows, of: table, account, &problems)
    }
  }

  /// What must hold of the rows of the books and of what the journal says about them.
  func checkRows(_ file: AccountFile, _ problems: inout ProblemList) {
    let account = file.customer.number
    let invoices = Dictionary(file.invoices.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let credits = Dictionary(file.credits.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for application in file.applications {
      guard let invoice = invoices[application.invoice] else {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) is to an invoice of another account.")
        continue
      }
      guard let id = application.credit else { continue }
      if credits[id]?.amount.currency != invoice.original.currency {
        problems.add(
          .books, account: account,
          "Account \(account): application \(application.id) uses a credit of another account or currency.")
      }
    }
    for invoice in file.invoices where invoice.original.minor < 0 {
      problems.add(.books, account: account, "Account \(account): invoice \(invoice.number) is negative.")
    }
    for entry in file.entries {
      guard case .call(let call) = entry.body else { continue }
      let named = call.invoices + (call.promise?.invoices ?? []) + (call.dispute?.invoices ?? [])
      for invoice in named + (call.plan?.invoices ?? []) where invoices[invoice] == nil {
        problems.add(
          .journal, account: account, entry: entry.number.rawValue,
          "Entry \(entry.number.rawValue) names an invoice that account \(account) does not have.")
        break
      }
    }
  }

  private func compare(
    _ stored: [[SQLCell]], with wanted: [[SQLCell]], of table: DerivedTable, _ account: String,
    _ problems: inout ProblemList
  ) {
    guard stored != wanted else { return }
    guard stored.count == wanted.count else {
      problems.add(
        .derived, account: account,
        "Account \(account): \(table.name) holds \(stored.count) rows where \(wanted.count) follow from its rows."
      )
      return
    }
    for (have, want) in zip(stored, wanted) {
      for (column, (have, want)) in zip(table.columns, zip(have, want)) where have != want {
        problems.add(
          .derived, account: account,
          "Account \(account): \(column) in \(table.name) is \(have) where \(want) follows from its rows.")
      }
    }
  }
}
