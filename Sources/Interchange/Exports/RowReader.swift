import Receivables

/// Turns the records of one export into rows. One function a topic, in the other files of this folder.
///
/// A class, because all that is asked of it for a cell would copy it.
final class RowReader {
  let heading: Heading
  let columns: ColumnMap
  let kind: ExportKind
  let names: ColumnNames
  let dateOrder: DateOrder?
  let decimal: DecimalMark
  let defaultCurrency: Currency
  let fillsCurrency: Bool
  let width: Int
  let asOf: CalendarDay?
  let years: ClosedRange<Int>
  let known: CalendarDay?
  /// Whether lines say more of their customer than number and name.
  private let hasDetails: Bool
  /// Reads the cells; where the next record begins is nothing to it.
  let scanner: RecordScanner
  var notes = ReadingNotes()
  var totals = PrintedTotals()
  /// The column whose totals are compared; nil where there are none, so that nothing is counted.
  let totalled: ColumnRole?
  /// The currency of the last line of which an amount was taken.
  var lastAmountCurrency: Currency?
  /// The customer's name that stands alone above its rows.
  var section: String? { sections.name }
  var sections: CustomerSections
  /// Whether any name stood alone; in most exports none does.
  var hasSections = false
  let totalWords: Set<HeadingName>
  /// What texts of terms mean: few of them stand on millions of lines.
  private var readTerms: [String: Terms?] = [:]
  private let wording: TermsWording
  let types: WordColumn<DocumentWord>
  let statuses, paymentStatuses: WordColumn<StatusWord>
  let receipts, paymentReceipts: WordColumn<ReceiptWord>
  let sides: WordColumn<SideWord>
  let isOpen, isPaid, paidAmount, disputed: WordColumn<Answer>
  var unexplained = UnexplainedWords()
  /// The currency of the line before, and its cell.
  var lastCurrency: (cell: RecordField, currency: Currency)?
  /// The customer of the line before, and the cells of number and name: lines of one stand together in most exports.
  private var lastCustomer = IncomingCustomer(number: "")
  var lastCells: (number: RecordField, name: RecordField?)?
  /// Whether a line without a customer is of the one above, and which one that is.
  private let carriesCustomers: Bool
  private let combinesCustomers: Bool
  private let apart: Set<String>
  private var carried: IncomingCustomer?
  /// The numbers of the days of `years`.
  let possibleDays: ClosedRange<Int>?
  var unnumbered: [String: Int] = [:]

  init(_ export: ExportFile) {
    heading = export.heading
    columns = export.columns
    kind = export.kind
    totalled = export.mayHaveTotals ? Self.totalled(export.columns, export.kind) : nil
    names = export.names
    dateOrder = export.dateOrder
    decimal = export.decimal
    defaultCurrency = export.defaultCurrency
    fillsCurrency = export.fillsCurrency
    width = export.width
    asOf = export.asOf
    years = export.years
    known = export.known
    carriesCustomers = export.carriesCustomers
    combinesCustomers = export.combinesCustomers
    totalWords = Set(export.names.totals)
    sections = CustomerSections(totalled: export.totalled)
    apart = export.apart
    wording = export.names.wording
    for (text, meaning) in export.columns.layout?.words ?? [:] {
      if case .terms(let terms) = meaning { readTerms[text] = .some(terms) }
    }
    possibleDays = Self.days(of: export.years)
    hasDetails = columns.hasAny(
      .terms, .creditLimit, .collector, .paymentRun, .timeZone, .taxNumber, .contactName, .email, .phone,
      .mobile)
    scanner = export.scanner
    types = WordColumn(.documentType, names.types)
    statuses = WordColumn(.status, names.statuses)
    paymentStatuses = WordColumn(.paymentStatus, names.statuses)
    receipts = WordColumn(.status, names.receipts)
    paymentReceipts = WordColumn(.paymentStatus, names.receipts)
    sides = WordColumn(.side, names.sides)
    isOpen = WordColumn(.isOpen, names.answers)
    isPaid = WordColumn(.isPaid, names.answers)
    disputed = WordColumn(.disputed, names.answers)
    // Some systems answer with yes or no where others tell an amount. A figure is an amount.
    paidAmount = WordColumn(.paidAmount, names.answers.filter { Int($0.key.folded) == nil })
  }

  private static func days(of years: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard let first = CalendarDay(year: years.lowerBound, month: 1, day: 1),
      let last = CalendarDay(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    return first.number...last.number
  }

  /// The row that `record` holds, or nil when it is blank, a title or a total.
  func row(_ record: Record) throws(Refusal) -> IncomingRow? {
    if record.isBlank { return nil }
    if record.overruns(heading.names.count) { throw longLine(record) }
    if let column = record.broken { throw brokenQuotes(record, column) }
    if isFurniture(record) { return nil }
    if hasSections { sections.line() }
    guard record.fields.count >= width else { throw shortLine(record) }
    // What is not owed need not be complete: a draft may have no number, customer or currency yet.
    if isLeftOut(record) {
      leaveOut(record)
      return takenBack(record)
    }
    let currency = try currency(record)
    let customer = try customer(of: record, currency)
    // A row is made when all of it is known: to fill it in would copy it.
    switch kind {
    case .customers: return IncomingRow(line: record.line, customer: customer)
    case .payments: return try payment(record, currency, customer: customer)
    case .invoices:
      return IncomingRow(
        line: record.line, customer: customer,
        document: try document(record, currency, customer: customer))
    }
  }

  /// Whom a line is about, which may be told by the one above.
  func customer(of record: Record, _ currency: Currency) throws(Refusal) -> IncomingCustomer {
    try carriesCustomers ? customerOrAbove(record, currency) : customer(record, currency: currency)
  }

  private func customerOrAbove(_ record: Record, _ currency: Currency) throws(Refusal) -> IncomingCustomer {
    if let carried, field(.accountNumber, record) == nil, field(.customerName, record) == nil {
      notes.carried.add(line: record.line)
      return carried
    }
    let customer = try customer(record, currency: currency)
    carried = customer
    return customer
  }

  private func customer(_ record: Record, currency: Currency) throws(Refusal) -> IncomingCustomer {
    let (numberCell, nameCell) = (field(.accountNumber, record), field(.customerName, record))
    if let last = lastCells, scanner.isSame(numberCell, last.number), scanner.isSame(nameCell, last.name) {
      return lastCustomer
    }
    var name = text(.customerName, record)
    var identifier = try identifier(.accountNumber, record)
    if combinesCustomers, let parts = name.flatMap({ CombinedCustomers.parts(of: $0) }) {
      (identifier, name) = (parts.number, parts.name)
    }
    guard let number = identifier ?? name ?? section, !DocumentKey(number).text.isEmpty else {
      throw Refusal(
        line: record.line, column: columns.name(.accountNumber) ?? columns.name(.customerName),
        reason: "The line does not say which customer it belongs to.")
    }
    let told = name ?? (columns[.accountNumber] == nil ? nil : section)
    let identity: IncomingCustomer.Identity =
      identifier == nil ? .name : !apart.isEmpty && apart.contains(number) ? .spelling : .number
    guard hasDetails else {
      var customer = IncomingCustomer(number: number, name: told)
      customer.identity = identity
      if let numberCell, identifier != nil { (lastCells, lastCustomer) = ((numberCell, nameCell), customer) }
      return customer
    }
    var customer = IncomingCustomer(
      number: number, name: told, terms: terms(record),
      creditLimit: try money(.creditLimit, record, currency).map { Money(minor: $0, currency) },
      collector: text(.collector, record), paymentRun: try paymentRun(record),
      timeZone: text(.timeZone, record), taxNumber: text(.taxNumber, record), contact: contact(record))
    customer.identity = identity
    return customer
  }

  private func terms(_ record: Record) -> Terms? {
    guard let text = text(.terms, record) else { return nil }
    let terms = readTerms[text] ?? wording.read(text)
    readTerms[text] = .some(terms)
    if terms == nil { note(\.unreadTerms, .terms, record) }
    return terms
  }

  private func paymentRun(_ record: Record) throws(Refusal) -> PaymentRun? {
    guard let text = text(.paymentRun, record) else { return nil }
    guard let run = PaymentRun(text: text) else {
      throw Refusal(
        line: record.line, column: columns.name(.paymentRun),
        reason:
          "\"\(text.prefix(60))\" is not a payment run. Write Thu, fortnightly from 2026-01-08 or monthly 15."
      )
    }
    if case .fortnightly(let anchor) = run { try check(anchor, .paymentRun, record) }
    return run
  }

  private func contact(_ record: Record) -> Contact? {
    let email = text(.email, record)
    var phones: [Phone] = []
    if let number = text(.phone, record) { phones.append(Phone(number: number)) }
    if let number = text(.mobile, record) { phones.append(Phone(number: number, label: "mobile")) }
    guard let name = text(.contactName, record) ?? email ?? phones.first?.number else { return nil }
    return Contact(
      name: name, role: text(.contactRole, record), email: email, phones: phones,
      language: text(.language, record))
  }
}

extension RowReader {
  /// Fields that no heading explains.
  func longLine(_ record: Record) -> Refusal {
    Refusal(
      line: record.line,
      reason: "The line has \(record.fields.count) fields, the headings are \(heading.names.count). "
        + "A field that holds a \(delimiterName) must stand in quotation marks.")
  }

  /// A line that was cut off.
  func shortLine(_ record: Record) -> Refusal {
    let count = record.fields.count
    let missing = heading.names[count..<width].filter { !$0.isEmpty }
    return Refusal(
      line: record.line, column: missing.first,
      reason:
        "The line has \(count) fields, others have \(width): it lacks \(missing.joined(separator: ", ")). "
        + "Export the file again, or complete the line.")
  }

  /// A field of which nobody can say where it ends.
  fileprivate func brokenQuotes(_ record: Record, _ column: Int) -> Refusal {
    Refusal(
      line: record.line, column: column < heading.names.count ? heading.names[column] : nil,
      reason:
        "Text follows the closing quotation mark of a field that holds a \(delimiterName), a line end or "
        + "quotation marks. Write every quotation mark of a text twice and the whole text in quotation marks."
    )
  }

  /// For sentences: the beginning of a cell.
  func quoted(_ text: String) -> String { "\"\(text.prefix(60))\"" }

  private var delimiterName: String {
    switch heading.delimiter {
    case ",": "comma"
    case ";": "semicolon"
    case "\t": "tab"
    default: "vertical bar"
    }
  }
}

/// Finds where a cell stands that is to be shown in a refusal. Only a faulty file pays for it.
enum CellPlace {
  /// The first line that has `text` in a date or amount column, and that column's heading.
  static func find(
    _ text: String, _ scanner: RecordScanner, heading: Heading, columns: ColumnMap
  ) -> (line: Int, column: String)? {
    let roles = ExportEvidence.dateRoles + ExportEvidence.amountRoles
    let candidates = Set(roles.compactMap { columns[$0] }).sorted()
    var scanner = scanner
    var record = Record()
    while (try? scanner.next(&record)) == true {
      for column in candidates where column < record.fields.count {
        if scanner.string(record.fields[column]) == text.trimmed {
          return (record.line, heading.names[column])
        }
      }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
