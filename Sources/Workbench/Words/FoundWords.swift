import Receivables
import TextScreen

/// By what a search found an account, other than its number and its name: `"invoice 272829"`, `"Wanda Sato"`.
struct FoundWords {
  /// What was found, each from the most words to the fewest.
  private let items: [[String]]

  init(_ matches: [SearchMatch], _ today: CalendarDay) { items = matches.map { Self.forms($0, today) } }

  /// All of it; each with as many words as leave room for the others.
  func text(width: Int) -> String {
    let longest = items.map(\.count).max() ?? 0
    let texts = (0..<longest).map { length in
      items.compactMap { forms in forms.isEmpty ? nil : forms[min(length, forms.count - 1)] }
        .joined(separator: ", ")
    }
    return texts.first { DisplayWidth.of($0) <= width } ?? texts.last ?? ""
  }

  private static func forms(_ match: SearchMatch, _ today: CalendarDay) -> [String] {
    switch match {
    case .person(let text), .address(let text), .reference(let text), .customer(let text):
      [text.shortened(to: 80)]
    case .invoice(let number): ["invoice \(number.shortened(to: 60))"]
    case .note(let excerpt): ["“\(excerpt)”"]
    case .amount(let found): forms(found, today)
    }
  }

  private static func forms(_ found: SearchedAmount, _ today: CalendarDay) -> [String] {
    let amount = found.amount
    func named(_ what: String, _ rest: String = "") -> [String] {
      ["\(what) \(amount)\(rest)", "\(what) \(amount.grouped)"]
    }
    switch found.kind {
    case .toCollect: return named("to collect")
    case .pastDue: return named("past due")
    case .balance: return named("balance")
    case .open(let invoice): return ["\(amount) open of \(invoice)", "invoice \(invoice)"]
    case .billed(let invoice): return ["invoice \(invoice) of \(amount)", "invoice \(invoice)"]
    case .promised(let day): return named("promise", " for \(day.compact(today))")
    case .instalment(let day): return named("instalment", " of \(day.compact(today))")
    case .credit(.payment, let day): return named("payment", " of \(day.compact(today))")
    case .credit(.creditNote, let day): return named("credit note", " of \(day.compact(today))")
    }
  }
}
