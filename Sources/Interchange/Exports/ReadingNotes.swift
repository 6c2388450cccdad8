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
