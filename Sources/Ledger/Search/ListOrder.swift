import Receivables
import SQLEngine

/// The accounts of a book in the order of a list, with the views that list them. A search may find most of them, and
/// shows the first of those that it found.
struct ListOrder {
  /// One account of it.
  private struct Place {
    let account: Int64
    let views: Int32
    /// Whose it is, as a place in `collectors`.
    let collector: Int32
  }

  private var places: [Place] = []
  private var collectors: [String] = []

  /// Reads them from the narrow rows of an index. Throws `SQLError`.
  init(_ columns: [String], on connection: Connection) throws {
    let sql =
      "select account_id, views, collector from account_summary order by \(columns.joined(separator: ", "))"
    let row = try connection.statement(sql)
    defer { row.reset() }
    var known: [[UInt8]: Int32] = [:]
    var code: [UInt8] = []
    var collector: Int32 = 0
    while try row.step() {
      // Neighbours often are of the same collector.
      if collectors.isEmpty || !row.withBytes(2, { $0.elementsEqual(code) }) {
        code = row.blob(2)
        collector = known[code] ?? Int32(collectors.count)
        if known.updateValue(collector, forKey: code) == nil { collectors.append(row.text(2)) }
      }
      places.append(
        Place(
          account: row.int64(0), views: Int32(truncatingIfNeeded: row.int64(1)), collector: collector))
    }
  }

  /// Puts an account where it stands now: all of them are read anew only once. Throws `SQLError`.
  mutating func move(_ account: AccountID, by columns: [String], on connection: Connection) throws {
    places.removeAll { $0.account == account.rawValue }
    let list = columns.joined(separator: ", ")
    let row = try connection.first(
      "select views, collector, \(list) from account_summary where account_id = $1", account.rawValue
    ) { row in (views: row.int64(0), collector: row.text(1), order: columns.indices.map { row.cell($0 + 2) })
    }
    guard let row else { return }
    let collector = collectors.firstIndex(of: row.collector) ?? collectors.count
    if collector == collectors.count { collectors.append(row.collector) }
    let values = columns.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
    let isBefore = "select (\(list)) < (\(values)) from account_summary where account_id = $1"
    let place = try places.firstPlace { place in
      try connection.all(isBefore, values: [place.account] + row.order) { $0.int(0) }.first != 1
    }
    places.insert(
      Place(
        account: account.rawValue, views: Int32(truncatingIfNeeded: row.views), collector: Int32(collector)),
      at: place)
  }

  /// Which of the found accounts the view lists, in its order, or the best matches first.
  func list(_ query: WorklistQuery, of found: FoundAccounts) -> [AccountID] {
    let mask = Int32(truncatingIfNeeded: WorklistViews(query.view).rawValue)
    let isOwn = collectors.map { query.view != .mine || $0.isEmpty || $0 == query.collector }
    var ranked = MatchRank.allCases.map { _ in [AccountID]() }
    let isRanked = query.isRanked
    for place in places where place.views & mask != 0 && isOwn[Int(place.collector)] {
      guard let rank = found.rank(of: place.account) else { continue }
      ranked[isRanked ? Int(rank.rawValue) : 0].append(AccountID(rawValue: place.account))
    }
    return Array(ranked.joined())
  }
}
