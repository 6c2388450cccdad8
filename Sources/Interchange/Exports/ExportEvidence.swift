import Receivables

/// What all rows together say about how single cells are to be read.
struct ExportEvidence {
  private(set) var dates = DateOrderEvidence()
  private(set) var amounts = DecimalMarkEvidence()
  /// The line whose date decided the order.
  private(set) var decidingLine: Int?
  /// What the first date and the first amount that decide say. Later ones may contradict them.
  private(set) var firstOrder: DateOrder?
  private(set) var firstMark: DecimalMark?
  /// How many columns hold something anywhere: a line that ends before is damaged, what is behind is left out by all.
  private(set) var width = 0
  /// Whether any line says its currency.
  private(set) var namesCurrency = false

  static let dateRoles: [ColumnRole] = [.issued, .due, .baseline, .settled, .paymentDate]
  static let amountRoles: [ColumnRole] = [
    .amount, .lineAmount, .balance, .paidAmount, .creditLimit, .paymentAmount, .appliedAmount,
  ]

  /// Looks at every row. Throws `Refusal` for what makes the file unreadable as a whole.
  init(_ scanner: RecordScanner, heading: Heading, columns: ColumnMap) throws(Refusal) {
    let dateColumns = Set(Self.dateRoles.compactMap { columns[$0] }).sorted()
    let amountColumns = Set(Self.amountRoles.compactMap { columns[$0] }).sorted()
    let currencyColumns = [columns[.currency], columns.currencyColumn].compactMap { $0 }
    var scanner = scanner
    var record = Record()
    while try scanner.next(&record) {
      let count = record.fields.count
      // Its cells stand under other headings than their own, and it will be refused.
      if record.overruns(heading.names.count) { continue }
      if count > width, let last = record.fields.lastIndex(where: { !$0.isEmpty }), last >= width {
        width = min(last + 1, heading.names.count)
      }
      if !namesCurrency {
        namesCurrency = currencyColumns.contains { $0 < count && !record.fields[$0].isEmpty }
      }
      for column in dateColumns where column < count {
        see(date: record.fields[column], record.line, scanner)
      }
      for column in amountColumns where column < count {
        scanner.content(of: record.fields[column]) { amounts.see($0) }
        if firstMark == nil, case .mark(let mark) = amounts.verdict { firstMark = mark }
      }
    }
  }

  private mutating func see(date field: RecordField, _ line: Int, _ scanner: RecordScanner) {
    // ISO dates are most of what there is, and decide nothing.
    if field.end - field.start == 10, scanner.bytes[field.start + 4] == 0x2D { return }
    scanner.content(of: field) { dates.see($0) }
    if decidingLine == nil, case .order(let order) = dates.verdict {
      (decidingLine, firstOrder) = (line, order)
    }
  }
}
