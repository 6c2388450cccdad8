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

  /// An invoice as booked.
  public init(
    id: DocumentID, number: String, issued: CalendarDay, due: CalendarDay, original: Money,
    reference: String? = nil
  ) {
    self.id = id
    self.number = number
    self.issued = issued
    self.due = due
    self.original = original
    self.reference = reference
  }
}
