/// What a customer contests: a part of some invoices, for a reason.
public struct DisputeTerms: Hashable, Sendable {
  /// Code of the policy's dispute reasons: `"price"`, `"damaged"`.
  public var reason: String
  /// How much is contested in all; nil means the covered invoices as a whole.
  public var amount: Money?
  /// The contested invoices, oldest due first.
  public var invoices: [DocumentID]

  /// A dispute as raised.
  public init(reason: String, amount: Money? = nil, invoices: [DocumentID]) {
    self.reason = reason
    self.amount = amount
    self.invoices = invoices
  }
}
