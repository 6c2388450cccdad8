/// What an account asks for today: its lane, its next step, and why.
struct Attention {
  let lane: Lane?
  let next: NextAction?
  let isSnoozed: Bool
  /// The reason of the lane; empty without one.
  let reasons: [Reason]

  /// An account on which a call was logged today is gone until tomorrow when the result says that it leaves the
  /// queue, and otherwise stays in the lane in which it was; a callback for today and a call after a promise was
  /// taken back come in any case. A callback that was due stays while it was only called in vain; once something
  /// else was agreed, the account stands where that puts it.
  init(_ account: AccountDerivation, _ standing: AccountStanding, _ outlook: inout Outlook) {
    let now = LaneChoice(account, standing, &outlook)
    next = now.next
    isSnoozed = now.isSnoozed
    let today = account.journal.calls.filter(\.isToday)
    var choice = Optional(now)
    if !today.isEmpty, now.lane != .callback, !now.isSnoozed, !now.isFreed {
      if today.contains(where: \.leavesQueue) {
        choice = nil
      } else {
        let before = LaneChoice(account, standing, beforeToday: true, &outlook)
        if before.lane != nil, before.lane != .callback { choice = before }
        if let owed = Self.owedCallback(account, standing, now.next, &outlook) {
          lane = .callback
          reasons = [Reason(code: Lane.callback.rawValue, finding: owed, points: 0)]
          return
        }
      }
    }
    lane = choice?.lane
    if let lane, let finding = choice?.finding {
      reasons = [Reason(code: lane.rawValue, finding: finding, points: 0)]
    } else {
      reasons = []
    }
  }

  /// The callback that was due today and at which nobody was reached; nil without one.
  private static func owedCallback(
    _ account: AccountDerivation, _ standing: AccountStanding, _ next: NextAction?, _ outlook: inout Outlook
  ) -> Reason.Finding? {
    guard standing.hasOpen, let next, let step = account.journal.stepInVain, step.next.kind == .callBack,
      outlook.hasCome(step.next.day)
    else { return nil }
    return .inVain(outlook.asOf, next: next.day, next.time)
  }
}
