/// A priority in one letter.
public enum Band: String, Hashable, Sendable, CaseIterable {
  /// The highest.
  case a = "A"
  /// High.
  case b = "B"
  /// Middling.
  case c = "C"
  /// The rest.
  case d = "D"
}
