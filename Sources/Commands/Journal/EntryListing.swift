import Interchange
import Receivables
import TextScreen

/// A journal entry that was just saved, as `kept log` reports it.
struct EntryListing: Listing {
  let entry: JournalEntry
  let file: AccountFile
  /// The account's next step from now on.
  let next: NextAction?
  let policy: Policy

  func json() -> JSONValue {
    var entries = JSONValue.journal(entry)
    entries["account"] = .string(file.customer.number)
    entries["next"] = next.map { .next($0) } ?? .null
    return .object(entries)
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["entry", "account", "day", "result", "next_action", "next_date"])
    writer.write(Int(entry.number.rawValue))
    writer.write(file.customer.number)
    writer.write(entry.day)
    writer.write(result)
    writer.write(next?.kind.rawValue)
    writer.write(next?.day)
    writer.endRecord()
    return writer.drain()
  }

  /// As it was understood, so that a day or an amount read wrongly shows at once.
  func text() -> String {
    let customer = file.customer
    let what = [entry.body.line(policy: policy), withdrawn].compactMap { $0 }.joined(separator: ": ")
    let step =
      next.map { "\($0.kind.title), \($0.day < entry.day ? "due since " : "")\($0.day.long)" }
      ?? "nothing to do"
    return [
      "Entry \(entry.number.rawValue) on \(customer.number) \(customer.name): \(what).",
      "\(covered)Next: \(step).",
    ].map { Sanitised.text(of: $0) + "\n" }.joined()
  }

  /// The promise that a withdrawal ends.
  private var withdrawn: String? {
    guard let withdrawal = entry.body.first(Withdrawal.self),
      let opened = file.entries.first(where: { $0.number == withdrawal.matter.entry })
    else { return nil }
    return opened.matters(PromiseTerms.self).first { $0.id == withdrawal.matter }?.terms.line(policy: policy)
  }

  /// The invoices that it is about, the first ten of them.
  private var covered: String {
    let names = entry.body.invoiceNumbers
    guard !names.isEmpty else { return "" }
    let rest = names.count > 10 ? " and \(names.count - 10) more" : ""
    return "Invoices \(names.prefix(10).joined(separator: ", "))\(rest). "
  }

  private var result: String? { entry.body.first(Outcome.self)?.result }
}
