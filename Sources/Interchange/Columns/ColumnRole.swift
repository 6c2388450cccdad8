/// What a column of an export tells.
public enum ColumnRole: Int, Hashable, Sendable, CaseIterable {
  /// The customer's number.
  case accountNumber
  /// The customer's name.
  case customerName
  /// Invoice or credit note number.
  case documentNumber
  /// Position within a document that has several open items.
  case documentItem
  /// Invoice, credit note or payment.
  case documentType
  /// Draft, void, paid.
  case status
  /// Paid or not, where the status tells something else.
  case paymentStatus
  /// Document date.
  case issued
  /// Due date.
  case due
  /// The date from which terms are counted, where it is not the document date.
  case baseline
  /// Whether it is open, as a word.
  case isOpen
  /// Whether it is paid, as a word.
  case isPaid
  /// On which side the amount stands: debit or credit.
  case side
  /// Full amount of the document.
  case amount
  /// The same of a debit, where credits have a column of their own.
  case debit
  /// The same of a credit.
  case credit
  /// Amount of one line of it.
  case lineAmount
  /// What only exports with one row per invoice line have.
  case lineDetail
  /// What is still open.
  case balance
  /// What has been paid.
  case paidAmount
  /// Day on which it was paid in full.
  case settled
  /// Currency code.
  case currency
  /// Payment terms.
  case terms
  /// The customer's purchase order or reference.
  case reference
  /// Who collects the account.
  case collector
  /// What the customer may owe at most.
  case creditLimit
  /// When the customer pays.
  case paymentRun
  /// The customer's time zone.
  case timeZone
  /// The customer's number at the tax authorities.
  case taxNumber
  /// A person at the customer.
  case contactName
  /// What that person does.
  case contactRole
  /// Mail address.
  case email
  /// Telephone.
  case phone
  /// Mobile telephone.
  case mobile
  /// Best language.
  case language
  /// Payment number.
  case paymentNumber
  /// Day of the payment.
  case paymentDate
  /// Full amount of the payment.
  case paymentAmount
  /// How money came.
  case method
  /// The invoice that a payment was put against.
  case appliedInvoice
  /// How much of it.
  case appliedAmount
  /// Whether the customer contests it, as a word.
  case disputed
  /// Why.
  case disputeReason

  /// Its key in `columns.toml` and in layouts: `"account_number"`.
  public var key: String { Self.keys[rawValue] }

  // Every preset is held against them, for every file.
  private static let keys = allCases.map { $0.words(joinedBy: "_") }

  /// For sentences: `"account number"`, `"document date"`.
  public var title: String {
    switch self {
    case .issued: "document date"
    case .due: "due date"
    case .amount: "full amount"
    case .balance: "open amount"
    case .settled: "day of payment"
    case .isOpen: "word for open"
    case .isPaid: "word for paid"
    case .side: "side of the amount"
    case .disputed: "word for disputed"
    default: words(joinedBy: " ")
    }
  }

  /// The role of that key.
  public init?(key: String) {
    guard let role = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = role
  }

  private func words(joinedBy joint: String) -> String {
    String(describing: self).map { $0.isUppercase ? joint + $0.lowercased() : String($0) }.joined()
  }
}
