public import Receivables

/// What came of reading an export.
public struct ReadingReport: Sendable {
  /// More are not kept.
  private static let limit = 100

  /// Lines that could not be read, the first hundred of them. When there is one, nothing may be stored.
  public private(set) var refused: [Refusal] = []
  /// How many lines could not be read.
  public private(set) var refusedCount = 0
  /// What was done on the way that a person should know.
  public internal(set) var notes = ReadingNotes()

  /// A report on a file that is refused for `refusals` already, if there are any.
  init(_ refusals: [Refusal]) {
    for refusal in refusals { refuse(refusal) }
  }

  /// Counts a line that could not be read, once a cell.
  mutating func refuse(_ refusal: Refusal) {
    if refused.contains(where: { $0.line == refusal.line && $0.column == refusal.column }) { return }
    refusedCount += 1
    if refused.count < Self.limit { refused.append(refusal) }
  }

  /// By their lines.
  mutating func putInOrder() { refused.sort { ($0.line ?? 0) < ($1.line ?? 0) } }
}

/// What was done on the way that a person should know.
public struct ReadingNotes: Hashable, Sendable {
  /// Amounts with more decimals than their currency has, rounded half away from zero.
  public var rounded = 0
  /// Totals rows, skipped.
  public var totals = 0
  /// Rows that hold nothing but a title or a customer's name for the rows below.
  public var sections = 0
  /// Drafts, voided documents and bills, skipped.
  public var ignored = 0
  /// Further rows of documents that the export lists line by line.
  public var repeated = 0
  /// Documents without a number, known by their date and amount instead.
  public var unnumbered = 0
  /// Invoices without a date, dated by their due date.
  public var undated = 0
  /// Terms in words that nobody knows, left out.
  public var unreadTerms = Occurrences()
  /// Invoices without a due date or readable terms, due on their date.
  public var withoutTerms = Occurrences()
  /// Invoices with a negative balance, taken as paid in full.
  public var overpaid = 0

  /// Nothing yet.
  public init() {}

  /// The notes as sentences, only those that apply.
  public var sentences: [String] {
    let all: [(Int, String)] = [
      (rounded, "Amounts with more decimals than their currency, rounded half away from zero"),
      (totals, "Totals rows skipped"),
      (sections, "Title rows skipped"),
      (ignored, "Drafts, voided documents and bills skipped"),
      (repeated, "Further rows of a document, joined with its first"),
      (unnumbered, "Documents without a number, known by date and amount"),
      (undated, "Invoices without a date, dated by their due date"),
      (overpaid, "Invoices with a negative balance, taken as paid in full; the excess is not in the book"),
    ]
    let placed: [(Occurrences, String)] = [
      (unreadTerms, "Terms that could not be read, left out"),
      (withoutTerms, "Invoices without a due date or readable terms, due on their date"),
    ]
    return all.filter { $0.0 > 0 }.map { "\($0.1): \($0.0)." }
      + placed.filter { $0.0.count > 0 }.map { "\($0.1): \($0.0.told)." }
  }
}

/// How often something was met in a file, and where first.
public struct Occurrences: Hashable, Sendable {
  /// How often.
  public private(set) var count = 0
  /// The line of the first, from 1.
  private var line = 0
  /// What stands there, when anything does.
  private var text: String?

  mutating func add(line: Int, _ text: String?) {
    if count == 0 { (self.line, self.text) = (line, text) }
    count += 1
  }

  /// `"3, first \"banana\" on line 7"`.
  var told: String {
    let quoted = text.map { "\"\($0.prefix(60))\" " } ?? ""
    return "\(count), first \(quoted)on line \(line)"
  }
}

/// What decides where an export itself does not.
public struct ReadingRules: Hashable, Sendable {
  /// Assumed where neither row nor layout names a currency.
  public var currency: Currency
  /// Whether `currency` also stands in for single lines that leave theirs out although others name one.
  public var fillsCurrency: Bool
  /// How numeric dates are read, whatever the file suggests.
  public var dateOrder: DateOrder?
  /// How numeric dates are read when nothing in the file decides.
  public var fallbackDateOrder: DateOrder?
  /// What stands before the decimals, whatever the file suggests.
  public var decimal: DecimalMark?
  /// The day as of which the file lists everything open; nil when it is no snapshot or tells the day in a title.
  public var asOf: CalendarDay?

  /// Rules; all but the currency may be left to the file.
  public init(
    currency: Currency, fillsCurrency: Bool = false, dateOrder: DateOrder? = nil,
    fallbackDateOrder: DateOrder? = nil, decimal: DecimalMark? = nil, asOf: CalendarDay? = nil
  ) {
    self.currency = currency
    self.fillsCurrency = fillsCurrency
    self.dateOrder = dateOrder
    self.fallbackDateOrder = fallbackDateOrder
    self.decimal = decimal
    self.asOf = asOf
  }
}
