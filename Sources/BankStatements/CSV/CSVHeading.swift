import Interchange
import Receivables

/// The line of headings of a bank's CSV, and what stands above it.
struct CSVHeading {
  /// The line, from 1.
  let line: Int
  /// The headings as the file spells them.
  let names: [String]
  /// The roles that a heading may play, by column; more than one where a word means several things.
  let roles: [Set<StatementRole>]
  /// The currency that a heading tells, by column: `Betrag (EUR)`.
  let currencies: [Currency?]
  /// The records above.
  let above: [DelimitedRecord]
  let delimiter: UInt8

  /// The columns that may play `role`.
  func columns(_ role: StatementRole) -> [Int] { roles.indices.filter { roles[$0].contains(role) } }

  private func has(_ role: StatementRole) -> Bool { roles.contains { $0.contains(role) } }

  /// Which parts of a statement no heading tells, in words; empty for one that is whole.
  var missing: [String] {
    var missing: [String] = []
    if !has(.booked) { missing.append("the day of booking") }
    if !has(.amount), !(has(.debit) && has(.credit)) { missing.append("the amount") }
    let whose: [StatementRole] = [.text, .counterparty, .payer, .payee, .title]
    if !whose.contains(where: has) { missing.append("who paid or what they wrote") }
    return missing
  }

  /// How many headings say something.
  fileprivate var known: Int { roles.count { !$0.isEmpty && $0 != [.other] } }
}

/// What the first lines of a delimited text show.
enum CSVSighting {
  /// Headings of a bank's statement.
  case statement(CSVHeading)
  /// Headings of a list of invoices, customers or payments, by one that no bank has.
  case list(line: Int, heading: String)
  /// Some headings that banks have, but not enough of them.
  case incomplete(CSVHeading)
  /// Rows of days and amounts without any headings.
  case bare
  /// Nothing of the kind.
  case none

  /// Metadata above headings is never longer.
  private static let depth = 60
  /// Nor has any bank more columns.
  private static let widest = 256

  /// Looks at the first lines under every delimiter; the line that names most roles has it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ words: StatementWords) {
    let roles = Self.roles(words)
    var best: CSVHeading?
    var foreign: (line: Int, heading: String, known: Int)?
    var isBare = false
    for delimiter in DelimitedRecords.delimiters {
      var records = DelimitedRecords(bytes, delimiter: delimiter)
      var above: [DelimitedRecord] = []
      // A fault below the headings is told when the file is read; above them there are none to be found.
      while above.count < Self.depth, let record = try? records.next() {
        defer { above.append(record) }
        guard (2...Self.widest).contains(record.cells.count) else { continue }
        if above.isEmpty { isBare = isBare || Self.isRow(record) }
        let heading = CSVHeading(record, roles, above: above, delimiter)
        let isBetter = best.map { Self.rank(heading) > Self.rank($0) } ?? (heading.known > 0)
        let strange = record.cells.first { words.foreign.contains(HeadingName($0)) }
        // A list of invoices has days and amounts too, under most of the same words.
        if let strange, heading.known > foreign?.known ?? -1 {
          foreign = (record.line, strange, heading.known)
        }
        if isBetter { best = heading }
      }
    }
    if let foreign, foreign.known >= best?.known ?? 0 {
      self = .list(line: foreign.line, heading: foreign.heading)
    } else if let best, best.known >= 2 {
      self = best.missing.isEmpty ? .statement(best) : .incomplete(best)
    } else {
      self = isBare ? .bare : .none
    }
  }

  private static func rank(_ heading: CSVHeading) -> (Int, Int) {
    (heading.missing.isEmpty ? 1 : 0, heading.known)
  }

  private static func roles(_ words: StatementWords) -> [HeadingName: Set<StatementRole>] {
    var roles: [HeadingName: Set<StatementRole>] = [:]
    for (role, headings) in words.headings {
      for heading in headings { roles[heading, default: []].insert(role) }
    }
    return roles
  }

  /// Whether a record has a day and an amount, as rows do.
  private static func isRow(_ record: DelimitedRecord) -> Bool {
    let days = record.cells.contains {
      (try? DateText.read($0, order: .dayMonthYear)) != nil
        || (try? DateText.read($0, order: .monthDayYear)) != nil
    }
    return days
      && record.cells.contains { cell in
        cell.contains { $0.isNumber }
          && cell.utf8.allSatisfy { $0.isDigit || [0x2B, 0x2C, 0x2D, 0x2E].contains($0) }
          && cell.utf8.count < 16
      }
  }
}

extension CSVHeading {
  fileprivate init(
    _ record: DelimitedRecord, _ roles: [HeadingName: Set<StatementRole>], above: [DelimitedRecord],
    _ delimiter: UInt8
  ) {
    let read = record.cells.map { Self.read($0, roles) }
    self.init(
      line: record.line, names: record.cells, roles: read.map(\.roles), currencies: read.map(\.currency),
      above: above, delimiter: delimiter)
  }

  /// The roles of a heading, and the currency that it names: `Betrag (€)`, `Bedrag (EUR)`, `Amount GBP`. Some banks
  /// write a hash before each.
  private static func read(
    _ cell: String, _ roles: [HeadingName: Set<StatementRole>]
  ) -> (roles: Set<StatementRole>, currency: Currency?) {
    let text = String(cell.drop { $0 == "#" || $0 == "*" || $0 == " " })
    let signs: [(Character, String)] = [("€", "EUR"), ("£", "GBP")]
    let signed = signs.first { text.contains($0.0) }.flatMap { Currency($0.1) }
    if let known = roles[HeadingName(text)] { return (known, signed) }
    let word = text.split { !$0.isLetter }.last ?? ""
    guard word.count == 3, word.allSatisfy(\.isUppercase), let currency = Currency(String(word)),
      currency.isKnown, let known = roles[HeadingName(String(text[..<word.startIndex]))]
    else { return ([], nil) }
    return (known, currency)
  }
}
