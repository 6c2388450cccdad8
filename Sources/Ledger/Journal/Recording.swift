public import Receivables
import SQLEngine

/// An entry as it was stored, with the account as it is now.
public struct RecordedEntry: Hashable, Sendable {
  /// The entry.
  public var entry: JournalEntry
  /// The account with it.
  public var file: AccountFile
  /// That the clock stands before that of the entry before it, recorded on the same machine; nil when it does not.
  public var clock: ClockSetBack?
}

extension LedgerFile {
  /// Saves an entry once, however often it is tried, and brings the account's derived row up to date in the same
  /// transaction; the draft of the action goes. Returns the entry as stored, with its account.
  ///
  /// `version` is the account's version that the entry was based on, nil when it was based on nothing. Throws
  /// `LedgerError.stale` with the account as it is now when somebody else wrote since, and `.otherDay` when the book is
  /// of another business date than the entry; nothing is stored then.
  @discardableResult
  public func record(
    _ entry: NewEntry, basedOn version: Int64?, signed signature: Signature
  ) throws(LedgerError) -> RecordedEntry {
    let doing = "save the entry"
    func save() throws -> RecordedEntry {
      let accounts = try lists(touchedBy: entry)
      return try write(doing, about: accounts) { try store(entry, basedOn: version, signature) }
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
          let writer = JournalWriter(
            connection: connection, signature: Signature(at: moment, actor: actor, host: host),
            policy: policy.digest)
          _ = try writer.append(entry, about: try entry.account.map { try customer($0) })
          guard let account = entry.account else { continue }
          try connection.run(
            "insert into touched (account_id) values ($1) on conflict do nothing", account.rawValue)
          try connection.run("update account set version = version + 1 where id = $1", account.rawValue)
        }
        if history.contains(where: { $0.entry.body.first(CustomerRelation.self) != nil }) {
          try RelatedAccounts.rebuild(on: connection)
        }
        if let day = try Meta(connection: connection).businessDate() {
          try Deriving(connection: connection, policy: policy, day: day).store(.touched)
        }
        try connection.run("delete from touched")
      }
    }
  }

  private func store(
    _ entry: NewEntry, basedOn version: Int64?, _ signature: Signature
  ) throws -> RecordedEntry {
    guard let named = entry.account else { throw LedgerError.unknownAccount }
    if let saved = try savedEntry(entry.action) {
      return RecordedEntry(entry: saved, file: try read(named))
    }
    var file = try read(named)
    // What is said of a part is said of the whole.
    let account = file.customer.id
    var entry = entry
    entry.account = account
    guard version == nil || version == file.version else { throw LedgerError.stale(file) }
    let day = try Meta(connection: connection).businessDate()
    if let day, entry.day != day { throw LedgerError.otherDay(day) }
    for right in entry.body.rightsNeeded(by: signature.actor, on: file).sorted(by: {
      $0.rawValue < $1.rawValue
    }) {
      try policy.rights.demand(right, of: signature)
    }
    if let relation = entry.body.first(CustomerRelation.self) {
      entry.body = EntryBody(try RelatedAccounts(on: connection).completed(relation, on: connection))
    }
    try check(entry.body, against: file)
    let clock = ClockSetBack(now: signature.at, before: try lastTime(on: signature.host))
    let writer = JournalWriter(connection: connection, signature: signature, policy: policy.digest)
    let saved = try writer.append(entry, about: file.customer)
    try connection.run("update account set version = version + 1 where id = $1", account.rawValue)
    try connection.run("delete from draft where action = $1", entry.action.rawValue)
    let before = try RelatedAccounts(on: connection)
    let isRelation = try isAboutRelations(saved.body)
    // What takes an entry back may take it from others too, with whom the account was one then.
    if isRelation || before.involves(account.rawValue) && saved.body.first(Reversal.self) != nil {
      if isRelation { try RelatedAccounts.rebuild(on: connection) }
      let touched = try before.circle(of: account.rawValue)
        .union(RelatedAccounts(on: connection).circle(of: account.rawValue))
      if let day {
        try Deriving(connection: connection, policy: policy, day: day).storeRelated(touched)
      }
      return RecordedEntry(entry: saved, file: try read(account), clock: clock)
    }
    file.entries.append(saved)
    // Somebody may have put the largest number there.
    file.version &+= 1
    if let day { try Deriving(connection: connection, policy: policy, day: day).store(file) }
    return RecordedEntry(entry: saved, file: file, clock: clock)
  }

  /// The accounts of whose rows in lists an entry may change something; nil for any.
  private func lists(touchedBy entry: NewEntry) throws -> [AccountID]? {
    guard let account = entry.account, try !isAboutRelations(entry.body) else { return nil }
    let related = try RelatedAccounts(on: connection)
    if entry.body.first(Reversal.self) != nil, related.involves(account.rawValue) { return nil }
    return [AccountID(rawValue: related.top(of: account.rawValue))]
  }

  /// Whether an entry says how accounts belong together, or takes back that one does.
  private func isAboutRelations(_ body: EntryBody) throws -> Bool {
    if body.first(CustomerRelation.self) != nil { return true }
    guard let undone = body.first(Reversal.self)?.entry else { return false }
    return try connection.first(
      "select 1 from journal where number = $1 and kind = $2", undone.rawValue, CustomerRelation.name
    ) { _ in true } ?? false
  }

  /// Number and name of an account, for an entry about it.
  private func customer(_ id: AccountID) throws -> Customer {
    let customer = try connection.first("select number, name from account where id = $1", id.rawValue) {
      Customer(id: id, number: $0.text(0), name: $0.text(1))
    }
    guard let customer else { throw LedgerError.unknownAccount }
    return customer
  }

  /// The entry of an action that was saved before; nil when it was not. Throws `LedgerError`.
  public func entry(of action: ActionID) throws(LedgerError) -> JournalEntry? {
    try LedgerError.wrapping("look for the entry") { try savedEntry(action) }
  }

  func savedEntry(_ action: ActionID) throws -> JournalEntry? {
    try connection.first(
      "select \(JournalEntry.columns) from journal where action = $1", action.rawValue
    ) { JournalEntry(row: $0) }
  }

  /// Only what stands can be taken back, once, and on its own account.
  private func check(_ body: EntryBody, against file: AccountFile) throws {
    let journal = CorrectedJournal(file.entries)
    let counting = journal.entries.filter { journal.counts($0.number) }
    for withdrawal in body.all(Withdrawal.self) {
      let number = withdrawal.matter.entry
      guard journal.entries.contains(where: { $0.opened(withdrawal.matter) }) else {
        throw LedgerError.cannotTakeBack(
          number, reason: "it holds nothing of this account that can be taken back")
      }
      let isEnded = counting.contains { entry in
        entry.body.all(Withdrawal.self).contains { $0.matter == withdrawal.matter }
      }
      guard journal.counts(number), !isEnded else {
        throw LedgerError.cannotTakeBack(number, reason: "it was taken back before")
      }
    }
    if let relation = body.first(CustomerRelation.self) {
      try RelatedAccounts(on: connection).check(relation, saidOf: file, on: connection)
    }
    for change in body.all(MatterChange.self) {
      guard counting.contains(where: { $0.opened(change.matter) }) else {
        throw LedgerError.nothingToChange(change.matter)
      }
    }
    if let number = body.first(Reversal.self)?.entry {
      guard let target = file.entries.first(where: { $0.number == number }) else {
        throw LedgerError.cannotTakeBack(number, reason: "it is not of this account")
      }
      guard target.body.first(Reversal.self) == nil || target.body.isCorrection else {
        throw LedgerError.cannotTakeBack(number, reason: "it takes another entry back")
      }
      switch journal.standing(of: number) {
      case .inForce: break
      case .takenBack: throw LedgerError.cannotTakeBack(number, reason: "it was taken back before")
      case .corrected(let later):
        throw LedgerError.cannotTakeBack(
          number, reason: "entry \(later.rawValue) corrected it and stands in its place")
      }
    }
  }

  /// The newest entry of a collector on a business date that can still be taken back. Throws `LedgerError`.
  public func lastEntry(of collector: String, on day: CalendarDay) throws(LedgerError) -> JournalEntry? {
    try LedgerError.wrapping("find your last entry") {
      // Somebody else may have taken it back already.
      let entries = try connection.all(
        """
        select \(JournalEntry.columns) from journal
        where account_id is not null and (day >= $1 and kind = 'reversal' or day = $1 and collector = $2)
        order by number desc
        """, day.number, collector
      ) { JournalEntry(row: $0) }
      let journal = CorrectedJournal(entries.reversed())
      return entries.first { entry in
        entry.collector == collector && entry.day == day && journal.standing(of: entry.number) == .inForce
          && (entry.body.first(Reversal.self) == nil || entry.body.isCorrection)
      }
    }
  }
}
