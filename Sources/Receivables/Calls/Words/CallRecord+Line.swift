extension CallRecord {
  /// What came of it, in as few words as tell it: `"PP 1 200.00 USD on Fri 27 Nov"`, `"NA no answer"`.
  public func gist(policy: Policy) -> String {
    guard let terms else {
      // Without its day, "contact away until" says nothing; other steps tell their day themselves.
      let isPartOfMeaning = next?.kind == .call
      return "\(result)\(meaning(policy))\(isPartOfMeaning ? askedDay(policy) : "")"
    }
    return "\(result) \(terms)"
  }

  /// All but the note in one line: what came of it, with whom, and why it is unpaid.
  ///
  /// `"PP promise to pay 1 200.00 USD on Fri 27 Nov by ACH · Jane · cash flow"`.
  public func line(policy: Policy) -> String {
    let said = terms.map { " \($0)" } ?? askedDay(policy)
    let dead = policy.result(result)?.marksNumberDead == true ? phone : nil
    let how = action == "OUT" ? nil : policy.actions.title(action)
    let parts = [
      "\(result)\(meaning(policy))\(said)\(details(policy))", contact, dead, reason.map(policy.reasons.title),
      how,
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func meaning(_ policy: Policy) -> String {
    guard let meaning = policy.result(result)?.meaning else { return "" }
    return " " + (next == nil && meaning.hasSuffix(" until") ? String(meaning.dropLast(6)) : meaning)
  }

  /// Amounts and days that were agreed.
  private var terms: String? {
    if let promise { return "\(promise.amount) on \(promise.day.brief)" }
    if let plan, let first = plan.instalments.first {
      let total = (try? plan.total()).map { "\($0) " } ?? ""
      let rhythm = plan.rhythm.map { " \($0.rawValue)" } ?? ""
      return "\(total)in \(plan.instalments.count)\(rhythm) from \(first.due.brief)"
    }
    return dispute?.amount?.description
  }

  /// How money comes, or why it is contested.
  private func details(_ policy: Policy) -> String {
    if let promise {
      return policy.byMethod(promise.method) + (promise.reference.map { ", reference \($0)" } ?? "")
    }
    return dispute.map { ", \(policy.disputeReasons.title($0.reason))" } ?? ""
  }

  /// The day that the customer named for the next step.
  private func askedDay(_ policy: Policy) -> String {
    guard let next, policy.result(result)?.returns == .askedDay else { return "" }
    return " \(next.day.brief)" + (next.time.map { " \($0.text)" } ?? "")
  }
}
