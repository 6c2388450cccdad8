internal import CNcursesW
import TextScreen

/// Makes events of what ncurses reads.
enum KeyDecoder {
  private static let escape: Unicode.Scalar = "\u{1B}"

  /// The next events: none if what came means nothing here, nil if nothing came. `read` answers what is there without
  /// waiting.
  static func decode(
    _ read: () -> RawKey?, paste: () -> String, mouse: () -> InputEvent?
  ) -> [InputEvent]? {
    switch read() {
    case nil: nil
    case .code(KeySequences.pasteStart): [.paste(paste())]
    case .code(KEY_MOUSE): mouse().map { [$0] } ?? []
    case .code(let code): events(key(code: code))
    case .character(escape): afterEscape(read)
    case .character(let scalar): events(key(scalar))
    }
  }

  private static func events(_ key: Key?) -> [InputEvent] { key.map { [.key($0)] } ?? [] }

  /// What ncurses does not know after an escape is a key or an answer of the terminal that must not be taken for
  /// typing: it is read to its end and dropped.
  private static func afterEscape(_ read: () -> RawKey?) -> [InputEvent] {
    guard let next = read() else { return [.key(.escape)] }
    switch next {
    case .character("["):
      while case .character(let scalar)? = read() {
        if (0x40...0x7E).contains(scalar.value) { break }
      }
      return []
    case .character("O"):
      _ = read()
      return []
    case .character("]"), .character("P"), .character("_"), .character("^"):
      while case .character(let scalar)? = read() {
        if scalar == "\u{7}" || scalar == "\\" { break }
      }
      return []
    case .character(let scalar):
      return [.key(.escape)] + events(key(scalar))
    case .code(let code):
      return [.key(.escape)] + events(key(code: code))
    }
  }

  /// The key of a character; nil for controls that no key of ours sends.
  static func key(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x1B: .escape
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case ..<0x20, 0x80..<0xA0: nil
    default: .character(Character(scalar))
    }
  }

  /// The key of one of ncurses' codes; nil for keys that have no meaning here.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case KEY_F0 + 1...KEY_F0 + 12: .function(Int(code - KEY_F0))
    default: nil
    }
  }
}

/// What terminals send beyond their terminfo entries.
enum KeySequences {
  static let pasteStart: Int32 = 0x4000
  static let pasteEnd: Int32 = 0x4001

  private static let all: [(sequence: String, code: Int32)] = [
    ("[200~", pasteStart), ("[201~", pasteEnd), ("[H", KEY_HOME), ("OH", KEY_HOME), ("[1~", KEY_HOME),
    ("[7~", KEY_HOME),
    ("[F", KEY_END), ("OF", KEY_END), ("[4~", KEY_END), ("[8~", KEY_END), ("[A", KEY_UP), ("OA", KEY_UP),
    ("[B", KEY_DOWN), ("OB", KEY_DOWN), ("[C", KEY_RIGHT), ("OC", KEY_RIGHT), ("[D", KEY_LEFT),
    ("OD", KEY_LEFT),
    ("[Z", KEY_BTAB), ("[2~", KEY_IC), ("[3~", KEY_DC), ("[5~", KEY_PPAGE), ("[6~", KEY_NPAGE),
    ("OM", KEY_ENTER),
    ("OP", KEY_F0 + 1), ("OQ", KEY_F0 + 2), ("OR", KEY_F0 + 3), ("OS", KEY_F0 + 4), ("[11~", KEY_F0 + 1),
    ("[12~", KEY_F0 + 2), ("[13~", KEY_F0 + 3), ("[14~", KEY_F0 + 4), ("[[A", KEY_F0 + 1),
    ("[[B", KEY_F0 + 2),
    ("[[C", KEY_F0 + 3), ("[[D", KEY_F0 + 4), ("[[E", KEY_F0 + 5), ("[15~", KEY_F0 + 5), ("[17~", KEY_F0 + 6),
    ("[18~", KEY_F0 + 7), ("[19~", KEY_F0 + 8), ("[20~", KEY_F0 + 9), ("[21~", KEY_F0 + 10),
    ("[23~", KEY_F0 + 11),
    ("[24~", KEY_F0 + 12),
  ]

  /// Teaches them to ncurses.
  static func define() {
    for (sequence, code) in all { define_key("\u{1B}" + sequence, code) }
  }
}

/// What ncurses reads at once.
enum RawKey: Equatable {
  /// A character, controls among them.
  case character(Unicode.Scalar)
  /// One of its key codes.
  case code(Int32)
}
