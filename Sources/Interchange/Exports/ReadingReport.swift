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
  /// The file's own totals beside what was taken.
  public internal(set) var totals = PrintedTotals()
  /// Words that decide and that nobody has explained: each refuses the file.
  public private(set) var unexplained: [UnexplainedWord] = []

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

  /// Refuses the file for words that nobody has explained.
  mutating func refuse(_ words: UnexplainedWords, _ names: ColumnNames) {
    unexplained = words.all(names)
    for word in unexplained { refuse(word.refusal) }
  }

  /// By their lines.
  mutating func putInOrder() { refused.sort { ($0.line ?? 0) < ($1.line ?? 0) } }
}

/// What was done on the way that a person should know, each with its places.
public struct ReadingNotes: Hashable, Sendable {
  /// Amounts with more decimals than their currency has, rounded half away from zero.
  public var rounded = Occurrences()
  /// Negative amounts of documents that no column calls a credit, taken as credit notes.
  public var negative = Occurrences()
  /// Open amounts above the full amount, which is raised to them.
  public var raised = Occurrences()
  /// Totals rows, skipped.
  public var totals = Occurrences()
  /// Headings that stand again, and numbers of pages.
  public var headings = Occurrences()
  /// Rows that hold nothing but a title or a customer's name for the rows below.
  public var sections = Occurrences()
  /// Lines without a customer, taken as of the customer above.
  public var carried = Occurrences()
  /// Drafts, voided documents and bills, skipped.
  public var ignored = Occurrences()
  /// Documents without a number, known by their date and amount instead.
  public var unnumbered = Occurrences()
  /// Invoices without a date, dated by their due date.
  public var undated = Occurrences()
  /// Invoices that the file calls disputed.
  public var disputed = Occurrences()
  /// Terms in words that nobody knows, left out.
  public var unreadTerms = Occurrences()
  /// Invoices without a due date or readable terms, due on their date.
  public var withoutTerms = Occurrences()
  /// Invoices of which more is paid than they come to: the excess is a credit.
  public var overpaid = Occurrences()

  /// Nothing yet.
  public init() {}

  /// The notes as sentences, only those that apply.
  public var sentences: [String] {
    let all: [(Occurrences, String)] = [
      (rounded, "Amounts with more decimals than their currency, rounded half away from zero"),
      (negative, "Negative amounts taken as credit notes"),
      (raised, "Open amounts above the full amount, which is raised to them"),
      (totals, "Totals rows skipped"),
      (headings, "Headings and page numbers of further pages skipped"),
      (sections, "Title rows skipped"),
      (carried, "Lines without a customer, taken as of the customer above"),
      (ignored, "Drafts, voided documents and bills skipped"),
      (unnumbered, "Documents without a number, known by date and amount"),
      (undated, "Invoices without a date, dated by their due date"),
      (
        overpaid,
        "Invoices paid with more than they come to; the excess is a credit of the customer"
      ),
      (
        disputed,
        "Invoices that the file calls disputed, not held back until the dispute is logged on the account"
      ),
      (unreadTerms, "Terms that could not be read, left out"),
      (withoutTerms, "Invoices without a due date or readable terms, due on their date"),
    ]
    return all.filter { $0.0.count > 0 }.map { "\($0.1): \($0.0.told)." }
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
  /// The years in which every day of the file lies.
  public var years: ClosedRange<Int>
  /// The business date: what tells only when it is due was issued by then.
  public var today: CalendarDay?

  /// Rules; all but the currency may be left to the file.
  public init(
    currency: Currency, fillsCurrency: Bool = false, dateOrder: DateOrder? = nil,
    fallbackDateOrder: DateOrder? = nil, decimal: DecimalMark? = nil, asOf: CalendarDay? = nil,
    years: ClosedRange<Int> = DayRules.usualYears
  ) {
    self.currency = currency
    self.fillsCurrency = fillsCurrency
    self.dateOrder = dateOrder
    self.fallbackDateOrder = fallbackDateOrder
    self.decimal = decimal
    self.asOf = asOf
    self.years = years
  }
}
