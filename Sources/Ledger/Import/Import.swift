import Hashing
import Receivables
import SQLEngine

extension LedgerFile {
  /// Takes one file into the book: everything or nothing. `feed` hands the rows to the writer; `progress` hears how
  /// many of how many accounts are worked out afterwards and says whether to go on.
  ///
  /// Throws `ImportError`, `LedgerError` and what `feed` throws; nothing is stored then.
  public func take(
    _ run: ImportRun, progress: (Int, Int) -> Bool = { _, _ in true }, feed: (BookWriter) throws -> Void
  ) throws -> ImportResult {
    do {
      // Rows of a big file touch the whole book; its pages should stay in memory as long as that lasts.
      try connection.execute("pragma cache_size = -\(Self.bulkCacheKilobytes)")
      defer { try? connection.execute("pragma cache_size = -\(Self.cacheKilobytes)") }
      return try write("import \(run.file)") {
        let writer = try BookWriter(run, policy: policy, connection: connection)
        try feed(writer)
        let result = try writer.finish()
        let entry = try connection.journalHead().count &+ 1
        do {
          try deriveTouched(importedBy: entry, progress: progress)
        } catch let error as MoneyError {
          throw try writer.overflow(error)
        }
        try connection.storeMissingBooks(entry: entry)
        let books = try connection.storedBooks()
        guard !run.isDryRun else { throw DryRun(result: result) }
        try record(run, result, books)
        return result
      }
    } catch let dryRun as DryRun {
      return dryRun.result
    } catch let error as SQLError {
      throw LedgerError(error, doing: "import \(run.file)")
    } catch let error as MoneyError {
      throw LedgerError.money(error, doing: "import \(run.file)")
    }
  }

  /// 512 MB, of which a small import takes only what it needs.
  private static let bulkCacheKilobytes = 524_288

  /// Leaves the transaction with a result, so that a dry run is the same work and cannot lie.
  private struct DryRun: Error {
    let result: ImportResult
  }

  /// The journal says what was imported and what the books come to; the row beside it is found faster.
  private func record(_ run: ImportRun, _ result: ImportResult, _ books: BookTotals) throws {
    let said = ImportRecord(
      file: run.file, digest: SHA256.hash(run.content).hexadecimal, lists: run.kind, asOf: run.snapshot,
      customers: .init(result.customers), invoices: .init(result.invoices), payments: .init(result.payments),
      accounts: books.accounts, totals: books.totals, books: books.digest)
    let entry = NewEntry(
      action: run.action, account: nil, day: run.day, collector: run.collector, body: EntryBody(said))
    _ = try JournalWriter(connection: connection, signature: run.signature, policy: policy.digest)
      .append(entry, about: nil)
    try connection.run(
      """
      insert into import_run (recorded, actor, file, digest, kind, as_of, counts)
      values ($1, $2, $3, $4, $5, $6, $7)
      """, run.signature.at.milliseconds, run.signature.actor, run.file, said.digest,
      run.snapshot == nil ? run.kind : "snapshot",
      (run.snapshot ?? run.day).number,
      [said.customers, said.invoices, said.payments].map(\.text).joined(separator: ", "))
    guard let mapping = run.mapping else { return }
    try connection.run(
      "insert into mapping (name, body) values ($1, $2) on conflict (name) do update set body = excluded.body",
      mapping.form, mapping.text)
  }
}

extension ImportRecord.Counts {
  fileprivate init(_ tally: ImportTally) {
    self.init(
      added: tally.added, changed: tally.changed, unchanged: tally.unchanged, closed: tally.closed)
  }
}
