extension Reason {
  /// What was found, in words, without the points: `"oldest 95 days past due"`,
  /// `"promise partly kept: 500.00 of 1 200.00 USD for Fri 20 Nov 2026"`.
  ///
  /// Day counts are those of `today`. A code that the policy no longer has is told as it is.
  public func text(under policy: Policy, on today: CalendarDay) -> String {
    if let rule = policy.rules.first(where: { $0.code == code }) {
      return rule.measure.text(found(on: today))
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
    return "\(Lane(rawValue: code)?.title ?? code): \(found(on: today))"
  }

  private func found(on today: CalendarDay) -> String {
    switch finding {
    case .since(let day):
      let days = day.distance(to: today)
      return days == 1 ? "1 day" : "\(days) days"
    case .amount(let money): return money.description
    case .number(let number): return String(number)
    case .promise(let money, let day), .failed(let money, _, let day): return "\(money) for \(day.long)"
    case .at(let day, let time): return Self.moment(day, time, today)
    case .inVain(let day, let next, let time):
      return
        "nobody reached \(day == today ? "today" : "on \(day.long)"), next \(Self.moment(next, time, today))"
    }
  }

  private static func moment(_ day: CalendarDay, _ time: TimeOfDay?, _ today: CalendarDay) -> String {
    let date = day == today ? "today" : day.long
    return time.map { "\(date) at \($0.text)" } ?? date
  }
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
