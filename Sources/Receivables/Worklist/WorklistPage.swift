/// A stretch of a worklist.
public struct WorklistPage: Hashable, Sendable {
  /// What was asked.
  public var query: WorklistQuery
  /// Rank of the first row, from 0.
  public var offset: Int
  /// The rows.
  public var rows: [WorklistRow]
  /// How many rows the whole list has.
  public var total: Int

  /// A stretch.
  public init(query: WorklistQuery, offset: Int, rows: [WorklistRow], total: Int) {
    self.query = query
    self.offset = offset
    self.rows = rows
    self.total = total
  }
}
