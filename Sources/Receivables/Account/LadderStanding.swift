/// Where an account stands on the ladder as of a day, and what comes next.
public struct LadderStanding: Hashable, Sendable {
  /// How high it stands; 0 below the first rung.
  public var level = 0
  /// What its rung is called; nil below the first.
  public var title: String?
  /// Since when it stands there.
  public var since: CalendarDay?
  /// The next rung; nil at the top, and where the policy has no ladder.
  public var next: LadderRung?
  /// What gates ask about.
  public var measures = LadderMeasures()

  /// What the gate of a rung asks and what was found.
  public func gate(of rung: LadderRung) -> GateFinding { GateFinding(rung, measures) }

  /// What is not as the ladder has it when a rung is taken now: `"before its gate: 45 of 60 days past due; skips firm
  /// call"`; nil when nothing is.
  public func exception(to rung: LadderRung, _ policy: Policy, on today: CalendarDay) -> String? {
    let unmet = gate(of: rung).unmet(on: today)
    let skipped = policy.escalation.skipped(from: level, to: rung.code).map(\.title)
    let parts = [
      unmet.isEmpty ? nil : "before its gate: \(unmet.joined(separator: ", "))",
      skipped.isEmpty ? nil : "skips \(skipped.joined(separator: ", "))",
    ]
    let said = parts.compactMap { $0 }.joined(separator: "; ")
    return said.isEmpty ? nil : said
  }

  /// In how many calendar days the days of the next rung's gate have passed; nil when they have, and without any.
  public func daysToNext(on today: CalendarDay) -> Int? {
    guard let next, let due = measures.oldestDue else { return nil }
    let left = next.gate.afterDays - due.distance(to: today)
    return left > 0 ? left : nil
  }
}

/// What the gates of the ladder measure on one account.
public struct LadderMeasures: Hashable, Sendable {
  /// Due date of the oldest invoice with something to collect; what is placed with somebody else counts as if it were not.
  public var oldestDue: CalendarDay?
  /// The largest amount to collect over the currencies; nil for nothing.
  public var amount: Money?
  /// What is to be collected over all currencies, in major units of the common currency, rounded down.
  public var major: Int64 = 0
  /// Promises of the last 365 days that were not kept.
  public var brokenPromises = 0

  /// Nothing found.
  public init() {}
}

/// What the gate of a rung asks and what was found of it, with dates rather than counts of days.
public struct GateFinding: Hashable, Sendable {
  /// What the rung is called.
  public var title: String
  /// What it asks.
  public var gate: LadderRung.Gate
  /// What was found.
  public var measures: LadderMeasures

  /// A finding.
  public init(title: String, gate: LadderRung.Gate, measures: LadderMeasures) {
    self.title = title
    self.gate = gate
    self.measures = measures
  }

  init(_ rung: LadderRung, _ measures: LadderMeasures) {
    self.init(title: rung.title, gate: rung.gate, measures: measures)
  }

  /// What is asked and found, in counts: `["92 of 90 days past due", "12 300.00 USD of 1 000", "2 broken promises"]`.
  public func found(on today: CalendarDay) -> [String] { parts(on: today).map(\.text) }

  /// The same, only what is not fulfilled.
  public func unmet(on today: CalendarDay) -> [String] { parts(on: today).filter { !$0.isMet }.map(\.text) }

  private func parts(on today: CalendarDay) -> [(text: String, isMet: Bool)] {
    let days = max(measures.oldestDue?.distance(to: today) ?? 0, 0)
    var parts: [(String, Bool)] = []
    if gate.afterDays > 0 {
      parts.append(("\(days) of \(gate.afterDays) days past due", days >= gate.afterDays))
    } else if days > 0 {
      parts.append(("\(days) days past due", true))
    }
    let amount = measures.amount.map(\.description) ?? "nothing"
    if gate.atLeastMajor > 0 {
      let least = Money.groupedMajor(gate.atLeastMajor)
      parts.append(("\(amount) of \(least)", measures.major >= Int64(gate.atLeastMajor)))
    } else if measures.amount != nil {
      parts.append((amount, true))
    }
    let broken = measures.brokenPromises
    if gate.brokenPromises > 0 {
      parts.append(("\(broken) of \(gate.brokenPromises) broken promises", broken >= gate.brokenPromises))
    } else if broken > 0 {
      parts.append(("\(broken) broken promise\(broken == 1 ? "" : "s")", true))
    }
    return parts
  }
}

extension Money {
  /// `"12 000"`.
  fileprivate static func groupedMajor(_ major: Int) -> String {
    var digits = String(major)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: " ")
  }
}

extension AccountDerivation {
  /// Where the account stands on the ladder. Throws `MoneyError.overflow`.
  func ladder(_ asOf: inout AsOf) throws(MoneyError) -> LadderStanding {
    var standing = LadderStanding()
    let escalation = policy.escalation
    guard !escalation.rungs.isEmpty else { return standing }
    standing.measures = try measures(&asOf)
    if let due = standing.measures.oldestDue {
      for rung in escalation.rungs where !rung.contacts.isEmpty && !rung.isRetired {
        let opens = due.advanced(by: rung.gate.afterDays)
        let contact = entries.contacts.first { contact in
          contact.day >= opens && rung.contacts.contains(contact.record.action)
            && (contact.has(.leavesQueue) || contact.has(.rightParty))
        }
        guard let contact, let level = escalation.level(of: rung.code), level > standing.level else {
          continue
        }
        (standing.level, standing.title, standing.since) = (level, rung.title, contact.day)
      }
    }
    for taken in inProgress.escalations where taken.isInForce {
      let level = escalation.level(of: taken.terms.rung) ?? 0
      guard level >= standing.level else { continue }
      (standing.level, standing.title, standing.since) = (level, taken.terms.title, taken.since)
    }
    standing.next = escalation.next(after: standing.level)
    return standing
  }

  private func measures(_ asOf: inout AsOf) throws(MoneyError) -> LadderMeasures {
    var measures = LadderMeasures()
    measures.brokenPromises = Int(brokenLately(&asOf))
    guard inProgress.isPlaced, let before = inProgress.beforePlacement else {
      measures.oldestDue = facts.oldestCollectable
      measures.amount = largest(\.toCollect)
      measures.major = try orderAmount(\.toCollect) / 100
      return measures
    }
    var sums: [Money] = []
    for item in before.items where item.toCollect > 0 {
      measures.oldestDue = min(measures.oldestDue ?? item.invoice.due, item.invoice.due)
      try sums.add(Money(minor: item.toCollect, item.invoice.original.currency))
    }
    var order: Int64 = 0
    for sum in sums { order = try order.addingChecked(policy.orderAmount(of: sum)) }
    measures.major = order / 100
    measures.amount = sums.max {
      (try? policy.orderAmount(of: $0)) ?? 0 < (try? policy.orderAmount(of: $1)) ?? 0
    }
    return measures
  }

  /// Whether the next rung is to be decided on: its gate is fulfilled and nobody has proposed anything yet.
  func isCandidate(_ standing: LadderStanding, _ asOf: inout AsOf) -> Bool {
    guard let next = standing.next, next.contacts.isEmpty, let due = standing.measures.oldestDue,
      !inProgress.escalations.contains(where: \.isAhead),
      asOf.hasCome(due.advanced(by: next.gate.afterDays))
    else { return false }
    return standing.gate(of: next).unmet(on: asOf.day).isEmpty
  }
}
