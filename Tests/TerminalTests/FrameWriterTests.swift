import Testing
import TextScreen

@testable import PseudoTerminal
@testable import Terminal

/// Whatever a terminal shows, what is written for the cells that differ makes it show the frame.
@Suite struct FrameWriterTests {
  @Test(arguments: 0..<240) func thePartThatDiffersMakesTheWhole(seed: UInt64) throws {
    var random = RandomFrames(seed: seed)
    let kind = KindOfTerminal.allCases[Int(seed) % KindOfTerminal.allCases.count]
    var size = random.size()
    var terminal = ScreenReader(columns: size.columns, rows: size.rows)
    var writer = kind.writer
    var shown: Frame?
    for _ in 0..<12 {
      if random.oneIn(6) {
        size = random.size()
        terminal.screen.resize(columns: size.columns, rows: size.rows)
        shown = nil
      }
      if random.oneIn(8) { shown = nil }
      if shown == nil { terminal.read(random.rubbish(on: size).utf8) }
      let frame = random.frame(after: shown, size)
      terminal.read(writer.update(&shown, to: frame, on: size))
      #expect(shown == frame)
      expectShown(frame, on: terminal.screen, kind)
    }
  }

  @Test func whatDidNotChangeIsNotWritten() {
    var random = RandomFrames(seed: 7)
    let size = Size(columns: 120, rows: 40)
    var writer = KindOfTerminal.usual.writer
    var frame = random.frame(after: nil, size)
    var shown: Frame?
    _ = writer.update(&shown, to: frame, on: size)
    #expect(writer.update(&shown, to: frame, on: size).isEmpty)
    frame.cursor = Position(column: 3, row: 4)
    #expect(writer.update(&shown, to: frame, on: size).count <= 6)
    frame.put("x", at: Position(column: 60, row: 20), role: .normal)
    #expect(writer.update(&shown, to: frame, on: size).count < 30)
  }

  @Test("where rows are named no other is looked at, unless the terminal may show anything")
  func namedRows() {
    var random = RandomFrames(seed: 5)
    let size = Size(columns: 40, rows: 12)
    var terminal = ScreenReader(columns: size.columns, rows: size.rows)
    var writer = KindOfTerminal.usual.writer
    var (frame, shown) = (random.frame(after: nil, size), Frame?.none)
    terminal.read(writer.update(&shown, to: frame, rows: [3], on: size))
    expectShown(frame, on: terminal.screen, .usual)
    frame.put("named", at: Position(column: 2, row: 3), role: .selected)
    frame.cursor = Position(column: 5, row: 9)
    terminal.read(writer.update(&shown, to: frame, rows: [3], on: size))
    expectShown(frame, on: terminal.screen, .usual)
    #expect(shown == frame)
    frame.put("other", at: Position(column: 2, row: 4), role: .bad)
    #expect(writer.update(&shown, to: frame, rows: [3, 99], on: size).isEmpty)
  }

  @Test("a frame that is larger than the terminal shows as far as there is room")
  func larger() {
    var random = RandomFrames(seed: 11)
    for _ in 0..<40 {
      let frame = random.frame(after: nil, Size(columns: 41, rows: 9))
      var terminal = ScreenReader(columns: 24, rows: 5)
      var writer = KindOfTerminal.usual.writer
      var shown: Frame?
      terminal.read(writer.update(&shown, to: frame, on: Size(columns: 24, rows: 5)))
      for row in 0..<5 {
        for column in 0..<23 where frame.cells[row * 41 + column].glyph.width == 1 {
          #expect(terminal.screen.text(column: column, row: row) == frame.cells[row * 41 + column].glyph.text)
        }
      }
      #expect(terminal.screen.strange == [])
    }
  }

  private func expectShown(
    _ frame: Frame, on screen: VirtualScreen, _ kind: KindOfTerminal,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(screen.strange == [], sourceLocation: location)
    #expect(screen.style == ScreenStyle(), "the look is the ordinary one", sourceLocation: location)
    #expect(
      (screen.column, screen.row) == (frame.cursor.column, frame.cursor.row), sourceLocation: location)
    let columns = frame.size.columns
    for (place, cell) in frame.cells.enumerated() {
      let (column, row) = (place % columns, place / columns)
      // Where the terminal would scroll the last cell is left alone.
      if kind == .wrapping, row == frame.size.rows - 1, column >= columns - 2 { continue }
      guard cell.glyph.width > 0 else { continue }
      let (text, style) = (
        screen.text(column: column, row: row), screen.style(column: column, row: row)
      )
      let wanted = KindOfTerminal.style(cell.role)
      let isSame =
        text == cell.glyph.text
        && (style == wanted
          || text == " " && KindOfTerminal.isGround(style) && KindOfTerminal.isGround(wanted))
      #expect(
        isSame, "\(kind) \(column),\(row): “\(text)” \(style) is not “\(cell.glyph.text)” \(cell.role)",
        sourceLocation: location)
    }
  }
}

/// Terminals that can do more or less.
enum KindOfTerminal: CaseIterable {
  case usual, unclearing, unerasing, plainMoving, wrapping, otherwisePlaced

  var writer: FrameWriter {
    let words = ScreenWords(
      clear: self == .unclearing ? nil : Array("\u{1B}[H\u{1B}[2J".utf8),
      clearToEnd: self == .unerasing ? nil : Array("\u{1B}[K".utf8), placesInAnyLook: self != .plainMoving,
      wrapsAtOnce: self == .wrapping
    ) { [self] position in
      let end = self == .otherwisePlaced ? "f" : "H"
      return Array("\u{1B}[\(position.row + 1);\(position.column + 1)\(end)".utf8)
    }
    return FrameWriter(words, RoleLooks(.dark) { _, role in Array(Self.sequence(role).utf8) })
  }

  private static func sequence(_ role: Role) -> String {
    let look = Theme.dark[role]
    var codes = ["0"]
    if look.bold { codes.append("1") }
    if look.dim { codes.append("2") }
    if look.underline { codes.append("4") }
    if look.reverse { codes.append("7") }
    if let colour = look.foreground { codes.append("38;5;\(colour.palette)") }
    if let colour = look.background { codes.append("48;5;\(colour.palette)") }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  /// How a cell of that role has to look.
  static func style(_ role: Role) -> ScreenStyle {
    var screen = ScreenReader(columns: 1, rows: 1)
    screen.read(sequence(role).utf8)
    return screen.screen.style
  }

  /// Whether nothing of a blank shows.
  static func isGround(_ style: ScreenStyle) -> Bool {
    style.background == nil && style.attributes.isDisjoint(with: [4, 7])
  }
}

/// Frames as they follow each other on a screen, the same for the same seed: some new, most a little different from the
/// last, with characters that are wide or have marks, and changes of nothing but the look.
struct RandomFrames {
  private var state: UInt64

  private static let texts = [
    "a", "Muster AG", "1,250.00", "         ", "東京", "e\u{301}", "q\u{302}\u{303}", "한국", "─│█░…·",
    "ｆｕｌｌ", "x\u{301}\u{302}\u{303}\u{304}", "ß", "☎ +1 312", "", "\u{1B}[31m", "😀",
  ]

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func oneIn(_ count: Int) -> Bool { next(below: count) == 0 }

  mutating func size() -> Size { Size(columns: 2 + next(below: 60), rows: 1 + next(below: 12)) }

  /// What another program may have left on the screen.
  mutating func rubbish(on size: Size) -> String {
    (0..<6).reduce(into: "") { text, _ in
      text += "\u{1B}[\(1 + next(below: size.rows));\(1 + next(below: size.columns))Hrubbish"
    }
  }

  mutating func frame(after last: Frame?, _ size: Size) -> Frame {
    var frame = last.flatMap { $0.size == size && !oneIn(5) ? $0 : nil } ?? Frame(size: size)
    for _ in 0..<next(below: 12) { change(&frame) }
    frame.cursor = Position(column: next(below: size.columns), row: next(below: size.rows))
    return frame
  }

  private mutating func change(_ frame: inout Frame) {
    let (columns, rows) = (frame.size.columns, frame.size.rows)
    let position = Position(column: next(below: columns), row: next(below: rows))
    let role = Role.allCases[next(below: Role.allCases.count)]
    switch next(below: 6) {
    case 0: frame.setRole(role, row: position.row)
    case 1:
      frame.setRole(
        role,
        in: Rectangle(
          column: position.column, row: position.row, columns: 1 + next(below: 9), rows: 1 + next(below: 3)))
    case 2: frame.put("", at: position, width: next(below: columns), role: oneIn(2) ? .normal : role)
    default:
      let text = (0..<1 + next(below: 4)).map { _ in Self.texts[next(below: Self.texts.count)] }.joined()
      let width = oneIn(2) ? nil : next(below: columns)
      frame.put(text, at: position, width: width, role: oneIn(2) ? .normal : role)
    }
  }
}
