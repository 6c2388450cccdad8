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
    guard text.utf8.count >= 5, Self.isRuined(text) else { return text }
    throw Refusal(
      line: record.line, column: columns.name(role),
      reason:
        "\"\(text)\" has lost digits in a spreadsheet. Export again and import without opening it there.")
  }

  func word(_ role: ColumnRole, _ record: Record) -> DocumentWord? {
    guard columns[role] != nil, let text = text(role, record) else { return nil }
    return names.words[HeadingName(text)]
  }

  /// Minor units of `currency`, a credit negative; nil when the cell is empty. Counts what was rounded.
  mutating func money(_ role: ColumnRole, _ record: Record, _ currency: Currency) throws(Refusal) -> Int64? {
    guard let reading = try reading(role, record, currency) else { return nil }
    if reading.isRounded { notes.rounded += 1 }
    return reading.amount.minor
  }

  func amount(_ role: ColumnRole, _ record: Record, _ currency: Currency) throws(Refusal) -> Int64? {
    try reading(role, record, currency)?.amount.minor
  }

  private func reading(
    _ role: ColumnRole, _ record: Record, _ currency: Currency
  ) throws(Refusal) -> AmountReading? {
    guard let field = field(role, record) else { return nil }
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

  func day(_ role: ColumnRole, _ record: Record) throws(Refusal) -> CalendarDay? {
    guard let field = field(role, record) else { return nil }
    do throws(DateProblem) {
      return try scanner.content(of: field) { (bytes) throws(DateProblem) in
        try DateText.read(bytes, order: dateOrder)
      }
    } catch {
      if error == .empty { return nil }
      throw fault(role, record, field, error.description)
    }
  }

  func currency(_ record: Record) throws(Refusal) -> Currency {
    if let text = text(.currency, record) {
      guard let currency = Currency(text) else {
        throw Refusal(
          line: record.line, column: columns.name(.currency),
          reason: "\"\(text.prefix(60))\" is not a currency code such as USD.")
      }
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
    let bytes = text.utf8
    guard bytes.first.map({ $0 &- 0x30 <= 9 }) == true, let exponent = bytes.firstIndex(of: 0x45) else {
      return false
    }
    let rest = bytes[bytes.index(after: exponent)...]
    return bytes[..<exponent].allSatisfy { $0 &- 0x30 <= 9 || $0 == 0x2E || $0 == 0x2C }
      && rest.first == 0x2B && (3...4).contains(rest.count) && rest.dropFirst().allSatisfy { $0 &- 0x30 <= 9 }
  }
}
