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
      let line = entry.body.line(policy: policy)
      what = isReversed ? "\(line) (reversed)" : line
      who = entry.collector
      note = entry.body.freeText
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
}
