import Interchange
import Receivables

/// A journal entry that was just saved, as `kept log` reports it.
struct EntryListing: Listing {
  let entry: JournalEntry
  let file: AccountFile
  /// The account's next step from now on.
  let next: NextAction?

  func json() -> JSONValue {
    let invoices = Dictionary(file.invoices.map { ($0.id, $0) }) { first, _ in first }
    var entries = JSONValue.journal(entry, invoices)
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

  func text() -> String {
    var table = TextTable([("ENTRY", .right), ("ACCOUNT", .left), ("NEXT", .left)])
    let step = next.map { "\($0.kind.title), \($0.day.long)" } ?? "nothing to do"
    table.add([String(entry.number.rawValue), "\(file.customer.number) \(file.customer.name)", step])
    return table.text
  }

  private var result: String? { if case .call(let call) = entry.body { call.result } else { nil } }
}
