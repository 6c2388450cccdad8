/// What happens to a text that is wider than its cells.
public enum Overflow: Hashable, Sendable {
  /// The end is replaced by "…".
  case ellipsis
  /// The end is cut off.
  case clip
  /// The text is never cut: `#####` stands for it, as for an amount, where a part would be a lie.
  case never
}
