import Receivables
import SQLEngine

extension LedgerFile {
  /// Number and hash of the last journal entry: what to print on a report or write to a log elsewhere, so that a
  /// journal that is cut or written anew can be told later. Throws `LedgerError`.
  public func journalHead() throws(LedgerError) -> JournalHead {
    try LedgerError.wrapping("read the journal's end") { try connection.journalHead() }
  }

  /// Which book it is, whatever its name: the beginning of the hash of its first entry; nil while it has none. Throws
  /// `LedgerError`.
  public func journalMark() throws(LedgerError) -> String? {
    try LedgerError.wrapping("read the journal's beginning") {
      try connection.first("select hash from journal where number = 1") { $0.blob(0).prefix(6).hexadecimal }
    }
  }

  /// The first of these heads that the journal contradicts: it ends before it, or has another entry there. Only looks up
  /// what they name. Throws `LedgerError`.
  public func contradicted(of heads: [JournalHead]) throws(LedgerError) -> JournalHead? {
    try LedgerError.wrapping("look up the heads that were kept") {
      try heads.first { head in
        let hash = try connection.first("select hash from journal where number = $1", head.count) {
          $0.blob(0)
        }
        return hash?.hexadecimal != head.hash
      }
    }
  }

  /// Checks everything that can be checked: the file, the journal's chain of evidence up to its end and against
  /// `anchors` from outside, the books' own rules, and every derived row against a new derivation. Empty when all is
  /// well. `progress` hears how many of how many rows are done and says whether to go on. Throws `LedgerError`.
  ///
  /// It does not prove that nobody wrote the whole journal anew: only an anchor kept elsewhere does.
  public func verify(
    anchors: [JournalHead] = [], progress: @escaping (Int, Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) -> [LedgerProblem] {
    var problems = ProblemList()
    let total = (try? count()) ?? 0
    var done = 0
    func step() throws {
      if done % 256 == 0, !progress(done, total) { throw LedgerError.cancelled(doing: "verify the ledger") }
      done += 1
    }
    let parts: [(inout ProblemList) throws -> Void] = [
      { [connection] problems in
        try connection.whileAsking({ progress(done, total) }) { try FileCheck.run(on: connection, &problems) }
      },
      { [connection] problems in try SchemaCheck.run(on: connection, &problems) },
      { [connection] problems in
        var chain = ChainCheck(anchors: anchors)
        try chain.run(on: connection, &problems, step: step)
      },
      { problems in try self.checkAccounts(&problems, step) },
    ]
    for part in parts {
      // What one of them cannot read, the others may.
      if let failure = try stopped(by: part, &problems) { problems.addOnce(.file, failure) }
    }
    _ = progress(total, total)
    return problems.told
  }

  /// Runs one part in a steady view of the file. The sentence about why it could not be ended; nil when it was.
  private func stopped(
    by part: (inout ProblemList) throws -> Void, _ problems: inout ProblemList
  ) throws(LedgerError) -> String? {
    do throws(LedgerError) {
      try LedgerError.wrapping("verify the ledger") {
        try connection.transaction(.deferred) { try part(&problems) }
      }
      return nil
    } catch .database(_, let reason), .damaged(_, let reason) {
      return
        "The file cannot be read to its end: \(reason). `kept salvage` makes a new book of what can be read."
    } catch .unreadable(let what) {
      return "The file holds what cannot be read: \(what)."
    }
  }

  private func count() throws -> Int {
    try connection.first("select (select count(*) from journal) + (select count(*) from account)") {
      $0.int(0)
    } ?? 0
  }

  private func checkAccounts(_ problems: inout ProblemList, _ step: () throws -> Void) throws {
    let meta = Meta(connection: connection)
    // Rows of other rules are derived again at the next roll: there is nothing to compare them with.
    let isComparable = try meta.value(.rules) == RulesMark.text(of: policy)
    let (policy, day) = (policy, isComparable ? try meta.businessDate() : nil)
    var check = try AccountCheck(connection: connection, day: day)
    var books = try BooksCheck(connection: connection)
    let related = try RelatedAccounts(on: connection)
    let pieces = InPieces { (account: VerifiedAccount) in
      AccountFindings(of: account, policy: policy, asOf: day)
    }
    let stream = try AccountStream(.all, on: connection)
    func compare(_ account: VerifiedAccount, _ findings: AccountFindings) throws {
      problems.add(findings.problems)
      if let whole = account.whole { try check.check(whole, findings, &problems) }
      try books.check(account.file, findings.books, &problems)
    }
    while let file = try stream.next() {
      try step()
      try pieces.add(try VerifiedAccount(file, related, on: connection), use: compare)
    }
    try pieces.finish(use: compare)
    if try !related.isTrue(on: connection) {
      problems.add(
        .derived, "account_relation says of other accounts that they belong together than the journal.")
    }
    for part in related.parts where day != nil {
      let row = try connection.first("select number from account_summary where account_id = $1", part) {
        $0.text(0)
      }
      if let row {
        problems.add(
          .derived, account: row,
          "Account \(row) has a row in account_summary, and is worked with another one.")
      }
    }
    try check.checkSums(&problems)
    try check.checkSearched(&problems)
    try books.checkEnd(&problems)
  }
}

/// What SQLite itself can say about a file.
enum FileCheck {
  /// Damaged pages, indices that do not match their tables, rows that name missing rows. Throws `SQLError`.
  static func run(on connection: Connection, _ problems: inout ProblemList) throws {
    for finding in try connection.all("pragma integrity_check", read: { $0.text(0) }) where finding != "ok" {
      problems.add(.file, "The file is damaged: \(finding).")
    }
    let dangling = try connection.all("pragma foreign_key_check") {
      ($0.text(0), $0.optionalInt64(1), $0.text(2))
    }
    for (table, row, parent) in dangling {
      let which = row.map { "Row \($0)" } ?? "A row"
      problems.add(.file, "\(which) of \(table) belongs to a row of \(parent) that is not there.")
    }
    let lost = """
      select p.account_id from phone p where not exists (
        select 1 from contact c where c.account_id = p.account_id and c.position = p.contact) limit 1
      """
    if try connection.first(lost, read: { _ in true }) != nil {
      problems.add(.file, "A telephone number belongs to a person who is not there.")
    }
  }
}
