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

/// A column of a table.
public struct Column: Hashable, Sendable {
  /// Its heading.
  public var title: String
  /// It is left out before it gets narrower, in cells.
  public var minimum: Int
  /// It grows up to this, in cells.
  public var maximum: Int
  /// 0 is always there; on a narrow screen the columns with the highest number go first.
  public var priority: Int
  /// Where its texts stand.
  public var align: Alignment
  /// What happens to a text that is too long.
  public var overflow: Overflow

  /// A column of the same width on every screen: `.fixed("Days", 4, align: .trailing)`.
  public static func fixed(
    _ title: String, _ width: Int, priority: Int = 0, align: Alignment = .leading
  ) -> Column {
    Column(
      title: title, minimum: width, maximum: width, priority: priority, align: align, overflow: .ellipsis)
  }

  /// A right-aligned column whose texts are never cut: `.amount("Past due", 14)`.
  public static func amount(_ title: String, _ width: Int, priority: Int = 0) -> Column {
    Column(
      title: title, minimum: width, maximum: width, priority: priority, align: .trailing, overflow: .never)
  }

  /// A column that takes what room there is: `.text("Customer", 16...40)`.
  public static func text(_ title: String, _ width: ClosedRange<Int>, priority: Int = 0) -> Column {
    Column(
      title: title, minimum: width.lowerBound, maximum: width.upperBound, priority: priority, align: .leading,
      overflow: .ellipsis)
  }

  /// The last column, as wide as the screen leaves: `.rest("Note", from: 10)`.
  public static func rest(_ title: String, from minimum: Int, priority: Int = 0) -> Column {
    Column(
      title: title, minimum: minimum, maximum: .max, priority: priority, align: .leading, overflow: .ellipsis)
  }
}

/// The content of a table row in one column.
public struct TextCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What it says.
  public var text: String
  /// Its own meaning, if it differs from the row's.
  public var role: Role?
  /// So many cells at its end are less important: the cents of an amount. Only where texts stand at the right.
  public var dimmed: Int

  /// A text, in the row's role if it has none of its own.
  public init(_ text: String, _ role: Role? = nil, dimmed: Int = 0) {
    self.text = text
    self.role = role
    self.dimmed = dimmed
  }

  /// A fixed text in the row's role.
  public init(stringLiteral text: String) { self.init(text) }
}

extension Frame {
  /// Draws the headings of a table.
  public mutating func putHeadings(_ table: TableLayout, at position: Position, role: Role = .heading) {
    put("", at: position, width: table.width, role: role)
    for slot in table.slots {
      put(
        slot.column.title, at: position.moved(slot.offset), width: slot.width, role: role,
        align: slot.column.align)
    }
  }

  /// Draws one row of a table; `content` is asked only for the columns that show, by their index.
  ///
  ///     frame.putRow(table, at: p) { $0 == 0 ? "Muster AG" : TextCell("1,250.00", .bad) }
  public mutating func putRow(
    _ table: TableLayout, at position: Position, role: Role = .normal, content: (Int) -> TextCell
  ) {
    put("", at: position, width: table.width, role: role)
    for slot in table.slots {
      let cell = content(slot.index)
      put(
        cell.text, at: position.moved(slot.offset), width: slot.width, role: cell.role ?? role,
        align: slot.column.align, overflow: slot.column.overflow)
      guard cell.dimmed > 0, slot.column.align == .trailing, !cell.text.isEmpty else { continue }
      let dimmed = min(cell.dimmed, slot.width)
      let tail = Rectangle(
        column: position.column + slot.offset + slot.width - dimmed, row: position.row, columns: dimmed,
        rows: 1)
      setRole(.dim, in: tail)
    }
  }
}

extension Position {
  /// So many columns to the right.
  public func moved(_ columns: Int) -> Position { Position(column: column + columns, row: row) }
}
