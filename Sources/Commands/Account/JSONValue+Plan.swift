import Receivables

extension JSONValue {
  /// A plan with what came of its instalments; `invoices` gives the numbers of those it is about.
  static func plan(_ plan: PlanStatus, _ invoices: [DocumentID: Invoice]) -> JSONValue {
    let currency = plan.terms.currency
    return [
      "entry": .number(plan.entry.rawValue), "agreed_on": .day(plan.agreedOn),
      "rhythm": .text(plan.terms.rhythm?.rawValue), "currency": .string(currency.code),
      "invoices": .list(plan.terms.invoices.map { .text(invoices[$0]?.number) }),
      "instalments": .list(
        plan.instalments.map { instalment in
          [
            "date": .day(instalment.due), "amount": .amount(instalment.amount, currency),
            "paid": .amount(instalment.paid, currency), "state": .string(instalment.state.rawValue),
          ]
        }),
    ]
  }
}
