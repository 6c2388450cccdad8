/// A column of a table.
public struct Column: Hashable, Sendable {
  /// Its heading.
  public var title: String
  /// It is left out before it gets narrower, in cells.
  public var minimum: Int
  /// It grows up to this, in cells.
  public var maximum: Int
  /// 0 is always there; on a narrow screen the columns with the highest number go first.
  public var priority: Int
  /// Where its texts stand.
  public var align: Alignment
  /// What happens to a text that is too long.
  public var overflow: Overflow

  /// A column of the same width on every screen: `.fixed("Days", 4, align: .trailing)`.
  public static func fixed(
    _ title: String, _ width: Int, priority: Int = 0, align: Alignment = .leading
  ) -> Column {
    Column(
      title: title, minimum: width, maximum: width, priority: priority, align: align, overflow: .ellipsis)
  }

  /// A right-aligned column whose texts are never cut: `.amount("Past due", 14)`.
  public static func amount(_ title: String, _ width: Int, priority: Int = 0) -> Column {
    Column(
      title: title, minimum: width, maximum: width, priority: priority, align: .trailing, overflow: .never)
  }

  /// A column that takes what room there is: `.text("Customer", 16...40)`.
  public static func text(_ title: String, _ width: ClosedRange<Int>, priority: Int = 0) -> Column {
    Column(
      title: title, minimum: width.lowerBound, maximum: width.upperBound, priority: priority, align: .leading,
      overflow: .ellipsis)
  }

  /// The last column, as wide as the screen leaves: `.rest("Note", from: 10)`.
  public static func rest(_ title: String, from minimum: Int, priority: Int = 0) -> Column {
    Column(
      title: title, minimum: minimum, maximum: .max, priority: priority, align: .leading, overflow: .ellipsis)
  }
}
