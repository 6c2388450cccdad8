import CSQLite

/// One connection to one database file, used from one thread at a time.
public final class Connection {
  /// The file it was opened on.
  public let path: String
  let handle: OpaquePointer
  let busyMilliseconds: Int32
  private var cache: [String: Statement] = [:]
  var progress: ProgressHandler?
  /// Pages in the write-ahead log after the last commit of this connection.
  public internal(set) var logPages = 0

  /// Opens `path`, which must exist unless `creating`; waits up to `busyMilliseconds` for other connections.
  /// The log is never folded back by itself: the owner calls `checkpoint()`. Only on a connection that is not guarded
  /// statements can change what the file says of itself: for a copy that is mended. Throws `SQLError`.
  public init(
    path: String, creating: Bool = false, isGuarded: Bool = true, busyMilliseconds: Int32 = 10_000
  ) throws(SQLError) {
    handle = try Self.open(path, SQLITE_OPEN_READWRITE | (creating ? SQLITE_OPEN_CREATE : 0))
    self.path = path
    self.busyMilliseconds = busyMilliseconds
    sqlite3_busy_timeout(handle, busyMilliseconds)
    guard
      !isGuarded || kept_sqlite_defensive(handle) == SQLITE_OK,
      kept_sqlite_no_checkpoint_on_close(handle) == SQLITE_OK
    else { throw SQLError(handle, sql: "") }
    watchLog()
  }

  /// Opens `path` only to look at what the file itself holds, without its log: nothing is locked, changed or put beside
  /// it. Throws `SQLError`.
  public init(lookingAt path: String) throws(SQLError) {
    handle = try Self.open(
      "file:\(Self.percentEncoded(path))?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
    self.path = path
    busyMilliseconds = 0
  }

  /// What holds for all connections, settled before the first: SQLite refuses it later, and that is no harm.
  private static let settled = kept_sqlite_without_statistics()

  private static func open(_ name: String, _ flags: Int32) throws(SQLError) -> OpaquePointer {
    _ = settled
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let error = SQLError(opened, sql: "")
      sqlite3_close_v2(opened)
      throw error
    }
    return opened
  }

  /// The bytes of a path as a URI takes them.
  private static func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        String(UnicodeScalar(byte))
      default: "%" + [byte].hexadecimal
      }
    }.joined()
  }

  deinit {
    cache = [:]
    sqlite3_close_v2(handle)
  }

  /// A prepared statement, from the cache when this text was used before and is not being read just now.
  /// Throws `SQLError`.
  public func statement(_ sql: String) throws(SQLError) -> Statement {
    if let cached = cache[sql] {
      guard cached.isRunning else { return cached }
      return try Statement(sql, on: handle)
    }
    let fresh = try Statement(sql, on: handle)
    cache[sql] = fresh
    return fresh
  }

  /// Runs a text of any number of statements that take no parameters and give no rows. Throws `SQLError`.
  public func execute(_ sql: String) throws(SQLError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw SQLError(handle, sql: sql) }
  }

  /// Rows that the last statement inserted, updated or deleted.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The row number that the last insert gave.
  public var lastInsertID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Changes whenever another connection has written to the file. Throws `SQLError`.
  public func dataVersion() throws -> Int64 {
    try first("pragma data_version") { $0.int64(0) } ?? 0
  }
}

extension Connection {
  /// When a transaction takes its lock.
  public enum Locking: String, Sendable {
    /// At the first read: a steady view of the file for several queries.
    case deferred
    /// At once, for writing: upgrading later fails while others write, whatever the timeout.
    case immediate
  }

  /// Runs `body` as one unit: committed when it returns, rolled back when it throws. Throws `SQLError` and what
  /// `body` throws. Transactions do not nest.
  public func transaction<Result>(_ locking: Locking, _ body: () throws -> Result) throws -> Result {
    try execute("begin \(locking.rawValue)")
    do {
      let result = try body()
      try execute("commit")
      return result
    } catch {
      // After a full disk or an I/O error SQLite has rolled back already.
      if isInTransaction { try? execute("rollback") }
      throw error
    }
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
}

extension Connection {
  /// Moves the write-ahead log into the file, as far as readers allow, and empties it when none is reading; never
  /// waits for them. A log that stays is read from end to end by the next process that opens the file alone.
  /// Answers whether all of it was moved. Throws `SQLError` when the disk fails.
  @discardableResult
  public func checkpoint() throws(SQLError) -> Bool {
    sqlite3_busy_timeout(handle, 0)
    defer { sqlite3_busy_timeout(handle, busyMilliseconds) }
    let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else { throw SQLError(handle, sql: "checkpoint") }
    guard code == SQLITE_OK else { return false }
    logPages = 0
    return true
  }

  /// Counts the log's pages at every commit. Installing it also turns SQLite's own checkpoints off.
  func watchLog() {
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().logPages = Int(pages)
        return SQLITE_OK
      },
      Unmanaged.passUnretained(self).toOpaque())
  }
}

extension Connection {
  /// Runs a statement that gives no rows, with `values` for `$1`, `$2` …. Throws `SQLError`.
  public func run(_ sql: String, _ values: (any SQLValue)?...) throws(SQLError) {
    try run(sql, values: values)
  }

  /// The same with the values in an array. Throws `SQLError`.
  public func run(_ sql: String, values: [(any SQLValue)?]) throws(SQLError) {
    let statement = try statement(sql)
    try statement.bind(values)
    try statement.run()
  }

  /// The same with whole rows of cells, as they are written by the million. Throws `SQLError`.
  public func run(_ sql: String, cells: [SQLCell]) throws(SQLError) {
    try statement(sql).run(cells)
  }

  /// The first row as `read` makes it, or nil without any. Throws `SQLError` and what `read` throws.
  ///
  /// `try connection.first("select name from account where id = $1", 7) { $0.text(0) }`.
  public func first<Result>(
    _ sql: String, _ values: (any SQLValue)?..., read: (Statement) throws -> Result
  ) throws -> Result? {
    let statement = try statement(sql)
    try statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? try read(statement) : nil
  }

  /// Every row as `read` makes it, in order. Throws `SQLError` and what `read` throws.
  public func all<Result>(
    _ sql: String, _ values: (any SQLValue)?..., read: (Statement) throws -> Result
  ) throws -> [Result] {
    try all(sql, values: values, read: read)
  }

  /// The same with the values in an array. Throws `SQLError` and what `read` throws.
  public func all<Result>(
    _ sql: String, values: [(any SQLValue)?], read: (Statement) throws -> Result
  ) throws -> [Result] {
    let statement = try statement(sql)
    try statement.bind(values)
    defer { statement.reset() }
    var result: [Result] = []
    while try statement.step() { result.append(try read(statement)) }
    return result
  }
}

/// Asks now and then whether a long statement should go on.
final class ProgressHandler {
  let goesOn: () -> Bool

  init(_ goesOn: @escaping () -> Bool) { self.goesOn = goesOn }
}

extension Connection {
  /// Runs `body`; `goesOn` is asked every few milliseconds of work, and when it says false the statement that
  /// runs fails with an `SQLError` of kind `interrupted`.
  public func whileAsking<Result>(_ goesOn: @escaping () -> Bool, _ body: () throws -> Result) rethrows
    -> Result
  {
    let handler = ProgressHandler(goesOn)
    progress = handler
    sqlite3_progress_handler(
      handle, 100_000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<ProgressHandler>.fromOpaque(context).takeUnretainedValue().goesOn() ? 0 : 1
      },
      Unmanaged.passUnretained(handler).toOpaque())
    defer {
      sqlite3_progress_handler(handle, 0, nil, nil)
      progress = nil
    }
    return try body()
  }
}
