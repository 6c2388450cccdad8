/// What a row of a payment export says was put against an invoice.
public struct IncomingApplication: Hashable, Sendable {
  /// The invoice's number as the export spells it.
  public var invoice: String
  /// Minor units of the payment's currency, positive.
  public var amount: Int64

  /// An amount put against that invoice.
  public init(invoice: String, amount: Int64) {
    self.invoice = invoice
    self.amount = amount
  }
}
