public import Receivables
import SQLEngine

extension LedgerFile {
  /// Takes files into the book, one after the other and all together: everything or nothing. `feed` hands in the rows of
  /// each, named by its place among `runs`; `progress` hears how many of how many accounts are done afterwards and says
  /// whether to go on. The results are in the order of the files.
  ///
  /// Throws `RefusedFile`, `LedgerError` and what `feed` throws; nothing is stored then.
  public func take(
    _ runs: [ImportRun], progress: (Int, Int) -> Bool = { _, _ in true },
    feed: (Int, IncomingRows) throws -> Void
  ) throws -> [ImportResult] {
    let doing = "import \(runs.map(\.file).joined(separator: ", "))"
    do {
      // What is read and written lies side by side, account by account: more memory would be of no use.
      try connection.execute(
        "pragma cache_size = -\(Self.importCacheKilobytes); pragma foreign_keys = off")
      defer {
        try? connection.execute("pragma cache_size = -\(cacheKilobytes); pragma foreign_keys = on")
      }
      return try write(doing) {
        for place in runs.indices { try refuseOlderSnapshot(place, of: runs) }
        let rows = try IncomingRows(
          files: runs.count, directory: FilePlace(path: path).directory, connection: connection)
        for place in runs.indices {
          rows.file = place
          try feed(place, rows)
        }
        try rows.finish()
        var taking = try AccountTaking(runs, policy: policy, connection: connection)
        try taking.takeAll(rows, progress: progress)
        let results = try taking.results()
        guard !runs.contains(where: \.isDryRun) else { throw DryRun(results: results) }
        let books = try connection.storedBooks()
        let before = try connection.journalHead().count
        for (run, result) in zip(runs, results) { try record(run, result, books) }
        try Meta(connection: connection).set(
          .importBefore, to: "\(before &+ 1) \(before &+ Int64(runs.count))")
        return results
      }
    } catch let dryRun as DryRun {
      return dryRun.results
    } catch let error as SQLError {
      throw LedgerError(error, doing: doing)
    } catch let error as MoneyError {
      throw LedgerError.money(error, doing: doing)
    }
  }

  private static let importCacheKilobytes = 8_192

  /// Leaves the transaction with a result, so that a dry run is the same work and cannot lie.
  private struct DryRun: Error {
    let results: [ImportResult]
  }

  /// An older snapshot would reopen and close by what was true before the last one. Throws `RefusedFile`.
  private func refuseOlderSnapshot(_ place: Int, of runs: [ImportRun]) throws {
    guard let day = runs[place].snapshot else { return }
    let stored = try connection.first("select max(as_of) from import_run where kind = 'snapshot'") {
      $0.optionalInt(0).map { CalendarDay(number: $0) }
    }
    let before = runs[..<place].compactMap(\.snapshot) + [stored].compactMap { $0 ?? nil }
    guard let newest = before.max(by: { $0.number < $1.number }), newest > day else { return }
    let refusal = Refusal(
      reason:
        "The file lists what was open on \(day.iso), but the book already holds a list of \(newest.iso). "
        + "Import the newest list.")
    throw RefusedFile(place: place, error: .refused([refusal]))
  }

  /// The journal says what was imported and what the books come to; the row beside it is found faster.
  private func record(_ run: ImportRun, _ result: ImportResult, _ books: BookTotals) throws {
    let said = ImportRecord(
      file: run.file, digest: run.digest.hexadecimal, lists: run.kind, asOf: run.snapshot,
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
