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
