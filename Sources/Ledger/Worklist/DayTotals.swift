public import Receivables
import SQLEngine

/// What some entries of one day come to.
struct DayWork {
  /// Accounts with a contact or an attempt that counts as worked.
  private(set) var accounts: Set<AccountID> = []
  /// Accounts where the right person was spoken to.
  private(set) var contacted: Set<AccountID> = []
  /// Promises that stand, with what newer promises and plans left of them.
  private(set) var promises: [MatterID: Money] = [:]
  private let withdrawn: Set<MatterID>

  /// Nothing yet, of entries of which these were withdrawn.
  init(withdrawn: Set<MatterID>) { self.withdrawn = withdrawn }

  /// Adds an entry that counts; they come in their order. Throws `MoneyError`.
  mutating func add(_ entry: JournalEntry) throws(MoneyError) {
    guard let account = entry.account,
      let contact = entry.body.first(ContactRecord.self)
    else { return }
    if contact.effects.contains(.worked) { accounts.insert(account) }
    if contact.effects.contains(.rightParty) { contacted.insert(account) }
    // The customer thought again on the same day: the later word counts where both meet.
    for part in entry.body.replaces {
      guard let before = promises[part.promise] else { continue }
      let left = try before.subtracting(part.amount)
      promises[part.promise] = left.minor > 0 ? left : nil
    }
    for (id, promise) in entry.matters(PromiseTerms.self)
    where promise.kind == .promise && !withdrawn.contains(id) {
      promises[id] = promise.amount
    }
  }

  /// Their amounts, one per currency, by code. Throws `MoneyError`.
  func promised() throws(MoneyError) -> [Money] {
    var sums: [Currency: Money] = [:]
    for amount in promises.values {
      sums[amount.currency] = try (sums[amount.currency] ?? .zero(amount.currency)).adding(amount)
    }
    return sums.values.sorted { $0.currency < $1.currency }
  }
}

/// What the journal says of one business date, as far as it was read. Entries are only ever added, so that
/// each save costs reading one entry and not all of the day.
struct DayJournal {
  let day: CalendarDay
  /// Entries of the day, and those of later ones that take others back or correct them.
  private var written: [JournalEntry] = []
  /// What of the day counts, with corrections in the place of what they correct.
  private var counting: [JournalEntry] = []
  /// Promises of the day that were withdrawn since.
  private var withdrawn: Set<MatterID> = []
  /// What the first entries come to, by collector, and how many those are; nil for everybody.
  private var works: [String?: (work: DayWork, count: Int)] = [:]
  /// The last entry that was read, with its hash, which vouches for all before it.
  private var last: (number: Int64, hash: [UInt8]) = (0, [])

  init(_ day: CalendarDay) { self.day = day }

  /// Reads what came since, or everything when the journal is not the one that was read. Runs inside a
  /// transaction.
  mutating func readOn(_ connection: Connection) throws {
    let knownHash = try connection.first("select hash from journal where number = $1", last.number) {
      $0.blob(0)
    }
    if knownHash != last.hash { self = DayJournal(day) }
    let newest = try connection.first("select number, hash from journal order by number desc limit 1") {
      (number: $0.int64(0), hash: $0.blob(1))
    }
    guard let newest, newest.number > last.number else { return }
    // What is about no account is no work, and a policy's text is long.
    let fresh = try connection.all(
      """
      select \(JournalEntry.columns) from journal
      where day = $1 and number > $2 and account_id is not null order by number
      """, day.number, last.number
    ) { JournalEntry(row: $0) }
    let corrected = try connection.all(
      """
      select \(JournalEntry.columns) from journal
      where day >= $1 and number > $2 and kind in ('reversal', 'withdrawal') order by number
      """, day.number, last.number
    ) { JournalEntry(row: $0) }
    let known = Set(fresh.map(\.number))
    written += (fresh + corrected.filter { !known.contains($0.number) }).sorted { $0.number < $1.number }
    last = newest
    guard !corrected.isEmpty else {
      counting += fresh
      return
    }
    let journal = CorrectedJournal(written)
    let inForce = journal.entries.filter { journal.counts($0.number) }
    counting = inForce.filter { $0.day == day }
    withdrawn = Set(inForce.flatMap { $0.body.all(Withdrawal.self).map(\.matter) })
    works = [:]
  }

  /// What the entries of one collector come to, or everybody's. Throws `MoneyError`.
  mutating func work(of collector: String?) throws(MoneyError) -> DayWork {
    // Taken out, so that adding to it copies nothing.
    var (work, count) = works.removeValue(forKey: collector) ?? (DayWork(withdrawn: withdrawn), 0)
    for entry in counting[count...] where collector == nil || entry.collector == collector {
      try work.add(entry)
    }
    works[collector] = (work, counting.count)
    return work
  }
}

extension LedgerFile {
  /// How far the day has come for one collector, or for everybody when `collector` is nil. What was taken back does
  /// not count. The rows still to work are those of the business date. Throws `LedgerError`.
  public func dayTotals(on day: CalendarDay, collector: String?) throws(LedgerError) -> DayTotals {
    try LedgerError.wrapping("count the day") {
      try connection.transaction(.deferred) {
        if dayJournal?.day != day { dayJournal = DayJournal(day) }
        try dayJournal?.readOn(connection)
        guard let work = try dayJournal?.work(of: collector) else { return DayTotals() }
        let query = WorklistQuery(
          view: collector == nil ? .everyone : .mine, collector: collector ?? "", today: day)
        let sql = WorklistSQL(query)
        // An account that was called in vain is worked and still in the queue: it counts once.
        let worked = SQLDialect.list(work.accounts.map(\.rawValue))
        let listed = try connection.all(sql.listed, values: sql.values + [worked]) { $0.int(0) }.first
        let planned = try total(of: query) + work.accounts.count - (listed ?? 0)
        return DayTotals(
          worked: work.accounts.count, planned: planned, contacts: work.contacted.count,
          promises: work.promises.count, promised: try work.promised())
      }
    }
  }
}
