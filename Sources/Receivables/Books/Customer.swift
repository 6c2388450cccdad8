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

  /// A customer with everything the export says of it.
  public init(
    id: AccountID, number: String, name: String, terms: Terms? = nil, creditLimit: Money? = nil,
    collector: String? = nil, paymentRun: PaymentRun? = nil, timeZone: String? = nil
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.terms = terms
    self.creditLimit = creditLimit
    self.collector = collector
    self.paymentRun = paymentRun
    self.timeZone = timeZone
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

/// A person at a customer.
public struct Contact: Hashable, Sendable {
  /// As the export spells it.
  public var name: String
  /// What they do there: `"Accounts payable"`.
  public var role: String?
  /// Where letters and statements go.
  public var email: String?
  /// Numbers to dial, in the order of the books.
  public var phones: [Phone]
  /// Best language, ISO 639: `"de"`.
  public var language: String?
  /// IANA time zone, when it differs from the customer's.
  public var timeZone: String?

  /// A person with everything the export says of them.
  public init(
    name: String, role: String? = nil, email: String? = nil, phones: [Phone] = [], language: String? = nil,
    timeZone: String? = nil
  ) {
    self.name = name
    self.role = role
    self.email = email
    self.phones = phones
    self.language = language
    self.timeZone = timeZone
  }
}

/// A number to dial. Whether it is dead is not in the books: a call with result WN says so in the journal.
public struct Phone: Hashable, Sendable {
  /// As written: `"+49 30 1234-567"`.
  public var number: String
  /// `"office"`, `"mobile"`.
  public var label: String?

  /// A number, with what it is.
  public init(number: String, label: String? = nil) {
    self.number = number
    self.label = label
  }

  /// Digits only, the form in which numbers are searched and compared.
  public var digits: String {
    String(decoding: number.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
  }
}
