import Receivables

extension JSONValue {
  /// Everything known about a promise, by name.
  static func entries(of promise: PromiseStatus) -> [String: JSONValue] {
    let terms = promise.terms
    let currency = terms.amount.currency
    return [
      "entry": .number(promise.entry.rawValue),
      "kind": .string(terms.kind.rawValue),
      "taken_on": .day(promise.takenOn),
      "date": .day(terms.day),
      "amount": .amount(terms.amount.minor, currency),
      "currency": .string(currency.code),
      "method": .text(terms.method),
      "reference": .text(terms.reference),
      "who": .text(promise.contact),
      "state": .string(promise.state.machineName),
      "in_grace": .boolean(promise.state == .inGrace),
      "paid": .amount(promise.paid, currency),
      "credited": .amount(promise.credited, currency),
      "level": .integer(promise.level),
      "paid_in_full_on": .day(promise.paidInFullOn),
      "days_late": .integer(promise.daysLate),
      "ended_because": .text(promise.endedBecause),
      "exception": .text(terms.exception),
    ]
  }
}
