/// A note of several lines, wrapped at words. Enter is left to the form; pasted line breaks are kept.
public struct NoteField: Hashable, Sendable {
  private var field: TextField

  /// A note that holds `text` with the cursor behind it.
  public init(_ text: String = "", limit: Int = 4000) {
    field = TextField(text, limit: limit, keepsLines: true)
  }

  /// What it holds.
  public var text: String { field.text }
  /// Characters before the cursor.
  public var cursor: Int { field.cursor }
  /// The most characters it takes. A longer text that it was made with is kept whole.
  public var limit: Int { field.limit }
  /// How many characters of what was typed or pasted last did not fit and were not taken.
  public var leftOut: Int { field.leftOut }
  /// Whether nothing is in it.
  public var isEmpty: Bool { field.isEmpty }

  /// Types or pastes at the cursor.
  public mutating func insert(_ pasted: String) { field.insert(pasted) }

  /// Edits or moves in a note that is drawn `width` cells wide, and answers whether the key meant something: up in
  /// the first line and down in the last one do not.
  public mutating func handle(_ key: Key, width: Int) -> Bool {
    switch key {
    case .up: moveLine(-1, width)
    case .down: moveLine(1, width)
    case .home: moveWithinLine(width) { $0.lowerBound }
    case .end: moveWithinLine(width) { $0.upperBound }
    default: field.handle(key)
    }
  }

  /// The lines as ranges of characters, the one with the cursor, and the cells before the cursor in it.
  func layout(_ width: Int) -> (characters: [Character], lines: [Range<Int>], line: Int, column: Int) {
    let characters = Array(field.text)
    let lines = Wrapping.ranges(of: characters, width: max(width - 1, 1))
    let line = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
    let before = lines[line].lowerBound..<min(cursor, lines[line].upperBound)
    return (characters, lines, line, DisplayWidth.of(String(characters[before])))
  }

  private mutating func moveLine(_ step: Int, _ width: Int) -> Bool {
    let (characters, lines, line, column) = layout(width)
    guard lines.indices.contains(line + step) else { return false }
    let target = lines[line + step]
    var place = target.lowerBound
    var cells = 0
    while place < target.upperBound {
      cells += DisplayWidth.of(String(characters[place]))
      if cells > column { break }
      place += 1
    }
    field.moveCursor(to: place)
    return true
  }

  private mutating func moveWithinLine(_ width: Int, _ place: (Range<Int>) -> Int) -> Bool {
    let (_, lines, line, _) = layout(width)
    field.moveCursor(to: place(lines[line]))
    return true
  }
}

extension Frame {
  /// Draws a note in a rectangle, scrolled so that its cursor shows; a focused one takes the frame's cursor.
  public mutating func put(_ note: NoteField, in area: Rectangle, focused: Bool) {
    let role: Role = focused ? .focusedField : .field
    guard area.size.columns > 0, area.size.rows > 0 else { return }
    let (characters, lines, cursorLine, column) = note.layout(area.size.columns)
    let first = focused ? max(cursorLine - area.size.rows + 1, 0) : 0
    for (offset, row) in area.rows.enumerated() {
      let line = first + offset
      let text = line < lines.count ? String(characters[lines[line]]) : ""
      put(
        text, at: Position(column: area.origin.column, row: row), width: area.size.columns, role: role)
    }
    guard focused else { return }
    cursor = Position(
      column: area.origin.column + min(column, area.size.columns - 1),
      row: area.origin.row + cursorLine - first)
  }
}
