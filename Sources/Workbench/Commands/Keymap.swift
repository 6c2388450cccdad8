public import TextScreen

/// Which key asks for which command where. The standard map is the only place where keys are named.
public struct Keymap: Hashable, Sendable {
  /// In the order in which help shows them.
  public var bindings: [Binding]

  /// What a key asks for in a scope: the scope's own bindings first, then those of everywhere.
  public func command(for key: Key, in scope: Scope) -> Command? {
    binding(for: key, in: scope) ?? binding(for: key, in: .everywhere)
  }

  private func binding(for key: Key, in scope: Scope) -> Command? {
    bindings.first { $0.scopes.contains(scope) && $0.keys.contains(key) }?.command
  }

  /// The keys that ask for a command in a scope, the one to show first.
  public func keys(for command: Command, in scope: Scope) -> [Key] {
    bindings.filter {
      $0.command == command && ($0.scopes.contains(scope) || $0.scopes.contains(.everywhere))
    }
    .flatMap(\.keys)
  }

  /// The commands that mean something in a scope: its own first, then those of everywhere.
  public func commands(in scope: Scope) -> [Command] {
    let own = bindings.filter { $0.scopes.contains(scope) && !$0.scopes.contains(.everywhere) }
    let common = bindings.filter { $0.scopes.contains(.everywhere) }
    var seen: Set<Command> = []
    return (own + common).map(\.command).filter { seen.insert($0).inserted }
  }

  /// The keys of the green screens and of vi side by side.
  public static let standard = Keymap(bindings: [
    Binding(.help, in: [.everywhere], [.function(1), .character("?")]),
    Binding(.palette, in: [.everywhere], [.function(9), .character(":")]),
    Binding(.leave, in: [.everywhere], [.function(3), .character("q")]),
    Binding(.back, in: [.everywhere], [.function(12), .escape, .character("h"), .left]),
    Binding(.refresh, in: [.everywhere], [.function(5), .character("r")]),
    Binding(.repaint, in: [.everywhere], [.control("l")]),
    Binding(.suspend, in: [.everywhere], [.control("z")]),
    Binding(.up, in: [.everywhere], [.up, .character("k")]),
    Binding(.down, in: [.everywhere], [.down, .character("j")]),
    Binding(.pageUp, in: [.everywhere], [.pageUp, .control("b")]),
    Binding(.pageDown, in: [.everywhere], [.pageDown, .control("f")]),
    Binding(.top, in: [.everywhere], [.home, .character("g")]),
    Binding(.bottom, in: [.everywhere], [.end, .character("G")]),
    Binding(.open, in: [.queue, .start], [.enter, .character("l"), .right]),
    Binding(.take, in: [.callMenu], [.enter]),
    Binding(.logCall, in: [.queue, .account], [.function(6), .character("c")]),
    Binding(.previousAccount, in: [.queue, .account], [.function(7), .character("K"), .character("[")]),
    Binding(.nextAccount, in: [.queue, .account], [.function(8), .character("J"), .character("]")]),
    Binding(.search, in: [.queue, .account], [.character("/")]),
    Binding(.searchNext, in: [.queue, .account], [.character("n")]),
    Binding(.searchPrevious, in: [.queue, .account], [.character("N")]),
    Binding(.chooseView, in: [.queue], [.character("v")]),
    Binding(.chooseOrder, in: [.queue], [.character("o")]),
    Binding(.sidePane, in: [.queue], [.character("w")]),
    Binding(.snooze, in: [.queue, .account], [.character("z")]),
    Binding(.note, in: [.queue, .account], [.character("m")]),
    Binding(.withdraw, in: [.queue, .account], [.character("x")]),
    Binding(.undo, in: [.queue, .account], [.character("u")]),
    Binding(.copyValue, in: [.queue, .account], [.character("y")]),
    Binding(.copyLine, in: [.queue, .account], [.character("Y")]),
    Binding(.theme, in: [.queue, .account, .start], [.character("t")]),
    Binding(.nextSection, in: [.account], [.tab]),
    Binding(.previousSection, in: [.account], [.backTab]),
    Binding(.tagInvoice, in: [.account], [.character(" ")]),
    Binding(.save, in: [.call], [.function(10), .control("s")]),
    Binding(.nextField, in: [.call], [.enter]),
    Binding(.previousField, in: [.call], [.backTab]),
    Binding(.pick, in: [.call, .callMenu], [.function(4), .tab]),
    Binding(.discard, in: [.call, .callMenu], [.control("x")]),
    Binding(.openDemo, in: [.start], [.character("d")]),
    Binding(.importFile, in: [.queue, .start], [.character("i")]),
  ])
}

/// One row of the keymap: a command, where it means something, and the keys that ask for it.
public struct Binding: Hashable, Sendable {
  /// What is asked for.
  public var command: Command
  /// Where.
  public var scopes: [Scope]
  /// With which keys; the first is shown.
  public var keys: [Key]

  /// A row.
  public init(_ command: Command, in scopes: [Scope], _ keys: [Key]) {
    self.command = command
    self.scopes = scopes
    self.keys = keys
  }
}

extension Key {
  /// Whether it types or edits in a text field, so that it is no command while one has the focus.
  var isText: Bool {
    switch self {
    case .character, .left, .right, .home, .end, .backspace, .delete: true
    default: false
    }
  }
}
