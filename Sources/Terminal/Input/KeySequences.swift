internal import CNcursesW

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
