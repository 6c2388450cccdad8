import Receivables

extension RowReader {
  /// A payment, and what the line says it was put against.
  mutating func readPayment(_ record: Record, _ currency: Currency, into row: inout IncomingRow)
    throws(Refusal)
  {
    let applied = try money(.appliedAmount, record, currency)
    guard let amount = try money(.paymentAmount, record, currency) ?? applied else {
      throw Refusal(
        line: record.line, column: columns.name(.paymentAmount) ?? columns.name(.appliedAmount),
        reason: "The amount is missing.")
    }
    guard amount >= 0, applied ?? 0 >= 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.paymentAmount) ?? columns.name(.appliedAmount),
        reason:
          "A payment cannot be negative here. Leave out payments that were taken back, with what they paid.")
    }
    guard let dated = try day(.paymentDate, record) else {
      throw Refusal(line: record.line, column: columns.name(.paymentDate), reason: "The date is missing.")
    }
    var document = IncomingDocument(
      kind: .payment, number: "", issued: dated, due: dated, amount: Money(minor: amount, currency))
    document.method = text(.method, record)
    document.reference = text(.reference, record)
    document.number =
      try identifier(.paymentNumber, record) ?? unnumberedName(document, customer: row.customer)
    row.document = document
    if let invoice = try identifier(.appliedInvoice, record) {
      row.applications = [IncomingApplication(invoice: invoice, amount: applied ?? amount)]
    }
  }
}
