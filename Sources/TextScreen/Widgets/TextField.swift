/// One line of text being typed, edited by what a person sees as characters.
public struct TextField: Hashable, Sendable {
  /// What it holds: one line, no controls, no format characters.
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int
  /// The most characters it takes. A longer text that it was made with is kept whole.
  public let limit: Int
  /// How many characters of what was typed or pasted last did not fit and were not taken.
  public private(set) var leftOut = 0
  private let keepsLines: Bool
  /// Whether all of it stands for what holds anyway: the first character typed takes its place, as it does with text
  /// that is selected. Every other key makes it text to be edited.
  public private(set) var isOffered = false

  /// A field that holds `text` with the cursor behind it.
  public init(_ text: String = "", limit: Int = 200) {
    self.init(text, limit: limit, keepsLines: false)
  }

  /// A field that keeps line breaks too, for a note.
  init(_ text: String, limit: Int, keepsLines: Bool) {
    self.limit = limit
    self.keepsLines = keepsLines
    self.text = String(TypedText.of(text, keepingLines: keepsLines))
    cursor = self.text.count
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { text.isEmpty }

  /// Replaces everything and puts the cursor at the end.
  public mutating func set(_ text: String) { self = TextField(text, limit: limit, keepsLines: keepsLines) }

  /// The same text, offered: it stays unless something is typed in its place.
  public var offered: TextField {
    var field = self
    field.isOffered = !isEmpty
    return field
  }

  /// Types or pastes at the cursor; line breaks and tabs become blanks, what is over the limit is left out and counted.
  public mutating func insert(_ pasted: String) {
    if isOffered { set("") }
    let room = max(limit - text.count, 0)
    let typed = TypedText.of(pasted, keepingLines: keepsLines)
    leftOut = max(typed.count - room, 0)
    guard room > 0 else { return }
    let head = text.prefix(cursor) + typed.prefix(room)
    let whole = head + text.dropFirst(cursor)
    text = String(whole)
    cursor = min(head.count, text.count)
  }

  /// Puts the cursor behind so many characters, or at the nearest end.
  public mutating func moveCursor(to place: Int) { cursor = min(max(place, 0), text.count) }

  /// Edits or moves, and answers whether the key meant something here; the caller uses the others.
  public mutating func handle(_ key: Key) -> Bool {
    leftOut = 0
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): moveCursor(to: cursor - 1)
    case .right, .control("f"): moveCursor(to: cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .backspace: remove(from: cursor - 1)
    case .delete: remove(from: cursor, to: cursor + 1)
    case .control("w"): remove(from: wordStart)
    case .control("u"): remove(from: 0)
    case .control("k"): remove(from: cursor, to: text.count)
    default: return false
    }
    isOffered = false
    return true
  }

  /// Where ctrl-w stops: behind the blank before the word before the cursor.
  private var wordStart: Int {
    var before = text.prefix(cursor)
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
    return before.count
  }

  private mutating func remove(from start: Int, to end: Int? = nil) {
    let start = max(start, 0)
    let head = text.prefix(start)
    text = String(head + text.dropFirst(end ?? cursor))
    cursor = min(start, text.count)
  }
}

extension Frame {
  /// Draws a field in `width` cells, scrolled so that its cursor shows; a focused one takes the frame's cursor.
  public mutating func put(_ field: TextField, at position: Position, width: Int, focused: Bool) {
    let role: Role = focused ? .focusedField : .field
    let room = min(width, size.columns - position.column)
    guard room > 0 else { return }
    guard focused else {
      put(field.text, at: position, width: room, role: role)
      putOffered(field, at: position, room)
      return
    }
    let before = Sanitised(String(field.text.prefix(field.cursor))).glyphs
    let after = Sanitised(String(field.text.dropFirst(field.cursor))).glyphs
    let cursorColumn = before.reduce(0) { $0 + $1.width }
    let all = cursorColumn + after.reduce(0) { $0 + $1.width }
    let scroll = all < room ? 0 : Self.scroll(cursorColumn, room)
    var skipped = 0
    let shown = (before + after).drop { glyph in
      guard skipped < scroll else { return false }
      skipped += glyph.width
      return true
    }
    _ = put(Overflow.clip.fitted(Array(shown), to: room), at: position, span: room, role: role)
    cursor = Position(column: position.column + max(cursorColumn - skipped, 0), row: position.row)
    putOffered(field, at: position, room)
  }

  /// What gives way to what is typed looks like what holds in an empty field.
  private mutating func putOffered(_ field: TextField, at position: Position, _ room: Int) {
    let width = DisplayWidth.of(field.text)
    if field.isOffered, width < room { put(field.text, at: position, width: width, role: .preset) }
  }

  /// Columns hidden at the left: a multiple of half the room, so that text on both sides of the cursor shows.
  private static func scroll(_ cursorColumn: Int, _ room: Int) -> Int {
    let step = max(room / 2, 1)
    let over = cursorColumn - (room - 1)
    return over <= 0 ? 0 : (over + step - 1) / step * step
  }
}
