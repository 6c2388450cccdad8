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
  /// Invoices without a due date or readable terms, due on their date.
  public var withoutTerms = 0
  /// Invoices with a negative balance, taken as paid in full.
  public var overpaid = 0

  /// Nothing yet.
  public init() {}

  /// The notes as sentences, only those that apply.
  public var sentences: [String] {
    let all: [(Int, String)] = [
      (rounded, "amounts had more decimals than their currency and were rounded half away from zero"),
      (totals, "totals rows were skipped"),
      (sections, "title rows were skipped"),
      (ignored, "drafts, voided documents or bills were skipped"),
      (repeated, "further rows of the same documents were joined with the first"),
      (unnumbered, "documents have no number and are known by date and amount"),
      (undated, "invoices have no date and are dated by their due date"),
      (
        overpaid,
        "invoices have a negative balance and are taken as paid in full; the excess is not in the book"
      ),
      (withoutTerms, "invoices have no due date and no readable terms and are due on their date"),
    ]
    return all.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)." }
  }
}
