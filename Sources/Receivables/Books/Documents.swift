/// What was billed.
public struct Invoice: Hashable, Sendable {
  /// The document inside the ledger file.
  public let id: DocumentID
  /// As the accounting system writes it.
  public var number: String
  /// Document date.
  public var issued: CalendarDay
  /// When it should have been paid.
  public var due: CalendarDay
  /// The billed amount, positive.
  public var original: Money
  /// The customer's purchase order or reference.
  public var reference: String?
  /// Numbers under which lists knew it before it was renumbered, oldest first: what was promised on them holds for it.
  public var formerNumbers: [String] {
    get { former ?? [] }
    set { former = newValue.isEmpty ? nil : newValue }
  }
  // Nothing is copied with an invoice that has none, as nearly all.
  private var former: [String]?

  /// An invoice as booked.
  public init(
    id: DocumentID, number: String, issued: CalendarDay, due: CalendarDay, original: Money,
    reference: String? = nil, formerNumbers: [String] = []
  ) {
    self.id = id
    self.number = number
    self.issued = issued
    self.due = due
    self.original = original
    self.reference = reference
    if !formerNumbers.isEmpty { former = formerNumbers }
  }
}

/// Money or a credit note in the customer's favour, applied to invoices or not yet.
public struct Credit: Hashable, Sendable {
  /// What stands behind a credit.
  public enum Kind: String, Hashable, Sendable {
    /// Money that came in.
    case payment
    /// A reduction that we granted.
    case creditNote = "credit_note"
  }

  /// The document inside the ledger file.
  public let id: DocumentID
  /// As the accounting system writes it.
  public var number: String
  /// Payment or credit note.
  public var kind: Kind
  /// Document date.
  public var dated: CalendarDay
  /// The full amount: positive, negative for one that takes an earlier one back.
  public var amount: Money
  /// How money came: `"ach"`, `"check"`.
  public var method: String?
  /// The day from which nothing is left of it, although the books do not say what it was used for: an open-items
  /// snapshot no longer lists it.
  public var spent: CalendarDay?
  /// What the books say that it was put against and that has not come yet: applied when it comes.
  public var waiting: [WaitingApplication] {
    get { awaited ?? [] }
    set { awaited = newValue.isEmpty ? nil : newValue }
  }
  private var awaited: [WaitingApplication]?

  /// A credit as booked.
  public init(
    id: DocumentID, number: String, kind: Kind, dated: CalendarDay, amount: Money, method: String? = nil,
    spent: CalendarDay? = nil, waiting: [WaitingApplication] = []
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.dated = dated
    self.amount = amount
    self.method = method
    self.spent = spent
    if !waiting.isEmpty { awaited = waiting }
  }
}

/// What of a credit is put against an invoice that the books do not have yet.
public struct WaitingApplication: Hashable, Sendable {
  /// The number of the invoice, in the form of `DocumentKey`.
  public var invoice: String
  /// Minor units of the credit's currency.
  public var amount: Int64

  /// An amount for that invoice.
  public init(invoice: String, amount: Int64) { (self.invoice, self.amount) = (invoice, amount) }

  /// As it is stored: `"1200 INV-4711"`, in minor units.
  public var text: String { "\(amount) \(invoice)" }

  /// What `text` was made of; nil for anything else.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let amount = Int64(parts[0]) else { return nil }
    (self.invoice, self.amount) = (String(parts[1]), amount)
  }
}

extension Credit.Kind {
  /// Where an invoice's reduction comes from, when such a credit is put against it.
  public var source: Application.Source { self == .payment ? .payment : .creditNote }
}

/// Part of a credit put against an invoice on a date. What an invoice is open for is its original less these.
public struct Application: Hashable, Sendable {
  /// Where the reduction comes from.
  public enum Source: String, Hashable, Sendable {
    /// A payment, known or implied by a settled date.
    case payment
    /// A credit note.
    case creditNote = "credit_note"
    /// Forgiven.
    case writeOff = "write_off"
    /// An open-items snapshot no longer lists it: cleared between the last snapshot and `dated`.
    case cleared
    /// The accounting system took the invoice back: void, cancelled, a draft again. Nobody paid it.
    case cancelled
  }

  /// The row inside the ledger file.
  public let id: Int64
  /// The invoice that it reduces.
  public var invoice: DocumentID
  /// The credit that it uses, when the books say which.
  public var credit: DocumentID?
  /// Where the reduction comes from.
  public var source: Source
  /// When it took effect.
  public var dated: CalendarDay
  /// Minor units of the invoice's currency: positive reduces the invoice, negative is a reversal.
  public var amount: Int64
  /// The application that a reversal takes back.
  public var reverses: Int64?

  /// An application as booked.
  public init(
    id: Int64, invoice: DocumentID, credit: DocumentID? = nil, source: Source, dated: CalendarDay,
    amount: Int64, reverses: Int64? = nil
  ) {
    self.id = id
    self.invoice = invoice
    self.credit = credit
    self.source = source
    self.dated = dated
    self.amount = amount
    self.reverses = reverses
  }

  /// Whether this is money, the only thing that keeps a promise.
  public var isMoney: Bool { source == .payment || source == .cleared }
}

/// Names one invoice, credit note or payment inside one ledger file.
public struct DocumentID: Hashable, Sendable, RawRepresentable, Comparable {
  /// The row's number in the ledger.
  public let rawValue: Int64

  /// The document with that row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Lower row number first.
  public static func < (left: DocumentID, right: DocumentID) -> Bool { left.rawValue < right.rawValue }
}
