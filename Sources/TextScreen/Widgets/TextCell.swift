/// The content of a table row in one column.
public struct TextCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What it says.
  public var text: String
  /// Its own meaning, if it differs from the row's.
  public var role: Role?

  /// A text, in the row's role if it has none of its own.
  public init(_ text: String, _ role: Role? = nil) {
    self.text = text
    self.role = role
  }

  /// A fixed text in the row's role.
  public init(stringLiteral text: String) { self.init(text) }
}
