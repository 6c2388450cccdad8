public import ArgumentParser
import Interchange
import Ledger
public import Receivables

/// `kept promises`: what was promised and what became of it.
struct PromisesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promises", abstract: "List promises and payment claims with what became of them.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Only promises in this state; may be given several times."))
  var state: [PromiseState] = []

  @Flag(help: "A row for each invoice, with the day on which the money is likely to come.")
  var byInvoice = false

  func run() throws {
    let book = try options.openBook(for: reading)
    let day = reading.asOf ?? book.today
    var rows: [PromiseListing.Row] = []
    var parts: [PromisedParts.Part] = []
    try book.ledger.forEachAccount { file in
      // Only calls hold promises, and most accounts of a large book have none.
      guard !file.entries.isEmpty else { return true }
      let picture = try AccountPicture(of: file, policy: book.policy, asOf: day)
      if byInvoice {
        parts += PromisedParts.of(picture, book.policy) { state.isEmpty || state.contains($0.state) }
        return true
      }
      for promise in picture.promises where state.isEmpty || state.contains(promise.state) {
        rows.append(
          PromiseListing.Row(account: file.customer.number, name: file.customer.name, promise: promise))
      }
      return true
    }
    if byInvoice {
      parts.sort { ($0.expected, $0.promise.id, $0.invoice) < ($1.expected, $1.promise.id, $1.invoice) }
      return try PromisedParts(parts: parts, asOf: day).write(as: options.format, anchoredIn: book.ledger)
    }
    rows.sort { ($0.promise.terms.day, $0.promise.id) < ($1.promise.terms.day, $1.promise.id) }
    try PromiseListing(rows: rows, asOf: day).write(as: options.format, anchoredIn: book.ledger)
  }
}

extension PromiseState: ExpressibleByArgument {}

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
      "in_grace", "discount", "discount_until", "discount_state", "to_be_credited",
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
      writer.write(decimal: promise.incentive?.terms.amount.text)
      writer.write(promise.incentive?.terms.until)
      writer.write(promise.incentive?.state.rawValue)
      writer.write(decimal: promise.incentive.map { Money(minor: $0.toCredit, currency).text })
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
      ("DISCOUNT", .left),
    ])
    for row in rows {
      let promise = row.promise
      let currency = promise.terms.amount.currency
      table.add([
        row.account, row.name, promise.takenOn.iso, promise.terms.day.iso, promise.terms.amount.grouped,
        currency.code, Money(minor: promise.paid, currency).grouped, promise.state.title,
        String(promise.level),
        promise.terms.method ?? "", promise.contact ?? "",
        promise.incentive?.line(on: promise.standing, seen: asOf) ?? "",
      ])
    }
    return table.text
  }
}

extension JSONValue {
  /// Everything known about a promise, by name.
  static func entries(of promise: PromiseStatus) -> [String: JSONValue] {
    let terms = promise.terms
    let currency = terms.amount.currency
    return [
      "entry": .number(promise.id.entry.rawValue),
      "matter": .string(promise.id.text),
      "replaced": .amount(promise.replaced, currency),
      "kind": .string(terms.kind.rawValue),
      "taken_on": .day(promise.takenOn),
      "date": .day(terms.day),
      "amount": .amount(terms.amount.minor, currency),
      "currency": .string(currency.code),
      "method": .text(terms.method),
      "reference": .text(terms.reference),
      "who": .text(promise.contact),
      "state": .string(promise.state.machineName),
      "in_grace": .boolean(promise.state == .inGrace),
      "paid": .amount(promise.paid, currency),
      "credited": .amount(promise.credited, currency),
      "level": .integer(promise.level),
      "paid_in_full_on": .day(promise.paidInFullOn),
      "days_late": .integer(promise.daysLate),
      "ended_because": .text(promise.endedBecause),
      "exception": .text(terms.exception),
      "incentive": promise.incentive.map { incentive($0) } ?? .null,
    ]
  }

  /// What is given up for money that comes by a day.
  static func incentive(_ terms: Incentive) -> [String: JSONValue] {
    let currency = terms.amount.currency
    return [
      "kind": .string(terms.kind.rawValue), "amount": .amount(terms.amount.minor, currency),
      "currency": .string(currency.code), "until": .day(terms.until),
      "basis_points": .integer(terms.basisPoints), "approved_by": .text(terms.approvedBy),
    ]
  }

  /// The same with what became of it.
  static func incentive(_ status: IncentiveStatus) -> JSONValue {
    let currency = status.terms.amount.currency
    var entries = incentive(status.terms)
    entries["state"] = .string(status.state.rawValue)
    entries["earned_on"] = .day(status.earnedOn)
    entries["credited"] = .amount(status.credited, currency)
    entries["to_be_credited"] = .amount(status.toCredit, currency)
    return .object(entries)
  }
}

extension PromiseState {
  /// The state as machine formats tell it: a promise in its grace days is still open, and a column says so.
  var machineName: String { self == .inGrace ? PromiseState.open.rawValue : rawValue }
}
