public import TextScreen

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
