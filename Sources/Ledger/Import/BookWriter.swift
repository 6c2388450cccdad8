public import Receivables
import SQLEngine

/// Takes the rows of one file into the book, inside one transaction: the account, the document, what was paid of it.
/// What is already there is compared and left alone.
public final class BookWriter {
  let run: ImportRun
  let policy: Policy
  let connection: Connection
  var result = ImportResult()
  var refused: [Refusal] = []
  var accounts: [AccountIntake] = []
  var places: [String: Int] = [:]
  /// Documents that the file lists.
  var listedInvoices = RowSet()
  var listedCredits = RowSet()
  var nextAccount: Int64
  var nextInvoice: Int64
  var nextCredit: Int64
  /// Row numbers from here on were given in this run.
  let firstNewInvoice: Int64
  let firstNewCredit: Int64
  let insertInvoice: Statement
  let insertApplication: Statement
  private var last: (number: String, place: Int)?

  /// The day on which takes effect what the file gives no date for.
  var effective: CalendarDay { run.snapshot ?? run.day }

  init(_ run: ImportRun, policy: Policy, connection: Connection) throws {
    self.run = run
    self.policy = policy
    self.connection = connection
    func next(_ table: String) throws -> Int64 {
      try connection.first("select coalesce(max(id), 0) + 1 from \(table)") { $0.int64(0) } ?? 1
    }
    nextAccount = try next("account")
    nextInvoice = try next("invoice")
    nextCredit = try next("credit")
    firstNewInvoice = nextInvoice
    firstNewCredit = nextCredit
    insertInvoice = try connection.statement(InvoiceSQL.insert)
    insertApplication = try connection.statement(ApplicationSQL.insert)
    try refuseOlderSnapshot()
    try loadAccounts()
  }

  /// Takes a row. What contradicts the file or the book is noted and makes `finish` throw. Throws `SQLError`.
  public func add(_ row: IncomingRow) throws {
    let place = try place(of: row)
    guard let document = row.document else { return }
    switch document.kind {
    case .invoice: try add(invoice: document, to: place, line: row.line)
    case .creditNote, .payment:
      try add(credit: document, applications: row.applications, to: place, line: row.line)
    }
  }

  /// Closes what a snapshot no longer lists and brings the accounts up to date. Throws `ImportError`.
  func finish() throws -> ImportResult {
    if run.snapshot != nil { try closeUnlisted() }
    try storeAccounts()
    guard refused.isEmpty else { throw ImportError.refused(refused) }
    return result
  }

  /// The account of `row`, made when the book does not have it.
  private func place(of row: IncomingRow) throws -> Int {
    if let last, last.number == row.customer.number {
      accounts[last.place].see(row.customer)
      return last.place
    }
    let key = DocumentKey(row.customer.number).text
    let place = try places[key] ?? insertAccount(row.customer, key: key)
    if !accounts[place].isListed {
      accounts[place].isListed = true
      accounts[place].line = row.line
    }
    accounts[place].see(row.customer)
    last = (row.customer.number, place)
    return place
  }

  func refuse(_ line: Int, _ reason: String) {
    if refused.count < 100 { refused.append(Refusal(line: line, reason: reason)) }
  }

  /// Keeps a difference for the dry run that shows it. The text is made only then.
  func note(
    _ kind: ImportDifference.Kind, line: Int?, _ subject: @autoclosure () -> String,
    _ detail: @autoclosure () -> String
  ) {
    guard run.isDryRun else { return }
    guard result.differences.count < 200 else {
      result.moreDifferences += 1
      return
    }
    result.differences.append(ImportDifference(kind: kind, line: line, subject: subject(), detail: detail()))
  }
}

/// Row numbers, a bit for each: what a file has listed so far.
struct RowSet {
  private var words: [UInt64] = []

  /// Adds `id`; false when it was there already.
  mutating func insert(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count + words.count / 2))
    }
    let bit: UInt64 = 1 << UInt64(id & 63)
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
  }
}
