/// What a row of an export says about a customer. A part that it does not name is nil and changes nothing.
public struct IncomingCustomer: Hashable, Sendable {
  /// The account number as the export spells it; the name where the export has no numbers.
  public var number: String
  /// The name.
  public var name: String?
  /// Agreed payment terms.
  public var terms: Terms?
  /// What the customer may owe at most.
  public var creditLimit: Money?
  /// Who collects the account.
  public var collector: String?
  /// When the customer's accounts payable department pays.
  public var paymentRun: PaymentRun?
  /// IANA time zone.
  public var timeZone: String?
  /// A person there.
  public var contact: Contact?

  /// A customer of that number.
  public init(
    number: String, name: String? = nil, terms: Terms? = nil, creditLimit: Money? = nil,
    collector: String? = nil, paymentRun: PaymentRun? = nil, timeZone: String? = nil, contact: Contact? = nil
  ) {
    self.number = number
    self.name = name
    self.terms = terms
    self.creditLimit = creditLimit
    self.collector = collector
    self.paymentRun = paymentRun
    self.timeZone = timeZone
    self.contact = contact
  }
}
