import Interchange
import Receivables
import TextScreen

/// Promises by the invoices that they are for, as `kept promises --by-invoice` writes them: to be read by the accounting
/// system, which knows invoices and no promises.
struct PromisedParts: Listing {
  /// A part of a promise.
  struct Part {
    let account: String
    let name: String
    /// Nothing where no invoice was named.
    let invoice: String
    let amount: Money
    let promise: PromiseStatus
    /// The day on which the customer's payment run is likely to pay it.
    let expected: CalendarDay
  }

  let parts: [Part]
  let asOf: CalendarDay

  /// The parts of the promises of one account that `selects` wants. A promise without an invoice is a part by itself.
  static func of(_ picture: AccountPicture, _ policy: Policy, where selects: (PromiseStatus) -> Bool)
    -> [Part]
  {
    picture.promises.filter(selects).flatMap { promise in
      let expected = RealismCheck.likelyDay(
        promise.terms.day, said: promise.takenOn, for: picture, policy: policy)
      func part(_ invoice: String, _ minor: Int64) -> Part {
        Part(
          account: picture.file.customer.number, name: picture.file.customer.name, invoice: invoice,
          amount: Money(minor: minor, promise.terms.amount.currency), promise: promise, expected: expected)
      }
      guard !promise.parts.isEmpty else { return [part("", promise.standing.minor)] }
      return promise.parts.sorted { $0.key < $1.key }.map { part($0.key, $0.value) }
    }
  }

  func csv() -> String {
    var writer = CSVWriter(header: [
      "account", "invoice", "matter", "kind", "taken_on", "date", "expected", "amount", "currency", "state",
      "name",
    ])
    for part in parts {
      let promise = part.promise
      for text in [part.account, part.invoice, promise.id.text, promise.terms.kind.rawValue] {
        writer.write(text)
      }
      for day in [promise.takenOn, promise.terms.day, part.expected] { writer.write(day) }
      writer.write(part.amount)
      for text in [part.amount.currency.code, promise.state.machineName, part.name] { writer.write(text) }
      writer.endRecord()
    }
    return writer.drain()
  }

  func json() -> JSONValue {
    let rows = parts.map { part -> JSONValue in
      [
        "account": .string(part.account), "name": .string(part.name),
        "invoice": .text(part.invoice.isEmpty ? nil : part.invoice), "matter": .string(part.promise.id.text),
        "kind": .string(part.promise.terms.kind.rawValue), "taken_on": .day(part.promise.takenOn),
        "date": .day(part.promise.terms.day), "expected": .day(part.expected),
        "amount": .amount(part.amount.minor, part.amount.currency),
        "currency": .string(part.amount.currency.code),
        "state": .string(part.promise.state.machineName),
      ]
    }
    return ["as_of": .day(asOf), "rows": .list(rows)]
  }

  func text() -> String {
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("INVOICE", .left), ("FOR", .left), ("EXPECTED", .left),
      ("AMOUNT", .right), ("", .left), ("STATE", .left),
    ])
    for part in parts {
      table.add([
        part.account, part.name, part.invoice, part.promise.terms.day.iso, part.expected.iso,
        part.amount.grouped,
        part.amount.currency.code, part.promise.state.title,
      ])
    }
    return table.text
  }
}
