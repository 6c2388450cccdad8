import Receivables

extension AgingPolicy {
  /// What machine formats call the buckets: `current, d1_30, d31_60, d61_90, d91_plus` for `[0, 30, 60, 90]`.
  var bucketNames: [String] {
    var names: [String] = []
    for (index, bound) in bounds.enumerated() {
      if index > 0 {
        names.append("d\(bounds[index - 1] + 1)_\(bound)")
      } else {
        names.append(bound == 0 ? "current" : "to_d\(bound)")
      }
    }
    return names + ["d\((bounds.last ?? 0) + 1)_plus"]
  }
}
