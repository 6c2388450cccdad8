extension CallRecord {
  /// One line for timelines: what came of it, with whom, why, and the note.
  ///
  /// `"PP promise to pay 1 200.00 USD on Fri 27 Nov by ACH · Jane · wants a copy of 4711"`.
  public func summaryLine(policy: Policy) -> String {
    let meaning = policy.result(result).map { " \($0.meaning)" } ?? ""
    let said = note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let parts = [
      "\(result)\(meaning)\(outcome(policy))", contact ?? "", reason.map(policy.reasonTitle) ?? "", said,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func outcome(_ policy: Policy) -> String {
    if let promise {
      let reference = promise.reference.map { ", reference \($0)" } ?? ""
      return " \(promise.amount) on \(promise.day.brief)\(policy.byMethod(promise.method))\(reference)"
    }
    if let dispute {
      return (dispute.amount.map { " \($0)" } ?? "") + ", \(policy.disputeTitle(dispute.reason))"
    }
    if let plan, let first = plan.instalments.first {
      let total = (try? plan.total()).map { " \($0)" } ?? ""
      return "\(total) in \(plan.instalments.count) from \(first.due.brief)"
    }
    guard let next, policy.result(result)?.returns == .askedDay else { return "" }
    return " \(next.day.brief)" + (next.time.map { " \($0.text)" } ?? "")
  }
}
