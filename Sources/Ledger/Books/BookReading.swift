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

  /// Everything stored about one account, and about those that are worked with it; of a part of another account that whole
  /// account. Throws `LedgerError.unknownAccount` and what reading may throw.
  public func account(_ id: AccountID) throws(LedgerError) -> AccountFile {
    try LedgerError.wrapping("read the account") {
      try connection.isInTransaction ? read(id) : connection.transaction(.deferred) { try read(id) }
    }
  }

  /// The same inside a transaction. Throws `LedgerError.unknownAccount` and `SQLError`.
  func read(_ id: AccountID) throws -> AccountFile {
    let related = try RelatedAccounts(on: connection)
    return try related.whole(try connection.ownAccount(related.top(of: id.rawValue)), on: connection)
  }

  /// The account of that number, spelled in any way that `DocumentKey` takes for the same; nil when there is none. Of one
  /// that is worked with another it is that one. Throws `LedgerError`.
  public func accountID(number: String) throws(LedgerError) -> AccountID? {
    try LedgerError.wrapping("look up the account") {
      guard let id = try connection.ownAccount(number: number) else { return nil }
      return AccountID(rawValue: try RelatedAccounts(on: connection).top(of: id))
    }
  }

  /// How customers belong together now, by the number of the one that goes on or is the head. Throws `LedgerError`.
  public func relations() throws(LedgerError) -> [CustomerRelation] {
    try LedgerError.wrapping("read who belongs together") {
      try RelatedAccounts(on: connection).inForce(on: connection)
    }
  }

  /// Calls `body` with every account in one steady view of the file, those that are worked together as one, in the order of
  /// the books, until it says false. Throws `LedgerError`; what `body` throws ends it too.
  public func forEachAccount(_ body: (AccountFile) throws -> Bool) throws(LedgerError) {
    try LedgerError.wrapping("read the accounts") {
      try connection.transaction(.deferred) {
        let stream = try WholeAccounts(.all, on: connection)
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
