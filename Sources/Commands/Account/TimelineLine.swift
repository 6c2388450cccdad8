import Receivables

/// One line of an account's story for people.
struct TimelineLine {
  let day: CalendarDay
  let what: String
  let who: String
  let note: String

  var cells: [String] { [day.iso, what, who, note] }

  /// `invoices` are those of the account, for the currencies of what was applied.
  init(_ item: TimelineItem, _ policy: Policy, _ invoices: [DocumentID: Invoice]) {
    day = item.day
    switch item.event {
    case .entry(let entry, let isReversed):
      let (title, text) = Self.told(entry.body, policy)
      what = isReversed ? "\(title) (reversed)" : title
      who = entry.collector
      note = text
    case .credit(let credit):
      what = credit.kind == .payment ? "payment" : "credit note"
      who = ""
      note = "\(credit.number) \(credit.amount)"
    case .application(let application, let invoice):
      what = application.amount < 0 ? "reversal" : application.source.rawValue
      who = ""
      let currency = invoices[application.invoice]?.original.currency
      note = currency.map { "\(invoice) \(Money(minor: application.amount, $0))" } ?? invoice
    }
  }

  private static func told(_ body: EntryBody, _ policy: Policy) -> (title: String, text: String) {
    switch body {
    case .call(let call):
      let title = "\(call.action) \(call.result) \(policy.result(call.result)?.meaning ?? "")"
      let promise = call.promise.map { "\($0.amount) for \($0.day.long)" }
      return (title, [promise, call.contact, call.note].compactMap { $0 }.joined(separator: "; "))
    case .note(let text): return ("note", text)
    case .snooze(let day, let reason): return ("put off until \(day.iso)", reason)
    case .promiseWithdrawn(_, let person, let reason): return ("promise withdrawn by \(person)", reason)
    case .reversal(let number, let reason): return ("takes back entry \(number.rawValue)", reason)
    }
  }
}
