import Interchange
import Receivables

/// A booking with the balance that the bank writes behind it.
struct CSVBooking {
  let entry: BankEntry
  /// Nil where none is told.
  let balance: Money?
}

/// Makes bookings of the rows of a bank's CSV.
struct CSVBookingReader {
  let columns: CSVColumns
  let notation: CSVNotation
  let words: StatementWords
  let years: ClosedRange<Int>

  /// The booking in `row` on the account of `statement`, in `currency`. Throws `Refusal`.
  func booking(
    _ row: DelimitedRecord, of statement: BankStatement, in currency: Currency
  ) throws(Refusal) -> CSVBooking {
    let booked = try day(.booked, row)
    guard let booked else {
      throw refusal(row, .booked, "The row has no day of booking. Fetch the statement from the bank again.")
    }
    let money = try money(row, currency)
    var entry = BankEntry(statement, line: row.line, booked: booked, amount: money)
    entry.valued = try day(.valued, row)
    entry.title = row[columns[.title]]
    entry.counterparty = Counterparty(
      name: row[columns[money.minor < 0 ? .payee : .payer]] ?? row[columns[.counterparty]],
      account: row[columns[.theirAccount]]?.reference)
    readReferences(row, into: &entry)
    readText(row, into: &entry)
    if let reason = row[columns[.returnReason]] {
      let isCode = reason.utf8.count == 4 && reason.utf8.allSatisfy { $0.isDigit || $0.isCapital }
      entry.returned = PaymentReturn(code: isCode ? reason : nil, reason: isCode ? "" : reason)
    } else if money.minor < 0, let title = entry.title, words.isReturn(title) {
      entry.returned = PaymentReturn(code: nil)
    }
    return CSVBooking(entry: entry, balance: try balance(row, currency))
  }

  private func readReferences(_ row: DelimitedRecord, into entry: inout BankEntry) {
    entry.references.endToEnd = row[columns[.endToEnd]]?.reference
    entry.references.bank = row[columns[.bankReference]]?.reference
    entry.references.mandate = row[columns[.mandate]]?.reference
    entry.references.check = row[columns[.check]]?.reference
    entry.references.structured = [row[columns[.structured]]?.reference].compactMap { $0 }
  }

  /// The columns of text as one. Some banks leave the tags of SEPA in it.
  private func readText(_ row: DelimitedRecord, into entry: inout BankEntry) {
    // Some say the same in two columns, once with more around it.
    let cells = columns.texts.compactMap { row[$0] }
    let texts = cells.indices.filter { place in
      !cells.indices.contains {
        $0 != place && cells[$0].contains(cells[place]) && (cells[$0] != cells[place] || $0 < place)
      }
    }
    let text = texts.map { cells[$0] }.joined(separator: " ")
    let tags = TaggedText([text], width: .max).sepa
    entry.references.endToEnd = entry.references.endToEnd ?? tags["EREF"]?.reference
    entry.references.mandate = entry.references.mandate ?? tags["MREF"]?.reference
    entry.counterparty.ultimate = tags["ABWA"]?.oneLine
    entry.remittance = tags["SVWZ"]?.oneLine ?? text
  }

  private func day(_ role: StatementRole, _ row: DelimitedRecord) throws(Refusal) -> CalendarDay? {
    guard let text = row[columns[role]] else { return nil }
    let day: CalendarDay
    do throws(DateProblem) {
      day = try DateText.read(text, order: notation.dateOrder)
    } catch {
      throw refusal(
        row, role, "\(Quoted(text)) \(error). Fetch the statement from the bank again, best as camt.053.")
    }
    guard years.contains(day.components.year) else {
      throw refusal(
        row, role,
        "\(Quoted(text)) does not lie in the years \(years.lowerBound) to \(years.upperBound). Fetch the statement from the "
          + "bank again.")
    }
    return day
  }

  private func balance(_ row: DelimitedRecord, _ currency: Currency) throws(Refusal) -> Money? {
    try row[columns[.balance]].map { (text) throws(Refusal) in
      try CSVAmount(text, words).money(
        currency, notation.decimal, line: row.line, column: columns.name(.balance))
    }
  }

  func refusal(_ row: DelimitedRecord, _ role: StatementRole, _ reason: String) -> Refusal {
    Refusal(line: row.line, column: columns.name(role), reason: reason)
  }
}

extension CSVBookingReader {
  /// How much, positive when it came in: the side is never guessed.
  private func money(_ row: DelimitedRecord, _ currency: Currency) throws(Refusal) -> Money {
    switch notation.sides {
    case .columns(let negativeDebits): return try money(row, currency, negativeDebits: negativeDebits)
    case .signs, .untold: return try amount(.amount, row, currency)
    case .words:
      let money = try amount(.amount, row, currency)
      guard let word = row[columns[.side]] else {
        throw refusal(
          row, .side,
          "The row does not say whether money came or went. Fetch the statement from the bank again.")
      }
      guard let side = words.side(word) else {
        throw refusal(
          row, .side,
          "\(Quoted(word)) is no word that is known here for money that came or went. Fetch the statement as camt.053."
        )
      }
      guard money.minor >= 0 || side == .outgoing else {
        throw refusal(
          row, .amount,
          "The amount is negative, but \(Quoted(word)) says that it came in. Fetch the statement as camt.053."
        )
      }
      return side == .incoming ? money : money.unsigned.negated
    }
  }

  private func amount(
    _ role: StatementRole, _ row: DelimitedRecord, _ currency: Currency
  ) throws(Refusal) -> Money {
    guard let text = row[columns[role]] else {
      throw refusal(row, role, "The row has no amount. Fetch the statement from the bank again.")
    }
    return try CSVAmount(text, words).money(
      currency, notation.decimal, line: row.line, column: columns.name(role))
  }

  /// Of debits and credits in columns of their own, of which one tells.
  private func money(
    _ row: DelimitedRecord, _ currency: Currency, negativeDebits: Bool
  ) throws(Refusal) -> Money {
    let debit = row[columns[.debit]] == nil ? nil : try amount(.debit, row, currency)
    let credit = row[columns[.credit]] == nil ? nil : try amount(.credit, row, currency)
    if debit == nil, credit == nil {
      return try amount(columns[.amount] == nil ? .credit : .amount, row, currency)
    }
    let (out, came) = (debit?.minor ?? 0, credit?.minor ?? 0)
    guard out == 0 || came == 0 else {
      throw refusal(
        row, .debit,
        "The row has a debit and a credit, so that nobody can say which way money went. Fetch the statement as camt.053."
      )
    }
    guard out == 0 || (out < 0) == negativeDebits, came >= 0 else {
      throw refusal(
        row, came < 0 ? .credit : .debit,
        "The sign of this amount is another one than in the rest of its column, so that nobody can say which way it went. "
          + "Fetch the statement as camt.053.")
    }
    return came == 0
      ? (debit ?? Money(minor: 0, currency)).unsigned.negated : (credit ?? Money(minor: 0, currency))
  }
}
