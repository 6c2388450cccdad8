public import TextScreen

/// One row of the command table: all there is to know of a command but what it does.
public struct CommandRow: Sendable {
  /// Which command; what the screens switch on.
  public let id: Command
  /// Two words at most, for the key bar and the palette.
  public let title: String
  /// One sentence that says what it does.
  public let sentence: String
  /// The keys that ask for it, place by place.
  public var bindings: [Binding]
  /// Why it cannot be done now: a sentence; nil when it can. Without one it always can.
  let unavailable: (@Sendable (Situation) -> String?)?
  /// What the key bar calls it where it does something more particular; nil for its title.
  let titled: @Sendable (Situation) -> String?

  init(
    _ id: Command, _ title: String, _ sentence: String, _ bindings: Binding...,
    unavailable: (@Sendable (Situation) -> String?)? = nil,
    titled: @escaping @Sendable (Situation) -> String? = { _ in nil }
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.bindings = bindings
    self.unavailable = unavailable
    self.titled = titled
  }

  /// Its keys in a scope, its own there first; among those of everywhere only what holds there.
  func keys(in scope: Scope) -> [Key] {
    var keys: [Key] = []
    for binding in bindings where binding.scopes.contains(scope) { keys += binding.keys }
    guard scope != .everywhere else { return keys }
    for binding in bindings where binding.scopes.contains(.everywhere) {
      keys += binding.keys.filter { !keys.contains($0) && !scope.keeps($0) }
    }
    return keys
  }
}

/// Keys that ask for a command, and the places where they do.
public struct Binding: Hashable, Sendable {
  /// Where.
  public var scopes: [Scope]
  /// With which keys; the first is shown.
  public var keys: [Key]

  init(_ scopes: [Scope], _ keys: Key...) {
    self.scopes = scopes
    self.keys = keys
  }
}

extension Key {
  /// Whether it types or edits in a text field.
  var isText: Bool {
    switch self {
    case .character, .left, .right, .home, .end, .backspace, .delete: true
    default: false
    }
  }

  /// What a sentence calls it: `"Esc"`, `"F10"`, `"↑"`.
  var spoken: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .character(let character) where character != " ": String(character)
    case .control: name
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }
}
