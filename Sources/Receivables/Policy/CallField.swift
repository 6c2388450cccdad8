/// Something that a call result asks for.
public enum CallField: String, Hashable, Sendable, CaseIterable {
  /// How much.
  case amount
  /// On which day.
  case date
  /// At what time of day.
  case time
  /// How it will be or was paid.
  case method
  /// Cheque number, transfer reference, court file.
  case reference
  /// Which person.
  case who
  /// Why it is unpaid; why the account is skipped.
  case reason
  /// Why it is contested.
  case disputeReason = "dispute_reason"
  /// Which invoices.
  case invoices
  /// Where to send.
  case address
  /// How many instalments; the first is on `date`, the others monthly.
  case instalments
}
