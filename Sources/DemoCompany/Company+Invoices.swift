import Receivables

extension Company {
  /// The invoices of a customer, oldest first.
  func invoices(of customer: DemoCustomer) -> [DemoInvoice] {
    var random = randomness(of: customer.index, salt: 2)
    var invoices: [DemoInvoice] = []
    let history = customer.persona == .newcomer ? 60 : months * 30
    var issued = today.advanced(by: -history)
    while true {
      issued = issued.advanced(by: Int.random(in: 5...31, using: &random))
      if issued > today { break }
      invoices.append(invoice(issued: issued, ordinal: invoices.count, of: customer, &random))
    }
    return invoices
  }

  private func invoice(
    issued: CalendarDay, ordinal: Int, of customer: DemoCustomer, _ random: inout Randomness
  ) -> DemoInvoice {
    let due = issued.advanced(by: customer.termsDays)
    let major = Int64(customer.size) * Int64.random(in: 40...220, using: &random) / 100
    let amount = major * 100 + Int64.random(in: 0...99, using: &random)
    var invoice = DemoInvoice(
      number: String(200_000 + customer.index * 200 + ordinal),
      reference: "PO-\(Int.random(in: 1_000...9_999, using: &random))", issued: issued, due: due,
      amount: amount,
      payday: customer.persona.payday(due: due, today: today, run: customer.run, &random), paid: amount)
    if customer.persona == .disputer, Int.random(in: 0..<6, using: &random) == 0 {
      let credit = amount / 10
      invoice.creditNote = (due.advanced(by: 12), credit)
      invoice.paid = amount - credit
    } else if customer.persona == .slow, Int.random(in: 0..<5, using: &random) == 0,
      due.distance(to: today) < 90
    {
      invoice.paid = amount / 2
    }
    return invoice
  }
}
