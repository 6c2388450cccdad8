public import Receivables
import SQLEngine

/// Names the rules by which rows were derived: the policy, and the form of the derivation itself. When it is not the
/// one that was stored, every row is derived again.
///
/// Every start asks for it, so it goes by the name of the policy's text and not by the policy's parts.
enum RulesMark {
  /// Counted up when rows hold the same in another form: a test holds it to a digest of the rows of fixed books.
  static let form = 10

  /// `"3 1 account,contact,… af63dc4c8601ec8c"`: other rules, and other kinds of sections that can be read, derive other
  /// rows.
  static func text(of policy: Policy) -> String {
    "\(form) \(AccountSummary.rules) \(EntryBody.kindNames.joined(separator: ",")) \(policy.digest)"
  }
}

/// Derives accounts and stores what changed. Runs inside a write transaction, or on tables of the connection's own.
struct Deriving {
  let connection: Connection
  let policy: Policy
  let day: CalendarDay
  /// Whether only the date is another one: what is searched is then as it was.
  var isNewDayOnly = false
  /// Whether all that is written lies in tables of the connection's own.
  var isElsewhere = false

  /// Derives one account and stores it. Throws `SQLError` and `MoneyError`.
  func store(_ file: AccountFile) throws {
    try addingUp {
      let batch = try DerivedBatch(self)
      try batch.store(file)
      try batch.finish()
    }
  }

  /// Derives accounts after what is said of how they belong together: who is a part of another one has no row. Throws like the
  /// other.
  func storeRelated(_ accounts: Set<Int64>) throws {
    try addingUp {
      let batch = try DerivedBatch(self)
      try batch.storeRelated(accounts)
      try batch.finish()
    }
  }

  private func addingUp(_ body: () throws -> Void) throws {
    do { try body() } catch let overflow as DerivedBatch.Overflow { throw overflow.error }
  }

  /// Derives all accounts of `selection`. `progress` hears how many of how many are done and says whether to go on. Throws
  /// `LedgerError.cancelled`, `SQLError` and `MoneyError`.
  func store(
    _ selection: AccountRows.Selection, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    if selection == .all, !isNewDayOnly, !isElsewhere {
      try NumberKeys.fold(on: connection)
      try RelatedAccounts.rebuild(on: connection)
    }
    let batch = try DerivedBatch(self)
    var work = Progress(of: try count(selection == .all ? "account" : "touched"))
    if selection == .all, work.total >= DerivedBatch.manyAccounts { try batch.beginMany() }
    if selection == .all { try batch.beginAll() }
    try addingUp {
      let stream = try WholeAccounts(selection, on: connection)
      while let file = try stream.next() {
        try work.goOn(progress)
        try batch.store(file)
      }
      try batch.finish()
    }
    try ReceivedSums.store(day, on: connection)
    _ = progress(work.total, work.total)
  }

  /// Derives the accounts of the book at `path` that the day changes, and where they are many, reads them on another core.
  /// Throws like `store`.
  func storeNewDay(of path: String, progress: (Int, Int) -> Bool) throws {
    try connection.run("delete from touched")
    try connection.run(Self.touchChanging, day.number)
    var work = Progress(of: try count("touched"))
    if work.total < Self.worthAnotherCore {
      try store(.touched, progress: progress)
    } else {
      let batch = try DerivedBatch(self)
      try addingUp {
        try DerivedAhead(path: path, policy: policy, day: day).forEach { account in
          try work.goOn(progress)
          try batch.store(account)
        }
        try batch.finish()
      }
      try ReceivedSums.store(day, on: connection)
      _ = progress(work.total, work.total)
    }
    try connection.run("delete from touched")
  }

  /// Puts into `touched` what is another one on the day `$1`.
  static let touchChanging =
    "insert into touched (account_id) select account_id from account_summary where changes_on <= $1"

  /// To begin takes longer than to read so many.
  private static let worthAnotherCore = 500

  private func count(_ table: String) throws -> Int {
    try connection.first("select count(*) from \(table)") { $0.int(0) } ?? 0
  }
}

/// How far the derivation of many accounts is.
private struct Progress {
  let total: Int
  private var done = 0

  init(of total: Int) { self.total = total }

  /// Before each account, and told before some. Throws `LedgerError.cancelled` when somebody wants no more.
  mutating func goOn(_ tell: (Int, Int) -> Bool) throws {
    if done % 256 == 0, !tell(done, total) { throw LedgerError.cancelled(doing: "work out the queue") }
    done += 1
  }
}

// MARK: The book's day

extension LedgerFile {
  /// The business date of the book; nil before its first. Throws `LedgerError`.
  public func businessDate() throws(LedgerError) -> CalendarDay? {
    try LedgerError.wrapping("read the business date") { try Meta(connection: connection).businessDate() }
  }

  /// Works under `day`. A day later than the book's that has come on the `wall`, or the book's first one, becomes that of
  /// the book: everything derived is brought to it, only the accounts for which something changes by then. Any other
  /// day is looked at in memory: nothing is written, and `lookingAt` says so. `progress` hears how many of how many
  /// accounts are done and says whether to go on; when it does not, nothing has changed. Throws `LedgerError`.
  public func work(
    on day: CalendarDay, wall: CalendarDay, signed signature: Signature,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) {
    if lookingAt != nil { try leaveOtherDay() }
    let book = try businessDate()
    guard book.map({ $0 <= day && (day <= wall || $0 == day) }) ?? true else {
      return try look(at: day, progress: progress)
    }
    guard policy.years.contains(yearOf: day) || day == book else {
      throw .dayOutside(day, years: policy.years)
    }
    let doing = "bring the queue to \(day.iso)"
    try LedgerError.wrapping(doing) {
      try refreshPolicy()
      guard try !isCurrent(day) else { return }
      try write(doing) {
        let meta = Meta(connection: connection)
        let before = try meta.businessDate()
        if try meta.value(.policyEntry) == nil { try adoptFirst(on: day, signature) }
        // Somebody else may have been faster, and further.
        guard before.map({ $0 <= day }) ?? true else { return }
        let isNewDayOnly = try meta.value(.rules) == RulesMark.text(of: policy)
        let deriving = Deriving(connection: connection, policy: policy, day: day, isNewDayOnly: isNewDayOnly)
        if before != nil, isNewDayOnly {
          try deriving.storeNewDay(of: path, progress: progress)
        } else {
          try deriving.store(.all, progress: progress)
        }
        try meta.set(.businessDate, to: day.iso)
        try meta.set(.rules, to: RulesMark.text(of: policy))
      }
    }
  }

  private func isCurrent(_ day: CalendarDay) throws -> Bool {
    let meta = Meta(connection: connection)
    return try meta.businessDate() == day && meta.value(.rules) == RulesMark.text(of: policy)
  }
}

// MARK: Another day, in memory

extension LedgerFile {
  /// Derives the lists as of `day` into tables of this connection alone, which stand before those of the book: every
  /// query sees them, nobody else does, and nothing is written.
  private func look(at day: CalendarDay, progress: (Int, Int) -> Bool) throws(LedgerError) {
    try LedgerError.wrapping("look at \(day.iso)") {
      do {
        try connection.transaction(.deferred) {
          try connection.execute(
            LedgerSchema.derived.replacing("create table", with: "create temp table")
              + LedgerSchema.derivedAmounts + LedgerSchema.derivedMatters
              + LedgerSchema.derivedIndices + LedgerSchema.derivedAmountIndices
              + LedgerSchema.derivedMatterIndex
              + (LedgerSchema.derivedSums + SearchedTexts.amounts.table)
              .replacing("create table", with: "create temp table"))
          // What an earlier version left to be searched is none of ours.
          let isCurrent = try Meta(connection: connection).value(.rules) == RulesMark.text(of: policy)
          if !isCurrent {
            try connection.execute(
              SearchedTexts.words.table.replacing("create table", with: "create temp table"))
          }
          let deriving = Deriving(
            connection: connection, policy: policy, day: day, isNewDayOnly: isCurrent, isElsewhere: true)
          try deriving.store(.all, progress: progress)
        }
      } catch {
        try? leaveOtherDay()
        throw error
      }
      lately = ReadLately()
      lookingAt = day
    }
  }

  private func leaveOtherDay() throws(LedgerError) {
    try LedgerError.wrapping("go back to the book's day") {
      try connection.execute(
        """
        drop table if exists temp.account_summary; drop table if exists temp.account_sums;
        drop table if exists temp.received_sums; drop table if exists temp.searched_amounts;
        drop table if exists temp.searched_words;
        """)
    }
    lately = ReadLately()
    lookingAt = nil
  }
}

extension String {
  /// The text with every `part` replaced.
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      result += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
