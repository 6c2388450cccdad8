import TextScreen

/// The one table of commands behind dispatch, the key bar, help, the palette, messages and `kept keys`.
/// Nothing else names a key: what has to tell one asks here for its name.
public struct CommandTable: Sendable {
  /// In the order in which help shows them.
  public let rows: [CommandRow]
  private let places: [Command: Int]
  /// What the keys of a scope's own ask for.
  private let own: [Scope: [Key: Command]]

  init(rows: [CommandRow]) {
    self.rows = rows
    var places: [Command: Int] = [:]
    var own: [Scope: [Key: Command]] = [:]
    for (place, row) in rows.enumerated() {
      places[row.id] = place
      for binding in row.bindings {
        for scope in binding.scopes {
          // Of two commands on one key the first is meant.
          for key in binding.keys where own[scope]?[key] == nil { own[scope, default: [:]][key] = row.id }
        }
      }
    }
    (self.places, self.own) = (places, own)
  }

  /// What a key asks for in a scope: the scope's own keys first, then those of everywhere that hold there.
  func command(for key: Key, in scope: Scope) -> Command? {
    own[scope]?[key] ?? (scope.keeps(key) ? nil : own[.everywhere]?[key])
  }

  /// The commands that mean something in a scope: its own first, then those of everywhere.
  func rows(in scope: Scope) -> [CommandRow] {
    let own = rows.filter { $0.bindings.contains { $0.scopes.contains(scope) } }
    let known = Set(own.map(\.id))
    return own + rows.filter { !known.contains($0.id) && !$0.keys(in: scope).isEmpty }
  }

  /// Why a command cannot be done now: a sentence; nil when it can. Most keys move, which can always be done: nobody looks
  /// at the situation for them.
  func reason(_ command: Command, in situation: @autoclosure () -> Situation) -> String? {
    row(command).flatMap { Self.reason($0, in: situation()) }
  }

  private static func reason(_ row: CommandRow, in situation: @autoclosure () -> Situation) -> String? {
    let isRecording = recording.contains(row.id)
    guard isRecording || row.unavailable != nil else { return nil }
    let situation = situation()
    return row.unavailable?(situation) ?? (isRecording ? situation.readOnly : nil)
  }

  /// The commands that end in something that is written into the book.
  private static let recording = Set(
    [
      .logCall, .undo, .correct, .importFile, .takeFile, .takeMoney, .takeCertain, .merge, .joinBranch,
      .joinGroup, .different,
    ]
      + Inquiries.all.map(\.row.id))

  /// The row of a command.
  func row(_ command: Command) -> CommandRow? { places[command].map { rows[$0] } }
}

/// What keys are called in sentences.
extension CommandTable {
  /// The key of a command as a sentence names it: `"F10 saves it"`.
  func name(of command: Command, in scope: Scope) -> String {
    let keys = keys(of: command, in: scope)
    // Esc is on every keyboard and has one name; nobody looks for its function key.
    let key = keys.contains(.escape) ? .escape : keys.first
    return key?.spoken ?? ""
  }

  /// The key of a command that is one letter or sign, for where somebody may have no function keys.
  func letter(of command: Command, in scope: Scope) -> String {
    let letter = keys(of: command, in: scope).first { if case .character = $0 { true } else { false } }
    return letter?.spoken ?? name(of: command, in: scope)
  }

  /// How to go back from another day: `"D and Enter go back to the book's own day."`
  var wayBack: String {
    "\(name(of: .lookAt, in: .queue)) and \(name(of: .choose, in: .prompt)) go back to the book's own day."
  }

  /// The keys that ask for a command in a scope, the one to show first.
  func keys(of command: Command, in scope: Scope) -> [Key] { row(command)?.keys(in: scope) ?? [] }

  /// A key bar of those commands that can be done now, by their letters where they have one: a letter is on every
  /// keyboard and under the fingers.
  func keyBar(_ commands: [Command], in situation: Situation) -> KeyBar {
    KeyBar(
      commands.compactMap { command in
        guard let row = row(command), Self.reason(row, in: situation) == nil else { return nil }
        let keys = row.keys(in: situation.scope)
        let letter = keys.first { if case .character = $0 { true } else { false } }
        let named: [Key] = [.escape, .enter, .character(" ")]
        guard let key = keys.first(where: named.contains) ?? letter ?? keys.first else { return nil }
        return KeyBar.Entry(key, row.titled(situation) ?? row.title)
      })
  }
}
