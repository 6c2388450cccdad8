/// What a terminal would show: enough of xterm for what ncurses sends.
public struct VirtualScreen {
  struct Cell {
    var text = " "
    var style = ScreenStyle()
  }

  /// Cells across.
  public private(set) var columns: Int
  /// Cells down.
  public private(set) var rows: Int
  /// The cursor's column, from 0.
  public internal(set) var column = 0
  /// The cursor's row, from 0.
  public internal(set) var row = 0
  /// The modes of a terminal that nobody has changed: lines wrap, the cursor shows.
  public static let usualModes: Set<Int> = [7, 25]
  /// The private modes that are on: 25 cursor, 1049 other screen, 2004 bracketed paste, 1000 and 1006 mouse.
  public internal(set) var modes = usualModes
  /// Operating system commands that arrived, such as `52;c;…` for a copy.
  public internal(set) var commands: [String] = []
  /// Sequences that ncurses does not send: text that got through unsanitised.
  public internal(set) var strange: [String] = []
  var style = ScreenStyle()
  var wrapsNext = false
  var region: Range<Int>
  var saved = (column: 0, row: 0, style: ScreenStyle())
  var cells: [[Cell]]
  private var other: [[Cell]]

  /// A blank screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    cells = Self.blank(columns, rows)
    other = cells
  }

  /// The rows as plain text without trailing blanks.
  public var lines: [String] { (0..<rows).map { line($0) } }

  /// One row as plain text without trailing blanks.
  public func line(_ row: Int) -> String {
    let end = cells[row].lastIndex { $0.text != " " } ?? -1
    return cells[row][...end].reduce(into: "") { $0 += $1.text }
  }

  /// All rows as one text.
  public var text: String { lines.joined(separator: "\n") }

  /// What a cell shows; nothing in the second half of a wide character.
  public func text(column: Int, row: Int) -> String { cells[row][column].text }

  /// How a cell looks.
  public func style(column: Int, row: Int) -> ScreenStyle { cells[row][column].style }

  /// Takes another size, as a terminal window does: what is outside is lost.
  mutating func resize(columns: Int, rows: Int) {
    var grid = Self.blank(columns, rows)
    for row in 0..<min(rows, self.rows) {
      for column in 0..<min(columns, self.columns) { grid[row][column] = cells[row][column] }
    }
    (self.columns, self.rows, cells, other) = (columns, rows, grid, Self.blank(columns, rows))
    region = 0..<rows
    move(column: column, row: row)
  }

  mutating func move(column: Int, row: Int) {
    self.column = min(max(column, 0), columns - 1)
    self.row = min(max(row, 0), rows - 1)
    wrapsNext = false
  }

  /// Shows the other screen of the two.
  mutating func swapScreens() {
    swap(&cells, &other)
  }

  mutating func print(_ scalar: Unicode.Scalar, width: Int) {
    if width == 0 {
      let before = wrapsNext ? column : max(column - 1, 0)
      let place = cells[row][before].text.isEmpty ? max(before - 1, 0) : before
      cells[row][place].text.unicodeScalars.append(scalar)
      return
    }
    if wrapsNext || column + width > columns {
      column = 0
      wrapsNext = false
      lineFeed()
    }
    cells[row][column] = Cell(text: String(scalar), style: style)
    if width == 2, column + 1 < columns { cells[row][column + 1] = Cell(text: "", style: style) }
    wrapsNext = column + width >= columns
    column = min(column + width, columns - 1)
  }

  mutating func lineFeed() {
    wrapsNext = false
    if row == region.upperBound - 1 { scroll(region, by: 1) } else { row = min(row + 1, rows - 1) }
  }

  mutating func reverseLineFeed() {
    if row == region.lowerBound { scroll(region, by: -1) } else { row = max(row - 1, 0) }
  }

  /// Moves rows up, or down for a negative count, and blanks what comes in.
  mutating func scroll(_ range: Range<Int>, by count: Int) {
    guard !range.isEmpty else { return }
    let blank = blankRow()
    for _ in 0..<min(abs(count), range.count) {
      cells.remove(at: count > 0 ? range.lowerBound : range.upperBound - 1)
      cells.insert(blank, at: count > 0 ? range.upperBound - 1 : range.lowerBound)
    }
  }

  mutating func erase(row: Int, _ range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) { cells[row][column] = blankCell() }
  }

  mutating func insertCells(_ count: Int) {
    let count = min(count, columns - column)
    cells[row].removeLast(count)
    cells[row].insert(contentsOf: Array(repeating: blankCell(), count: count), at: column)
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - column)
    cells[row].removeSubrange(column..<column + count)
    cells[row] += Array(repeating: blankCell(), count: count)
  }

  private func blankCell() -> Cell {
    var cell = Cell()
    cell.style.background = style.background
    return cell
  }

  private func blankRow() -> [Cell] { Array(repeating: blankCell(), count: columns) }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }
}
