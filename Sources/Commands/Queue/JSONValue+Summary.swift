import Receivables

extension JSONValue {
  /// Everything that a queue row shows, by name.
  static func entries(
    of summary: AccountSummary, _ policy: Policy, _ today: CalendarDay
  ) -> [String: JSONValue] {
    [
      "lane": .text(summary.lane?.rawValue),
      "band": .string(summary.band.rawValue),
      "priority": .integer(summary.priority),
      "oldest_due": .day(summary.oldestDue),
      "oldest_days": .integer(summary.oldestDue.map { max(0, $0.distance(to: today)) }),
      "flags": .string(summary.flags.letters),
      "next": summary.next.map { next($0) } ?? .null,
      "promise": summary.promise.map { mark($0) } ?? .null,
      "promise_level": .integer(summary.promiseLevel),
      "last_contact": .day(summary.lastContact),
      "last_worked": summary.lastWorked.map { ["day": .day($0.day), "result": .string($0.result)] } ?? .null,
      "why": .list(
        summary.reasons.map { reason in
          [
            "code": .string(reason.code), "text": .string(reason.text(under: policy, on: today)),
            "points": .integer(reason.points),
          ]
        }),
      "balances": .list(summary.balances.map { balance($0, policy) }),
    ]
  }

  /// One next step.
  static func next(_ next: NextAction) -> JSONValue {
    [
      "action": .string(next.kind.rawValue), "date": .day(next.day), "time": .text(next.time?.text),
      "zone": .text(next.zone),
    ]
  }

  /// What is owed in one currency, with its buckets and slices.
  static func balance(_ balance: CurrencyBalance, _ policy: Policy) -> JSONValue {
    let currency = balance.currency
    let names = policy.aging.columns
    var entries: [String: JSONValue] = [
      "currency": .string(currency.code),
      "credits": .amount(balance.credits, currency),
      "past_due": .amount(balance.pastDue, currency),
      "disputed": .amount(balance.disputed, currency),
      "planned": .amount(balance.planned, currency),
      "promised": .amount(balance.promised, currency),
      "to_collect": .amount(balance.toCollect, currency),
      "buckets": .object(
        Dictionary(zip(names, balance.buckets).map { ($0, .amount($1, currency)) }) { _, last in last }),
    ]
    // A balance that does not fit is left out rather than made up.
    if let sum = try? balance.balance() { entries["balance"] = .amount(sum, currency) }
    return .object(entries)
  }

  private static func mark(_ promise: PromiseMark) -> JSONValue {
    [
      "amount": .amount(promise.amount.minor, promise.amount.currency),
      "currency": .string(promise.amount.currency.code), "date": .day(promise.day),
      "state": .string(promise.state.rawValue),
    ]
  }
}
