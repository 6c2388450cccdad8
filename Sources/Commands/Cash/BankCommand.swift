import ArgumentParser
import BankStatements
import Interchange
import Ledger
import Receivables

/// `kept bank`: what statements of a bank tell of money that came, beside the open invoices.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank", abstract: "List money from bank statements with the invoices that it probably pays.",
    discussion: """
      Reads camt.053 and camt.054, MT940, BAI2, OFX and the CSV of online banking, known by their content. Money that stands in several of the files, \
      or was recorded before, counts once. With --apply what is certain is recorded: it is no longer asked for, and \
      promises are kept by it, until the accounting system has it or says otherwise. For everything else open the file in \
      the workbench: i, then its name.
        kept bank statement.xml
        kept bank november.sta --apply
        kept bank umsaetze.csv --date-order dmy
        kept bank november.sta --format csv
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Record what is certain; an entry of the journal for each payment.")
  var apply = false

  @Option(
    help: ArgumentHelp(
      "How numeric dates of a CSV are read: dmy, mdy or ymd. Without it the file decides, else the policy.",
      valueName: "order"))
  var dateOrder: DateOrder?

  @Option(
    help: ArgumentHelp(
      "What stands before the decimals of a CSV: point or comma. Without it the file decides.",
      valueName: "mark"))
  var decimalMark: DecimalMark?

  @Option(help: ArgumentHelp("The currency of a CSV that names none.", valueName: "code"))
  var currency: Currency?

  @Flag(help: "All of a CSV that has no signs came in.")
  var incoming = false

  @Argument(help: "The statements.")
  var files: [String]

  func run() throws {
    let book = try options.openBook()
    if apply { try book.begin() }
    let wishes = StatementWishes(
      dateOrder: dateOrder, decimalMark: decimalMark, currency: currency, isIncoming: incoming)
    var statements = try MatchedStatements(files, in: book.ledger, on: book.today, wishes: wishes)
    if apply {
      let count = try statements.applyCertain(to: book.ledger, on: book.today, by: options.collector)
      StandardOutput.say(count == 1 ? "1 payment was recorded." : "\(count) payments were recorded.")
    }
    try BankListing(statements).write(as: options.format)
  }
}

/// Money with what it probably pays, in every form.
struct BankListing: Listing {
  /// Money and what it may pay.
  struct Line {
    let line: MatchedStatements.Line

    var matches: [PaymentMatch] { line.matches }

    var match: PaymentMatch? { matches.count == 1 ? matches[0] : nil }

    var certainty: String {
      line.recorded != nil
        ? "recorded"
        : matches.isEmpty
          ? "none" : matches.count > 1 ? "doubtful" : matches[0].certainty == .certain ? "certain" : "likely"
    }

    var reason: String {
      if let recorded = line.recorded { return "entry \(recorded.matter.entry.rawValue)" }
      return matches.isEmpty
        ? "nothing in the book speaks for anybody" : matches.map(\.reason).joined(separator: " / ")
    }

    var customers: String {
      line.recorded?.customer.number ?? matches.map(\.customer.number).joined(separator: " ")
    }

    var invoices: String {
      let currency = line.entry.amount.currency
      let recorded = line.recorded?.terms.covers.map { ($0.number, $0.amount.minor) }
      let parts = recorded ?? match?.parts.map { ($0.invoice, $0.amount) } ?? []
      return parts.map { "\($0) \(Money(minor: $1, currency).text)" }.joined(separator: ", ")
    }
  }

  let lines: [Line]
  let notes: [String]

  init(_ statements: MatchedStatements) {
    lines = statements.lines.map { Line(line: $0) }
    notes = statements.notes
  }

  func csv() -> String {
    var writer = CSVWriter(
      header: [
        "file", "line", "booked", "amount", "currency", "payer", "text", "certainty", "account", "invoices",
        "reason",
      ])
    for line in lines {
      let entry = line.line.entry
      writer.write(line.line.file)
      writer.write(entry.line)
      writer.write(entry.booked.iso)
      writer.write(entry.amount)
      writer.write(entry.amount.currency.code)
      for text in [
        entry.counterparty.name ?? "", entry.remittance, line.certainty, line.customers, line.invoices,
        line.reason,
      ] {
        writer.write(text)
      }
      writer.endRecord()
    }
    return writer.text
  }

  func json() -> JSONValue {
    [
      "notes": .list(notes.map { .string($0) }),
      "rows": .list(
        lines.map { line in
          let entry = line.line.entry
          return [
            "file": .string(line.line.file), "line": .integer(entry.line), "booked": .day(entry.booked),
            "amount": .amount(entry.amount.minor, entry.amount.currency),
            "currency": .string(entry.amount.currency.code), "payer": .text(entry.counterparty.name),
            "text": .string(entry.remittance), "certainty": .string(line.certainty),
            "matches": .list(line.matches.map { match(for: $0, entry.amount.currency) }),
          ]
        }),
    ]
  }

  private func match(for match: PaymentMatch, _ currency: Currency) -> JSONValue {
    [
      "account": .string(match.customer.number), "name": .string(match.customer.name),
      "reason": .string(match.reason),
      "invoices": .list(
        match.parts.map { ["number": .string($0.invoice), "amount": .amount($0.amount, currency)] }),
    ]
  }

  func text() -> String {
    var table = TextTable([
      ("BOOKED", .left), ("AMOUNT", .right), ("", .left), ("PAYER", .left), ("MATCH", .left),
      ("ACCOUNT", .left),
      ("INVOICES", .left), ("WHY", .left),
    ])
    for line in lines {
      let entry = line.line.entry
      table.add([
        entry.booked.iso, entry.amount.grouped, entry.amount.currency.code, entry.counterparty.name ?? "",
        line.certainty, line.customers, line.invoices, line.reason,
      ])
    }
    return table.text + notes.map { $0 + "\n" }.joined()
  }
}
