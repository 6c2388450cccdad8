public import Receivables
import SQLEngine

extension LedgerFile {
  /// Saves an entry once, however often it is tried, and brings the account's derived rows up to date in the same
  /// transaction; the draft of the action goes. Returns the entry as stored.
  ///
  /// `version` is the account's version that the entry was based on, nil when it was based on nothing. Throws
  /// `LedgerError.stale` with the account as it is now when somebody else wrote since; nothing is stored then.
  @discardableResult
  public func record(
    _ entry: NewEntry, basedOn version: Int64?, at moment: Instant, actor: String, host: String
  ) throws(LedgerError) -> JournalEntry {
    let doing = "save the entry"
    func save() throws -> JournalEntry {
      try write(doing) {
        let writer = JournalWriter(connection: connection, recorded: moment, actor: actor, host: host)
        return try store(entry, basedOn: version, with: writer)
      }
    }
    return try LedgerError.wrapping(doing) {
      do {
        return try save()
      } catch let error as SQLError where error.kind == .io {
        // A commit that fails in the operating system may be on the disk all the same. The same action again finds it
        // there or takes its place, and what is then flushed was written anew.
        guard (try? reopen()) != nil else { throw Self.outcome(of: error) }
        do {
          return try save()
        } catch let again as SQLError {
          throw Self.outcome(of: error, again)
        }
      }
    }
  }

  /// What can be said after these failures of one save.
  private static func outcome(of errors: SQLError...) -> any Error {
    guard let commit = errors.first(where: { $0.isOfCommit }) else { return errors[0] }
    return LedgerError.uncertain(reason: commit.reason)
  }

  /// Appends a history that was kept elsewhere, oldest first, in one transaction. Throws `LedgerError`.
  public func recordAll(
    _ history: [(entry: NewEntry, at: Instant)], actor: String, host: String
  ) throws(LedgerError) {
    let doing = "record the history"
    try LedgerError.wrapping(doing) {
      try write(doing) {
        for (entry, moment) in history {
          let writer = JournalWriter(connection: connection, recorded: moment, actor: actor, host: host)
          _ = try writer.append(entry)
          try connection.run(
            "insert into touched (account_id) values ($1) on conflict do nothing", entry.account.rawValue)
          try connection.run(
            "update account set version = version + 1 where id = $1", entry.account.rawValue)
        }
        if let day = try Meta(connection: connection).businessDate() {
          try Deriving(connection: connection, policy: policy, day: day).store(.touched)
        }
        try connection.run("delete from touched")
      }
    }
  }

  private func store(
    _ entry: NewEntry, basedOn version: Int64?, with writer: JournalWriter
  ) throws -> JournalEntry {
    if let saved = try savedEntry(entry.action) { return saved }
    let file = try read(entry.account)
    guard version == nil || version == file.version else { throw LedgerError.stale(file) }
    try check(entry.body, against: file)
    let saved = try writer.append(entry)
    try connection.run("update account set version = version + 1 where id = $1", entry.account.rawValue)
    try connection.run("delete from draft where action = $1", entry.action.rawValue)
    if let day = try Meta(connection: connection).businessDate() {
      var now = file
      now.entries.append(saved)
      try Deriving(connection: connection, policy: policy, day: day).store(now)
    }
    return saved
  }

  /// The entry of an action that was saved before; nil when it was not.
  private func savedEntry(_ action: ActionID) throws -> JournalEntry? {
    try connection.first(
      "select \(JournalEntry.columns) from journal where action = $1", action.rawValue
    ) { try JournalEntry(row: $0) }
  }

  /// Only what stands can be taken back, once, and on its own account.
  private func check(_ body: EntryBody, against file: AccountFile) throws(LedgerError) {
    switch body {
    case .call, .note, .snooze:
      return
    case .promiseWithdrawn(let number, _, _):
      guard let target = file.entries.first(where: { $0.number == number }),
        case .call(let call) = target.body,
        call.promise != nil
      else { throw .cannotTakeBack(number, reason: "it holds no promise of this account") }
      let isEnded = file.entries.contains { entry in
        switch entry.body {
        case .reversal(number, _): true
        case .promiseWithdrawn(number, _, _): !isReversed(entry.number, in: file)
        default: false
        }
      }
      guard !isEnded else { throw .cannotTakeBack(number, reason: "it was taken back before") }
    case .reversal(let number, _):
      guard let target = file.entries.first(where: { $0.number == number }) else {
        throw .cannotTakeBack(number, reason: "it is not of this account")
      }
      if case .reversal = target.body { throw .cannotTakeBack(number, reason: "it takes another entry back") }
      guard !isReversed(number, in: file) else {
        throw .cannotTakeBack(number, reason: "it was taken back before")
      }
    }
  }

  private func isReversed(_ number: EntryNumber, in file: AccountFile) -> Bool {
    file.entries.contains { if case .reversal(number, _) = $0.body { true } else { false } }
  }
}

extension LedgerFile {
  /// The newest entry of a collector on a business date that can still be taken back. Throws `LedgerError`.
  public func lastEntry(of collector: String, on day: CalendarDay) throws(LedgerError) -> JournalEntry? {
    try LedgerError.wrapping("find your last entry") {
      // Somebody else may have taken it back already.
      let entries = try connection.all(
        """
        select \(JournalEntry.columns) from journal
        where day >= $1 and kind = 'reversal' or day = $1 and collector = $2 order by number desc
        """, day.number, collector
      ) { try JournalEntry(row: $0) }
      var reversed: Set<EntryNumber> = []
      for entry in entries {
        if case .reversal(let number, _) = entry.body {
          reversed.insert(number)
        } else if !reversed.contains(entry.number) {
          return entry
        }
      }
      return nil
    }
  }
}
