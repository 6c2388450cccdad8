public import Receivables
import SQLEngine

extension LedgerFile {
  /// Whether it holds no account yet. Throws `LedgerError`.
  public func isEmpty() throws(LedgerError) -> Bool {
    try LedgerError.wrapping("look into the book") {
      try connection.first("select 1 from account limit 1") { $0.int(0) } == nil
    }
  }

  /// Whether anything was recorded about any account. Throws `LedgerError`.
  public func hasHistory() throws(LedgerError) -> Bool {
    try LedgerError.wrapping("look into the journal") {
      try connection.first("select 1 from journal where account_id is not null limit 1") { $0.int(0) } != nil
    }
  }

  /// Everything stored about one account. Throws `LedgerError.unknownAccount` and what reading may throw.
  public func account(_ id: AccountID) throws(LedgerError) -> AccountFile {
    try LedgerError.wrapping("read the account") {
      try connection.isInTransaction ? read(id) : connection.transaction(.deferred) { try read(id) }
    }
  }

  /// The same inside a transaction. Throws `LedgerError.unknownAccount` and `SQLError`.
  func read(_ id: AccountID) throws -> AccountFile {
    let stream = try AccountStream(account: id.rawValue, on: connection)
    guard let file = try stream.next() else { throw LedgerError.unknownAccount }
    return file
  }

  /// The account of that number, spelled in any way that `DocumentKey` takes for the same; nil when there is none. Of
  /// two that it takes for the same, as an earlier version may have stored them, the one that is spelled so.
  public func accountID(number: String) throws(LedgerError) -> AccountID? {
    try LedgerError.wrapping("look up the account") {
      for key in [NumberKeys.spelled(number), number, DocumentKey(number).text] {
        let id = try connection.first("select id from account where number_key = $1", key) { $0.int64(0) }
        if let id { return AccountID(rawValue: id) }
      }
      return nil
    }
  }

  /// Calls `body` with every account in one steady view of the file, in the order of the books, until it says
  /// false. Throws `LedgerError`; what `body` throws ends it too.
  public func forEachAccount(_ body: (AccountFile) throws -> Bool) throws(LedgerError) {
    try LedgerError.wrapping("read the accounts") {
      try connection.transaction(.deferred) {
        let stream = try AccountStream(.all, on: connection)
        while let file = try stream.next(), try body(file) {}
      }
    }
  }

  /// As of which day the newest import describes the books; nil before the first. A list of customers says nothing of what
  /// they owe. Throws `LedgerError`.
  public func booksDate() throws(LedgerError) -> CalendarDay? {
    try LedgerError.wrapping("read the books' date") {
      try connection.first("select max(as_of) from import_run where kind <> 'customers'") {
        $0.optionalInt(0)
      }?
      .map { CalendarDay(number: $0) }
    }
  }

  /// The column mappings that were saved for files of other forms, by name. Throws `LedgerError`.
  public func mappings() throws(LedgerError) -> [String: String] {
    try LedgerError.wrapping("read the saved mappings") {
      let pairs = try connection.all("select name, body from mapping") { ($0.text(0), $0.text(1)) }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
  }
}
