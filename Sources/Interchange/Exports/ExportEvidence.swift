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
  /// The columns that hold something anywhere.
  private(set) var filled: [Bool] = []
  /// Whether a line without a customer is of the one above.
  private(set) var carriesCustomers = false
  /// Whether number and name of the customer stand in one cell.
  private(set) var combinesCustomers = false
  /// Whether any line may be a total.
  private(set) var mayHaveTotals = false
  /// What the totals of the file are of, folded.
  private(set) var totalled: Set<String> = []
  /// Numbers of customers that are told apart by zeros before them.
  private(set) var apart: Set<String> = []
  /// What signs beside the amounts say of their currency.
  private(set) var signs = CurrencySigns()
  /// Whether any line says its currency.
  private(set) var namesCurrency = false

  static let dateRoles: [ColumnRole] = [.issued, .due, .baseline, .settled, .paymentDate]
  static let amountRoles: [ColumnRole] = [
    .amount, .debit, .credit, .lineAmount, .balance, .paidAmount, .creditLimit, .paymentAmount,
    .appliedAmount,
  ]

  /// Looks at every row. Throws `Refusal` for what makes the file unreadable as a whole.
  init(
    _ scanner: RecordScanner, heading: Heading, columns: ColumnMap, totals: Set<HeadingName>,
    passed: () -> Void
  ) throws(Refusal) {
    let dateColumns = Set(Self.dateRoles.compactMap { columns[$0] }).sorted()
    let amountColumns = Set(Self.amountRoles.compactMap { columns[$0] }).sorted()
    let currencyColumns = [columns[.currency], columns.currencyColumn].compactMap { $0 }
    var scanner = scanner
    var record = Record()
    var records = 0
    var carried = CarriedCustomers(columns)
    var combined = CombinedCustomers(columns)
    var spelled = SpelledNumbers(columns)
    let start = scanner
    let document = RowReader.identifying.compactMap { columns[$0] }
    filled = heading.names.map { _ in false }
    while try scanner.next(&record, under: heading.names) {
      records += 1
      if records % ExportFile.progressInterval == 0 { passed() }
      carried.see(record, scanner)
      if !totals.isEmpty { see(total: record, document, scanner, totals) }
      combined.see(record, scanner)
      spelled.see(record, scanner)
      let count = record.fields.count
      // Its cells stand under other headings than their own, and it will be refused.
      if record.overruns(heading.names.count) { continue }
      if count > width, let last = record.fields.lastIndex(where: { !$0.isEmpty }), last >= width {
        width = min(last + 1, heading.names.count)
      }
      for column in 0..<min(count, filled.count) where !record.fields[column].isEmpty {
        filled[column] = true
      }
      if !namesCurrency {
        namesCurrency = currencyColumns.contains { $0 < count && !record.fields[$0].isEmpty }
      }
      for column in dateColumns where column < count {
        see(date: record.fields[column], record.line, scanner)
      }
      for column in amountColumns where column < count {
        scanner.content(of: record.fields[column]) { amounts.see($0) }
        signs.see(record.fields[column], scanner)
        if firstMark == nil, case .mark(let mark) = amounts.verdict { firstMark = mark }
      }
    }
    carriesCustomers = carried.areCarried
    combinesCustomers = combined.areCombined
    apart = try spelled.apart(start)
  }

  /// Keeps of what a total is: few lines have neither a number nor a date besides a label, which may stand in any column.
  private mutating func see(
    total record: Record, _ document: [Int], _ scanner: RecordScanner, _ totals: Set<HeadingName>
  ) {
    let fields = record.fields
    guard let first = fields.firstIndex(where: { !$0.isEmpty }),
      document.allSatisfy({ $0 == first || $0 >= fields.count || fields[$0].isEmpty })
    else { return }
    mayHaveTotals = true
    guard !document.contains(first), totalled.count < 100_000 else { return }
    if let rest = TotalLabel.rest(of: scanner.string(fields[first]), totals) { totalled.insert(rest.folded) }
  }

  private mutating func see(date field: RecordField, _ line: Int, _ scanner: RecordScanner) {
    // ISO dates are most of what there is, and decide nothing.
    if field.end - field.start == 10, scanner.bytes[field.start + 4] == 0x2D { return }
    scanner.content(of: field) { cell in
      if cell.indices.contains(where: { cell[$0] &- 0x31 <= 8 || cell[$0] >= 0x41 }) || cell.count < 8 {
        dates.see(cell)
      }
    }
    if decidingLine == nil, case .order(let order) = dates.verdict {
      (decidingLine, firstOrder) = (line, order)
    }
  }
}

extension ExportEvidence {
  /// The order of the file's numeric dates; nil when no date needs one. `place` finds a cell's line and column.
  func dateOrder(
    _ options: ReadingRules, layout: Layout?, place: (String) -> (line: Int, column: String)?
  ) throws(ExportProblem) -> DateOrder? {
    let given = options.dateOrder ?? layout?.dateOrder
    switch dates.verdict {
    case .order(let order): return given ?? order
    case .any: return given
    case .destroyed(let example):
      let found = place(example)
      throw .refused(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(example)\" has lost its day: a spreadsheet has kept only the time. "
            + "Export the file again and import it without opening it in a spreadsheet."))
    case .contradictory: return given ?? firstOrder
    case .ambiguous(let example):
      if let order = given ?? options.fallbackDateOrder { return order }
      let found = place(example)
      throw .ambiguousDates(
        example: example,
        refusal: Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(example)\" could be two different days, and no date of the file decides. "
            + "Say which with --date-order dmy or --date-order mdy."))
    }
  }

  /// What stands before the decimals of the file's amounts.
  func decimal(
    _ options: ReadingRules, place: (String) -> (line: Int, column: String)?
  ) throws(ExportProblem) -> DecimalMark {
    if let given = options.decimal { return given }
    switch amounts.verdict {
    case .mark(let mark): return mark
    case .either: return .point
    case .contradictory: return firstMark ?? .point
    case .ambiguous(let example):
      // Nobody writes cents in three digits after a comma; after a point, some systems do.
      if example.contains(",") { return .point }
      let found = place(example)
      throw .refused(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(example)\" could be thousands or decimals, and no amount of the file decides. "
            + "Say which with --decimal-mark comma (thousands) or --decimal-mark point (decimals)."))
    }
  }
}

extension ExportEvidence {
  /// Where a cell contradicts an earlier one. Each refuses the file, whose rows are read as the earlier cell has it,
  /// to find what else is wrong.
  func contradictions(
    _ options: ReadingRules, layout: Layout?, place: (String) -> (line: Int, column: String)?
  ) -> [Refusal] {
    var refusals: [Refusal] = []
    if (options.dateOrder ?? layout?.dateOrder) == nil,
      case .contradictory(let dayFirst, let monthFirst) = dates.verdict
    {
      let (day, month) = ((dayFirst, "day first"), (monthFirst, "month first"))
      let (earlier, later) = firstOrder == .monthDayYear ? (month, day) : (day, month)
      let found = place(later.0)
      refusals.append(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(later.0)\" can only be \(later.1), but \"\(earlier.0)\" on line "
            + "\(place(earlier.0)?.line ?? 0) only \(earlier.1). Correct it, or export the file with one kind of "
            + "date, best as year-month-day."))
    }
    if options.decimal == nil, case .contradictory(let withPoint, let withComma) = amounts.verdict {
      let (point, comma) = ((withPoint, "point"), (withComma, "comma"))
      let (earlier, later) = firstMark == .comma ? (comma, point) : (point, comma)
      let found = place(later.0)
      refusals.append(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(later.0)\" has a decimal \(later.1), but \"\(earlier.0)\" on line "
            + "\(place(earlier.0)?.line ?? 0) a decimal \(earlier.1). Correct it, or export the file again with "
            + "one notation of amounts."))
    }
    return refusals
  }
}
