/// A plan as somebody means to record it. No invoices are all past due.
public struct ProposedPlan: Hashable, Sendable {
  /// More instalments than anybody would follow up.
  public static let mostInstalments = 120

  /// The currency of every instalment.
  public var currency: Currency
  /// In order of their due days.
  public var instalments: [PlanTerms.Instalment]
  /// The covered invoices.
  public var invoices: [DocumentID]
  /// Who approved it, where it is beyond what the policy allows.
  public var approvedBy: String?
  /// What is given up when the rest of all of it is there by a day.
  public var incentive: ProposedIncentive?

  /// A plan.
  public init(
    currency: Currency, instalments: [PlanTerms.Instalment], invoices: [DocumentID],
    approvedBy: String? = nil,
    incentive: ProposedIncentive? = nil
  ) {
    self.currency = currency
    self.instalments = instalments
    self.invoices = invoices
    self.approvedBy = approvedBy
    self.incentive = incentive
  }

  /// `amount` in `count` even instalments from `first` on, the remainder on the last. Throws `CallProblem`.
  ///
  /// 1000.00 USD in 3 monthly from 31 January 2026: 333.33 on 31 January and 28 February, 333.34 on 31 March.
  public init(
    splitting amount: Money, into count: Int, first: CalendarDay, every rhythm: PlanRhythm = .monthly,
    invoices: [DocumentID]
  ) throws(CallProblem) {
    let parts = try Self.even(amount, into: count)
    let days = parts.indices.map { rhythm.day($0, from: first) }
    self.init(amount.currency, zip(days, parts), invoices)
  }

  /// `amount` in instalments of `part` from `first` on, the remainder on the last. Throws `CallProblem`.
  ///
  /// 1200.00 USD by 500.00 weekly from 4 December: 500.00 on 4 and 11 December, 200.00 on 18 December.
  init(
    splitting amount: Money, by part: Money, first: CalendarDay, every rhythm: PlanRhythm,
    invoices: [DocumentID]
  ) throws(CallProblem) {
    guard part.minor < amount.minor else {
      throw CallProblem(
        .instalments, "\(part) at a time pays \(amount) at once. Type less, or record a promise.")
    }
    // Before it is split, so that a slip of the hand does not fill the memory.
    guard part.minor > 0, (amount.minor - 1) / part.minor < Int64(Self.mostInstalments) else {
      throw CallProblem(
        .instalments,
        "\(part) at a time is more than \(Self.mostInstalments) instalments for \(amount). Type a larger amount."
      )
    }
    let parts = Split.by(part.minor, amount.minor)
    let days = parts.indices.map { rhythm.day($0, from: first) }
    self.init(amount.currency, zip(days, parts), invoices)
  }

  /// `amount` on days of its own: in even parts when none is said, else as said, where the last may take what the others
  /// leave. Throws `CallProblem`.
  init(
    splitting amount: Money, on days: [CalendarDay], said: [Money], invoices: [DocumentID]
  ) throws(CallProblem) {
    var parts = said.map(\.minor)
    if said.isEmpty {
      parts = try Self.even(amount, into: days.count)
    } else {
      let sum = try Self.sum(said, amount.currency)
      if said.count < days.count {
        guard sum.minor < amount.minor else {
          throw CallProblem(
            .instalments, "Nothing is left for the last instalment: the others come to \(sum) of \(amount).")
        }
        parts.append(amount.minor - sum.minor)
      } else if sum != amount {
        throw CallProblem(
          .instalments,
          "The instalments come to \(sum), not \(amount). Without an amount the last one takes the rest.")
      }
    }
    self.init(amount.currency, zip(days, parts), invoices)
  }

  private init(
    _ currency: Currency, _ parts: Zip2Sequence<[CalendarDay], [Int64]>, _ invoices: [DocumentID]
  ) {
    self.init(
      currency: currency, instalments: parts.map { PlanTerms.Instalment(due: $0, amount: $1) },
      invoices: invoices)
  }

  private static func even(_ amount: Money, into count: Int) throws(CallProblem) -> [Int64] {
    guard (1...mostInstalments).contains(count) else {
      throw CallProblem(.instalments, "A plan has 1 to \(mostInstalments) instalments.")
    }
    guard amount.minor >= Int64(count) else {
      throw CallProblem(.instalments, "\(amount) is too little for \(count) instalments.")
    }
    return Split.even(amount.minor, into: count)
  }

  private static func sum(_ amounts: [Money], _ currency: Currency) throws(CallProblem) -> Money {
    do { return try amounts.reduce(Money.zero(currency)) { try $0.adding($1) } } catch {
      throw CallProblem(.instalments, "The instalments come to more than can be kept exactly.")
    }
  }

  /// What all instalments come to. Throws `MoneyError.overflow`.
  public func total() throws(MoneyError) -> Money { try PlanTerms.total(of: instalments, currency) }
}
