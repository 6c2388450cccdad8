import Receivables
import TextScreen

/// The table of the list with the rows that show, drawn: a move of the selection changes the look of two of
/// them and the text of none.
struct DrawnRows: Sendable {
  /// All that the look of a row depends on besides the row.
  struct Ground: Hashable, Sendable {
    private let needs: QueueNeeds
    private let columns: Int
    private let isWide: Bool
    private let today: CalendarDay
    private let policy: String
    private var reading: Int
    private let view: WorklistView
    /// Callbacks are missed from one minute to the next.
    private let minute: Int64

    init(_ needs: QueueNeeds, columns: Int, _ sitting: Sitting) {
      self.needs = needs
      self.columns = columns
      isWide = sitting.isWide
      today = sitting.today
      policy = sitting.policy.digest
      reading = sitting.list.reading
      view = sitting.list.query.view
      minute = sitting.clock.minute
    }

    /// Whether nothing differs but which reading of the list it is.
    func differsInReading(_ other: Ground) -> Bool {
      var other = other
      other.reading = reading
      return self == other
    }
  }

  /// A row as it looks when it is not selected, and what it was drawn of.
  private struct Strip {
    let row: WorklistRow
    let frame: Frame
  }

  let table: QueueTable
  private var ground: Ground
  /// By rank.
  private var strips: [Int: Strip] = [:]

  init(_ needs: QueueNeeds, columns: Int, _ sitting: Sitting) {
    table = QueueTable(needs, width: columns, sitting: sitting)
    ground = Ground(needs, columns: columns, sitting)
  }

  /// Whether what is drawn is what would be drawn now.
  func holds(_ ground: Ground) -> Bool { self.ground == ground }

  /// The same for another reading of the list, with what was drawn of rows that are what they were; nil where more
  /// differs than that.
  func taken(to ground: Ground, _ list: AccountList) -> DrawnRows? {
    guard self.ground.differsInReading(ground) else { return nil }
    var taken = self
    taken.ground = ground
    taken.strips = strips.filter { list.row($0) == $1.row }
    return taken
  }

  /// Whether all of these ranks are drawn.
  func have(_ ranks: some Sequence<Int>) -> Bool { ranks.allSatisfy { strips.index(forKey: $0) != nil } }

  /// Draws those of these ranks that are not drawn yet.
  mutating func show(_ ranks: [Int], of list: AccountList) {
    for rank in ranks where strips.index(forKey: rank) == nil {
      if let row = list.row(rank) { strips[rank] = Strip(row: row, frame: draw(row)) }
    }
  }

  /// Lets go of the rows of all other ranks as soon as those are more than these.
  mutating func keep(_ ranks: Range<Int>) {
    if strips.count > 2 * ranks.count { strips = strips.filter { ranks.contains($0.key) } }
  }

  /// The row of a rank as it looks when it is not selected.
  func strip(_ rank: Int, _ row: WorklistRow) -> Frame { strips[rank]?.frame ?? draw(row) }

  private func draw(_ row: WorklistRow) -> Frame {
    var strip = Frame(size: Size(columns: table.layout.width, rows: 1))
    strip.putRow(table.layout, at: Position(column: 0, row: 0), content: table.cells(row))
    return strip
  }
}

/// The list that a frame shows: while all but the selection is as it was, a move changes two of its rows.
public struct ShownList: Sendable {
  let ground: DrawnRows.Ground
  /// Rank of the first row.
  let first: Int
  /// Rank of the selected row.
  let selected: Int
}

/// The side panes of a few accounts, drawn while nobody pressed a key.
///
/// A pane is handed out for what is equal to all that it was drawn of, so that none is ever out of date.
struct DrawnPanes: Sendable {
  private struct Ground: Hashable {
    let row: WorklistRow
    let picture: AccountPicture?
    let size: Size
    let today: CalendarDay
    let policy: String
    let times: [TimeOfDay?]

    init(_ pane: SidePane, _ size: Size, _ sitting: Sitting) {
      row = pane.row
      picture = pane.picture
      self.size = size
      today = sitting.today
      policy = sitting.policy.digest
      times = pane.zones.map { sitting.moment.local($0)?.time }
    }
  }

  private static let most = 6
  private var drawn: [(ground: Ground, frame: Frame)] = []

  /// Draws a pane of that size.
  mutating func add(_ pane: SidePane, _ size: Size, _ sitting: Sitting) {
    let ground = Ground(pane, size, sitting)
    drawn.removeAll { $0.ground.row.id == ground.row.id }
    if drawn.count == Self.most { drawn.removeFirst() }
    // The line at its left stands beside it.
    var frame = Frame(size: Size(columns: size.columns + 1, rows: size.rows))
    pane.draw(
      into: &frame, Rectangle(column: 1, row: 0, columns: size.columns, rows: size.rows), sitting)
    drawn.append((ground, frame))
  }

  /// Draws a pane, from what is known of it when that is still so.
  func draw(_ pane: SidePane, into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    guard let known = drawn.last(where: { $0.ground.row.id == pane.row.id }),
      known.ground == Ground(pane, area.size, sitting)
    else { return pane.draw(into: &frame, area, sitting) }
    frame.put(known.frame, at: Position(column: area.origin.column - 1, row: area.origin.row))
  }
}
