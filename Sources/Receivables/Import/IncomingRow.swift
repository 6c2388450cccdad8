/// One statement of an export, ready to be stored.
public struct IncomingRow: Hashable, Sendable {
  /// The line in the file on which it begins, from 1.
  public var line: Int
  /// Whom it is about.
  public var customer: IncomingCustomer
  /// The document; nil in a list of customers.
  public var document: IncomingDocument?
  /// What a payment was put against.
  public var applications: [IncomingApplication]

  /// A row.
  @inlinable
  public init(
    line: Int, customer: IncomingCustomer, document: IncomingDocument? = nil,
    applications: [IncomingApplication] = []
  ) {
    self.line = line
    self.customer = customer
    self.document = document
    self.applications = applications
  }
}

/// What a row of an export says about an invoice, a credit note or a payment.
public struct IncomingDocument: Hashable, Sendable {
  /// What kind of document it is.
  public enum Kind: String, Hashable, Sendable {
    /// Billed.
    case invoice
    /// A reduction that we granted.
    case creditNote = "credit_note"
    /// Money that came in.
    case payment
  }

  /// Parts that the export does not tell and that stand in for it. What the book knows of them stays.
  public struct Assumed: OptionSet, Hashable, Sendable {
    /// One bit a part.
    public let rawValue: UInt8

    /// Those parts.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Document date: the due date stands in.
    public static let issued = Assumed(rawValue: 1)
    /// Due date: the document date and the terms stand in.
    public static let due = Assumed(rawValue: 2)
    /// Full amount: what is open stands in.
    public static let amount = Assumed(rawValue: 4)
    /// Terms: neither they nor a due date are told, and those of the customer hold.
    public static let terms = Assumed(rawValue: 8)
  }

  /// What kind of document it is.
  public var kind: Kind
  /// As the export spells it.
  public var number: String
  /// Document date.
  public var issued: CalendarDay
  /// When it should have been paid; the document date of a credit.
  public var due: CalendarDay
  /// The full amount, not negative.
  public var amount: Money
  /// What is still open of it, minor units; less than nothing of an invoice that was paid with more than it comes to; nil
  /// when the export does not say.
  public var open: Int64?
  /// The day on which it was paid in full.
  public var settled: CalendarDay?
  /// Whether the export has a column for the settled day, so that an empty cell says "not paid".
  public var tellsSettled: Bool
  /// The customer's purchase order or reference.
  public var reference: String?
  /// How money came: `"ach"`, `"check"`.
  public var method: String?
  /// What the export does not tell.
  public var assumed: Assumed
  /// Whether it is void, cancelled or a draft: nothing is owed or paid by it, and what the book has of it closes.
  public var isCancelled = false

  /// A document of that kind.
  @inlinable
  public init(
    kind: Kind, number: String, issued: CalendarDay, due: CalendarDay, amount: Money, open: Int64? = nil,
    settled: CalendarDay? = nil, tellsSettled: Bool = false, reference: String? = nil, method: String? = nil,
    assumed: Assumed = []
  ) {
    self.kind = kind
    self.number = number
    self.issued = issued
    self.due = due
    self.amount = amount
    self.open = open
    self.settled = settled
    self.tellsSettled = tellsSettled
    self.reference = reference
    self.method = method
    self.assumed = assumed
  }
}

/// What a row of a payment export says was put against an invoice.
public struct IncomingApplication: Hashable, Sendable {
  /// The invoice's number as the export spells it.
  public var invoice: String
  /// Minor units of the payment's currency, positive.
  public var amount: Int64

  /// An amount put against that invoice.
  @inlinable
  public init(invoice: String, amount: Int64) {
    self.invoice = invoice
    self.amount = amount
  }
}

/// What an export tells in a column of its own, so that a refusal can name the column.
public enum IncomingPart: Hashable, Sendable {
  /// Whom a line is about.
  case customer
  /// The document's number.
  case number
  /// Its currency.
  case currency
  /// Its full amount.
  case amount
  /// The invoice against which a payment was put.
  case appliedInvoice
  /// What of a payment was put against it.
  case appliedAmount
}

/// Why a file, or a line of it, cannot be taken. Nothing of a refused file is stored.
public struct Refusal: Error, Hashable, Sendable {
  /// The line in the file, from 1; nil when it concerns the file as a whole.
  public var line: Int?
  /// The column's heading as the file spells it.
  public var column: String?
  /// What is wrong and what to do, as a sentence.
  public var reason: String

  /// A refusal.
  public init(line: Int? = nil, column: String? = nil, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension Refusal: CustomStringConvertible {
  /// `"line 12, column \"Due Date\": …"`.
  public var description: String {
    switch (line, column) {
    case (let line?, let column?): "line \(line), column \"\(column)\": \(reason)"
    case (let line?, nil): "line \(line): \(reason)"
    case (nil, let column?): "column \"\(column)\": \(reason)"
    case (nil, nil): reason
    }
  }
}
