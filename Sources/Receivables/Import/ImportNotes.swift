/// What a person should know of an import that was taken.
public struct ImportNotes: Hashable, Sendable {
  /// Applications that name an invoice which the book does not have, or has in another currency: that money stays
  /// unapplied.
  public var unknownInvoices = Occurrences()
  /// New numbers that look like another one of their kind and are not the same.
  public var lookAlikes = Occurrences()
  /// New credit notes and invoices under one number: two documents.
  public var namesakes = Occurrences()
  /// Further rows of documents that the export lists line by line.
  public var repeated = Occurrences()
  /// Names of customers in another spelling than before, which are the same customer.
  public var spellings = Occurrences()
  /// New invoices without a due date, due by the terms that the book has of their customers.
  public var agreedTerms = Occurrences()
  /// Payments that came before their invoices.
  public var awaited = Occurrences()
  /// Customers whose lines tell another name or terms than a list of customers did.
  public var otherMasterData = Occurrences()
  /// Invoices of the book that came again as void, cancelled or a draft.
  public var cancelled = Occurrences()
  /// Invoices that left the list while one of the same customer, amount and date came under another number.
  public var renumbered = Occurrences()
  /// Documents with the number of another one, long before or after it: numbers that restart.
  public var restarted = Occurrences()
  /// Further parts of invoices that are to be paid in parts.
  public var instalments = Occurrences()
  /// Documents whose numbers only differ in leading zeros from others beside them.
  public var apart = Occurrences()
  /// Invoices that changed date, due date and amount all at once.
  public var corrected = Occurrences()

  /// Nothing yet.
  public init() {}

  /// The notes as sentences, only those that apply.
  public var sentences: [String] {
    let all: [(Occurrences, String)] = [
      (repeated, "Further rows of a document, joined with its first"),
      (
        unknownInvoices,
        "Payments for invoices that are not in the book in that currency, left unapplied until these come"
      ),
      (awaited, "Payments that waited for their invoices, applied now"),
      (lookAlikes, "Numbers that look like another one and count as different"),
      (namesakes, "Invoices and credit notes with the same number, kept as two documents"),
      (
        spellings,
        "Names that only differ in case, spaces or a final dot from another one, taken as that customer"
      ),
      (agreedTerms, "Of these, due by the terms that the book has of the customer"),
      (
        otherMasterData,
        "Customers whose invoices tell another name or terms than the list of customers, which stays"
      ),
      (cancelled, "Documents of the book that are cancelled, closed without being paid"),
      (renumbered, "Invoices under another number, with what was promised on them"),
      (restarted, "Numbers of another document with other dates and amount, taken as new documents"),
      (instalments, "Further instalments of an invoice, kept as a document for each due date"),
      (apart, "Numbers that only differ in leading zeros, with other dates, kept as two documents"),
      (corrected, "Invoices whose date, due date and amount changed all at once, taken as corrected"),
    ]
    return all.filter { $0.0.count > 0 }.map { "\($0.1): \($0.0.told)." }
  }
}
