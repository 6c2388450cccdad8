public import Receivables
import SQLEngine

extension LedgerFile {
  /// What `line` makes of the rows of a list, `limit` of them at most, and their ranks, from 1; in the list's order. A list
  /// of all accounts is read in the order in which they lie, half of it on another core, and no row is kept longer than
  /// its line takes. Throws `LedgerError`.
  public func lines(
    of query: WorklistQuery, limit: Int, _ line: @escaping @Sendable (WorklistRow, _ rank: Int) -> String
  ) throws(LedgerError) -> [String] {
    try LedgerError.wrapping("read the queue") {
      try connection.transaction(.deferred) {
        let listed = try accounts(query, 0..<limit)
        let ranked = RankedAccounts(listed.map(\.rawValue))
        guard listed.count >= Self.worthAnotherCore else {
          return RankedLine.inOrder(try ranked.lines(on: connection, line))
        }
        let lines = try onBothCores(ranked.firstHalf, ranked.secondHalf) { try $1.lines(on: $0, line) }
        return RankedLine.inOrder(lines)
      }
    }
  }

  /// To begin takes longer than to read so many.
  private static let worthAnotherCore = 500
}

/// The line of one account, which comes when the account is read.
private struct RankedLine: Sendable {
  let rank: Int
  let text: String

  static func inOrder(_ lines: [RankedLine]) -> [String] {
    var places = [Int](repeating: -1, count: lines.reduce(0) { max($0, $1.rank) })
    for (place, line) in lines.enumerated() { places[line.rank - 1] = place }
    return places.filter { $0 >= 0 }.map { lines[$0].text }
  }
}

/// Accounts of a list with their ranks, in the order in which they lie.
private struct RankedAccounts: Sendable {
  private let ranked: ArraySlice<(account: Int64, rank: Int)>

  /// Of accounts in the order of the list.
  init(_ listed: [Int64]) {
    ranked =
      listed.enumerated().map { (account: $0.element, rank: $0.offset + 1) }
      .sorted { $0.account < $1.account }[...]
  }

  private init(_ ranked: ArraySlice<(account: Int64, rank: Int)>) { self.ranked = ranked }

  var firstHalf: RankedAccounts { RankedAccounts(ranked.prefix(ranked.count / 2)) }

  var secondHalf: RankedAccounts { RankedAccounts(ranked.dropFirst(ranked.count / 2)) }

  func lines(on connection: Connection, _ line: (WorklistRow, Int) -> String) throws -> [RankedLine] {
    var rest = ranked
    return try connection.all(WorklistSQL.rows, SQLDialect.list(ranked.map(\.account))) { found in
      let row = try WorklistRow(found)
      while let next = rest.first, next.account < row.id.rawValue { rest.removeFirst() }
      guard let rank = rest.first?.rank else { throw LedgerError.unknownAccount }
      return RankedLine(rank: rank, text: line(row, rank))
    }
  }
}
