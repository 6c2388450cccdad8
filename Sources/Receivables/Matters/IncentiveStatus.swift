/// An incentive with what became of it as of a day.
public struct IncentiveStatus: Hashable, Sendable {
  /// How it stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Its day has not passed, or the money is there and only to be applied.
    case open
    /// Enough was there by its day, and its credit note is not in the books yet.
    case earned
    /// It was earned, and nothing of it is open any more.
    case settled
    /// Its day passed without enough: all is due that was promised.
    case lapsed
    /// What it was given for ended, or was changed.
    case over
  }

  /// What was offered.
  public var terms: Incentive
  /// How it stands.
  public var state: State
  /// The day on which enough was there.
  public var earnedOn: CalendarDay?
  /// What credit notes gave of it since, minor units.
  public var credited: Int64
  /// What is still to be credited, minor units: it is open in the books and nobody is asked for it.
  public var toCredit: Int64

  init(
    _ terms: Incentive, isOver: Bool, earnedOn: CalendarDay?, credited: Int64, toCredit: Int64,
    _ asOf: inout AsOf
  ) {
    self.terms = terms
    self.earnedOn = earnedOn
    self.credited = min(credited, terms.amount.minor)
    self.toCredit = isOver ? 0 : toCredit
    if isOver {
      state = .over
    } else if earnedOn != nil {
      state = .earned
    } else {
      state = asOf.hasPassed(terms.until) ? .lapsed : .open
    }
  }

  /// Holds what is still to be credited. `take` takes up to an amount of what is open, and says how much that was.
  mutating func hold(_ take: (Int64) -> Int64) {
    guard state == .earned else { return }
    toCredit = take(toCredit)
    if toCredit == 0 { state = .settled }
  }

  /// To see whether what was earned is credited; nil when nothing is to be credited.
  func step(_ policy: Policy) -> NextAction? {
    guard state == .earned, let earnedOn else { return nil }
    return NextAction(
      .checkCredit, on: policy.office.day(policy.incentives.creditDays, businessDaysAfter: earnedOn))
  }

  /// What the state of its promise or plan says of it: `"discount earned"`; nil where there is nothing to say.
  var remark: String? {
    switch state {
    case .earned: "\(name) earned"
    case .lapsed: "\(name) lapsed"
    case .open, .settled, .over: nil
    }
  }

  private var name: String { terms.kind == .discount ? "discount" : "waived fee" }

  /// What people read of it; nil while it is open, when its terms are read.
  ///
  /// `"98.00 USD to be credited (discount earned)"`, `"discount of 98.00 USD lapsed on Fri 27 Nov"`.
  public func outcome(seen today: CalendarDay) -> String? {
    switch state {
    case .open: return nil
    case .earned:
      return "\(Money(minor: toCredit, terms.amount.currency)) to be credited (\(name) earned)"
    case .settled where credited == 0: return "\(terms.title) earned, nothing to be credited"
    case .settled: return "\(name) of \(Money(minor: credited, terms.amount.currency)) credited"
    case .lapsed: return "\(terms.title) lapsed on \(terms.until.brief(today))"
    case .over: return "\(terms.title) ended"
    }
  }

  /// Its terms on `whole` while it can be earned, else what became of it.
  public func line(on whole: Money, seen today: CalendarDay) -> String {
    outcome(seen: today) ?? terms.terms(on: whole, seen: today)
  }
}

extension MattersInProgress {
  /// What became of all that was given up.
  var incentives: [IncentiveStatus] { promises.compactMap(\.incentive) + plans.compactMap(\.incentive) }

  /// Asks for the credit note of what was earned, as for that of a dispute that was accepted.
  mutating func expectCredit(for incentive: IncentiveStatus?, of matter: MatterID) {
    guard let incentive, let earnedOn = incentive.earnedOn, let step = incentive.step(policy) else { return }
    steps.append(
      MatterStep(
        matter: matter, action: step, lane: .followUp,
        finding: .creditExpected(since: earnedOn, owner: policy.incentives.owner)))
  }
}

/// What came that counts towards an incentive, while it is found out whether that was enough.
struct IncentiveCount {
  let incentive: Incentive
  private var came: [(day: CalendarDay, amount: Int64, isMoney: Bool)] = []

  init(_ incentive: Incentive) { self.incentive = incentive }

  mutating func add(_ amount: Int64, on day: CalendarDay, isMoney: Bool) {
    came.append((day, amount, isMoney))
  }

  /// The first day on which as much money was there as keeps `whole` less what is given up and what was credited by then;
  /// nil when that was on none up to its last day.
  func earnedOn(of whole: Int64, _ tolerance: PromiseTerms.Tolerance) -> CalendarDay? {
    let days = Set(came.map(\.day)).filter { $0 <= incentive.until }
    return days.sorted().first { missing(of: whole, tolerance, by: $0) == 0 }
  }

  /// The least money that would still earn it, were it there by the last day.
  func missing(of whole: Int64, _ tolerance: PromiseTerms.Tolerance) -> Int64 {
    missing(of: whole, tolerance, by: incentive.until)
  }

  private func missing(
    of whole: Int64, _ tolerance: PromiseTerms.Tolerance, by day: CalendarDay
  ) -> Int64 {
    let (paid, credited) = (sum { $0.isMoney && $0.day <= day }, sum { !$0.isMoney && $0.day <= day })
    return max(tolerance.least(of: max(whole - credited, 0) - incentive.amount.minor) - paid, 0)
  }

  /// What was credited after a day: until then a credit note lowered what was promised.
  func credited(after day: CalendarDay) -> Int64 { sum { !$0.isMoney && $0.day > day } }

  private func sum(_ counts: ((day: CalendarDay, amount: Int64, isMoney: Bool)) -> Bool) -> Int64 {
    came.reduce(0) { counts($1) ? $0 + $1.amount : $0 }
  }
}
