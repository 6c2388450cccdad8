import Interchange
import Receivables
import TextScreen

/// A journal entry that was just saved, as `kept log` reports it.
struct EntryListing: Listing {
  let entry: JournalEntry
  /// The account with it.
  let picture: AccountPicture
  let policy: Policy
  /// What it leaves of matters that were open before.
  let earlier: [EarlierMatter]

  private var customer: Customer { picture.file.customer }
  private var next: NextAction? { picture.summary.next }

  func json() -> JSONValue {
    var entries = JSONValue.journal(entry)
    entries["account"] = .string(customer.number)
    entries["next"] = next.map { .next($0) } ?? .null
    entries["earlier"] = .list(
      earlier.map {
        [
          "matter": .string($0.id.text), "kind": .string($0.kind), "ends": .boolean($0.isOver),
          "text": .string($0.sentence),
        ]
      })
    return .object(entries)
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["entry", "account", "day", "result", "next_action", "next_date"])
    writer.write(Int(entry.number.rawValue))
    writer.write(customer.number)
    writer.write(entry.day)
    writer.write(result)
    writer.write(next?.kind.rawValue)
    writer.write(next?.day)
    writer.endRecord()
    return writer.drain()
  }

  /// As it was understood, so that a day or an amount read wrongly shows at once.
  func text() -> String {
    let what = [entry.body.line(policy: policy, seen: entry.day), matter].compactMap { $0 }.joined(
      separator: ": ")
    let step =
      next.map { "\($0.kind.title), \($0.day < entry.day ? "due since " : "")\($0.day.long)" }
      ?? "nothing to do"
    let ended = earlier.map(\.sentence).joined(separator: "; ")
    return [
      "Entry \(entry.number.rawValue) on \(customer.number) \(customer.name): \(what).", instalments,
      ended.isEmpty ? nil : "Earlier: \(ended).", "\(covered)Next: \(step).",
    ].compactMap(\.self).map { Sanitised.text(of: $0) + "\n" }.joined()
  }

  /// The days and amounts of a plan.
  private var instalments: String? {
    entry.body.first(PlanTerms.self).map { "Instalments: \($0.schedule(seen: entry.day))." }
  }

  /// What a withdrawal ends or a change is about.
  private var matter: String? {
    let named = entry.body.first(Withdrawal.self)?.matter ?? entry.body.first(MatterChange.self)?.matter
    return named.flatMap { id in picture.matters.first { $0.id == id }?.title }
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
