internal import CNcursesW
import TextScreen

/// The sequences that place and erase on the open terminal, as terminfo has them.
struct ScreenWords {
  /// Blanks the screen in the look that holds; nil where no sequence does.
  let clear: [UInt8]?
  /// Blanks the rest of the row in the look that holds; nil where no sequence does.
  let clearToEnd: [UInt8]?
  /// Whether the cursor may be placed while a look other than the ordinary one holds.
  let placesInAnyLook: Bool
  /// Whether the terminal goes to the next row as soon as the last cell of one is written, and not with the next
  /// character: after the last cell of the screen it scrolls.
  let wrapsAtOnce: Bool
  /// Places the cursor.
  let place: @Sendable (Position) -> [UInt8]
  /// Whether `place` answers what nearly all terminals understand, which is then written without asking.
  private let placesAsUsual: Bool

  init(
    clear: [UInt8]?, clearToEnd: [UInt8]?, placesInAnyLook: Bool, wrapsAtOnce: Bool,
    place: @escaping @Sendable (Position) -> [UInt8]
  ) {
    self.clear = clear
    self.clearToEnd = clearToEnd
    self.placesInAnyLook = placesInAnyLook
    self.wrapsAtOnce = wrapsAtOnce
    self.place = place
    placesAsUsual = [(0, 0), (8, 9), (99, 234)].allSatisfy { row, column in
      let position = Position(column: column, row: row)
      return place(position) == Self.usual(position)
    }
  }

  /// Those of the terminal that ncurses has opened.
  init() {
    self.init(
      clear: Self.words("clear"), clearToEnd: Self.words("el"), placesInAnyLook: tigetflag("msgr") > 0,
      wrapsAtOnce: tigetflag("am") > 0 && tigetflag("xenl") <= 0
    ) { position in
      guard let cup = kept_capability("cup"), let filled = kept_filled(cup, position.row, position.column)
      else { return [] }
      return Array(TerminalModes.withoutPadding(String(cString: filled)).utf8)
    }
  }

  private static func words(_ name: String) -> [UInt8]? {
    kept_capability(name).map { Array(TerminalModes.withoutPadding(String(cString: $0)).utf8) }
  }

  /// Adds what places the cursor.
  func place(_ position: Position, in bytes: inout [UInt8]) {
    guard placesAsUsual else {
      bytes += place(position)
      return
    }
    bytes.append(0x1B)
    bytes.append(0x5B)
    Self.add(position.row + 1, to: &bytes)
    bytes.append(0x3B)
    Self.add(position.column + 1, to: &bytes)
    bytes.append(0x48)
  }

  private static func usual(_ position: Position) -> [UInt8] {
    Array("\u{1B}[\(position.row + 1);\(position.column + 1)H".utf8)
  }

  private static func add(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { add(number / 10, to: &bytes) }
    bytes.append(0x30 + UInt8(number % 10))
  }
}
