import Receivables

/// How the story of an account that owes stands this morning, so that every lane has somebody in it.
enum StoryEnding: CaseIterable {
  case callbackToday, promiseToday, promiseBroken, promiseAhead, followUpDue, saysPaid, disputed, putOff
  case partPromised, neverReached, planAgreed, approvalPending
  /// Nobody has called yet, whatever is past due.
  case neverCalled

  func callDay(today: CalendarDay, policy: Policy) -> CalendarDay {
    func back(_ days: Int) -> CalendarDay {
      var day = today
      var left = days
      while left > 0 {
        day = day.advanced(by: -1)
        if policy.calendar.isBusinessDay(day) { left -= 1 }
      }
      return day
    }
    return switch self {
    case .callbackToday: back(1)
    case .promiseToday, .followUpDue: back(3)
    case .promiseBroken: back(6)
    case .promiseAhead, .putOff: back(1)
    case .saysPaid, .disputed: back(5)
    case .partPromised, .planAgreed, .approvalPending: back(4)
    case .neverReached, .neverCalled: back(2)
    }
  }

  func record(
    for picture: AccountPicture, contact customer: DemoCustomer, today: CalendarDay, policy: Policy
  ) -> ProposedCall? {
    let pastDue = picture.invoices.filter { $0.isPastDue && $0.slices.free > 0 }
    guard let currency = pastDue.first?.invoice.original.currency else { return nil }
    var total: Int64 = 0
    for status in pastDue where status.invoice.original.currency == currency { total += status.slices.free }
    let ids = pastDue.filter { $0.invoice.original.currency == currency }.map(\.invoice.id)

    func call(_ result: String, _ note: String) -> ProposedCall {
      ProposedCall(
        action: "OUT", contact: customer.contact, phone: customer.phone, note: note,
        outcomes: [ProposedOutcome(result)])
    }
    func promise(_ result: String, _ minor: Int64, on day: CalendarDay, _ note: String) -> ProposedCall {
      var record = call(result, note)
      record.outcomes[0].reason = "cash_flow"
      record.outcomes[0].promise = ProposedPromise(
        amount: Money(minor: minor, currency), day: day, method: "ach", invoices: ids)
      return record
    }

    switch self {
    case .callbackToday:
      var record = call("CB", "In a meeting; wants to be called back.")
      record.outcomes[0].next = NextAction(
        .callBack, on: today, at: TimeOfDay(hour: 10 + customer.index % 6, minute: 0),
        zone: customer.market.zone)
      return record
    case .promiseToday: return promise("PP", total, on: today, "Transfer goes out today.")
    case .promiseBroken:
      return promise(
        "PP", total, on: today.advanced(by: -(policy.promises.graceDays + 1)), "Definite, he said.")
    case .promiseAhead:
      return promise("PP", total, on: policy.calendar.day(4, businessDaysAfter: today), "Next payment run.")
    case .followUpDue: return call("VM", "Second message this week.")
    case .saysPaid:
      var record = promise("PS", total, on: picture.asOf, "Says it went out by transfer.")
      record.outcomes[0].promise?.kind = .saysPaid
      record.outcomes[0].promise?.reference = "TR-\(customer.index)"
      return record
    case .disputed:
      guard let invoice = pastDue.first else { return nil }
      var record = call("DI", "Two boxes were damaged on arrival.")
      record.outcomes[0].dispute = ProposedDispute(
        reason: "damaged", amount: Money(minor: max(invoice.open / 4, 1), currency),
        invoices: [invoice.invoice.id])
      return record
    case .partPromised:
      return promise(
        "PD", total / 2, on: policy.calendar.day(2, businessDaysAfter: today), "Half now, half next month.")
    case .planAgreed:
      guard total >= 3 else { return nil }
      var record = call("PL", "Three instalments, the first next week.")
      let third = total / 3
      let first = today.advanced(by: 5)
      record.outcomes[0].plan = ProposedPlan(
        currency: currency,
        instalments: [
          .init(due: first, amount: third), .init(due: first.advanced(by: 30), amount: third),
          .init(due: first.advanced(by: 60), amount: total - 2 * third),
        ], invoices: ids)
      return record
    case .approvalPending: return call("WA", "Waiting for the controller to sign.")
    case .putOff: return call("GK", "Away until next week.").returning(on: today.advanced(by: 4))
    case .neverReached: return call("NA", "")
    case .neverCalled: return nil
    }
  }
}

extension ProposedCall {
  fileprivate func returning(on day: CalendarDay) -> ProposedCall {
    var record = self
    record.outcomes[0].next = NextAction(.call, on: day)
    return record
  }
}
