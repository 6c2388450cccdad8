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
      Reads camt.053 and camt.054, MT940, BAI2 and OFX, known by their content. Nothing is applied and nothing is stored: \
      the accounting system does that. Money that stands in several of the files counts once.
        kept bank statement.xml
        kept bank november.sta --format csv
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The statements.")
  var files: [String]

  func run() throws {
    let book = try options.openBook()
    // A statement tells what was; of two digits the year is the last that ends so.
    let last = max(book.today.components.year + 1, book.policy.years.lowerBound)
    let read = try StatementFiles(files, years: book.policy.years.lowerBound...last)
    var matching = PaymentMatching(read.lines.map(\.received))
    let day = book.today
    try book.ledger.forEachAccount { file in
      try matching.see(file, asOf: day)
      return true
    }
    let lines = zip(read.lines, matching.matches).map { BankListing.Line(line: $0, matches: $1) }
    try BankListing(lines: lines, notes: read.notes).write(as: options.format)
  }
}

/// Statements as they were read, money that stands in several of them once.
struct StatementFiles {
  /// Money of one of them.
  struct Line {
    let file: String
    let entry: BankEntry

    /// With what tells whose it is.
    var received: ReceivedMoney {
      let references = entry.references
      let texts =
        [entry.remittance, references.endToEnd, references.instruction].compactMap { $0 }
        + references.structured
      var money = ReceivedMoney(
        day: entry.booked, amount: entry.amount,
        payer: entry.counterparty.ultimate ?? entry.counterparty.name,
        text: texts.joined(separator: " "))
      money.named = entry.documents.map { ($0.number, $0.amount?.minor) }
      return money
    }
  }

  private(set) var lines: [Line] = []
  /// What a person should know: sentences.
  private(set) var notes: [String] = []

  /// Throws `CommandFailure` for a file that cannot be read.
  init(_ paths: [String], years: ClosedRange<Int>) throws {
    for path in paths {
      let file = try MappedFile(path)
      let statements = try withExtendedLifetime(file) {
        do throws(Refusal) {
          return try BankStatements.read(file.bytes, years: years)
        } catch {
          throw CommandFailure("\(path): refused. \(error)", .badData)
        }
      }
      take(statements, of: path)
    }
  }

  private mutating func take(_ statements: [BankStatement], of path: String) {
    var entries = statements.flatMap(\.entries).filter {
      $0.amount.minor > 0 || $0.isReversal || $0.returned != nil
    }
    let same = SameMoney.find(known: lines.map(\.entry), new: entries)
    let certain = Set(same.filter { $0.certainty == .certain }.flatMap(\.new))
    let likely = same.filter { $0.certainty == .likely }.flatMap(\.new).count
    entries = entries.indices.filter { !certain.contains($0) }.map { entries[$0] }
    lines += entries.map { Line(file: path, entry: $0) }
    if !certain.isEmpty {
      notes.append("\(path): \(certain.count) stand in an earlier file too and are listed once.")
    }
    if likely > 0 { notes.append("\(path): \(likely) may be the same money as in an earlier file.") }
    for statement in statements {
      if statement.notBooked > 0 {
        notes.append("\(path): \(statement.notBooked) are not booked yet and left out.")
      }
      notes += statement.warnings.map { "\(path): \($0)" }
    }
  }
}

/// Money with what it probably pays, in every form.
struct BankListing: Listing {
  /// Money and what it may pay.
  struct Line {
    let line: StatementFiles.Line
    let matches: [PaymentMatch]

    var match: PaymentMatch? { matches.count == 1 ? matches[0] : nil }

    var certainty: String {
      matches.isEmpty
        ? "none" : matches.count > 1 ? "doubtful" : matches[0].certainty == .certain ? "certain" : "likely"
    }

    var reason: String {
      matches.isEmpty
        ? "nothing in the book speaks for anybody" : matches.map(\.reason).joined(separator: " / ")
    }

    var customers: String { matches.map(\.customer.number).joined(separator: " ") }

    var invoices: String {
      guard let match else { return "" }
      let currency = line.entry.amount.currency
      return match.parts.map { "\($0.invoice) \(Money(minor: $0.amount, currency).text)" }.joined(
        separator: ", ")
    }
  }

  let lines: [Line]
  let notes: [String]

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
