import Receivables

extension JSONValue {
  /// One line of an account's story.
  static func item(_ item: TimelineItem, _ invoices: [DocumentID: Invoice]) -> JSONValue {
    var entries: [String: JSONValue]
    switch item.event {
    case .entry(let entry, let isReversed):
      entries = journal(entry, invoices)
      entries["reversed"] = .boolean(isReversed)
    case .credit(let credit):
      entries = self.credit(credit)
      entries["event"] = "credit"
    case .application(let application, let invoice):
      entries = [
        "event": "application", "invoice": .string(invoice), "source": .string(application.source.rawValue),
      ]
      if let currency = invoices[application.invoice]?.original.currency {
        entries["amount"] = .amount(application.amount, currency)
        entries["currency"] = .string(currency.code)
      }
    }
    entries["day"] = .day(item.day)
    return .object(entries)
  }

  /// A journal entry with who, when and what.
  static func journal(_ entry: JournalEntry, _ invoices: [DocumentID: Invoice]) -> [String: JSONValue] {
    var entries: [String: JSONValue] = [
      "entry": .number(entry.number.rawValue), "action_id": .string(entry.action.rawValue),
      "recorded": .string(entry.recorded.iso), "day": .day(entry.day), "actor": .string(entry.actor),
      "collector": .string(entry.collector),
    ]
    switch entry.body {
    case .call(let call):
      entries["event"] = "call"
      entries.merge(self.call(call, invoices)) { _, new in new }
    case .note(let text):
      entries["event"] = "note"
      entries["note"] = .string(text)
    case .snooze(let day, let reason):
      entries["event"] = "snooze"
      entries["until"] = .day(day)
      entries["reason"] = .string(reason)
    case .promiseWithdrawn(let promise, let person, let reason):
      entries["event"] = "promise_withdrawn"
      entries["promise"] = .number(promise.rawValue)
      entries["who"] = .string(person)
      entries["reason"] = .string(reason)
    case .reversal(let of, let reason):
      entries["event"] = "reversal"
      entries["reverses"] = .number(of.rawValue)
      entries["reason"] = .string(reason)
    }
    return entries
  }

  private static func call(_ call: CallRecord, _ invoices: [DocumentID: Invoice]) -> [String: JSONValue] {
    [
      "action": .string(call.action), "result": .string(call.result), "who": .text(call.contact),
      "phone": .text(call.phone), "reason": .text(call.reason), "note": .string(call.note),
      "invoices": .list(call.invoices.map { .text(invoices[$0]?.number) }),
      "started": .text(call.started?.iso),
      "ended": .text(call.ended?.iso), "promise": call.promise.map { promise($0, invoices) } ?? .null,
      "dispute": call.dispute.map { dispute($0, invoices) } ?? .null,
      "plan": call.plan.map { plan($0, invoices) } ?? .null, "next": call.next.map { next($0) } ?? .null,
    ]
  }

  private static func promise(_ terms: PromiseTerms, _ invoices: [DocumentID: Invoice]) -> JSONValue {
    [
      "kind": .string(terms.kind.rawValue), "amount": .amount(terms.amount.minor, terms.amount.currency),
      "currency": .string(terms.amount.currency.code), "date": .day(terms.day), "method": .text(terms.method),
      "reference": .text(terms.reference),
      "invoices": .list(terms.invoices.map { .text(invoices[$0]?.number) }),
    ]
  }

  private static func dispute(_ terms: DisputeTerms, _ invoices: [DocumentID: Invoice]) -> JSONValue {
    [
      "reason": .string(terms.reason), "amount": terms.amount.map { .amount($0.minor, $0.currency) } ?? .null,
      "currency": .text(terms.amount?.currency.code),
      "invoices": .list(terms.invoices.map { .text(invoices[$0]?.number) }),
    ]
  }

  private static func plan(_ terms: PlanTerms, _ invoices: [DocumentID: Invoice]) -> JSONValue {
    [
      "currency": .string(terms.currency.code),
      "invoices": .list(terms.invoices.map { .text(invoices[$0]?.number) }),
      "instalments": .list(
        terms.instalments.map { ["due": .day($0.due), "amount": .amount($0.amount, terms.currency)] }),
    ]
  }
}
