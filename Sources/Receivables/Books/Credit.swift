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

  /// A credit as booked.
  public init(
    id: DocumentID, number: String, kind: Kind, dated: CalendarDay, amount: Money, method: String? = nil,
    spent: CalendarDay? = nil
  ) {
    self.id = id
    self.number = number
    self.kind = kind
    self.dated = dated
    self.amount = amount
    self.method = method
    self.spent = spent
  }
}
