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
  private(set) var rowCount = 0
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
  /// Numbers of this run and of the accounts that it adds to, by what they look like.
  var looks = NumberLooks()
  /// Customers of the book that the file calls by another name, the first of them with their line.
  var renamed = (count: 0, examples: [ImportDifference]())

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
    rowCount += 1
    let place = try place(of: row)
    guard let document = row.document else { return }
    do {
      switch document.kind {
      case .invoice: try add(invoice: document, to: place, line: row.line)
      case .creditNote, .payment:
        try add(credit: document, applications: row.applications, to: place, line: row.line)
      }
    } catch is MoneyError {
      refuse(
        row.line, .amount,
        "With this line the amounts of \(document.number) are larger than can be kept exactly. Correct the export."
      )
    }
  }

  /// Why the amounts of the accounts that the run wrote cannot be added up: the first customer whose they are.
  func overflow(_ error: MoneyError) throws -> any Error {
    for account in accounts where account.isTouched {
      let stream = try AccountStream(.one, account: account.id, on: connection)
      guard let file = try stream.next() else { continue }
      do {
        _ = try DerivedRow(of: file, policy: policy, asOf: run.day)
      } catch {
        refuse(
          account.line, .amount,
          "The amounts of customer \(account.stored.number) together are larger than can be kept exactly. "
            + "Correct the export.")
        return ImportError.refused(refused)
      }
    }
    return error
  }

  /// Closes what a snapshot no longer lists and brings the accounts up to date. Throws `ImportError`.
  func finish() throws -> ImportResult {
    guard refused.isEmpty else { throw ImportError.refused(refused) }
    if run.snapshot != nil { try closeUnlisted() }
    try storeAccounts()
    guard renamed.count <= policy.renameLimit || run.acceptsRenaming || run.isDryRun else {
      throw ImportError.renames(renamed.count, examples: renamed.examples)
    }
    return result
  }

  /// The account of `row`, made when the book does not have it.
  private func place(of row: IncomingRow) throws -> Int {
    if let last, last.number == row.customer.number {
      accounts[last.place].see(row.customer)
      return last.place
    }
    let key = DocumentKey(row.customer.number)
    let place: Int
    if let known = places[key.text] {
      place = known
    } else {
      look(atAccount: row.customer.number, key: key, line: row.line)
      place = try insertAccount(row.customer, key: key.text)
    }
    if !accounts[place].isListed {
      accounts[place].isListed = true
      accounts[place].line = row.line
    }
    accounts[place].see(row.customer)
    last = (row.customer.number, place)
    return place
  }

  func refuse(_ line: Int, _ part: IncomingPart, _ reason: String) {
    guard refused.count < 100 else { return }
    refused.append(Refusal(line: line, column: run.headings[part], reason: reason))
  }

  /// A document is known by its currency too: no import gives it another one.
  func refuse(_ line: Int, _ subject: String, currency: Currency, stored: Currency, isListed: Bool) {
    let place = isListed ? "earlier in the file" : "in the book"
    let way =
      run.headings[.currency] == nil
      ? "Say with --currency which one is meant." : "Correct the export."
    refuse(line, .currency, "\(subject) is in \(currency) here, but in \(stored) \(place). \(way)")
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
  /// Numbers that no book gives by itself, for which that would be too many bits.
  private var others: Set<Int64> = []

  private static func isUsual(_ id: Int64) -> Bool { (0..<1 << 34).contains(id) }

  /// Adds `id`; false when it was there already.
  mutating func insert(_ id: Int64) -> Bool {
    guard Self.isUsual(id) else { return others.insert(id).inserted }
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count + words.count / 2))
    }
    let bit: UInt64 = 1 << UInt64(id & 63)
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  func contains(_ id: Int64) -> Bool {
    guard Self.isUsual(id) else { return others.contains(id) }
    let word = Int(id >> 6)
    return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
  }
}
