import Receivables

/// How much room the amounts of a list need. Counted once for a stretch of the list, not once for a frame.
struct QueueWidths: Hashable, Sendable {
  private(set) var toCollect = 0
  private(set) var pastDue = 0
  private(set) var also = 0
  private(set) var flags = 3
  private(set) var promise = 7

  /// Room for nothing but the headings.
  init() {}

  init(_ rows: [WorklistRow], _ policy: Policy) {
    for row in rows {
      guard let main = row.summary.mainBalance(policy) else { continue }
      toCollect = max(toCollect, Money(minor: main.toCollect, main.currency).width)
      pastDue = max(pastDue, Money(minor: main.pastDue, main.currency).width)
      flags = max(flags, row.summary.flags.rawValue.nonzeroBitCount)
      if let mark = row.summary.promise { promise = max(promise, mark.short.utf8.count) }
      guard row.summary.balances.count > 1 else { continue }
      also = max(also, row.summary.otherAmounts(policy).utf8.count)
    }
  }
}
