import Interchange
import Receivables

/// The rows below the headings: those that are bookings, and which of them are not booked yet.
struct CSVRows {
  /// Every row that stands for money.
  private(set) var all: [CSVRow] = []
  /// Rows of sums and balances, which may say what the lines above the headings do not.
  private(set) var totals: [DelimitedRecord] = []
  let columns: CSVColumns

  /// Reads to the end of the file. Blank rows, repeated headings, sums and balances are passed over. Throws `Refusal` for a
  /// row that is cut off or has more than its columns.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ heading: CSVHeading, _ words: StatementWords
  ) throws(Refusal) {
    var records = DelimitedRecords(bytes, delimiter: heading.delimiter)
    var found: [DelimitedRecord] = []
    while let record = try Self.next(&records, heading) {
      guard record.line > heading.line, record.cells.contains(where: { !$0.isEmpty }),
        record.cells != heading.names
      else { continue }
      found.append(record)
    }
    columns = CSVColumns(heading, found, words)
    var isPending = false
    for record in found {
      if isTitle(record) {
        isPending = Self.saysPending(record, words)
        continue
      }
      if isTotal(record, words) {
        totals.append(record)
        continue
      }
      try check(record, heading)
      all.append(CSVRow(record: record, state: try state(of: record, words, isPending: isPending)))
    }
  }

  /// The booked ones.
  var booked: [DelimitedRecord] { all.filter { $0.state == .booked }.map(\.record) }

  private static func next(
    _ records: inout DelimitedRecords, _ heading: CSVHeading
  ) throws(Refusal) -> DelimitedRecord? {
    do throws(Refusal) {
      return try records.next()
    } catch {
      throw Refusal(line: error.line, column: error.column, reason: error.reason)
    }
  }

  /// A line of words alone, as above a part of a list. One with a digit may be what is left of a row.
  private func isTitle(_ record: DelimitedRecord) -> Bool {
    let filled = record.cells.filter { !$0.isEmpty }
    return filled.count == 1 && !filled[0].contains(where: \.isNumber)
  }

  private static func saysPending(_ record: DelimitedRecord, _ words: StatementWords) -> Bool {
    let title = HeadingName(record.cells.joined()).folded
    return words.states.contains { $0.value == .pending && title.contains($0.key.folded) }
  }

  /// A sum or a balance: it begins with a word for it, and has no day or no amount of its own.
  private func isTotal(_ record: DelimitedRecord, _ words: StatementWords) -> Bool {
    let day =
      record[columns[.booked]].map {
        (try? DateText.read($0, order: .dayMonthYear)) != nil
          || (try? DateText.read($0, order: .monthDayYear)) != nil
      } ?? false
    return (!day || amounts(of: record).isEmpty) && record.cells.contains(where: words.isTotal)
  }

  /// The cells of a row that may hold its amount.
  func amounts(of record: DelimitedRecord) -> [String] {
    [.amount, .debit, .credit].compactMap { record[columns[$0]] }
  }

  private func check(_ record: DelimitedRecord, _ heading: CSVHeading) throws(Refusal) {
    let count = heading.names.count
    if record.cells.dropFirst(count).contains(where: { !$0.isEmpty }) {
      throw Refusal(
        line: record.line,
        reason:
          "The row has more columns than there are headings: a field holds what separates fields. Export the file again, "
          + "or put quotation marks around that field.")
    }
    guard record.cells.count < columns.width else { return }
    throw Refusal(
      line: record.line, column: heading.names[record.cells.count],
      reason: "The row ends before this column: the file was cut off. Fetch it from the bank again.")
  }

  /// How far a row is, by its word for that; some banks write the word in the place of the day.
  private func state(
    of record: DelimitedRecord, _ words: StatementWords, isPending: Bool
  ) throws(Refusal) -> BookingState {
    if isPending { return .pending }
    if let day = record[columns[.booked]], day.first?.isNumber == false,
      let state = words.states[HeadingName(day)]
    {
      return state
    }
    guard let word = record[columns[.status]] else { return .booked }
    guard let state = words.states[HeadingName(word)] else {
      throw Refusal(
        line: record.line, column: columns.name(.status),
        reason:
          "\(Quoted(word)) is no word that is known here, so that nobody can say whether this is booked. Fetch the "
          + "statement as camt.053, or leave the column out of the file.")
    }
    return state
  }
}

/// One row below the headings.
struct CSVRow {
  let record: DelimitedRecord
  let state: BookingState
}
