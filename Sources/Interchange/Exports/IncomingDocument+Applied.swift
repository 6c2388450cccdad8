import Receivables

extension IncomingDocument {
  /// Throws `Refusal` when `applied` minor units, what the rows up to `line` put against invoices, are more than the
  /// payment or credit note has. Of one that takes another back both are negative.
  func check(applied: Int64, line: Int, column: String?) throws(Refusal) {
    guard applied.magnitude > amount.minor.magnitude else { return }
    throw Refusal(
      line: line, column: column,
      reason: "\(kind == .creditNote ? "Credit note" : "Payment") \(number) is \(amount), but "
        + "\(Money(minor: applied, amount.currency)) of it is applied to invoices. Correct the export.")
  }
}
