public import Receivables
import SQLEngine

extension LedgerFile {
  /// The rows of a list from rank `range.lowerBound` (0 is the first), as many as there are in `range`. Throws
  /// `LedgerError`.
  public func worklist(_ query: WorklistQuery, range: Range<Int>) throws(LedgerError) -> WorklistPage {
    try LedgerError.wrapping("read the queue") {
      try connection.transaction(.deferred) {
        lately.hold(in: try connection.dataVersion())
        let listed = try accounts(query, range)
        let rows = try known(listed)
        let counted = try total(of: query)
        // Where the list ends, its end counts, whatever the sums say that are kept of it.
        let total = listed.count < range.count ? min(counted, range.lowerBound + rows.count) : counted
        return WorklistPage(query: query, offset: range.lowerBound, rows: rows, total: total)
      }
    }
  }

  /// The accounts of a stretch of a list. Throws `SQLError`.
  func accounts(_ query: WorklistQuery, _ range: Range<Int>) throws -> [AccountID] {
    if query.isSearch { return Array(try list(query).dropFirst(range.lowerBound).prefix(range.count)) }
    let sql = WorklistSQL(query)
    return try connection.all(sql.stretch, values: sql.values + [range.count, range.lowerBound]) {
      AccountID(rawValue: $0.int64(0))
    }
  }

  /// A page of a search whose rows say what was found of them, where it is neither their number nor their name. Throws
  /// `LedgerError`.
  public func explained(_ page: WorklistPage) throws(LedgerError) -> WorklistPage {
    let search = SearchQuery(page.query.text)
    guard !search.words.isEmpty else { return page }
    return try LedgerError.wrapping("look up what was found") {
      try connection.transaction(.deferred) {
        lately.hold(in: try connection.dataVersion())
        var page = page
        for (index, row) in page.rows.enumerated() {
          page.rows[index].found = try matches(search, of: row, on: page.query.today)
        }
        return page
      }
    }
  }

  /// Reading an account takes as long as reading many rows: where the row shows every word there is nothing to say, and
  /// what is known is not looked up again.
  private func matches(
    _ search: SearchQuery, of row: WorklistRow, on day: CalendarDay
  ) throws -> [SearchMatch] {
    if search.isShown(by: row) { return [] }
    if let known = lately.found(of: row.id, by: search) { return known }
    let file = try read(row.id)
    let amounts = search.hasAmounts ? try ListedAccount(of: file, policy: policy, asOf: day).amounts : []
    let found = search.matches(file, amounts) ?? []
    lately.add(found, of: row.id, by: search)
    return found
  }

  /// How many accounts a list has. Throws `LedgerError`.
  public func length(of query: WorklistQuery) throws(LedgerError) -> Int {
    try LedgerError.wrapping("count the accounts") {
      try connection.transaction(.deferred) { try total(of: query) }
    }
  }

  /// The row of one account, listed or not. Throws `LedgerError.unknownAccount`.
  public func row(of account: AccountID) throws(LedgerError) -> WorklistRow {
    try LedgerError.wrapping("read the account") {
      try connection.transaction(.deferred) {
        lately.hold(in: try connection.dataVersion())
        guard let row = try known([account]).first else { throw LedgerError.unknownAccount }
        return row
      }
    }
  }

  /// The rows of these accounts in their order. After a save all but one of a list say what they said before, so only
  /// those that are not known are read.
  private func known(_ accounts: [AccountID]) throws -> [WorklistRow] {
    var rows: [AccountID: WorklistRow] = [:]
    for account in accounts { rows[account] = lately.rows[account] }
    if rows.count < accounts.count {
      let unread = accounts.filter { rows[$0] == nil }
      for row in try connection.all(
        WorklistSQL.rows, SQLDialect.list(unread.map(\.rawValue)), read: WorklistRow.init)
      {
        rows[row.id] = row
        lately.add(row)
      }
    }
    return accounts.compactMap { rows[$0] }
  }

  /// How many rows come before the account's, or nil when the list does not hold it. Throws `LedgerError`.
  public func rank(of account: AccountID, in query: WorklistQuery) throws(LedgerError) -> Int? {
    try LedgerError.wrapping("find the account in the queue") {
      if query.isSearch {
        return try connection.transaction(.deferred) { try list(query).firstIndex(of: account) }
      }
      let sql = WorklistSQL(query)
      let place = try connection.all(sql.place, values: sql.values + [account.rawValue]) { row in
        sql.columns.indices.map { row.cell($0) }
      }
      guard let place = place.first else { return nil }
      return try connection.all(sql.rank, values: sql.values + place) { $0.int(0) }.first
    }
  }

  /// Changes when another process has written, so that what is shown should be read again. Throws `LedgerError`.
  public func dataVersion() throws(LedgerError) -> Int64 {
    try LedgerError.wrapping("look for changes") { try connection.dataVersion() }
  }

  /// Counting takes longer than reading a page, so it is done once, and followed through what this session writes.
  func total(of query: WorklistQuery) throws -> Int {
    lately.hold(in: try connection.dataVersion())
    if query.isSearch { return try list(query).count }
    if let known = lately.totals[query] { return known }
    let sql = WorklistSQL(query)
    let total = try connection.all(sql.count, values: sql.values) { $0.int(0) }.first ?? 0
    lately.add(total, of: query)
    return total
  }
}

extension WorklistRow {
  /// A row as `WorklistSQL` asks for it. Throws `LedgerError.unreadable`.
  init(_ row: Statement) throws(LedgerError) {
    self.init(
      id: AccountID(rawValue: row.int64(0)), number: row.text(1), name: row.text(2),
      collector: row.optionalText(3), summary: try SummaryText.summary(in: row.text(4)))
  }
}
