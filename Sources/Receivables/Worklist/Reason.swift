/// Why an account stands where it stands, as data: stored with dates, told with the day counts of the day.
public struct Reason: Hashable, Sendable {
  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// Something that has lasted since a day; told as days.
    case since(CalendarDay)
    /// A money amount.
    case amount(Money)
    /// A plain number: a level, a count, a percentage, days.
    case number(Int64)
    /// A promise: its amount and day.
    case promise(Money, CalendarDay)
    /// A promise or an instalment that was not or only partly kept: its amount, what came of it, its day.
    case failed(Money, paid: Int64, CalendarDay)
    /// A moment of today or earlier, told as a date and time.
    case at(CalendarDay, TimeOfDay?)
    /// What a payment run should pay, in each currency, the largest first, and the day of the run.
    case run([Money], CalendarDay)
    /// Money that fell past due, the oldest of it on a day, after what is to be done was agreed.
    case newlyDue(Money, since: CalendarDay)
    /// A promise or money that was taken back on a day.
    case takenBack(Money, CalendarDay)
    /// A dispute since a day, and who works on it: a code of the policy's owners, or a name.
    case disputed(since: CalendarDay, owner: String?)
    /// An accepted dispute whose credit has been expected since a day, and who works on it.
    case creditExpected(since: CalendarDay, owner: String?)
    /// Money that is no longer disputed since a day, and owed.
    case freed(Money, CalendarDay)
    /// A rung of the ladder: what it is called, how it stands since a day, and who is responsible: a code of the policy's
    /// owners, or a name.
    case escalated(String, EscalationState, since: CalendarDay, owner: String?)
    /// What the gate of the next rung asks, and what was found.
    case gate(GateFinding)
    /// Why the credit desk looks at the customer again.
    case review(TermsReview)
  }

  /// The lane or the priority rule that it explains: `"broken_promise"`, `"old_90"`.
  public var code: String
  /// What was found.
  public var finding: Finding
  /// Points towards the priority; 0 for the reason of the lane.
  public var points: Int

  /// A reason.
  public init(code: String, finding: Finding, points: Int) {
    self.code = code
    self.finding = finding
    self.points = points
  }
}

extension Reason {
  /// What was found, in words, without the points: `"oldest 95 days past due"`,
  /// `"promise partly kept: 500.00 of 1 200.00 USD for Fri 20 Nov 2026"`.
  ///
  /// Day counts are those of `today`. A code that the policy no longer has is told as it is.
  public func text(under policy: Policy, on today: CalendarDay) -> String {
    if let rule = policy.rules.first(where: { $0.code == code }) {
      return rule.measure.text(found(under: policy, on: today))
    }
    if case .failed(let promised, let paid, let day) = finding {
      if code == Lane.followUp.rawValue {
        let came = Money(minor: paid, promised.currency).grouped
        return "instalment missed: \(came) of \(promised) for \(day.long)"
      }
      guard paid != 0 else { return "promise broken: nothing of \(promised) for \(day.long)" }
      return
        "promise partly kept: \(Money(minor: paid, promised.currency).grouped) of \(promised) for \(day.long)"
    }
    if case .promise(let promised, let day) = finding, code == Lane.cashApplication.rawValue {
      return "received, to be applied: \(promised) promised for \(day.long)"
    }
    if case .run(_, let day) = finding {
      return "\(lane?.title ?? code) \(day == today ? "today" : day.long): \(found(under: policy, on: today))"
    }
    return "\(title) \(found(under: policy, on: today))"
  }

  private var lane: Lane? { Lane(rawValue: code) }

  /// The lane, or what its money is where that says more.
  private var title: String {
    switch (lane, finding) {
    case (.newPastDue, .since): "first contact: past due for"
    case (.newPastDue, _): "new past due:"
    case (nil, .gate): "next rung:"
    case (nil, .review): "terms review:"
    case (let lane, _): "\(lane?.title ?? code):"
    }
  }

  private func found(under policy: Policy, on today: CalendarDay) -> String {
    switch finding {
    case .since(let day): return Self.days(since: day, today)
    case .amount(let money): return money.description
    case .number(let number): return String(number)
    case .promise(let money, let day), .failed(let money, _, let day): return "\(money) for \(day.long)"
    case .at(let day, let time): return Self.moment(day, time, today)
    case .run(let amounts, _): return "\(amounts.map(\.description).joined(separator: " + ")) due by then"
    case .newlyDue(let money, let day): return "\(money) since \(day.brief(today))"
    case .takenBack(let money, let day):
      return "\(money) taken back \(day == today ? "today" : "on \(day.long)")"
    case .disputed(let day, let owner):
      return "disputed \(day == today ? "today" : Self.days(since: day, today))\(Self.with(owner, policy))"
    case .creditExpected(let day, let owner):
      let since = day == today ? "since today" : "for \(Self.days(since: day, today))"
      return "credit expected \(since)\(Self.with(owner, policy))"
    case .freed(let money, let day):
      return "\(money) no longer disputed since \(day == today ? "today" : day.long)"
    case .escalated(let title, let state, let day, let owner):
      let since = day == today ? "today" : Self.days(since: day, today)
      let named = owner.map { ", \(policy.escalation.owners.title($0))" } ?? ""
      return "\(title) \(state.title) \(since)\(named)"
    case .gate(let finding):
      return ([finding.title] + finding.found(on: today)).joined(separator: ", ")
    case .review(let review): return review.reasons.joined(separator: ", ")
    }
  }

  private static func days(since day: CalendarDay, _ today: CalendarDay) -> String {
    let days = day.distance(to: today)
    return days == 1 ? "1 day" : "\(days) days"
  }

  private static func with(_ owner: String?, _ policy: Policy) -> String {
    owner.map { ", \(policy.disputes.owners.title($0))" } ?? ""
  }

  private static func moment(_ day: CalendarDay, _ time: TimeOfDay?, _ today: CalendarDay) -> String {
    let date = day == today ? "today" : day.long
    return time.map { "\(date) at \($0.text)" } ?? date
  }
}

extension AccountSummary {
  /// What the payment run should pay before which the account is called, the largest first; nothing in other lanes.
  public var dueByRun: [Money] {
    guard lane == .preRun, case .run(let amounts, _)? = reasons.first?.finding else { return [] }
    return amounts
  }

  /// The same where nothing is to be collected: what a call is about then.
  public var wantedOfRun: [Money] { balances.contains { $0.toCollect != 0 } ? [] : dueByRun }
}

extension PriorityRule.Measure {
  /// What was found of this measure, in words.
  fileprivate func text(_ found: String) -> String {
    switch self {
    case .toCollect: "\(found) to collect"
    case .oldestDays: "oldest \(found) past due"
    case .promiseLevel: "promise level \(found)"
    case .brokenPromises: found == "1" ? "1 promise not kept" : "\(found) promises not kept"
    case .daysWithoutContact: "\(found) without contact"
    case .limitShare: "\(found) % of the credit limit"
    case .driftDays: "pays \(found) days later than before"
    case .unappliedShare: "\(found) % of past due is unapplied"
    }
  }
}

/// Why an account stands where it stands, in words, with the points that it gives in all.
public struct ToldReason: Hashable, Sendable {
  /// `"oldest 95 days past due"`.
  public let text: String
  /// Points towards the priority; 0 for the reason of the lane.
  public let points: Int

  /// `"+20"`, `"−10"`, or nothing without points.
  public var pointsText: String { points == 0 ? "" : "\(points > 0 ? "+" : "−")\(points.magnitude)" }
}

extension ToldReason: CustomStringConvertible {
  /// `"oldest 95 days past due +20"`.
  public var description: String { points == 0 ? text : "\(text) \(pointsText)" }
}

extension [Reason] {
  /// The reasons in words. Rules that found the same thing are one reason with the sum of their points.
  public func told(under policy: Policy, on today: CalendarDay) -> [ToldReason] {
    reduce(into: []) { told, reason in
      let text = reason.text(under: policy, on: today)
      if let index = told.firstIndex(where: { $0.text == text }) {
        told[index] = ToldReason(text: text, points: told[index].points + reason.points)
      } else {
        told.append(ToldReason(text: text, points: reason.points))
      }
    }
  }
}
