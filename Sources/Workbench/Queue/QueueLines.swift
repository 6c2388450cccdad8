import Receivables

/// What shows in the rows of the list: accounts, and a label wherever a lane begins.
struct QueueLines {
  enum Line: Hashable {
    case lane(Lane?)
    case row(Int)
  }

  /// Rank of the first account that shows.
  let first: Int
  let lines: [Line]

  /// From `near` on, when the selected row shows then. Else it stands in the middle, so that what comes next shows too,
  /// and a held key seldom changes the whole list.
  init(_ list: AccountList, near: Int, height: Int) {
    var first = near
    var lines = near <= list.rank ? Self.lines(list, from: near, height: height) : []
    if !lines.contains(.row(list.rank)) {
      first = max(list.rank - height / 2, 0)
      lines = Self.lines(list, from: first, height: height)
    }
    while first < list.rank, !lines.contains(.row(list.rank)) {
      first += 1
      lines = Self.lines(list, from: first, height: height)
    }
    while first > 0, lines.count < height {
      let earlier = Self.lines(list, from: first - 1, height: height)
      guard earlier.last == lines.last else { break }
      first -= 1
      lines = earlier
    }
    self.first = first
    self.lines = lines
  }

  /// Ranks of the accounts that show.
  var ranks: [Int] { lines.compactMap { if case .row(let rank) = $0 { rank } else { nil } } }

  func line(at offset: Int) -> Line? { lines.indices.contains(offset) ? lines[offset] : nil }

  private static func lines(_ list: AccountList, from first: Int, height: Int) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(height + 1)
    let showsLanes = list.query.isByLane
    var lane: Lane?
    for rank in first..<max(list.total, first) {
      guard lines.count < height else { break }
      if showsLanes, let own = list.lane(rank), lines.isEmpty || own != lane {
        guard lines.count + 1 < height else { break }
        lane = own
        lines.append(.lane(lane))
      }
      lines.append(.row(rank))
    }
    return lines
  }
}
