import Interchange
import Receivables

/// Reads the CSV of a bank: rows below headings, which may be of several accounts and currencies.
struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let rules: CSVRules
  private let years: ClosedRange<Int>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ rules: CSVRules, years: ClosedRange<Int>) {
    self.bytes = bytes
    self.rules = rules
    self.years = years
  }

  /// What the file tells of one account in one currency.
  private struct Part {
    let account: BankAccount
    let currency: Currency
    let isAssumed: Bool
    var rows: [DelimitedRecord] = []
    var notBooked = 0
  }

  private struct PartName: Hashable {
    let account: String?
    let currency: String?
  }

  /// Reads the whole file. Throws `Refusal`.
  func read(into sink: inout StatementSink) throws(Refusal) {
    let heading = try CSVSighting(bytes, rules.words).heading()
    let rows = try CSVRows(bytes, heading, rules.words)
    var columns = rows.columns
    try columns.checkNames()
    let notation = try CSVNotation(rows, &columns, rules)
    let titles = CSVTitles(heading.above + rows.totals, rules.words)
    let parts = try parts(rows, columns, titles)
    let reader = CSVBookingReader(columns: columns, notation: notation, words: rules.words, years: years)
    for part in parts {
      var statement = BankStatement(.csv, line: heading.line, account: part.account)
      statement.currency = part.currency
      statement.notBooked = part.notBooked
      var bookings: [CSVBooking] = []
      for row in part.rows { bookings.append(try reader.booking(row, of: statement, in: part.currency)) }
      let balances = CSVBalances(bookings)
      if case .untold = notation.sides { try checkUntold(bookings, balances, columns) }
      (statement.opening, statement.closing) = (balances.opening, balances.closing)
      if parts.count == 1, !bookings.contains(where: { $0.balance != nil }) {
        try takeBalances(titles, notation, into: &statement)
      }
      statement.first = bookings.map(\.entry.booked).min()
      statement.last = bookings.map(\.entry.booked).max()
      sink.begin(statement)
      if let fault = balances.fault {
        sink.warn(.runningBalance(line: fault.line, said: fault.said, found: fault.found))
      }
      if part.isAssumed, !bookings.isEmpty { sink.warn(.assumedCurrency(part.currency)) }
      for booking in bookings {
        try sink.add(booking.entry.amount, line: booking.entry.line, [booking.entry])
      }
      sink.end()
    }
  }

  /// Without a sign anywhere only balances can show that all of it came in.
  private func checkUntold(
    _ bookings: [CSVBooking], _ balances: CSVBalances, _ columns: CSVColumns
  ) throws(Refusal) {
    guard !rules.isIncoming, let first = bookings.first,
      balances.fault != nil || balances.compared < bookings.count - 1 || balances.compared == 0
    else { return }
    throw Refusal(
      line: first.entry.line, column: columns.name(.amount),
      reason:
        "No amount of the file has a sign, and no column says whether money came or went. Fetch the statement as camt.053, or "
        + "say `kept bank --incoming` if all of it came in.")
  }

  private func takeBalances(
    _ titles: CSVTitles, _ notation: CSVNotation, into statement: inout BankStatement
  ) throws(Refusal) {
    guard let currency = statement.currency, let opening = titles.opening, let closing = titles.closing else {
      return
    }
    func money(_ told: (text: String, line: Int)) throws(Refusal) -> Money {
      try CSVAmount(told.text, rules.words).money(currency, notation.decimal, line: told.line, column: nil)
    }
    (statement.opening, statement.closing) = (try money(opening), try money(closing))
  }

  /// The rows by account and currency, in the order in which these come first.
  private func parts(
    _ rows: CSVRows, _ columns: CSVColumns, _ titles: CSVTitles
  ) throws(Refusal) -> [Part] {
    let usual = usualCurrency(rows, columns, titles)
    let namesCurrency = rows.booked.contains { $0[columns[.currency]] != nil }
    var parts: [Part] = []
    var places: [PartName: Int] = [:]
    for row in rows.all {
      let name = PartName(account: row.record[columns[.account]], currency: row.record[columns[.currency]])
      if places[name] == nil {
        let account = name.account.map { BankAccount(told: $0, bank: row.record[columns[.bank]]) }
        let currency = try currency(
          name.currency, row.record, columns, usual?.currency, isNamed: namesCurrency && row.state == .booked)
        places[name] = parts.count
        parts.append(
          Part(
            account: account ?? titles.account, currency: currency,
            isAssumed: name.currency == nil && usual?.isAssumed ?? false))
      }
      guard let place = places[name] else { continue }
      if row.state == .booked { parts[place].rows.append(row.record) } else { parts[place].notBooked += 1 }
    }
    guard parts.isEmpty else { return parts }
    guard let usual else { throw Self.noCurrency(nil) }
    return [Part(account: titles.account, currency: usual.currency, isAssumed: false)]
  }

  /// The currency of rows that name none: of the headings, the lines above them, or the signs beside amounts; else what
  /// somebody said, and at last what the policy has.
  private func usualCurrency(
    _ rows: CSVRows, _ columns: CSVColumns, _ titles: CSVTitles
  ) -> (currency: Currency, isAssumed: Bool)? {
    let beside = rows.booked.lazy.flatMap { rows.amounts(of: $0) }.compactMap(CSVTitles.currency)
    if let told = columns.currency ?? titles.currency ?? beside.first ?? rules.currency {
      return (told, false)
    }
    return rules.fallbackCurrency.map { ($0, true) }
  }

  private func currency(
    _ cell: String?, _ row: DelimitedRecord, _ columns: CSVColumns, _ usual: Currency?, isNamed: Bool
  ) throws(Refusal) -> Currency {
    if let cell {
      if let code = Currency(cell), code.isKnown { return code }
      if let sign = CSVTitles.currency(cell) { return sign }
      throw Refusal(
        line: row.line, column: columns.name(.currency),
        reason:
          "\(Quoted(cell)) is not the code of a currency, such as EUR. Fetch the statement from the bank again."
      )
    }
    if isNamed, rules.currency == nil {
      throw Refusal(
        line: row.line, column: columns.name(.currency),
        reason:
          "The row names no currency, but others do. Say `kept bank --currency EUR`, or whichever it is, if those without "
          + "one are in it.")
    }
    guard let usual else { throw Self.noCurrency(row.line) }
    return usual
  }

  private static func noCurrency(_ line: Int?) -> Refusal {
    Refusal(
      line: line,
      reason:
        "Nothing of the file tells its currency. Say it with `kept bank --currency EUR`, or whichever it is.")
  }
}

extension CSVSighting {
  /// The headings of a statement. Throws `Refusal` for anything else, with what to do.
  func heading() throws(Refusal) -> CSVHeading {
    switch self {
    case .statement(let heading): return heading
    case .list(let line, let name):
      throw Refusal(
        line: line, column: name,
        reason:
          "This is a list of invoices, customers or payments, not a statement of a bank: `kept import FILE` takes it."
      )
    case .incomplete(let heading):
      throw Refusal(
        line: heading.line,
        reason:
          "These headings may be of a bank's statement, but none is known that tells \(Self.list(heading.missing)). Export "
          + "it with all columns, or fetch it as camt.053, MT940, BAI2 or OFX.")
    case .bare:
      throw Refusal(
        line: 1,
        reason:
          "The file has no line of headings, so that nothing says what its columns are. Put one above, such as "
          + "Date,Amount,Description with one word a column, or fetch the statement as camt.053, MT940, BAI2 or OFX."
      )
    case .none: throw StatementHead.unknown
    }
  }

  private static func list(_ parts: [String]) -> String {
    parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
  }
}
