/// Who owes: one account of the accounting system.
public struct Customer: Hashable, Sendable {
  /// The account inside the ledger file.
  public let id: AccountID
  /// The account number as the accounting system writes it.
  public var number: String
  /// The name as last imported.
  public var name: String
  /// Agreed payment terms, when the export names them.
  public var terms: Terms?
  /// What the customer may owe at most.
  public var creditLimit: Money?
  /// Who collects this account.
  public var collector: String?
  /// When the customer's accounts payable department pays.
  public var paymentRun: PaymentRun?
  /// IANA time zone: `"Europe/Berlin"`.
  public var timeZone: String?
  /// By which tax authorities know it: `"DE 123456789"`.
  public var taxNumber: String?
  /// Whether a list of customers told of it: what lines of invoices say beside that is not its master data.
  public var isListed: Bool

  /// A customer with everything the export says of it.
  public init(
    id: AccountID, number: String, name: String, terms: Terms? = nil, creditLimit: Money? = nil,
    collector: String? = nil, paymentRun: PaymentRun? = nil, timeZone: String? = nil,
    taxNumber: String? = nil,
    isListed: Bool = false
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.terms = terms
    self.creditLimit = creditLimit
    self.collector = collector
    self.paymentRun = paymentRun
    self.timeZone = timeZone
    self.taxNumber = taxNumber
    self.isListed = isListed
  }
}

/// Names one account (a customer) inside one ledger file. Never shown; people use the account number.
public struct AccountID: Hashable, Sendable, RawRepresentable, Comparable {
  /// The row's number in the ledger.
  public let rawValue: Int64

  /// The account with that row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Lower row number first.
  public static func < (left: AccountID, right: AccountID) -> Bool { left.rawValue < right.rawValue }
}
