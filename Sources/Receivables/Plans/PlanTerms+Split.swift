extension PlanTerms {
  /// More instalments than anybody would follow up.
  public static let mostInstalments = 120

  /// `amount` in `count` even instalments from `first` on, the remainder on the last. Throws `CallProblem`.
  ///
  /// 1000.00 USD in 3 monthly from 31 January 2026: 333.33 on 31 January and 28 February, 333.34 on 31 March.
  public init(
    splitting amount: Money, into count: Int, first: CalendarDay, every rhythm: PlanRhythm = .monthly,
    invoices: [DocumentID]
  ) throws(CallProblem) {
    guard (1...Self.mostInstalments).contains(count) else {
      throw CallProblem(.instalments, "A plan has 1 to \(Self.mostInstalments) instalments.")
    }
    guard amount.minor >= Int64(count) else {
      throw CallProblem(.instalments, "\(amount) is too little for \(count) instalments.")
    }
    let parts = Split.even(amount.minor, into: count)
    self.init(
      currency: amount.currency,
      instalments: parts.enumerated().map {
        Instalment(due: rhythm.day($0.offset, from: first), amount: $0.element)
      },
      invoices: invoices)
  }

  /// What all instalments come to. Throws `MoneyError.overflow`.
  public func total() throws(MoneyError) -> Money {
    var sum = Money.zero(currency)
    for instalment in instalments { sum = try sum.adding(Money(minor: instalment.amount, currency)) }
    return sum
  }
}
