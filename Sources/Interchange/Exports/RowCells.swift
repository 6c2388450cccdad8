import Receivables

extension RowReader {
  /// The field of `role`; nil when the export has no such column, or the line ends before it, or it is empty.
  @inline(__always)
  func field(_ role: ColumnRole, _ record: Record) -> RecordField? {
    guard let column = columns[role], column < record.fields.count else { return nil }
    let field = record.fields[column]
    return field.isEmpty ? nil : field
  }

  /// Text without spaces around it; nil when there is none.
  func text(_ role: ColumnRole, _ record: Record) -> String? {
    guard let field = field(role, record) else { return nil }
    let text = scanner.string(field)
    return text.isEmpty ? nil : text
  }

  /// A number that names something. Throws `Refusal` when a spreadsheet has turned it into `1.93E+09`.
  func identifier(_ role: ColumnRole, _ record: Record) throws(Refusal) -> String? {
    guard let text = text(role, record) else { return nil }
    // A number that nobody sees is none.
    if text.utf8.allSatisfy({ $0 <= 0x20 || $0 >= 0x7F }), DocumentKey(text).text.isEmpty { return nil }
    guard text.utf8.count >= 5, Self.isRuined(text) else { return text }
    throw Refusal(
      line: record.line, column: columns.name(role),
      reason:
        "\"\(text)\" has lost digits in a spreadsheet. Export again and import without opening it there.")
  }

  /// Minor units of `currency`, a credit negative; nil when the cell is empty. Counts what was rounded.
  func money(_ role: ColumnRole, _ record: Record, _ currency: Currency) throws(Refusal) -> Int64? {
    guard let reading = try reading(role, record, currency) else { return nil }
    if reading.isRounded {
      note(\.rounded, role, record)
    }
    return reading.amount.minor
  }

  /// Counts what a person should know about the cell of `role`. Only of the first its text is made.
  func note(
    _ kind: WritableKeyPath<ReadingNotes, Occurrences>, _ role: ColumnRole, _ record: Record
  ) {
    let what = notes[keyPath: kind].count == 0 ? cell(role, record) : nil
    notes[keyPath: kind].add(line: record.line, column: columns.name(role), what)
  }

  /// For sentences: the cell of `role` as it stands there.
  func cell(_ role: ColumnRole, _ record: Record) -> String? {
    text(role, record).map { quoted($0) }
  }

  private func reading(
    _ role: ColumnRole, _ record: Record, _ currency: Currency
  ) throws(Refusal) -> AmountReading? {
    guard let field = field(role, record) else { return nil }
    if isDash(field) { return AmountReading(amount: Money(minor: 0, currency)) }
    do throws(AmountProblem) {
      let reading = try scanner.content(of: field) { (bytes) throws(AmountProblem) in
        try AmountText.read(bytes, currency: currency, decimal: decimal)
      }
      // The one amount that has no opposite: it could not be taken back, and its size could not be told.
      guard reading.amount.minor != .min else { throw .tooLarge }
      return reading
    } catch {
      if error == .empty { return nil }
      throw fault(role, record, field, error.description)
    }
  }

  /// A minus or a dash alone, which spreadsheets show for zero. In quotation marks spaces may stand around it.
  private func isDash(_ field: RecordField) -> Bool {
    guard field.end - field.start <= 9 else { return false }
    if field.quoting == .none {
      guard let first = (field.start..<field.end).first(where: { scanner.bytes[$0] != 0x20 }),
        scanner.bytes[first] == 0x2D || scanner.bytes[first] == 0xE2
      else { return false }
      if scanner.bytes[first] == 0x2D, first + 1 < field.end, scanner.bytes[first + 1] != 0x20 {
        return false
      }
    }
    return ["-", "–", "—", "−"].contains(scanner.string(field))
  }

  func day(_ role: ColumnRole, _ record: Record) throws(Refusal) -> CalendarDay? {
    guard let field = field(role, record), !isNoDay(field) else { return nil }
    let day: CalendarDay
    do throws(DateProblem) {
      day = try scanner.content(of: field) { (bytes) throws(DateProblem) in
        try DateText.read(bytes, order: dateOrder)
      }
    } catch {
      if error == .empty { return nil }
      throw fault(role, record, field, error.description)
    }
    try check(day, role, record)
    return day
  }

  /// Nothing but zeros, as some systems write where there is no day: `00.00.0000`.
  private func isNoDay(_ field: RecordField) -> Bool {
    scanner.content(of: field) { cell in
      cell.count >= 8
        && cell.indices.allSatisfy {
          cell[$0] == 0x30 || cell[$0] == 0x2E || cell[$0] == 0x2D || cell[$0] == 0x2F
        }
    }
  }

  /// Throws `Refusal` for a day far outside of any business, which the cell of `role` names or leads to: systems write
  /// such a day where there is none.
  func check(_ day: CalendarDay, _ role: ColumnRole, _ record: Record) throws(Refusal) {
    if let possibleDays, possibleDays.contains(day.number) { return }
    guard !years.contains(yearOf: day) else { return }
    let told = cell(role, record) ?? day.iso
    let meant = told.contains(day.iso) ? told : "\(told) means \(day.iso), which"
    throw Refusal(
      line: record.line, column: columns.name(role),
      reason:
        "\(meant) does not lie in the years \(years.lowerBound) to \(years.upperBound). Leave the cell empty "
        + "where there is no day, or set first_year and last_year in the policy.")
  }

  func currency(_ record: Record) throws(Refusal) -> Currency {
    let cell = field(.currency, record)
    if let last = lastCurrency, scanner.isSame(cell, last.cell) { return last.currency }
    if let cell, let text = text(.currency, record) {
      guard let currency = Currency(text), currency.isKnown else {
        throw Refusal(
          line: record.line, column: columns.name(.currency),
          reason: "\"\(text.prefix(60))\" is not the code of a currency, such as USD.")
      }
      lastCurrency = (cell, currency)
      return currency
    }
    guard let rule = columns.layout?.currencyRule, let column = columns.currencyColumn,
      column < record.fields.count, !record.fields[column].isEmpty
    else { return try assumedCurrency(record) }
    let value = scanner.string(record.fields[column])
    guard let currency = rule.currency(of: value) else {
      throw Refusal(
        line: record.line, column: heading.names[column],
        reason: "The mapping \"\(columns.layout?.name ?? "")\" knows no currency for \"\(value.prefix(60))\"."
      )
    }
    return currency
  }

  /// A customer without a credit limit needs no currency.
  private func assumedCurrency(_ record: Record) throws(Refusal) -> Currency {
    guard fillsCurrency || (kind == .customers && field(.creditLimit, record) == nil) else {
      throw Refusal(
        line: record.line,
        column: columns.name(.currency) ?? columns.currencyColumn.map { heading.names[$0] },
        reason:
          "The currency is missing, and other lines name one. Complete the line, or say with --currency "
          + "which one is meant.")
    }
    return defaultCurrency
  }

  private func fault(_ role: ColumnRole, _ record: Record, _ field: RecordField, _ problem: String) -> Refusal
  {
    Refusal(
      line: record.line, column: columns.name(role),
      reason: "\"\(scanner.string(field).prefix(60))\" \(problem).")
  }

  /// `1.93E+09`, as spreadsheets write long numbers.
  private static func isRuined(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard isDigit(bytes[0]) else { return false }
    var place = 1
    while place < bytes.count, isDigit(bytes[place]) || bytes[place] == 0x2E || bytes[place] == 0x2C {
      place += 1
    }
    guard (4...5).contains(bytes.count - place), bytes[place] == 0x45, bytes[place + 1] == 0x2B else {
      return false
    }
    for index in (place + 2)..<bytes.count where !isDigit(bytes[index]) { return false }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
