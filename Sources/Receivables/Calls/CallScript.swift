extension AccountPicture {
  /// What the collector keeps in mind and asks. Before a result is chosen the tone of the stage that the account has come
  /// to, then the questions of every call; then those of the result, where it has its own.
  ///
  /// On an account 35 days past due, before a result is chosen: `["Firm: no new day without a reason.",
  /// "When did you send your payment?", …]`.
  public func script(for result: CallResult? = nil, _ policy: Policy, on today: CalendarDay) -> [String] {
    guard let result else {
      return [ladder.tone(policy.escalation, on: today)].compactMap { $0 } + policy.questions
    }
    return result.questions.isEmpty ? policy.questions : result.questions
  }
}

extension LadderStanding {
  /// How to speak to the customer now; nil where the policy has no words for it. It rises with the days past due, also
  /// where nobody has called yet, and does not fall below the rung that was taken.
  public func tone(_ escalation: EscalationPolicy, on today: CalendarDay) -> String? {
    let days = measures.oldestDue?.distance(to: today)
    return escalation.rungs.last { rung in
      guard !rung.isRetired, rung.tone != nil, let height = escalation.level(of: rung.code) else {
        return false
      }
      let isDue = !rung.contacts.isEmpty && days.map { $0 >= rung.gate.afterDays } == true
      return height <= level || isDue
    }?.tone
  }
}
