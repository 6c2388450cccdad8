import CSQLite

extension Connection {
  /// Moves the write-ahead log into the file, as far as readers allow, and empties it when none is reading; never
  /// waits for them. A log that stays is read from end to end by the next process that opens the file alone.
  /// Throws `SQLError` when the disk fails.
  public func checkpoint() throws(SQLError) {
    sqlite3_busy_timeout(handle, 0)
    defer { sqlite3_busy_timeout(handle, busyMilliseconds) }
    let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else { throw SQLError(handle, sql: "checkpoint") }
    logPages = 0
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
