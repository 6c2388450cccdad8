/// What the credit desk sees of an account as of a day, and what it is proposed to do.
public struct CreditDesk: Hashable, Sendable {
  /// What could be done.
  public enum Proposal: String, Hashable, Sendable, CaseIterable {
    /// Deliver nothing on credit.
    case hold
    /// Deliver on credit again.
    case release
    /// Look at limit and terms with the customer.
    case review

    /// What people read: `"review terms"`.
    public var title: String { self == .review ? "review terms" : rawValue }
  }

  /// Why limit and terms are looked at again; nil for no reason.
  public let review: TermsReview?
  /// Whether a credit hold is in force.
  public let isOnHold: Bool
  /// What is proposed; nil for nothing.
  public let proposal: Proposal?
  /// Why, in counts: `["120 % of the credit limit"]`.
  public let reasons: [String]

  /// What the credit desk sees of a picture.
  ///
  /// A hold is proposed to whoever is over the limit with something past due, a release where a hold's invoices are cleared.
  public init(_ picture: AccountPicture) {
    let found = picture.summary.reasons.lazy.compactMap { reason -> TermsReview? in
      if case .review(let review) = reason.finding { review } else { nil }
    }
    review = found.first
    let hold = picture.escalations.first { $0.isInForce && $0.terms.effect == .creditHold }
    isOnHold = hold != nil
    let isPastDue = picture.summary.oldestDue != nil
    var reasons = review?.reasons ?? []
    if let hold {
      proposal = hold.clearedOn != nil ? .release : review == nil ? nil : .review
      let since = hold.since.distance(to: picture.asOf)
      reasons.insert(
        "on credit hold for \(since) days" + (hold.clearedOn == nil ? "" : ", its invoices are cleared"),
        at: 0)
    } else if review?.limitPercent != nil, isPastDue {
      proposal = .hold
    } else {
      proposal = review == nil ? nil : .review
    }
    self.reasons = reasons
  }
}
