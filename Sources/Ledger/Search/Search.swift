public import Receivables
import SQLEngine

/// What searches of a book found lately. It holds until another session writes to the file.
struct LastSearch {
  private var scan = SearchScan()
  /// The newest last.
  private var found: [(search: SearchQuery, accounts: FoundAccounts)] = []
  /// Somebody types that many letters and takes them back again.
  private static let mostFound = 8
  /// Whether more searches are likely to come.
  private var isTyped = false
  private var orders: [[String]: ListOrder] = [:]
  private var lists: [WorklistQuery: [AccountID]] = [:]

  /// The accounts that a list with a search has, in its order. Throws `LedgerError.cancelled` and `SQLError`.
  mutating func list(
    _ query: WorklistQuery, on connection: Connection, while goesOn: () -> Bool
  ) throws -> [AccountID] {
    if let list = lists[query] { return list }
    let order = try order(query, on: connection)
    let list = order.list(query, of: try accounts(SearchQuery(query.text), on: connection, while: goesOn))
    // The list itself and the one of all accounts.
    if lists.count > 1 { lists = [:] }
    lists[query] = list
    return list
  }

  /// Reads what a search needs whatever it looks for. Throws like the other.
  mutating func prepare(
    _ query: WorklistQuery, on connection: Connection, while goesOn: () -> Bool
  ) throws {
    isTyped = true
    _ = try order(query, on: connection)
    try scan.prepare(on: connection, while: goesOn)
  }

  /// Lets go of what only more searches need.
  mutating func letGo() {
    isTyped = false
    found.removeFirst(max(found.count - 1, 0))
    scan.letGo()
  }

  private mutating func accounts(
    _ search: SearchQuery, on connection: Connection, while goesOn: () -> Bool
  ) throws -> FoundAccounts {
    if let known = found.last(where: { $0.search == search }) { return known.accounts }
    let accounts = try scan.accounts(search, on: connection, while: goesOn)
    if !isTyped { scan.letGo() }
    if found.count == Self.mostFound { found.removeFirst() }
    found.append((search, accounts))
    return accounts
  }

  private mutating func order(_ query: WorklistQuery, on connection: Connection) throws -> ListOrder {
    // Matches that are as good stand as they would in everybody's list.
    let columns = query.order.columns(in: query.order == .lane ? .all : query.view)
    if let order = orders[columns] { return order }
    let order = try ListOrder(columns, on: connection)
    orders = [columns: order]
    return order
  }

  /// What holds after this session wrote about `account`: it may be found by anything, and stand elsewhere. Throws
  /// `SQLError`.
  mutating func follow(_ account: AccountID, on connection: Connection) throws {
    scan.forget(account)
    (found, lists) = ([], [:])
    for columns in orders.keys { try orders[columns]?.move(account, by: columns, on: connection) }
  }
}

extension LedgerFile {
  /// The accounts that a list with a search has, in its order. Throws `LedgerError.cancelled` when `isSearchWanted` says
  /// that nobody waits for it, and `SQLError`.
  func list(_ query: WorklistQuery) throws -> [AccountID] {
    lately.hold(in: try connection.dataVersion())
    return try lately.search.list(query, on: connection, while: isSearchWanted)
  }

  /// Reads what a search of the list needs whatever it looks for, so that its first letter is answered as fast as the
  /// others. Throws `LedgerError`, `.cancelled` when nobody waits for it.
  public func prepareSearch(of query: WorklistQuery) throws(LedgerError) {
    try LedgerError.wrapping("prepare the search") {
      try connection.transaction(.deferred) {
        lately.hold(in: try connection.dataVersion())
        try lately.search.prepare(query, on: connection, while: isSearchWanted)
      }
    }
  }

  /// No more searches come for now: what was read for them goes.
  public func endSearch() { lately.search.letGo() }
}
