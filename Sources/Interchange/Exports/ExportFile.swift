public import Receivables

/// An export whose form is understood: which columns it has, what it lists, how its dates and amounts are read.
///
/// ```swift
/// let text = try ExportText(bytes)
/// let heading = try Heading.find(in: text, names: names, layouts: layouts)
/// let file = try ExportFile(text, heading: heading, names: names, layout: nil, options: options)
/// let report = try file.read { row in … }
/// ```
public struct ExportFile {
  /// Where the headings stand.
  public let heading: Heading
  /// Which column plays which role.
  public let columns: ColumnMap
  /// What the file lists.
  public let kind: ExportKind
  /// The day as of which it lists everything open; nil when it is no snapshot.
  public let asOf: CalendarDay?
  /// The order of its numeric dates; nil when no date needs one.
  public let dateOrder: DateOrder?
  /// The line whose date decided the order, when one did.
  public let decidingLine: Int?
  /// What stands before the decimals.
  public let decimal: DecimalMark
  /// How it is encoded.
  public var encoding: TextEncoding { text.encoding }
  let names: ColumnNames
  let defaultCurrency: Currency
  /// How many columns a line must have.
  let width: Int
  /// Whether a line may leave its currency out: no other tells one, or a person said which one is meant.
  let fillsCurrency: Bool
  /// The years in which its days lie.
  let years: ClosedRange<Int>
  /// The day by which everything that it lists was issued.
  let known: CalendarDay?
  /// Cells for which the file is refused whatever its rows say.
  let contradictions: [Refusal]
  /// In which currency lines without one are taken, where other columns show that it is the local one; nil for other files.
  public let localCurrency: Currency?
  /// The currency in which amounts are taken although nothing of the file tells it, nor anybody; nil for other files.
  public let assumedCurrency: Currency?
  private let namesCurrency: Bool
  /// Whether any line may be a total.
  let mayHaveTotals: Bool
  /// What its totals are of, folded.
  let totalled: Set<String>
  /// Whether a line without a customer is of the one above.
  let carriesCustomers: Bool
  /// Whether number and name of the customer stand in one cell.
  public let combinesCustomers: Bool
  /// Numbers of customers that are told apart by zeros before them.
  public let apart: Set<String>
  private let text: ExportText

  /// Looks at the whole file once. Throws `ExportProblem`.
  public init(
    _ text: ExportText, heading: Heading, names: ColumnNames, layout: Layout?, options: ReadingRules
  ) throws(ExportProblem) {
    self.text = text
    self.heading = heading
    self.names = names.explained(by: layout)
    let scanner = RecordScanner(heading, text)
    var columns = try ExportProblem.refusing { () throws(Refusal) in
      try ColumnMap(heading, names: names, layout: layout)
    }
    kind = try ExportKind.decide(&columns, heading: heading, names: names) {
      StrayColumn.find($0, heading, in: text)
    }
    if let balance = columns.runningBalance, let name = balance.column {
      throw .unread(column: name, as: .balance, balance)
    }
    let read = columns
    // A list of customers has no totals.
    let totals = kind == .customers ? [] : Set(names.totals)
    let evidence = try ExportProblem.refusing { () throws(Refusal) in
      try ExportEvidence(scanner, heading: heading, columns: read, totals: totals, passed: text.passed)
    }
    if let telling = TellingColumn.find(columns, kind, heading, names, evidence) {
      throw .unread(
        column: telling.name, as: telling.role, telling.refusal(of: kind, line: heading.line))
    }
    self.columns = columns
    // Somebody who names a currency means it; what stands beside the amounts then has to agree.
    let signed = options.fillsCurrency ? nil : evidence.signs.currency
    defaultCurrency = layout?.currency ?? columns.headingCurrency ?? signed ?? options.currency
    let isTold =
      options.fillsCurrency || layout?.currency != nil || columns.headingCurrency != nil || signed != nil
      || evidence.namesCurrency || columns[.currency] != nil || columns.currencyColumn != nil
    assumedCurrency = isTold || kind == .customers ? nil : defaultCurrency
    width = evidence.width
    combinesCustomers = evidence.combinesCustomers
    mayHaveTotals = evidence.mayHaveTotals
    totalled = evidence.totalled
    apart = evidence.apart
    carriesCustomers = kind != .customers && evidence.carriesCustomers
    namesCurrency = evidence.namesCurrency
    // Systems that tell amounts in local currency (LCY) beside others leave its code out.
    let isLocal = heading.names.contains { name in
      HeadingName(name).folded.hasSuffix("lcy") || ["(MW)", "(DS)", "(LV)"].contains { name.hasSuffix($0) }
    }
    localCurrency = isLocal && namesCurrency && kind != .customers ? defaultCurrency : nil
    fillsCurrency = options.fillsCurrency || layout?.currency != nil || !namesCurrency || isLocal
    let found = columns
    let place = { cell in CellPlace.find(cell, scanner, heading: heading, columns: found) }
    dateOrder = try evidence.dateOrder(options, layout: layout, place: place)
    decidingLine = evidence.decidingLine
    decimal = try evidence.decimal(options, place: place)
    contradictions = evidence.contradictions(options, layout: layout, place: place)
    let titled =
      kind == .invoices ? TitleDate.find(in: heading.titles, words: names.asOf, order: dateOrder) : nil
    asOf = options.asOf ?? titled
    years = options.years
    known = asOf ?? options.today
    if let asOf, !years.contains(yearOf: asOf) {
      throw .refused(
        Refusal(
          reason: "The day of this list, \(asOf.iso), does not lie in the years \(years.lowerBound) to "
            + "\(years.upperBound). Say the day with --as-of."))
    }
  }

  /// The heading of a currency column without a single currency, and the currency in which amounts are taken.
  public var emptyCurrency: (column: String, assumed: Currency)? {
    guard !namesCurrency, let column = columns.name(.currency) else { return nil }
    return (column, defaultCurrency)
  }

  /// The headings of what the file tells, as it spells them.
  public var headings: [IncomingPart: String] {
    var found: [IncomingPart: String] = [:]
    found[.customer] = columns.name(.accountNumber) ?? columns.name(.customerName)
    found[.number] = columns.name(kind == .payments ? .paymentNumber : .documentNumber)
    found[.currency] = columns.name(.currency) ?? columns.currencyColumn.map { heading.names[$0] }
    found[.amount] =
      kind == .payments
      ? columns.name(.paymentAmount) ?? columns.name(.appliedAmount)
      : columns.name(.amount) ?? columns.name(.lineAmount) ?? columns.name(.balance)
    found[.appliedInvoice] = columns.name(.appliedInvoice)
    found[.appliedAmount] = columns.name(.appliedAmount)
    return found
  }

  var scanner: RecordScanner { RecordScanner(heading, text) }
}

extension RecordScanner {
  /// Over the rows below `heading`.
  init(_ heading: Heading, _ text: ExportText) {
    self.init(
      text.bytes, delimiter: heading.delimiter.asciiValue ?? 0x2C, from: heading.bodyStart,
      line: heading.bodyLine)
  }
}

extension ExportFile {
  /// Rows between two calls of `progress`.
  static let progressInterval = 4_096

  /// Hands over every row in the order of the file; `joining` says whether several are one document. `progress` gets the
  /// share of the file that was read, 0 to 1.
  ///
  /// Lines that cannot be read are collected in the report. After the first one no row is handed over any more,
  /// and the reading goes on only to find the others.
  public func read<Failure: Error>(
    progress: (Double) throws(Failure) -> Void,
    _ take: (IncomingRow) throws(Failure) -> Void
  ) throws(Failure) -> ReadingReport {
    let reader = RowReader(self)
    var scanner = scanner
    var record = Record()
    var report = ReadingReport(contradictions)
    var count = 0
    while scanner.next(&record, &report) {
      if let row = reader.row(record, &report), report.refused.isEmpty { try take(row) }
      count += 1
      guard count % Self.progressInterval == 0 else { continue }
      text.passed()
      try progress(scanner.share)
    }
    report.refuse(reader.unexplained, names)
    report.putInOrder()
    report.notes = reader.notes
    report.totals = reader.totals
    return report
  }

  /// How rows of one document belong together; nil when each row is a document of its own.
  public var joining: RowJoining? { isListedByLine ? RowJoining(addsAmounts: addsAmounts) : nil }

  private var isListedByLine: Bool {
    switch kind {
    case .invoices: columns.hasAny(.lineDetail, .lineAmount)
    case .payments: columns[.paymentNumber] != nil && columns[.appliedInvoice] != nil
    case .customers: false
    }
  }

  /// Whether the document's amount is the sum of its rows rather than repeated on each.
  private var addsAmounts: Bool {
    switch kind {
    case .invoices: !columns.hasAny(.amount, .debit, .credit, .balance)
    case .payments: columns[.appliedAmount] == nil || columns[.paymentAmount] == nil
    case .customers: false
    }
  }
}

extension RecordScanner {
  /// The next record; a fault of the text itself ends the reading.
  fileprivate mutating func next(_ record: inout Record, _ report: inout ReadingReport) -> Bool {
    do throws(Refusal) {
      return try next(&record)
    } catch {
      report.refuse(error)
      return false
    }
  }

  /// How much of the text has been read, 0 to 1.
  fileprivate var share: Double { Double(position) / Double(max(bytes.count, 1)) }
}

extension RowReader {
  /// The row of `record`, unless it is furniture or was refused.
  fileprivate func row(_ record: Record, _ report: inout ReadingReport) -> IncomingRow? {
    do throws(Refusal) {
      return try row(record)
    } catch {
      report.refuse(error)
      return nil
    }
  }
}

/// Why an export cannot be read yet, or at all.
public enum ExportProblem: Error, Hashable, Sendable {
  /// Something in the file is wrong.
  case refused(Refusal)
  /// No column is known that plays one of these roles, without which the file cannot be read.
  case missing([ColumnRole], Refusal)
  /// A column speaks of what that role tells, and nobody reads it.
  case unread(column: String, as: ColumnRole, Refusal)
  /// Every numeric date could be read in two ways; `refusal` says so to those who cannot be asked.
  case ambiguousDates(example: String, refusal: Refusal)

  static func refusing<Value>(_ body: () throws(Refusal) -> Value) throws(ExportProblem) -> Value {
    do throws(Refusal) { return try body() } catch { throw .refused(error) }
  }

  /// The sentence for those who cannot be asked.
  public var refusal: Refusal {
    switch self {
    case .refused(let refusal), .ambiguousDates(_, let refusal), .missing(_, let refusal),
      .unread(_, _, let refusal):
      refusal
    }
  }

  /// The date that could be read in two ways; nil for other problems.
  public var ambiguousDate: String? {
    if case .ambiguousDates(let example, _) = self { example } else { nil }
  }
}
