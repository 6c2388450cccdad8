import Receivables

/// How many rows each list had when it was last counted.
struct WorklistCounts {
  /// The file's state for which the counts hold.
  var state: Int64 = -1
  var totals: [WorklistQuery: Int] = [:]
}
