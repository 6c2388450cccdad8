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
  /// What is still open of it, minor units; nil when the export does not say.
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
  public var assumed: Assumed = []

  /// A document of that kind.
  public init(
    kind: Kind, number: String, issued: CalendarDay, due: CalendarDay, amount: Money, open: Int64? = nil,
    settled: CalendarDay? = nil, tellsSettled: Bool = false, reference: String? = nil, method: String? = nil
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
  }
}
