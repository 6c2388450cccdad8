import SQLEngine

/// Reads every row of a table that can be read, in the order of row numbers, or of accounts where the rows lie by them,
/// around what is damaged.
///
/// A damaged page hides the rows on it, or all rows below it. Whoever asks for a number behind it reaches the next page
/// by another way, so that what is behind the damage is found again by asking further and further on.
struct TableReading {
  /// Numbers among which rows may be lost; the last is nil where nothing behind them could be read.
  struct Gap: Hashable {
    let first: Int64
    let last: Int64?
  }

  let connection: Connection
  let table: String
  let columns: [String]
  /// Whether the rows of an account lie side by side, so that they go by its number.
  let isByAccount: Bool
  /// Where rows may be lost.
  private(set) var gaps: [Gap] = []
  /// Rows that were read.
  private(set) var count = 0

  /// Row numbers that are asked for one by one behind the last readable one, before the steps grow.
  private static let smallSteps: Int64 = 20_000

  init(_ table: String, columns: [String], isByAccount: Bool, on connection: Connection) {
    self.table = table
    self.columns = columns
    self.isByAccount = isByAccount
    self.connection = connection
  }

  /// Calls `body` with the number, of the row or the account, and the cells of each row. Throws what `body` throws, and `SQLError` when the copy
  /// cannot be read for another reason than damage.
  mutating func each(_ body: (Int64, [SQLCell]) throws -> Void) throws {
    var next = Int64.min
    while true {
      guard let start = try read(from: next, body) else { return }
      let resumed = try nextReadable(from: start)
      gaps.append(Gap(first: start, last: resumed.map { $0 - 1 }))
      guard let resumed else { return }
      next = resumed
    }
  }

  /// Reads on from `first` to the end, or to a row that cannot be read: the answer is the number after the last one that
  /// could.
  private mutating func read(from first: Int64, _ body: (Int64, [SQLCell]) throws -> Void) throws -> Int64? {
    var next = first
    guard let rows = try undamaged({ try connection.statement(select) }) else {
      return max(next, 1)
    }
    try rows.bind([next])
    defer { rows.reset() }
    while let isRow = try undamaged({ try rows.step() }) {
      guard isRow else { return nil }
      let number = rows.int64(0)
      // Pages that point back at each other would be read for ever.
      guard number >= next else { break }
      count += 1
      try body(number, columns.indices.map { rows.cell($0 + 1) })
      guard number < .max else { return nil }
      // Behind a damage among the rows of an account none of them can be reached.
      next = isByAccount ? number : number + 1
    }
    return max(next, 1)
  }

  /// What `body` gives; nil where the file is damaged.
  private func undamaged<Result>(_ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let error as SQLError where error.isDamage {
      return nil
    }
  }

  /// The least row number from `start` on from which rows can be read again; nil when there is none.
  private func nextReadable(from start: Int64) throws -> Int64? {
    var step: Int64 = 1
    var last = start
    while true {
      let (number, isTooFar) = start.addingReportingOverflow(step)
      guard !isTooFar else { return nil }
      switch try probe(number) {
      case .nothing: return nil
      case .row: return try least(after: last, readable: number)
      case .damage:
        last = number
        step = step < Self.smallSteps ? step + 1 : step * 2
        guard step < .max / 2 else { return nil }
      }
    }
  }

  /// Between a number that cannot be read and one that can, the least that can.
  private func least(after damaged: Int64, readable: Int64) throws -> Int64 {
    var (low, high) = (damaged, readable)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if case .damage = try probe(middle) { low = middle } else { high = middle }
    }
    return high
  }

  private enum Probe {
    case row, nothing, damage
  }

  private func probe(_ number: Int64) throws -> Probe {
    let found = try undamaged {
      try connection.first(select + " limit 1", number) { $0.int64(0) >= number }
    }
    switch found {
    case .some(.some(true)): return .row
    case .some(.none): return .nothing
    case .some(.some(false)), .none: return .damage
    }
  }

  /// Without an index: one that is damaged would hide rows that are not. Tables by account have none.
  private var select: String {
    let names = columns.joined(separator: ", ")
    return isByAccount
      ? "select account_id, \(names) from \(table) where account_id >= $1 order by account_id"
      : "select rowid, \(names) from \(table) not indexed where rowid >= $1 order by rowid"
  }
}

extension SQLError {
  /// Whether it is what the file holds, and not the disk or a mistake of this program.
  var isDamage: Bool { kind == .corrupt || kind == .notADatabase }
}
