/// Where a text stands in the cells it is given.
public enum Alignment: Hashable, Sendable {
  /// At the left.
  case leading
  /// At the right, as amounts and day counts do.
  case trailing
  /// In the middle, the odd cell to the right.
  case centre
}
