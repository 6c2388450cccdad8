import CSQLite

extension Connection {
  /// Moves the write-ahead log into the file and empties it, as far as readers allow; never waits for them.
  /// Throws `SQLError` when the disk fails.
  public func checkpoint() throws(SQLError) {
    let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
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
