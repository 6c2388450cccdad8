import Receivables
import SQLEngine

/// Holds the books against what the imports of the journal left: a number, a name or an amount that anything else has
/// changed, a document or an application that was put in or taken out.
///
/// Each account has a digest of its books beside it, which names it. That one can be forged with it; what the last
/// import says of all of them stands in the chain.
struct BooksCheck {
  private let connection: Connection
  /// What the journal said last of all the books.
  private let last: ToldBooks?
  private var found = BookTotals()

  init(connection: Connection) throws {
    self.connection = connection
    last = try connection.booksTold()
  }

  /// Compares one account, whose books are `now`, with what its last import left. Throws `SQLError`.
  mutating func check(_ file: AccountFile, _ now: AccountBooks, _ problems: inout ProblemList) throws {
    guard last != nil else { return }
    let account = file.customer.number
    found.add(now, of: file.customer.id.rawValue)
    let stored = try connection.first(AccountBooks.select, file.customer.id.rawValue) { row in
      (books: AccountBooks(row: row, from: 0), entry: row.int64(2))
    }
    guard let stored else {
      problems.add(
        .books, account: account,
        "Account \(account) was put into the books by no import, or the note of what the import left was removed."
      )
      return
    }
    guard stored.books != now else { return }
    let difference = Self.difference(from: stored.books?.totals ?? [], to: now.totals)
    problems.add(
      .books, account: account, entry: stored.entry,
      "The books of account \(account) were changed after the import of entry \(stored.entry): \(difference)."
    )
  }

  /// Compares the whole with what the last import says, when all accounts were checked, and the imports with the
  /// journal. Throws `SQLError`.
  func checkEnd(_ problems: inout ProblemList) throws {
    try checkRuns(&problems)
    try checkKeys(&problems)
    guard let last, found.digest != last.books else { return }
    var difference = Self.difference(from: last.totals, to: found.totals)
    if found.accounts != last.accounts {
      difference = "it left \(last.accounts) accounts, now there are \(found.accounts); " + difference
    }
    problems.add(
      .books, entry: last.entry,
      "The books are not as the import of entry \(last.entry) left them: \(difference).")
  }

  /// What is different in the first currency that is: what was, and what is.
  private static func difference(from before: [ControlTotals], to now: [ControlTotals]) -> String {
    let currencies = Set((before + now).map(\.currency)).sorted()
    for currency in currencies {
      let was = before.first { $0.currency == currency } ?? ControlTotals(currency)
      let found = now.first { $0.currency == currency } ?? ControlTotals(currency)
      let counts = [
        ("invoices", was.invoices, found.invoices), ("payments and credit notes", was.credits, found.credits),
      ]
      if let (what, was, found) = counts.first(where: { $0.1 != $0.2 }) {
        return "it had \(was) \(what) in \(currency.code), now there are \(found)"
      }
      let amounts = [
        ("billed", was.billed, found.billed), ("open", was.open, found.open),
        ("credited", was.credited, found.credited), ("unapplied", was.unapplied, found.unapplied),
      ]
      if let (what, was, found) = amounts.first(where: { $0.1 != $0.2 }) {
        let now = ControlTotals(currency)
        return
          "\(now.text(of: was)) \(currency.code) were \(what), now \(now.text(of: found)) \(currency.code)"
      }
    }
    return "a name, a number, a date or who owes what is another"
  }

  /// Every import of the journal has its row and the other way round. Rows of before the first such entry are of a
  /// version that wrote none.
  private func checkRuns(_ problems: inout ProblemList) throws {
    struct Run: Hashable {
      let recorded: Int64
      let digest: String
      let asOf: Int?
      let isTakenBack: Bool
    }
    let takenBack = Set(try connection.importReversals().keys.map(\.rawValue))
    // A salvage says itself what it lost of either.
    let start = try connection.salvages().map(\.entry).max() ?? 0
    let rows = try connection.all(
      "select number, recorded, body from journal where kind = 'import' and number > $1 order by number",
      start
    ) { row in
      (
        entry: row.int64(0), recorded: row.int64(1),
        said: EntryBody(stored: row.text(2)).first(ImportRecord.self)
      )
    }
    for row in rows where row.said == nil {
      problems.add(
        .journal, entry: row.entry, "What entry \(row.entry) said of an import cannot be read any more.")
    }
    let entries = rows.compactMap { row in
      row.said.map { said in
        let isTakenBack = takenBack.contains(row.entry)
        return (
          entry: row.entry,
          run: Run(
            recorded: row.recorded, digest: said.digest, asOf: isTakenBack ? nil : said.asOf?.number,
            isTakenBack: isTakenBack)
        )
      }
    }
    guard let first = entries.first else { return }
    let runs = try connection.all(
      "select recorded, digest, case kind when 'snapshot' then as_of end, kind from import_run order by id"
    ) {
      Run(
        recorded: $0.int64(0), digest: $0.text(1), asOf: $0.optionalInt(2),
        isTakenBack: $0.text(3) == ImportRun.takenBack)
    }
    let known = Set(runs)
    for (entry, run) in entries where !known.contains(run) {
      problems.add(
        .books, entry: entry, "What the file says beside entry \(entry) of its import is not what it says.")
    }
    let told = Set(entries.map(\.run))
    guard let begin = runs.firstIndex(of: first.run) else { return }
    for run in runs[begin...] where !told.contains(run) {
      problems.add(
        .books, "The file lists an import of a file with the digest \(run.digest) that no entry tells of.")
    }
  }

  /// Accounts are found by keys that follow from their numbers. Where a book of an earlier version has two of one key,
  /// one of them keeps another.
  private func checkKeys(_ problems: inout ProblemList) throws {
    var wrong: [(number: String, key: String)] = []
    let rows = try connection.statement("select number, number_key from account")
    defer { rows.reset() }
    while try rows.step() {
      let key = DocumentKey(rows.text(0)).text
      // Byte for byte, as the database compares them.
      if !key.utf8.elementsEqual(rows.text(1).utf8) { wrong.append((rows.text(0), key)) }
    }
    for (number, key) in wrong {
      let holder = try connection.first("select number from account where number_key = $1", key) {
        $0.text(0)
      }
      if holder.map({ DocumentKey($0).text == key }) ?? false { continue }
      problems.add(.books, "The account \(number) is found by another number than its own.")
    }
  }
}
