extension WorklistRow {
  /// Whether this row comes before `other` in the worklist's own order: lanes first, then inside the lane, then
  /// amount to collect, oldest due day and account number. Throws `MoneyError.overflow`.
  public func comes(before other: WorklistRow, _ policy: Policy) throws(MoneyError) -> Bool {
    let (mine, theirs) = (try summary.sortKey(policy), try other.summary.sortKey(policy))
    return mine == theirs ? number < other.number : mine.lexicographicallyPrecedes(theirs)
  }
}
