import Receivables
import TextScreen

/// The columns of an account's promises and what came of them.
struct PromiseTable {
  let layout: TableLayout
  private let sitting: Sitting

  init(_ promises: [PromiseStatus], width: Int, _ sitting: Sitting) {
    self.sitting = sitting
    let amount = promises.map { $0.terms.amount.width }.max() ?? 0
    let paid = promises.map { Money(minor: $0.paid, $0.terms.amount.currency).width }.max() ?? 0
    layout = TableLayout(
      [
        .fixed("For", 9), .amount("Amount", max(amount, 6)), .fixed("Cur", 3), .fixed("Outcome", 11),
        .amount("Paid", max(paid, 4)), .fixed("Taken", 9, priority: 1),
        .fixed("Lvl", 3, priority: 2, align: .trailing), .rest("What more is known", from: 12),
      ], width: width)
  }

  func cell(_ index: Int, _ promise: PromiseStatus) -> TextCell {
    let terms = promise.terms
    switch index {
    case 0: return TextCell(terms.day.dated)
    case 1: return TextCell(terms.amount.grouped)
    case 2: return TextCell(terms.amount.currency.code)
    case 3: return TextCell(promise.state.title, promise.state.role)
    case 4:
      return TextCell(promise.paid == 0 ? "" : Money(minor: promise.paid, terms.amount.currency).grouped)
    case 5: return TextCell(promise.takenOn.dated)
    case 6: return TextCell(promise.level == 0 ? "" : String(promise.level))
    default: return TextCell(more(promise))
    }
  }

  private func more(_ promise: PromiseStatus) -> String {
    var parts: [String] = []
    if let reason = promise.endedBecause { parts.append(reason) }
    if promise.terms.kind == .saysPaid { parts.append("says it is paid") }
    if let late = promise.daysLate { parts.append("paid \(late) days late") }
    if promise.credited != 0 {
      parts.append("\(Money(minor: promise.credited, promise.terms.amount.currency).grouped) credited")
    }
    if let contact = promise.contact { parts.append(contact) }
    if let method = promise.terms.method { parts.append(sitting.policy.methods.title(method)) }
    if let reference = promise.terms.reference { parts.append(reference) }
    return parts.joined(separator: ", ")
  }
}
