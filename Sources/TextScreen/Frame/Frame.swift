/// A grid of role-styled cells with a cursor that is always set: what a screen shows at one moment.
///
/// `put` is the only way in which text enters it.
public struct Frame: Hashable, Sendable {
  /// Its extent, at least 1×1.
  public let size: Size
  /// Where the hardware cursor stands: on the focus.
  public var cursor: Position
  /// Row by row.
  public internal(set) var cells: [Cell]

  /// A blank frame with the cursor at the top left.
  public init(size: Size) {
    self.size = Size(columns: max(size.columns, 1), rows: max(size.rows, 1))
    cursor = Position(column: 0, row: 0)
    cells = Array(repeating: .blank(), count: self.size.columns * self.size.rows)
  }
}

/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  private var first: UInt64
  private var second: UInt64

  /// A glyph that means something.
  init(glyph: Glyph, role: Role) { (first, second) = glyph.packed(role) }

  /// What it shows; of no width in the right half of a wide one.
  public var glyph: Glyph {
    get { Glyph(packed: (first, second)) }
    set { (first, second) = newValue.packed(role) }
  }

  /// What it means.
  public var role: Role {
    get { Glyph.role(packed: (first, second)) }
    set { (first, second) = glyph.packed(newValue) }
  }

  /// A blank of that role.
  public static func blank(_ role: Role = .normal) -> Cell { Cell(glyph: .blank, role: role) }
}

extension Frame {
  /// The rows as plain text without trailing blanks, for goldens and replay.
  public func lines() -> [String] {
    (0..<size.rows).map { row in
      var line = ""
      var blanks = 0
      for cell in cells[row * size.columns..<(row + 1) * size.columns] {
        if cell.glyph == .blank {
          blanks += 1
        } else if cell.glyph.width > 0 {
          line += String(repeating: " ", count: blanks) + cell.glyph.text
          blanks = 0
        }
      }
      return line
    }
  }
}

extension Frame {
  /// Blanks a rectangle, as for the ground of an overlay. Parts outside the frame are ignored.
  public mutating func fill(_ rectangle: Rectangle, role: Role) {
    for row in rectangle.rows {
      put(
        "", at: Position(column: rectangle.origin.column, row: row), width: rectangle.size.columns, role: role
      )
    }
  }

  /// Blanks a row.
  public mutating func fill(row: Int, role: Role) {
    fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), role: role)
  }

  /// Shows in a row what a frame of the same size shows there.
  public mutating func take(row: Int, of other: Frame) {
    guard other.size == size, (0..<size.rows).contains(row) else { return }
    let place = row * size.columns..<(row + 1) * size.columns
    cells.replaceSubrange(place, with: other.cells[place])
  }

  /// Gives every cell of a rectangle this role and leaves the text: the selected row.
  public mutating func setRole(_ role: Role, in rectangle: Rectangle) {
    for row in rectangle.rows.clamped(to: 0..<size.rows) {
      for column in rectangle.columns.clamped(to: 0..<size.columns) {
        cells[row * size.columns + column].role = role
      }
    }
  }

  /// Gives a row this role and leaves its text.
  public mutating func setRole(_ role: Role, row: Int) {
    setRole(role, in: Rectangle(column: 0, row: row, columns: size.columns, rows: 1))
  }
}

extension Frame {
  /// Copies what was drawn apart, all of it in `role` when there is one. It has to be drawn in whole
  /// characters and to have room: what does not fit is left out.
  ///
  ///     frame.put(row, at: Position(column: 0, row: 3), role: .selected)
  public mutating func put(_ block: Frame, at position: Position, role: Role? = nil) {
    let columns = position.column..<position.column + block.size.columns
    guard columns.lowerBound >= 0, columns.upperBound <= size.columns else { return }
    for row in 0..<block.size.rows where (0..<size.rows).contains(position.row + row) {
      let source = row * block.size.columns
      let target = (position.row + row) * size.columns + position.column
      cells.replaceSubrange(
        target..<target + columns.count, with: block.cells[source..<source + columns.count])
      guard let role else { continue }
      for place in target..<target + columns.count { cells[place].role = role }
    }
  }
}

extension Frame {
  /// The rows with a letter for each cell's role, "." for normal: what a golden shows beside `lines()`.
  public func roleLetters() -> [String] {
    (0..<size.rows).map { row in
      String(cells[row * size.columns..<(row + 1) * size.columns].map(\.role.letter))
    }
  }
}

extension Role {
  fileprivate var letter: Character {
    switch self {
    case .normal: "."
    case .title: "T"
    case .heading: "H"
    case .selected: "S"
    case .dim: "d"
    case .good: "g"
    case .warning: "w"
    case .bad: "b"
    case .accent: "a"
    case .key: "K"
    case .keyLabel: "k"
    case .field: "f"
    case .focusedField: "F"
    case .preset: "p"
    case .message: "m"
    case .failure: "!"
    case .overlay: "o"
    }
  }
}
