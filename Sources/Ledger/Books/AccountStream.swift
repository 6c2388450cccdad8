import Receivables
import SQLEngine

/// Whole accounts in the order of their row numbers, read in one pass over each table.
final class AccountStream {
  private let customers: Statement
  private let contacts: OrderedRows<ContactRow>
  private let invoices: OrderedRows<Invoice>
  private let credits: OrderedRows<Credit>
  private let applications: OrderedRows<Application>
  private let entries: OrderedRows<JournalEntry>

  /// The accounts of `selection`; `account` is the one of `AccountRows.Selection.one`. Throws `SQLError`.
  init(_ selection: AccountRows.Selection, account: Int64 = 0, on connection: Connection) throws {
    let rows = AccountRows(selection: selection)
    func statement(_ sql: String) throws -> Statement {
      let statement = try connection.statement(sql)
      try statement.bind(selection == .one ? [account] : [])
      return statement
    }
    contacts = try OrderedRows(try statement(rows.contacts)) { ContactRow(row: $0) }
    invoices = try OrderedRows(try statement(rows.invoices)) { try Invoice(row: $0) }
    credits = try OrderedRows(try statement(rows.credits)) { try Credit(row: $0) }
    applications = try OrderedRows(try statement(rows.applications)) { try Application(row: $0) }
    entries = try OrderedRows(try statement(rows.entries)) { try JournalEntry(row: $0) }
    customers = try statement(rows.customers)
  }

  deinit { customers.reset() }

  /// The next account; nil after the last. Throws `SQLError` and `LedgerError.unreadable`.
  func next() throws -> AccountFile? {
    guard try customers.step() else { return nil }
    let id = customers.int64(0)
    return AccountFile(
      customer: try Customer(row: customers), contacts: ContactRow.contacts(try contacts.rows(of: id)),
      invoices: try invoices.rows(of: id).sorted { ($0.due, $0.id) < ($1.due, $1.id) },
      credits: try credits.rows(of: id).sorted { ($0.dated, $0.id) < ($1.dated, $1.id) },
      applications: try applications.rows(of: id).sorted { ($0.dated, $0.id) < ($1.dated, $1.id) },
      entries: try entries.rows(of: id), version: customers.int64(9))
  }
}
