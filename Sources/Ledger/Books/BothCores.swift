import Receivables
import SQLEngine

extension LedgerFile {
  /// What `work` answers for one part and then for the other, which another core does at the same time on a connection
  /// of its own. Runs inside a transaction, as `work` does. Throws what `work` throws.
  func onBothCores<Part: Sendable, Made: Sendable>(
    _ first: Part, _ second: Part, _ work: @escaping @Sendable (Connection, Part) throws -> [Made]
  ) throws -> [Made] {
    // Lists of another day lie in this connection alone.
    guard lookingAt == nil else { return try work(connection, first) + work(connection, second) }
    let state = try ReportState(on: connection)
    let other = OtherCore { [path] () -> [Made]? in
      let connection = try Connection(path: path)
      return try connection.transaction(.deferred) {
        // Somebody may have written in between: then it is not the same book.
        try ReportState(on: connection) == state ? work(connection, second) : nil
      }
    }
    let made = Result { try work(connection, first) }
    let rest = other.wait()
    return try made.get() + (try rest.get() ?? work(connection, second))
  }
}

/// What is another one after everything that changes what reports are made of.
private struct ReportState: Hashable, Sendable {
  private let head: JournalHead
  private let day: CalendarDay?
  private let rules: String?

  init(on connection: Connection) throws {
    let meta = Meta(connection: connection)
    (head, day, rules) = (try connection.journalHead(), try meta.businessDate(), try meta.value(.rules))
  }
}
