/// A key as a person pressed it.
public enum Key: Hashable, Sendable {
  /// A printable character, one grapheme.
  case character(Character)
  /// Control and a lower-case letter: `.control("s")`.
  case control(Character)
  /// A function key, 1–12.
  case function(Int)
  /// The usual named keys.
  case enter, escape, tab, backTab, backspace, delete, insert
  /// Cursor keys.
  case up, down, left, right
  /// Paging keys.
  case home, end, pageUp, pageDown
}

extension Key {
  private static let named: [(key: Key, name: String)] = [
    (.character(" "), "space"), (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backTab, "shift-tab"),
    (.backspace, "backspace"), (.delete, "del"), (.insert, "ins"), (.up, "up"), (.down, "down"),
    (.left, "left"),
    (.right, "right"), (.home, "home"), (.end, "end"), (.pageUp, "pgup"), (.pageDown, "pgdn"),
  ]

  /// What a key bar and a configuration file call it: `Key.control("s").name` is `"ctrl-s"`.
  public var name: String {
    switch self {
    case .character(let character) where character != " ": String(character)
    case .control(let character): "ctrl-\(character)"
    case .function(let number): "F\(number)"
    default: Self.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key of that name, in any case except for single characters: `Key(name: "f6")` is `.function(6)`.
  public init?(name: String) {
    let folded = name.lowercased()
    if let named = Self.named.first(where: { $0.name == folded }) {
      self = named.key
    } else if name.count == 1, let character = name.first, DisplayWidth.of(name) > 0 {
      self = .character(character)
    } else if folded.hasPrefix("ctrl-"), folded.count == 6, let letter = folded.last,
      ("a"..."z").contains(letter)
    {
      self = .control(letter)
    } else if let number = (1...12).first(where: { "f\($0)" == folded }) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

/// What a terminal reports.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, unsanitised.
  case paste(String)
  /// The first mouse button was clicked.
  case click(Position)
  /// The wheel was turned: positive is down, in rows.
  case wheel(Int, at: Position)
  /// The terminal has another size now.
  case resize(Size)
  /// The line dropped or the process is asked to end: keep what was typed.
  case hangUp
  /// The process is back in the foreground.
  case resumed
}
