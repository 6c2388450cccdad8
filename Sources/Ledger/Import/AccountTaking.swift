import Receivables
import SQLEngine

/// Takes the sorted rows of an import into the books, account by account: one read of what is stored, one merge with what
/// the files say, one write of what is different, one derivation of what came of it.
struct AccountTaking {
  private let runs: [ImportRun]
  private let policy: Policy
  private let connection: Connection
  private let writing: BooksWriting
  private let keeping: BooksKeeping
  /// Number of the entry that will tell of the last file.
  private let entry: Int64
  private var merges: [BooksMerge]
  /// Nil before the book's first day: there is nothing to derive.
  private var deriving: DerivedBatch?
  /// Where the files first name an account.
  private var firstLines: (Int64) -> (file: Int, line: Int)? = { _ in nil }
  /// Accounts that were different.
  private var changed = 0

  init(_ runs: [ImportRun], policy: Policy, connection: Connection) throws {
    self.runs = runs
    self.policy = policy
    self.connection = connection
    merges = runs.map { BooksMerge($0.terms) }
    writing = try BooksWriting(on: connection)
    keeping = try BooksKeeping(on: connection)
    entry = try connection.journalHead().count &+ Int64(runs.count)
    deriving = try Meta(connection: connection).businessDate().map {
      try DerivedBatch(Deriving(connection: connection, policy: policy, day: $0), isAlone: true)
    }
  }

  /// Takes all accounts that the files name; a snapshot looks at those that it does not name, too. Throws `SQLError`,
  /// `LedgerError` and `MoneyError`.
  mutating func takeAll(_ rows: IncomingRows, progress: (Int, Int) -> Bool) throws {
    for found in rows.lookAlikes {
      merges[found.file].look(atCustomer: found.number, beside: found.other, line: found.line)
    }
    for found in rows.spellings {
      merges[found.file].hear(ofCustomer: found.number, spelled: found.other, line: found.line)
    }
    firstLines = { rows.firstLine(of: $0) }
    let selection = try select(rows)
    let newCount = rows.accounts.count - rows.storedCount
    if newCount >= DerivedBatch.manyAccounts { try deriving?.beginMany() }
    let total = rows.storedCount + newCount
    var done = 0
    func step() throws {
      done += 1
      guard done % 256 == 1, !progress(done, total) else { return }
      throw LedgerError.cancelled(doing: "import \(runs[0].file)")
    }
    var next = try rows.next()
    var stream = rows.storedCount > 0 ? try AccountStream(selection, on: connection) : nil
    while let file = try stream?.next() {
      let id = file.customer.id.rawValue
      try step()
      let lines = next?.account.id == id ? next?.rows : nil
      guard lines != nil || closesUnlisted else { continue }
      try take(lines, of: file, key: nil)
      if lines != nil { next = try rows.next() }
      if let deriving, !deriving.isMany, changed >= DerivedBatch.manyAccounts {
        // No index can go while a table is being read.
        stream = nil
        try self.deriving?.beginMany()
        stream = try AccountStream(selection, from: id &+ 1, on: connection)
      }
    }
    stream = nil
    while let (account, lines) = next {
      try step()
      let id = AccountID(rawValue: account.id)
      let customer = Customer(id: id, number: account.number, name: account.number)
      try take(lines, of: AccountFile(customer: customer), key: account.key)
      next = try rows.next()
    }
    // What belongs together is read anew.
    try writing.finish()
    try refusingOverflow { try $0.finish() }
    try connection.run("delete from touched")
    try noteOthers()
    _ = progress(total, total)
  }

  /// What is in books of before imports left a note of each account is noted as it is. Throws `SQLError`.
  private func noteOthers() throws {
    let missing = "select id from account where id not in (select account_id from account_books)"
    for account in try connection.all(missing, read: { $0.int64(0) }) {
      guard let file = try AccountStream(account: account, on: connection).next() else { continue }
      try writing.write(AccountBooks(of: file), of: file.customer.id, entry: entry)
    }
    try writing.finish()
  }

  /// What came of each file. Throws `RefusedFile` for the first that cannot be taken.
  func results() throws -> [ImportResult] {
    var results: [ImportResult] = []
    for (place, merge) in merges.enumerated() {
      var result = merge.result
      if runs[place].isDryRun {
        do throws(ImportError) { try merge.check(policy, runs[place].agreed) } catch {
          result.objection = error
        }
      }
      results.append(result)
      var agreed = runs[place].agreed
      agreed.all = runs[place].isDryRun
      do throws(ImportError) {
        try merge.check(policy, agreed)
      } catch {
        throw RefusedFile(place: place, error: error)
      }
    }
    return results
  }

  private var closesUnlisted: Bool { runs.contains { $0.snapshot != nil } }

  /// Few accounts are looked up, many are read on the way through all.
  private func select(_ rows: IncomingRows) throws -> AccountRows.Selection {
    let listed = rows.listedAccounts
    guard !closesUnlisted, listed.count * 4 < rows.storedCount else { return .all }
    try connection.run("delete from touched")
    let touch = try connection.statement("insert into touched (account_id) values ($1)")
    for account in listed {
      try touch.bind(account, at: 1)
      try touch.run()
    }
    return .touched
  }

  /// `key` is what a new account is found by; nil for one that the book has.
  private mutating func take(_ lines: [[IncomingRow]]?, of file: AccountFile, key: String?) throws {
    var account = AccountAtWork(file, isNew: key != nil)
    for place in merges.indices { merges[place].merge(lines?[place] ?? [], into: &account) }
    // What is refused is not written, only read to its end for what else is wrong.
    guard account.isChanged, !merges.contains(where: \.isRefused) else { return }
    changed += 1
    let after = account.file(entries: file.entries, version: file.version &+ 1)
    let isNew = key != nil
    // Of several spellings of a name the rows elect one, by which it is found.
    let found = key.map { $0.utf8.first == 0x3D ? $0 : DocumentKey(after.customer.number).text }
    try keeping.keep(isNew ? nil : file, after: after)
    try writing.write(after, before: isNew ? nil : file, key: found)
    try writing.write(AccountBooks(of: after), of: after.customer.id, entry: entry)
    try refusingOverflow { try $0.store(after, before: isNew ? nil : file) }
  }

  /// An account whose amounts cannot be added up refuses the file that names it, on the line that names it first.
  private mutating func refusingOverflow(_ body: (DerivedBatch) throws -> Void) throws {
    guard let deriving else { return }
    do {
      try body(deriving)
    } catch let overflow as DerivedBatch.Overflow {
      let named = firstLines(overflow.customer.id.rawValue)
      merges[named?.file ?? 0].refuseAmounts(of: overflow.customer, line: named?.line)
    }
  }
}
