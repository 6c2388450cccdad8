/// Which columns of a table show on a screen of some width, and where.
public struct TableLayout: Hashable, Sendable {
  /// A column that shows.
  public struct Slot: Hashable, Sendable {
    /// Which of the table's columns it is.
    public let index: Int
    /// The column itself.
    public let column: Column
    /// Cells left of it in the table.
    public let offset: Int
    /// Cells it has.
    public let width: Int
  }

  /// The columns that show, from the left.
  public let slots: [Slot]
  /// Cells the table has.
  public let width: Int

  /// Fits columns into `width` cells: leaves out the least important ones, then hands out the room from the left.
  public init(_ columns: [Column], width: Int, gap: Int = 1) {
    let shown = Self.affordable(columns, width: width, gap: gap)
    var widths = shown.map { columns[$0].minimum }
    var spare = width - widths.reduce(0, +) - gap * max(shown.count - 1, 0)
    for place in shown.indices where spare > 0 {
      let more = min(spare, columns[shown[place]].maximum - widths[place])
      widths[place] += more
      spare -= more
    }
    var offset = 0
    var slots: [Slot] = []
    for (place, index) in shown.enumerated() where offset < width {
      let room = min(widths[place], width - offset)
      slots.append(Slot(index: index, column: columns[index], offset: offset, width: room))
      offset += widths[place] + gap
    }
    self.slots = slots
    self.width = width
  }

  /// The slot of a column, if it shows.
  public func slot(of index: Int) -> Slot? { slots.first { $0.index == index } }

  private static func affordable(_ columns: [Column], width: Int, gap: Int) -> [Int] {
    var shown = Array(columns.indices)
    func needed() -> Int { shown.reduce(0) { $0 + columns[$1].minimum } + gap * max(shown.count - 1, 0) }
    while needed() > width, let least = shown.map({ columns[$0].priority }).max(), least > 0,
      let place = shown.lastIndex(where: { columns[$0].priority == least })
    {
      shown.remove(at: place)
    }
    return shown
  }
}
