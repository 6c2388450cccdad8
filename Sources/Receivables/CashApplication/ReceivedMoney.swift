/// Money that a bank says came in, or went back, with what tells whose it is.
public struct ReceivedMoney: Hashable, Sendable {
  /// When the bank booked it.
  public var day: CalendarDay
  /// Negative for money that was taken back.
  public var amount: Money
  /// Who paid.
  public var payer: String?
  /// What the payer wrote, with all references.
  public var text: String
  /// Invoices that the payer named one by one, with what is paid of each, minor units; nil where that is not told.
  public var named: [(number: String, amount: Int64?)] {
    get { numbers.indices.map { (numbers[$0], amounts[$0]) } }
    set { (numbers, amounts) = (newValue.map(\.number), newValue.map(\.amount)) }
  }
  private var numbers: [String] = []
  private var amounts: [Int64?] = []
  /// How the bank tells of it.
  public var booking: BankBooking
  /// Why the bank took it back; nil where nobody says.
  public var because: String?

  /// Money of which is known what it was sent for.
  public init(
    day: CalendarDay, amount: Money, payer: String? = nil, text: String = "",
    booking: BankBooking = BankBooking(format: "", account: "")
  ) {
    (self.day, self.amount, self.payer, self.text, self.booking) = (day, amount, payer, text, booking)
  }
}

/// What money probably pays.
public struct PaymentMatch: Hashable, Sendable {
  /// How sure that is, the surest first.
  public enum Certainty: Int, Hashable, Sendable, Comparable {
    /// It names invoices of one customer that come to exactly so much.
    case certain
    /// Something speaks for it; a person decides.
    case likely

    /// Surer first.
    public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whose money it is.
  public var account: AccountID
  /// Number and name of the customer.
  public var customer: (number: String, name: String) { (number, name) }
  private let number, name: String
  /// The invoices that it pays and how much of each, minor units; none where only the customer is known.
  public var parts: [IncomingApplication]
  /// The receipt whose money the bank took back.
  public var returns: MatterID?
  /// How sure that is.
  public var certainty: Certainty
  /// Why, for people: `"names INV-17 and INV-18, which come to the amount"`.
  public var reason: String

  /// Money of a customer that nothing says what it pays.
  public static func nobody(_ customer: Customer) -> PaymentMatch {
    PaymentMatch(customer, [], .likely, "chosen by hand")
  }

  init(_ customer: Customer, _ parts: [IncomingApplication], _ certainty: Certainty, _ reason: String) {
    account = customer.id
    (number, name) = (customer.number, customer.name)
    (self.parts, self.certainty, self.reason) = (parts, certainty, reason)
  }
}
