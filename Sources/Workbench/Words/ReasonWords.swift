import Receivables
import TextScreen

/// Why a row stands where it stands, in a few letters each, the most telling first: `"3 broken"`, `"178 % limit"`.
struct ReasonWords {
  private let items: [[String]]

  /// In a view of matters their amount comes first.
  init(_ summary: AccountSummary, in view: WorklistView, _ policy: Policy, _ today: CalendarDay) {
    let measures = Self.measures(summary, policy)
    var items = [Self.matters(summary, view, policy, today), Self.lane(summary, policy, today)]
    let broken = measures[.brokenPromises] ?? 0
    if broken > 1 {
      items.append(["\(broken) broken"])
    } else if let mark = summary.promise, mark.state.isFailed, summary.lane != .brokenPromise {
      items.append(["\(mark.state.short) \(mark.day.compact(today))"])
    }
    if let share = measures[.limitShare], share >= 100 {
      items.append(["\(share) % limit"])
    } else if summary.flags.contains(.overLimit) {
      items.append(["over limit"])
    }
    items += Self.flags.filter { summary.flags.contains($0.flag) }.map { [$0.word] }
    if summary.promiseLevel > 1 { items.append(["level \(summary.promiseLevel)"]) }
    if let mark = summary.promise, mark.state.isActive, summary.lane != .promiseDue {
      items.append(["due \(mark.day.compact(today))"])
    }
    if let days = measures[.driftDays] { items.append(["\(days) d later"]) }
    if let days = summary.lastContact.map({ $0.distance(to: today) }), days > policy.noContactDays {
      items.append(["silent \(days)d"])
    }
    if summary.flags.contains(.unappliedCredit) { items.append(["credits"]) }
    self.items = items.filter { !$0.isEmpty }
  }

  /// As many as have room, each whole.
  func text(width: Int) -> String {
    var text = ""
    for forms in items {
      let gap = text.isEmpty ? "" : ", "
      guard let form = forms.first(where: { DisplayWidth.of(text + gap + $0) <= width }) else { continue }
      text += gap + form
    }
    return text
  }

  /// What the matters of a view come to; of disputes also how old the oldest is and with whom.
  private static func matters(
    _ summary: AccountSummary, _ view: WorklistView, _ policy: Policy, _ today: CalendarDay
  ) -> [String] {
    guard let word = view.matterWord, let amounts = summary.matters(in: view)?.largestFirst(policy),
      let first = amounts.first
    else { return [] }
    let more = amounts.count > 1 ? " +\(amounts.count - 1)" : ""
    let forms = ["\(first)\(more)", "\(first.grouped)\(more)", "\(first.rough)\(more)"]
    if view == .disputes, let sum = summary.matterSums.first(where: { $0.view == view }) {
      let age = " \(sum.since.distance(to: today))d"
      let owner = sum.owner.map { " \(policy.disputes.owners.title($0))" } ?? ""
      return ["\(amounts.exact) \(word)\(age)\(owner)", forms[0] + age + owner, forms[0] + age]
        + forms.dropFirst().map { $0 + age } + forms
    }
    return ["\(amounts.exact) \(word)", "\(forms[0]) \(word)"] + forms
  }

  private static let flags: [(flag: AccountFlags, word: String)] = [
    (.disputed, "disputed"), (.verifying, "says paid"), (.plan, "plan"), (.creditHold, "credit hold"),
    (.escalated, "escalated"),
    (.snoozed, "put off"),
  ]

  /// What the rules that are fulfilled found, the most of each.
  private static func measures(
    _ summary: AccountSummary, _ policy: Policy
  ) -> [PriorityRule.Measure: Int64] {
    var found: [PriorityRule.Measure: Int64] = [:]
    for reason in summary.reasons {
      guard case .number(let number) = reason.finding,
        let rule = policy.rules.first(where: { $0.code == reason.code })
      else { continue }
      found[rule.measure] = max(found[rule.measure] ?? 0, number)
    }
    return found
  }

  /// What the lane does not say itself, from the most words to the fewest.
  private static func lane(_ summary: AccountSummary, _ policy: Policy, _ today: CalendarDay) -> [String] {
    guard let lane = summary.lane, let reason = summary.reasons.first else { return [] }
    switch (lane, reason.finding) {
    case (.promiseDue, .promise(let money, _)):
      return ["promised \(money)", "due \(money)", "due \(money.grouped)", "due \(money.rough)", "promised"]
    case (.brokenPromise, .failed(let money, let paid, let day)):
      let state = paid == 0 ? "broke" : "part"
      let long = paid == 0 ? "broke \(money)" : "\(Money(minor: paid, money.currency).grouped) of \(money)"
      return ["\(long) for \(day.compact(today))", "\(state) \(day.compact(today))", state]
    case (.followUp, .failed(_, _, let day)): return ["no rate \(day.compact(today))"]
    case (.followUp, .takenBack(let money, _)): return ["taken back \(money)", "taken back"]
    case (.newPastDue, .newlyDue(let money, let day)):
      return ["\(money) new since \(day.compact(today))", "new \(day.compact(today))"]
    case (.newPastDue, _): return ["new"]
    case (.preRun, .run(let amounts, let day)):
      let wanted = amounts.map(\.description).joined(separator: " + ")
      return [
        "\(wanted) by run \(day.brief)", "\(wanted) by run", "run \(day.brief)", "run \(day.compact(today))",
      ]
    case (.cashApplication, .amount(let money)): return ["credits \(money)", "credits"]
    default: return []
    }
  }
}
