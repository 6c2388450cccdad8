public import Receivables
import SQLEngine

extension LedgerFile {
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
}
