/// The words that exports use, as data: headings by role, types and statuses, words of totals and title lines.
public struct ColumnNames: Hashable, Sendable {
  /// Headings by role, the preferred one first.
  public var headings: [ColumnRole: [HeadingName]]
  /// Words of type and status columns.
  public var words: [HeadingName: DocumentWord]
  /// Words with which a totals row begins: `"total"`.
  public var totals: [HeadingName]
  /// Words before the date in a title line: `"as of"`.
  public var asOf: [String]

  /// The words of a `columns.toml`.
  public init(
    headings: [ColumnRole: [HeadingName]], words: [HeadingName: DocumentWord], totals: [HeadingName],
    asOf: [String]
  ) {
    self.headings = headings
    self.words = words
    self.totals = totals
    self.asOf = asOf
  }
}
