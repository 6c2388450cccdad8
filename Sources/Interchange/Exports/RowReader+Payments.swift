import Receivables

extension RowReader {
  /// A payment or credit note, and what the line says it was put against. A negative one takes an earlier one back
  /// and is a document of its own, also where the export gives both the same number.
  mutating func readPayment(_ record: Record, _ currency: Currency, into row: inout IncomingRow)
    throws(Refusal)
  {
    let applied = try money(.appliedAmount, record, currency)
    guard let amount = try money(.paymentAmount, record, currency) ?? applied else {
      throw Refusal(
        line: record.line, column: columns.name(.paymentAmount) ?? columns.name(.appliedAmount),
        reason: "The amount is missing.")
    }
    guard amount.signum() * (applied ?? 0).signum() >= 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.appliedAmount),
        reason: "The payment and what is applied of it have opposite signs. Correct the export.")
    }
    guard let dated = try day(.paymentDate, record) else {
      throw Refusal(line: record.line, column: columns.name(.paymentDate), reason: "The date is missing.")
    }
    var document = IncomingDocument(
      kind: word(.documentType, record) == .creditNote ? .creditNote : .payment, number: "", issued: dated,
      due: dated, amount: Money(minor: amount, currency))
    document.method = text(.method, record)
    document.reference = text(.reference, record)
    document.number =
      try identifier(.paymentNumber, record) ?? unnumberedName(document, customer: row.customer)
    if amount < 0 { document.number += " reversed" }
    row.document = document
    if let invoice = try identifier(.appliedInvoice, record) {
      row.applications = [IncomingApplication(invoice: invoice, amount: applied ?? amount)]
      try document.check(applied: applied ?? amount, line: record.line, column: columns.name(.appliedAmount))
    }
  }
}
