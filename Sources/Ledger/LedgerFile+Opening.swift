import SQLEngine

extension LedgerFile {
  /// A connection with every setting that safety depends on, to a file of the newest form.
  static func open(_ path: String, _ gate: WriteGate) throws(LedgerError) -> Connection {
    try LedgerError.wrapping("open \(path)") {
      if FileIdentity(of: path) != nil {
        let connection = try connect(to: path)
        if try isCurrent(connection, path) { return try settled(connection) }
      }
      // The first start and every change of form are one process at a time.
      return try gate.hold("open \(path)") {
        try FilePlace(path: path).createEmpty()
        let connection = try connect(to: path)
        if try !isCurrent(connection, path) { try bringUpToDate(connection) }
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

  /// False for an empty file and an older form. Throws when it is not ours or too new.
  private static func isCurrent(_ connection: Connection, _ path: String) throws -> Bool {
    let mark: Int64
    do {
      mark = try connection.first("pragma application_id") { $0.int64(0) } ?? 0
    } catch let error as SQLError where error.kind == .notADatabase {
      throw LedgerError.notALedger(path: path)
    }
    let tables = try connection.first("select count(*) from sqlite_master") { $0.int(0) } ?? 0
    guard tables > 0 else { return false }
    guard mark == LedgerSchema.applicationID else { throw LedgerError.notALedger(path: path) }
    let version = try connection.schemaVersion()
    guard version <= LedgerSchema.migrations.count else { throw LedgerError.newerSchema(path: path) }
    // A restored backup has no write-ahead log yet.
    let journal = try connection.first("pragma journal_mode") { $0.text(0) }
    return version == LedgerSchema.migrations.count && journal == "wal"
  }

  private static func bringUpToDate(_ connection: Connection) throws {
    // To its end, past its row: the switch is written, and fails, only then.
    try connection.execute("pragma journal_mode = wal")
    try connection.execute("pragma application_id = \(LedgerSchema.applicationID)")
    try connection.migrate(LedgerSchema.migrations)
  }

  /// Sets what a connection starts without and asserts everything: a setting that did not take is a reason not to
  /// write at all.
  private static func settled(_ connection: Connection) throws -> Connection {
    try connection.execute(
      """
      pragma synchronous = full; pragma foreign_keys = on; pragma recursive_triggers = on;
      pragma trusted_schema = off; pragma journal_size_limit = 67108864; pragma cache_size = -\(cacheKilobytes);
      """)
    let wanted = [("synchronous", 2), ("foreign_keys", 1), ("recursive_triggers", 1), ("trusted_schema", 0)]
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
  static let cacheKilobytes = 131_072
}
