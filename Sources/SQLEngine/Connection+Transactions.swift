import CSQLite

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
