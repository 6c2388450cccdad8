/// What a row of an export says about a customer. A part that it does not name is nil and changes nothing.
public struct IncomingCustomer: Hashable, Sendable {
  /// By what an export knows a customer again.
  public enum Identity: Hashable, Sendable {
    /// A number, however many zeros stand before it.
    case number
    /// A number as it is spelled: one that only differs in leading zeros is another customer of the file.
    case spelling
    /// A name, however it is spelled.
    case name
  }

  /// The account number as the export spells it; the name where the export has no numbers.
  public var number: String
  /// The name.
  public var name: String?
  /// By what it is known again.
  public var identity = Identity.number
  /// All else, or nothing: larger than the rest of a row, and most rows do without.
  private var details: [Details] = []

  private struct Details: Hashable, Sendable {
    var terms: Terms?
    var creditLimit: Money?
    var collector: String?
    var paymentRun: PaymentRun?
    var timeZone: String?
    var taxNumber: String?
    var contact: Contact?
  }

  /// A customer with everything the row says of it.
  public init(
    number: String, name: String?, terms: Terms?, creditLimit: Money?, collector: String?,
    paymentRun: PaymentRun?, timeZone: String?, taxNumber: String?, contact: Contact?
  ) {
    self.number = number
    self.name = name
    change {
      $0 = Details(
        terms: terms, creditLimit: creditLimit, collector: collector, paymentRun: paymentRun,
        timeZone: timeZone, taxNumber: taxNumber, contact: contact)
    }
  }

  /// A customer of whom no more is said.
  public init(number: String, name: String? = nil) {
    self.number = number
    self.name = name
  }

  /// Whether the row says more of it than number and name.
  public var hasDetails: Bool { !details.isEmpty }

  /// Agreed payment terms.
  public var terms: Terms? {
    get { details.first?.terms }
    set { change { $0.terms = newValue } }
  }

  /// What the customer may owe at most.
  public var creditLimit: Money? {
    get { details.first?.creditLimit }
    set { change { $0.creditLimit = newValue } }
  }

  /// Who collects the account.
  public var collector: String? {
    get { details.first?.collector }
    set { change { $0.collector = newValue } }
  }

  /// When the customer's accounts payable department pays.
  public var paymentRun: PaymentRun? {
    get { details.first?.paymentRun }
    set { change { $0.paymentRun = newValue } }
  }

  /// IANA time zone.
  public var timeZone: String? {
    get { details.first?.timeZone }
    set { change { $0.timeZone = newValue } }
  }

  /// By which tax authorities know it.
  public var taxNumber: String? {
    get { details.first?.taxNumber }
    set { change { $0.taxNumber = newValue } }
  }

  /// A person there.
  public var contact: Contact? {
    get { details.first?.contact }
    set { change { $0.contact = newValue } }
  }

  /// Without anything to tell there are no details, so that two of whom the same is said are equal.
  private mutating func change(_ body: (inout Details) -> Void) {
    var changed = details.first ?? Details()
    body(&changed)
    details = changed == Details() ? [] : [changed]
  }
}
