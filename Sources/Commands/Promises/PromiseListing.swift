import Interchange
import Receivables

/// Promises with their outcomes as `kept promises` writes them.
struct PromiseListing: Listing {
  /// One promise.
  struct Row {
    let account: String
    let name: String
    let promise: PromiseStatus
  }

  let rows: [Row]
  let asOf: CalendarDay

  func csv() -> String {
    var writer = CSVWriter(header: [
      "account", "taken_on", "date", "amount", "currency", "method", "state", "paid", "level", "name", "who",
      "in_grace",
    ])
    for row in rows {
      let promise = row.promise
      let currency = promise.terms.amount.currency
      writer.write(row.account)
      writer.write(promise.takenOn)
      writer.write(promise.terms.day)
      writer.write(promise.terms.amount)
      writer.write(currency.code)
      writer.write(promise.terms.method)
      writer.write(promise.state.machineName)
      writer.write(Money(minor: promise.paid, currency))
      writer.write(promise.level)
      writer.write(row.name)
      writer.write(promise.contact)
      writer.write(promise.state == .inGrace ? "yes" : "no")
      writer.endRecord()
    }
    return writer.drain()
  }

  func json() -> JSONValue {
    let rows = rows.map { row in
      var entries = JSONValue.entries(of: row.promise)
      entries["account"] = .string(row.account)
      entries["name"] = .string(row.name)
      return JSONValue.object(entries)
    }
    return ["as_of": .day(asOf), "rows": .list(rows)]
  }

  func text() -> String {
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("TAKEN", .left), ("FOR", .left), ("AMOUNT", .right), ("", .left),
      ("PAID", .right), ("STATE", .left), ("LEVEL", .right), ("METHOD", .left), ("WHO", .left),
    ])
    for row in rows {
      let promise = row.promise
      let currency = promise.terms.amount.currency
      table.add([
        row.account, row.name, promise.takenOn.iso, promise.terms.day.iso, promise.terms.amount.grouped,
        currency.code, Money(minor: promise.paid, currency).grouped, promise.state.title,
        String(promise.level),
        promise.terms.method ?? "", promise.contact ?? "",
      ])
    }
    return table.text
  }
}
