extension WorklistView {
  /// Whether the view lists the row on `day`. A stored queue must list the same.
  public func lists(
    _ row: WorklistRow, for collector: String, on day: CalendarDay, under policy: Policy
  ) -> Bool {
    let summary = row.summary
    switch self {
    case .mine: return summary.lane != nil && (row.collector ?? collector) == collector
    case .everyone: return summary.lane != nil
    case .all: return !summary.balances.isEmpty
    case .newPastDue: return summary.lane == .newPastDue
    case .promisesDue: return summary.flags.contains(.promised)
    case .broken: return summary.flags.contains(.brokenPromise)
    case .disputes: return summary.flags.contains(.disputed)
    case .plans: return summary.flags.contains(.plan)
    case .callbacks: return summary.next?.kind == .callBack
    case .noContact:
      return summary.oldestDue != nil
        && summary.lastContact.map { $0.distance(to: day) >= policy.noContactDays } ?? true
    case .escalation:
      return summary.orderAmount > 0
        && summary.oldestDue.map { $0.distance(to: day) > policy.escalationDays } ?? false
    case .unapplied: return summary.flags.contains(.unappliedCredit)
    case .snoozed: return summary.flags.contains(.snoozed)
    }
  }
}
