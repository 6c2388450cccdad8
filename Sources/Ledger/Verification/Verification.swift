import Receivables
import SQLEngine

extension LedgerFile {
  /// Number and hash of the last journal entry: what to print on a report or write to a log elsewhere, so that a
  /// journal that is cut or written anew can be told later. Throws `LedgerError`.
  public func journalHead() throws(LedgerError) -> JournalHead {
    try LedgerError.wrapping("read the journal's end") {
      try connection.first("select number, hash from journal order by number desc limit 1") {
        JournalHead(count: $0.int64(0), bytes: $0.blob(1))
      } ?? JournalHead(count: 0, bytes: EvidenceChain.beginning)
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
    do throws(LedgerError) {
      try LedgerError.wrapping("verify the ledger") {
        try connection.transaction(.deferred) { try check(anchors, progress, &problems) }
      }
    } catch .database(_, let reason), .damaged(_, let reason) {
      // A file that cannot be read to its end is what verify is for.
      problems.add(.file, "The file cannot be read to its end: \(reason).")
    } catch .unreadable(let what) {
      problems.add(.file, "The file holds what cannot be read: \(what).")
    }
    return problems.told
  }

  private func check(
    _ anchors: [JournalHead], _ progress: @escaping (Int, Int) -> Bool, _ problems: inout ProblemList
  ) throws {
    let size = "select (select count(*) from journal) + (select count(*) from account)"
    let total = try connection.first(size) { $0.int(0) } ?? 0
    var done = 0
    func step() throws {
      if done % 256 == 0, !progress(done, total) { throw LedgerError.cancelled(doing: "verify the ledger") }
      done += 1
    }
    try connection.whileAsking({ progress(0, total) }) { try FileCheck.run(on: connection, &problems) }
    try SchemaCheck.run(on: connection, &problems)
    var chain = ChainCheck(anchors: anchors)
    try chain.run(on: connection, &problems, step: step)

    let meta = Meta(connection: connection)
    // Rows of other rules are derived again at the next roll: there is nothing to compare them with.
    let isComparable = try meta.value(.rules) == RulesMark.text(of: policy)
    var check = AccountCheck(
      connection: connection, policy: policy, day: isComparable ? try meta.businessDate() : nil)
    let stream = try AccountStream(.all, on: connection)
    while let file = try stream.next() {
      try step()
      check.checkRows(file, &problems)
      try check.checkDerived(file, &problems)
    }
    try check.checkSums(&problems)
    _ = progress(total, total)
  }
}

/// What SQLite itself can say about a file.
enum FileCheck {
  /// Damaged pages, indices that do not match their tables, rows that name missing rows. Throws `SQLError`.
  static func run(on connection: Connection, _ problems: inout ProblemList) throws {
    for finding in try connection.all("pragma integrity_check", read: { $0.text(0) }) where finding != "ok" {
      problems.add(.file, "The file is damaged: \(finding).")
    }
    let dangling = try connection.all("pragma foreign_key_check") { ($0.text(0), $0.int64(1), $0.text(2)) }
    for (table, row, parent) in dangling {
      problems.add(.file, "Row \(row) of \(table) belongs to a row of \(parent) that is not there.")
    }
  }
}
