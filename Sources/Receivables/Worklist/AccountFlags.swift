/// Things a collector should see at a glance, each with its letter.
public struct AccountFlags: OptionSet, Hashable, Sendable {
  /// Bits, stable in storage.
  public let rawValue: Int

  /// Flags from stored bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// P: a promise is open.
  public static let promised = AccountFlags(rawValue: 1)
  /// B: a promise on an open invoice was broken or partly kept.
  public static let brokenPromise = AccountFlags(rawValue: 2)
  /// D: something is disputed.
  public static let disputed = AccountFlags(rawValue: 4)
  /// C: credits are not applied.
  public static let unappliedCredit = AccountFlags(rawValue: 8)
  /// L: over the credit limit.
  public static let overLimit = AccountFlags(rawValue: 16)
  /// N: past due beyond the first-contact limit and never contacted about it.
  public static let neverContacted = AccountFlags(rawValue: 32)
  /// V: says paid, being verified.
  public static let verifying = AccountFlags(rawValue: 64)
  /// Z: put off until a day.
  public static let snoozed = AccountFlags(rawValue: 128)
  /// I: a plan of instalments is active.
  public static let plan = AccountFlags(rawValue: 256)
  /// E: a rung of the ladder is proposed, approved or in force.
  public static let escalated = AccountFlags(rawValue: 512)
  /// H: something is on hold.
  public static let held = AccountFlags(rawValue: 1_024)
  /// S: deliveries on credit are stopped.
  public static let creditHold = AccountFlags(rawValue: 2_048)

  /// Every flag with its letter and what that means, in the order in which they are shown.
  public static let all: [(flag: AccountFlags, letter: String, words: String)] = [
    (.promised, "P", "promised"), (.brokenPromise, "B", "promise broken"), (.disputed, "D", "disputed"),
    (.unappliedCredit, "C", "credits"), (.overLimit, "L", "over limit"),
    (.neverContacted, "N", "no first contact"), (.verifying, "V", "says paid"), (.snoozed, "Z", "put off"),
    (.plan, "I", "plan"), (.escalated, "E", "escalated"), (.held, "H", "on hold"),
    (.creditHold, "S", "credit hold"),
  ]

  /// The letters in fixed order: `"PD"`.
  public var letters: String { Self.all.filter { contains($0.flag) }.map(\.letter).joined() }

  /// What the letters mean, in their order: `"promised, disputed"`.
  public var words: String { Self.all.filter { contains($0.flag) }.map(\.words).joined(separator: ", ") }
}

extension AccountDerivation {
  /// The promises that were not kept and cover an invoice that is still open, oldest first.
  var failedPromises: [PromiseStatus] {
    inProgress.promises.filter { promise in
      promise.state.isFailed
        && promise.terms.covers.contains {
          items.place(number: $0.number).map { items[$0].open > 0 } ?? false
        }
    }
  }
}

extension AccountFlags {
  /// What is to be seen at a glance of an account.
  init(_ account: AccountDerivation, isSnoozed: Bool, _ asOf: inout AsOf) {
    self = []
    let matters = account.inProgress.matters.filter(\.isOpen)
    if account.inProgress.promises.contains(where: \.state.isActive) { insert(.promised) }
    if !account.failedPromises.isEmpty { insert(.brokenPromise) }
    if matters.contains(where: { $0.kind == DisputeTerms.name }) { insert(.disputed) }
    if account.balances.contains(where: { $0.credits < 0 }) { insert(.unappliedCredit) }
    if account.isOverLimit { insert(.overLimit) }
    if let due = account.facts.oldestDue, account.facts.lastContact.map({ $0 <= due }) ?? true {
      let limit = account.policy.calendar.day(account.policy.firstContactDays, businessDaysAfter: due)
      if asOf.hasPassed(limit) { insert(.neverContacted) }
    }
    if account.inProgress.promises.contains(where: { $0.state == .verifying }) { insert(.verifying) }
    if isSnoozed { insert(.snoozed) }
    if matters.contains(where: { $0.kind == PlanTerms.name }) { insert(.plan) }
    let agreed = account.entries.conclusion?.steps.map(\.action.kind) ?? []
    if matters.contains(where: { $0.kind == HoldTerms.name }) { insert(.held) }
    if agreed.contains(.escalate) || agreed.contains(.legal) { insert(.escalated) }
    let escalations = account.inProgress.escalations
    if escalations.contains(where: { $0.isOpen || $0.isInForce }) { insert(.escalated) }
    if escalations.contains(where: { $0.isInForce && $0.terms.effect == .creditHold }) { insert(.creditHold) }
  }
}
