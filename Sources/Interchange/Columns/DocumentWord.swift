/// What a word in a type or status column makes of a row. The raw value is its key in `columns.toml`.
public enum DocumentWord: String, Hashable, Sendable, CaseIterable {
  /// An invoice or a debit.
  case invoice
  /// A credit note.
  case creditNote = "credit_note"
  /// A payment.
  case payment
  /// Nothing that a customer owes: a supplier's bill, a draft, a voided document.
  case ignored
  /// Paid in full.
  case paid
}
