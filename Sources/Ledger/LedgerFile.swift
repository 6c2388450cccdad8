public import Receivables
import SQLEngine

/// A policy with the text it was read from.
public struct PolicyText: Hashable, Sendable {
  /// As it was written.
  public var text: String
  /// What it says; its digest names the text.
  public var policy: Policy

  /// A policy and its text.
  public init(text: String, policy: Policy) {
    self.text = text
    self.policy = policy
  }
}

/// Who writes to a book, and when.
public struct Signature: Hashable, Sendable {
  /// True UTC.
  public var at: Instant
  /// The operating system's user, never typed.
  public var actor: String
  /// The machine.
  public var host: String
  /// The groups of the operating system that the user is in. They give rights and are not written down.
  public var groups: Set<String>

  /// Somebody at a moment.
  public init(at: Instant, actor: String, host: String, groups: Set<String> = []) {
    self.at = at
    self.actor = actor
    self.host = host
    self.groups = groups
  }
}

extension Rights {
  /// Throws `LedgerError.notAllowed` when whoever signs does not have the right.
  func demand(_ right: Right, of signature: Signature) throws(LedgerError) {
    guard !allows(right, user: signature.actor, groups: signature.groups) else { return }
    throw .notAllowed(right, by: signature.actor, others: holders[right] ?? [])
  }
}

/// One ledger on disk: the only type that owns a connection. Everything read or written goes through it.
///
/// Used from one thread at a time; any number of processes may have the same file open. Business date and policy belong
/// to the book: whoever asks for another day looks at it in memory and writes nothing.
public final class LedgerFile {
  /// Where it lies.
  public let path: String
  /// The policy in force: the one that the book adopted, or the offered one before it adopted any.
  public internal(set) var policy: Policy
  /// What the program would adopt; differs from `policy` when somebody has another one in a file of their own.
  public let offered: PolicyText
  /// The other day as of which the lists hold; nil while they hold for the book's own.
  public internal(set) var lookingAt: CalendarDay?
  /// Whether others could read or change the file, or a file beside it, until it was opened here.
  public let wasOpenToOthers: Bool
  var connection: Connection
  let gate: WriteGate
  /// What was read lately.
  var lately = ReadLately()
  /// Asked while a search goes on: whether somebody waits for it still.
  public var isSearchWanted: () -> Bool = { true }
  /// The journal of the day that was counted last.
  var dayJournal: DayJournal?
  /// From how many pages on a commit folds the log into the file. 4 MB of log are about a hundred calls: what the next
  /// start may have to read before its first frame.
  var longLog = 1_000
  /// How much of the file stays in memory between two works.
  private(set) var cacheKilobytes = LedgerFile.usualCacheKilobytes
  private var identity: FileIdentity?
  private let read: (String) throws -> Policy
  /// Number of the entry that adopted `policy`, as the book notes it.
  var policyEntry: String?

  /// Opens the file at `path`; `creating` makes it and its directory when they are missing, and a book of an empty file.
  /// The policy in force is that of the book, as `read` understands its text; a book without one adopts `offered` on its
  /// first day. Throws `LedgerError` and what `read` throws.
  public init(
    path: String, creating: Bool = false, offering offered: PolicyText,
    reading read: @escaping (String) throws -> Policy
  ) throws {
    self.path = path
    self.offered = offered
    self.read = read
    policy = offered.policy
    try FilePlace(path: path).refuseOthers()
    try FilePlace(path: path).prepare(creating: creating)
    // What is no book of ours is refused before anything is put beside it.
    let current = try Self.openCurrent(path)
    let target = FilePlace(path: path).target
    // Whoever makes a book has the gate before the file.
    guard current != nil || creating || !FilePlace(path: target).isEmpty || WriteGate.isThere(besides: target)
    else {
      throw LedgerError.empty(path: path)
    }
    gate = try WriteGate(besides: target)
    connection = try Self.open(path, current, gate, creating: creating)
    wasOpenToOthers = FilePlace(path: path).keepToUser()
    identity = FileIdentity(of: path)
    try refreshPolicy("open \(path)")
  }

  /// The same with a policy without a text, for a book that adopts it, made when it is missing.
  public convenience init(path: String, policy: Policy) throws(LedgerError) {
    do {
      try self.init(path: path, creating: true, offering: PolicyText(text: "", policy: policy)) { _ in policy
      }
    } catch let error as LedgerError {
      throw error
    } catch {
      throw .database(doing: "open \(path)", reason: "\(error)")
    }
  }

  /// Folds the log into the file when nobody else is writing: somebody will copy the file without its log.
  deinit {
    guard connection.logPages > 0, FileIdentity(of: path) == identity else { return }
    try? gate.hold("close the book", patience: .zero) { try connection.checkpoint() }
  }

  /// Whether there is a file at `path`, ours or not.
  public static func exists(at path: String) -> Bool { FileIdentity(of: path) != nil }

  /// Takes up the policy that the book adopted last, when that is another one than before. Throws `LedgerError` and what
  /// reading it throws.
  public func refreshPolicy() throws { try refreshPolicy("read the policy") }

  func refreshPolicy(_ doing: String) throws {
    let entry = try LedgerError.wrapping(doing) {
      try Meta(connection: connection).value(.policyEntry)
    }
    guard let entry, entry != policyEntry else { return }
    let text = try LedgerError.wrapping(doing) {
      try connection.first("select body from journal where number = $1", Int64(entry) ?? 0) { $0.text(0) }
    }
    policyEntry = entry
    // Nearly every start offers what the book goes by, and need not read all of it again.
    guard let text, !PolicyAdoption.isNamed(policy.digest, in: text) else { return }
    // Where its entry is gone or damaged the book can still be read, and verify says so.
    guard let adopted = EntryBody(stored: text).first(PolicyAdoption.self) else { return }
    guard adopted.digest != policy.digest else { return }
    policy = adopted.digest == offered.policy.digest ? offered.policy : try read(adopted.text)
  }

  /// Runs `body` as one write: through the gate, in one transaction, all or nothing. It may change everything, or only
  /// what is of `accounts`. Throws `LedgerError` and what `body` throws.
  func write<Result>(
    _ doing: String, about accounts: [AccountID]? = nil, _ body: () throws -> Result
  ) throws -> Result {
    if let lookingAt { throw LedgerError.lookingElsewhere(lookingAt, doing: doing) }
    return try gate.hold(doing) {
      guard identity != nil, FileIdentity(of: path) == identity else {
        throw LedgerError.replaced(path: path)
      }
      // Until it is committed, and after a failure, nothing that was read before is taken for what the file says.
      var kept = lately
      lately = ReadLately()
      let result = try connection.transaction(.immediate) {
        try refreshPolicy(doing)
        let lists = Array(kept.totals.keys)
        let before = try accounts?.map { account in
          (lists: try counted(holding: account, of: lists), row: try counted(account, whenAny: kept))
        }
        let result = try body()
        for (account, before) in zip(accounts ?? [], before ?? []) {
          kept.forget(account, listedBefore: before.lists, now: try counted(holding: account, of: lists))
          try kept.count(try counted(account, whenAny: kept), before: before.row)
          try kept.search.follow(account, on: connection)
        }
        return result
      }
      if accounts != nil { lately = kept }
      foldLog()
      return result
    }
  }

  /// Opens the file anew, after an error that leaves it unclear what was written.
  func reopen() throws(LedgerError) {
    guard FileIdentity(of: path) == identity else { throw .replaced(path: path) }
    connection = try Self.open(path, Self.openCurrent(path), gate, creating: false)
    try? connection.execute("pragma cache_size = -\(cacheKilobytes)")
    lately = ReadLately()
    dayJournal = nil
  }

  /// Runs inside the gate. Failing is no harm: the next commit tries again.
  private func foldLog() {
    guard connection.logPages >= longLog else { return }
    try? connection.checkpoint()
  }
}

// MARK: Opening

extension LedgerFile {
  /// A connection with every setting that safety depends on; nil when there is no file or one of an older form.
  private static func openCurrent(_ path: String) throws(LedgerError) -> Connection? {
    guard FileIdentity(of: path) != nil else { return nil }
    return try LedgerError.wrapping("open \(path)") {
      let connection = try connect(to: path)
      return try isCurrent(connection, path) ? settled(connection) : nil
    }
  }

  /// `current`, or without one the same to a file that is made or brought to the newest form.
  private static func open(
    _ path: String, _ current: Connection?, _ gate: WriteGate, creating: Bool
  ) throws(LedgerError) -> Connection {
    if let current { return current }
    return try LedgerError.wrapping("open \(path)") {
      // The first start and every change of form are one process at a time.
      try gate.hold("open \(path)") {
        if creating { try FilePlace(path: path).createEmpty() }
        let connection = try connect(to: path)
        if try !isCurrent(connection, path) {
          guard try creating || !isEmpty(connection) else { throw LedgerError.empty(path: path) }
          try bringUpToDate(connection)
        }
        return try settled(connection)
      }
    }
  }

  private static func connect(to path: String) throws -> Connection {
    do {
      return try Connection(path: path)
    } catch {
      throw LedgerError.cannotOpen(path: path, reason: error.message)
    }
  }

  /// False for an empty file and an older form. Throws when it is not ours, too old or too new.
  private static func isCurrent(_ connection: Connection, _ path: String) throws -> Bool {
    let mark: Int64
    do {
      mark = try connection.first("pragma application_id") { $0.int64(0) } ?? 0
    } catch let error as SQLError where error.kind == .notADatabase {
      throw LedgerError.notALedger(path: path)
    }
    guard try !isEmpty(connection) else { return false }
    guard mark == LedgerSchema.applicationID else { throw LedgerError.notALedger(path: path) }
    guard try connection.first(LedgerSchema.isOlderForm, read: { $0.int(0) }) != 1 else {
      throw LedgerError.olderForm(path: path)
    }
    let version = try connection.schemaVersion()
    guard version >= 0 else {
      throw LedgerError.damaged(doing: "open \(path)", reason: "it says that its form is number \(version)")
    }
    guard version <= LedgerSchema.migrations.count else { throw LedgerError.newerSchema(path: path) }
    // A restored backup has no write-ahead log yet.
    let journal = try connection.first("pragma journal_mode") { $0.text(0) }
    return version == LedgerSchema.migrations.count && journal == "wal"
  }

  private static func isEmpty(_ connection: Connection) throws -> Bool {
    try connection.first("select 1 from sqlite_master limit 1", read: { _ in true }) == nil
  }

  /// Makes everything of the newest form that the file does not have yet, or of an earlier one with so many steps. Throws
  /// `SQLError`.
  static func bringUpToDate(_ connection: Connection, steps: Int = LedgerSchema.migrations.count) throws {
    // The journal of this switch is deleted for good before anybody saves: one that came back with a power cut would take
    // the book back to where it was then.
    try connection.execute("pragma synchronous = extra")
    // To its end, past its row: the switch is written, and fails, only then.
    try connection.execute("pragma journal_mode = wal")
    try connection.execute("pragma application_id = \(LedgerSchema.applicationID)")
    try connection.migrate(Array(LedgerSchema.migrations.prefix(steps)))
  }

  /// Sets what a connection starts without and asserts everything: a setting that did not take is a reason not to
  /// write at all.
  private static func settled(_ connection: Connection) throws -> Connection {
    try connection.execute(
      """
      pragma synchronous = full; pragma foreign_keys = on; pragma recursive_triggers = on;
      pragma trusted_schema = off; pragma secure_delete = on; pragma journal_size_limit = 67108864; pragma cache_size = -\(usualCacheKilobytes);
      """)
    let wanted = [
      ("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0),
      ("secure_delete", 1),
    ]
    for (name, value) in wanted {
      let found = try connection.first("pragma \(name)") { $0.int(0) }
      guard found == value else { throw LedgerError.setting(name) }
    }
    let journal = try connection.first("pragma journal_mode") { $0.text(0) }
    guard journal == "wal" else { throw LedgerError.setting("journal_mode") }
    try connection.execute(LedgerSchema.temporary)
    return connection
  }

  /// 128 MB.
  private static let usualCacheKilobytes = 131_072
}

extension LedgerFile {
  /// 2 MB.
  private static let smallCacheKilobytes = 2_048

  /// Keeps little of the file in memory from now on: for a session that stays open all day and reads a few accounts at a
  /// time. The system's own cache makes up for it.
  public func stayLight() {
    cacheKilobytes = Self.smallCacheKilobytes
    try? connection.execute("pragma cache_size = -\(cacheKilobytes)")
  }
}

/// What the ledger file knows about itself.
struct Meta {
  /// The names of the things it knows.
  enum Name: String {
    /// The business date of all derived rows.
    case businessDate = "business_date"
    /// By which rules they were derived.
    case rules
    /// Number and hash of the last journal entry.
    case journalHead = "journal_head"
    /// Number of the entry that adopted the policy in force.
    case policyEntry = "policy_entry"
    /// Numbers of the first and the last entry of the import of which `import_before` tells.
    case importBefore = "import_before"
  }

  let connection: Connection

  /// The value of `name`, or nil before it was first set. Throws `SQLError`.
  func value(_ name: Name) throws -> String? {
    try connection.first("select value from meta where name = $1", name.rawValue) { $0.text(0) }
  }

  /// Sets the value of `name`. Throws `SQLError`.
  func set(_ name: Name, to value: String) throws {
    try connection.run(
      "insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
      name.rawValue, value)
  }

  /// Forgets the value of `name`. Throws `SQLError`.
  func remove(_ name: Name) throws { try connection.run("delete from meta where name = $1", name.rawValue) }

  /// The business date of all derived rows; nil before the first. Throws `SQLError`.
  func businessDate() throws -> CalendarDay? { try value(.businessDate).flatMap { CalendarDay(iso: $0) } }
}
