import Interchange
import Receivables

/// Which column of a bank's CSV plays which role, once its rows have been seen.
struct CSVColumns {
  private let heading: CSVHeading
  private var places: [StatementRole: Int] = [:]
  /// The columns of the payer's text, in their order.
  let texts: [Int]
  /// How many columns a row must have.
  let width: Int

  init(_ heading: CSVHeading, _ rows: [DelimitedRecord], _ words: StatementWords) {
    self.heading = heading
    for role in StatementRole.allCases where role != .text && role != .other {
      let possible = heading.columns(role).filter {
        heading.roles[$0].count == 1 || Self.holdsDays($0, rows) == (role == .valued)
      }
      // The preferred heading; of equals the first.
      let preferred = (words.headings[role] ?? []).lazy.compactMap { name in
        possible.first { heading.isNamed($0, name) }
      }
      places[role] = preferred.first ?? possible.first
    }
    // Banks put the currency beside the amount, and another one beside the balance.
    let amount = places[.amount] ?? places[.credit]
    let currencies = heading.columns(.currency).filter {
      heading.roles[$0].count == 1 || !Self.holdsDays($0, rows)
    }
    if let amount, currencies.count > 1 {
      places[.currency] =
        [amount + 1, amount - 1, amount + 2].first { currencies.contains($0) } ?? places[.currency]
    }
    // Beside a column for the own account another one is of the other side, and so is a bank that stands beside that.
    if let account = places[.account] {
      places[.theirAccount] = places[.theirAccount] ?? heading.columns(.account).first { $0 != account }
    }
    if let bank = places[.bank], places[.account].map({ abs($0 - bank) }) != 1 { places[.bank] = nil }
    var texts = heading.columns(.text)
    // Columns without a heading go on with the text before them.
    if let last = texts.last {
      texts += (last + 1..<max(heading.names.count, last + 1)).prefix { heading.names[$0].isEmpty }
    }
    self.texts = texts
    width = (Array(places.values) + heading.columns(.text)).max().map { $0 + 1 } ?? 0
  }

  /// Throws `Refusal` where two columns have the name of one that decides: nobody can say which is meant.
  func checkNames() throws(Refusal) {
    for role in [StatementRole.booked, .amount, .debit, .credit, .side, .status, .account] {
      guard let name = name(role) else { continue }
      let folded = HeadingName(name)
      guard heading.names.count(where: { HeadingName($0) == folded }) > 1 else { continue }
      throw Refusal(
        line: heading.line, column: name,
        reason:
          "Several columns have this name, so that nobody can say which is meant. Rename or remove one in the file, or "
          + "fetch the statement as camt.053.")
    }
  }

  /// The column of `role`, from 0.
  subscript(role: StatementRole) -> Int? { places[role] }

  /// The heading of `role` as the file spells it.
  func name(_ role: StatementRole) -> String? { places[role].map { heading.names[$0] } }

  /// The currency that the headings of amounts tell.
  var currency: Currency? {
    [.amount, .credit, .debit].lazy.compactMap { places[$0].flatMap { heading.currencies[$0] } }.first
  }

  /// Lets `role` be played by what was found for `other`.
  mutating func borrow(_ role: StatementRole, from other: StatementRole) {
    places[role] = places[other]
    places[other] = nil
  }

  /// Whether the first cell that is filled has a digit: "Valuta" is a day in Germany and a currency in Sweden.
  private static func holdsDays(_ column: Int, _ rows: [DelimitedRecord]) -> Bool {
    let cell = rows.lazy.compactMap { column < $0.cells.count ? $0.cells[column] : nil }.first { !$0.isEmpty }
    return cell?.utf8.contains(where: \.isDigit) ?? false
  }
}

extension CSVHeading {
  /// Whether a heading is `name`, but for a currency behind it.
  fileprivate func isNamed(_ column: Int, _ name: HeadingName) -> Bool {
    let folded = HeadingName(names[column].replacing("#", with: "")).folded
    guard let currency = currencies[column] else { return folded == name.folded }
    return folded == name.folded || folded == name.folded + currency.code.lowercased()
  }
}

extension DelimitedRecord {
  /// The cell of a column as one line; nil when it is empty, or there is none.
  subscript(column: Int?) -> String? {
    guard let column, column < cells.count else { return nil }
    return Self.plain(cells[column]).oneLine
  }

  /// Without what keeps spreadsheets from reading a number: `="0123456789"`, `'20-00-00`.
  private static func plain(_ cell: String) -> Substring {
    if cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.count > 3 { return cell.dropFirst(2).dropLast() }
    guard cell.hasPrefix("'") else { return cell[...] }
    let rest = cell.dropFirst()
    return rest.hasSuffix("'") ? rest.dropLast() : rest
  }
}
