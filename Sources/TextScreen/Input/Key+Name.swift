extension Key {
  private static let named: [(key: Key, name: String)] = [
    (.character(" "), "space"), (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backTab, "shift-tab"),
    (.backspace, "backspace"), (.delete, "del"), (.insert, "ins"), (.up, "up"), (.down, "down"),
    (.left, "left"),
    (.right, "right"), (.home, "home"), (.end, "end"), (.pageUp, "pgup"), (.pageDown, "pgdn"),
  ]

  /// What a key bar and a configuration file call it: `Key.control("s").name` is `"ctrl-s"`.
  public var name: String {
    if let named = Self.named.first(where: { $0.key == self }) { return named.name }
    return switch self {
    case .character(let character): String(character)
    case .control(let character): "ctrl-\(character)"
    case .function(let number): "F\(number)"
    default: ""
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
