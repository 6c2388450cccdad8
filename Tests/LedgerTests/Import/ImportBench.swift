import Hashing
import Receivables
import SQLEngine
import Settings

@testable import Ledger

/// A book and short ways to import rows into it.
struct ImportBench {
  let ledger: LedgerFile
  private var directory: TemporaryDirectory?

  /// An empty book.
  init() throws {
    let books = try TestBooks()
    self.init(ledger: books.ledger)
    directory = books.directory
    try ledger.roll(to: TestBooks.start)
  }

  /// A book that is kept elsewhere.
  init(ledger: LedgerFile) { self.ledger = ledger }

  @discardableResult
  func take(
    _ rows: [IncomingRow], snapshot: Int? = nil, day: Int = 0, isDryRun: Bool = false, yes: Bool = false,
    isEmpty: Bool = false, headings: [IncomingPart: String] = [:]
  ) throws -> ImportResult {
    var run = ImportRun.test("test.csv", snapshot: snapshot, day: day)
    run.isDryRun = isDryRun
    run.headings = headings
    (run.agreed.shrinking, run.agreed.renaming, run.agreed.emptiness) = (yes, yes, isEmpty)
    do {
      return try take([run], [rows])[0]
    } catch let refused as RefusedFile {
      throw refused.error
    }
  }

  /// Several files together.
  func take(_ runs: [ImportRun], _ files: [[IncomingRow]]) throws -> [ImportResult] {
    try ledger.take(runs) { place, incoming in
      for row in files[place] { try incoming.add(row) }
    }
  }

  /// Everything that imports write, in an order that does not depend on row numbers.
  func content() throws -> [[SQLCell]] {
    let queries = [
      "select number, number_key, name, terms, credit_limit, collector from account order by number_key",
      """
      select a.number_key, c.name, c.email, p.number from contact c join account a on a.id = c.account_id
      left join phone p on p.account_id = c.account_id and p.contact = c.position order by 1, 2, 4
      """,
      """
      select a.number_key, i.number, i.issued, i.due, i.amount, i.currency, i.reference
      from invoice i join account a on a.id = i.account_id order by 1, 2
      """,
      """
      select a.number_key, c.kind, c.number, c.dated, c.amount, c.currency
      from credit c join account a on a.id = c.account_id order by 1, 2, 3
      """,
      """
      select i.number, p.source, p.dated, p.amount from (
        select account_id, invoice_id, source, dated, amount from application union all
        select account_id, invoice_id, kind, dated, amount from credit where invoice_id is not null) p
      join invoice i on i.account_id = p.account_id and i.id = p.invoice_id order by 1, 2, 3, 4
      """,
      "select number, views, payload from account_summary order by number",
    ]
    return try queries.flatMap { query in
      try ledger.connection.all(query) { row in (0..<Self.width(query)).map { row.cell($0) } }
    }
  }

  private static func width(_ query: String) -> Int {
    query.prefix { $0 != "\n" }.split(separator: " from ")[0].split(separator: ",").count
  }

  /// What is open of each invoice, by number.
  func open(asOf day: Int = 1_000) throws -> [String: Int64] {
    var open: [String: Int64] = [:]
    try ledger.forEachAccount { file in
      for invoice in file.invoices {
        let applied = file.applications.filter { $0.invoice == invoice.id && $0.dated <= TestBooks.day(day) }
        open[invoice.number] = invoice.original.minor - applied.map(\.amount).reduce(0, +)
      }
      return true
    }
    return open
  }
}

extension ImportRun {
  /// Of a file that holds the word "content".
  static func test(_ file: String, snapshot: Int? = nil, day: Int = 0) -> ImportRun {
    let digest = SHA256.hash("content")
    return ImportRun(
      file: file, digest: digest, kind: "invoices", snapshot: snapshot.map(TestBooks.day),
      day: TestBooks.day(day), action: .new(), signed: .ann)
  }
}

extension SHA256 {
  fileprivate static func hash(_ text: String) -> [UInt8] { Array(text.utf8).withUnsafeBytes { hash($0) } }
}

extension IncomingRow {
  static func invoice(
    _ number: String, of customer: String = "1", name: String? = nil, amount: Int64 = 100, open: Int64? = nil,
    settled: Int? = nil, tellsSettled: Bool = false, currency: String = "USD", line: Int = 2
  ) throws -> IncomingRow {
    guard let currency = Currency(currency) else { throw Refusal(reason: "no currency \(currency)") }
    return IncomingRow(
      line: line, customer: IncomingCustomer(number: customer, name: name),
      document: IncomingDocument(
        kind: .invoice, number: number, issued: TestBooks.day(-40), due: TestBooks.day(-10),
        amount: Money(minor: amount, currency), open: open, settled: settled.map(TestBooks.day),
        tellsSettled: tellsSettled || settled != nil))
  }

  static func credit(
    _ number: String, of customer: String = "1", kind: IncomingDocument.Kind = .payment, amount: Int64 = 100,
    open: Int64? = nil, day: Int = -5, for applications: [IncomingApplication] = []
  ) throws -> IncomingRow {
    guard let usd = Currency("USD") else { throw Refusal(reason: "no USD") }
    return IncomingRow(
      line: 2, customer: IncomingCustomer(number: customer),
      document: IncomingDocument(
        kind: kind, number: number, issued: TestBooks.day(day), due: TestBooks.day(day),
        amount: Money(minor: amount, usd), open: open),
      applications: applications)
  }
}
