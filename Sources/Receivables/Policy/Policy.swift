/// Every rule that a business may set for itself, as one value. Read from `data/policy.toml` or a file of the
/// same form; nothing of it is a constant in code.
public struct Policy: Hashable, Sendable {
  /// Names the text it was read from. What was derived under another name is derived again, so a policy that is
  /// changed in place needs a new one.
  public var digest: String
  /// Assumed where an export names no currency.
  public var currency: Currency
  /// Order of typed and imported numeric dates when nothing else decides.
  public var dateOrder: DateOrder?
  /// The days on which a customer is called and pays: ours, or under `applied(to:)` those of their country.
  public var calendar: BusinessCalendar
  /// Calendars of the countries in which customers are.
  public var abroad: [CountryCalendar] = []
  /// Ours, where `calendar` is another one.
  var officeCalendar: BusinessCalendar?
  /// The years in which days lie that are typed or imported.
  public var years = DayRules.usualYears
  /// Bucket bounds and basis.
  public var aging: AgingPolicy
  /// Grace, tolerance and longest range of a promise.
  public var promises: PromisePolicy
  /// Limits of plans and when they break.
  public var plans: PlanPolicy
  /// What may be given up for money that comes by a day.
  public var incentives: IncentivePolicy
  /// Who may approve what is beyond a limit; nobody named is anybody.
  public var approvers: [String]
  /// Who may correct what a colleague wrote; nobody named is anybody.
  public var correctors: [String]
  /// Which users of the system may do what is not everybody's.
  public var rights: Rights
  /// First contact at most so many business days after the due date.
  public var firstContactDays: Int
  /// What nobody said anything about is called about again after so many business days.
  public var restDays: Int
  /// How many business days before a customer's payment run it is called to confirm.
  public var preRunDays: Int
  /// Books older than so many calendar days are shown as stale.
  public var staleBooksDays: Int
  /// A customer past due is listed as without contact after so many calendar days.
  public var noContactDays: Int
  /// What is to be collected is listed for escalation when it is more than so many calendar days past due.
  public var escalationDays: Int
  /// A snapshot that would close more than this share of the open invoices asks first, in percent.
  public var snapshotShrinkPercent: Int
  /// An import that would give more customers than that another name asks first.
  public var renameLimit = 5
  /// The worklist's lanes in their order.
  public var lanes: [Lane]
  /// The points behind a priority.
  public var rules: [PriorityRule]
  /// Shares of the maximum, in percent, from which a priority is A, B and C; below is D. Descending.
  public var bands: [Int]
  /// How a contact came about: OUT, IN, EM …
  public var actions: [CodedText]
  /// What came of it: NA, PP, DI …
  public var results: [CallResult]
  /// Why a customer does not pay.
  public var reasons: [CodedText]
  /// How a customer pays.
  public var methods: [CodedText]
  /// Why a customer contests.
  public var disputeReasons: [CodedText]
  /// Who works on disputes, and what they turn out to come from.
  public var disputes: DisputePolicy
  /// What is done about customers who do not pay, one rung after the other.
  public var escalation: EscalationPolicy
  /// Which customers the credit desk looks at again.
  public var credit: CreditPolicy
  /// Why something is not chased. Other reasons may be typed.
  public var holdReasons: [CodedText]
  /// What the collector asks, in this order: what was sent, what can be sent today, what will be sent, and why it is late.
  public var questions: [String]
  /// Value of one major unit in a common currency, in millionths. Orders rows across currencies; never printed.
  public var rates: [Currency: Int64]

  /// A policy with every part named.
  public init(
    digest: String, currency: Currency, dateOrder: DateOrder?, calendar: BusinessCalendar, aging: AgingPolicy,
    promises: PromisePolicy, plans: PlanPolicy = PlanPolicy(),
    incentives: IncentivePolicy = IncentivePolicy(), approvers: [String] = [],
    correctors: [String] = [], rights: Rights = Rights(), firstContactDays: Int, restDays: Int,
    preRunDays: Int, staleBooksDays: Int,
    noContactDays: Int, escalationDays: Int,
    snapshotShrinkPercent: Int, lanes: [Lane], rules: [PriorityRule], bands: [Int], actions: [CodedText],
    results: [CallResult], reasons: [CodedText], methods: [CodedText], disputeReasons: [CodedText],
    disputes: DisputePolicy, escalation: EscalationPolicy = EscalationPolicy(),
    credit: CreditPolicy = CreditPolicy(), holdReasons: [CodedText] = [], questions: [String],
    rates: [Currency: Int64]
  ) {
    self.digest = digest
    self.currency = currency
    self.dateOrder = dateOrder
    self.calendar = calendar
    self.aging = aging
    self.promises = promises
    self.plans = plans
    self.incentives = incentives
    self.approvers = approvers
    self.correctors = correctors
    self.rights = rights
    self.firstContactDays = firstContactDays
    self.restDays = restDays
    self.preRunDays = preRunDays
    self.staleBooksDays = staleBooksDays
    self.noContactDays = noContactDays
    self.escalationDays = escalationDays
    self.snapshotShrinkPercent = snapshotShrinkPercent
    self.lanes = lanes
    self.rules = rules
    self.bands = bands
    self.actions = actions
    self.results = results
    self.reasons = reasons
    self.methods = methods
    self.disputeReasons = disputeReasons
    self.disputes = disputes
    self.escalation = escalation
    self.credit = credit
    self.holdReasons = holdReasons
    self.questions = questions
    self.rates = rates
  }

  /// The call result of that code, in use or retired.
  public func result(_ code: String) -> CallResult? { results.first { $0.code == code } }
}

/// When a promise counts as kept.
public struct PromisePolicy: Hashable, Sendable {
  /// Calendar days after the promised day that still count.
  public var graceDays: Int
  /// Share of the amount that may be missing, in hundredths of a percent: 100 is 1 %.
  public var toleranceBasisPoints: Int
  /// Amount that may be missing, in major units of the promise's currency. The larger tolerance holds.
  public var toleranceMajor: Int
  /// A promise further away than so many calendar days needs a reason.
  public var longestDays: Int

  /// The rules of keeping.
  public init(
    graceDays: Int = 2, toleranceBasisPoints: Int = 100, toleranceMajor: Int = 0, longestDays: Int = 30
  ) {
    self.graceDays = graceDays
    self.toleranceBasisPoints = toleranceBasisPoints
    self.toleranceMajor = toleranceMajor
    self.longestDays = longestDays
  }

  /// What may be missing from a promise in `currency`, to be kept with it.
  public func tolerance(in currency: Currency) -> PromiseTerms.Tolerance {
    let (amount, isHuge) = Int64(toleranceMajor).multipliedReportingOverflow(by: currency.minorPerMajor)
    return .init(basisPoints: toleranceBasisPoints, amount: isHuge ? .max : amount)
  }
}

extension Policy {
  /// `amount` at indicative rates, in hundredths of the common currency, rounded towards zero. Orders rows across
  /// currencies; never shown. A currency without a rate counts one to one. Throws `MoneyError.overflow`.
  ///
  /// 10.00 EUR at a rate of 1 080 000 millionths is 1080.
  public func orderAmount(of amount: Money) throws(MoneyError) -> Int64 {
    let rate = UInt64(max(rates[amount.currency] ?? 1_000_000, 0))
    let product = amount.minor.magnitude.multipliedFullWidth(by: rate)
    // Millionths to hundredths leaves 10 000 to divide by.
    let divisor = UInt64(amount.currency.minorPerMajor) * 10_000
    guard product.high < divisor else { throw .overflow }
    guard let size = Int64(exactly: divisor.dividingFullWidth(product).quotient) else { throw .overflow }
    return amount.minor < 0 ? -size : size
  }
}

extension Policy {
  /// How many days old books of that day are, where that is more than the policy allows; nil for newer ones.
  ///
  /// With a `staleBooksDays` of 3, books of the 20th are 4 days old on the 24th, and nil days on the 23rd.
  public func staleAge(ofBooks day: CalendarDay, on today: CalendarDay) -> Int? {
    let age = day.distance(to: today)
    return age > staleBooksDays ? age : nil
  }
}
