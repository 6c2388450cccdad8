import Receivables
import TextScreen

/// Tells one line of an account's story.
struct TimelineWords {
  private let item: TimelineItem
  private let currencies: InvoiceCurrencies
  private let policy: Policy

  init(_ item: TimelineItem, _ currencies: InvoiceCurrencies, _ policy: Policy) {
    self.item = item
    self.currencies = currencies
    self.policy = policy
  }

  /// Who did it, or that the books say so.
  var source: String {
    switch item.event {
    case .entry(let entry, _): entry.collector
    case .credit, .application: "books"
    }
  }

  var headline: String {
    switch item.event {
    case .entry(let entry, let isReversed):
      return (isReversed ? "TAKEN BACK: " : "") + entry.body.line(policy: policy)
    case .credit(let credit):
      let kind = credit.kind == .payment ? "payment" : "credit note"
      return "\(kind) \(credit.number): \(credit.amount)\(policy.byMethod(credit.method))"
    case .application(let application, let invoice):
      let amount = currencies[application.invoice].map { " \(Money(minor: application.amount, $0))" } ?? ""
      return "\(application.amount < 0 ? "taken back" : source(application))\(amount), invoice \(invoice)"
    }
  }

  /// Free text; may hold line breaks.
  var note: String {
    guard case .entry(let entry, _) = item.event else { return "" }
    return entry.body.freeText
  }

  var role: Role {
    switch item.event {
    case .entry(_, let isReversed): isReversed ? .dim : .normal
    case .credit: .good
    case .application(let application, _): application.amount < 0 ? .bad : .good
    }
  }

  private func source(_ application: Application) -> String {
    switch application.source {
    case .payment: "paid"
    case .creditNote: "credited"
    case .writeOff: "written off"
    case .cleared: "cleared in the books"
    }
  }
}
