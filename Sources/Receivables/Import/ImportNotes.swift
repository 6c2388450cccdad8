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

  /// Nothing yet.
  public init() {}

  /// The notes as sentences, only those that apply.
  public var sentences: [String] {
    let all: [(Occurrences, String)] = [
      (repeated, "Further rows of a document, joined with its first"),
      (unknownInvoices, "Payments for invoices that are not in the book in that currency, left unapplied"),
      (lookAlikes, "Numbers that look like another one and count as different"),
      (namesakes, "Invoices and credit notes with the same number, kept as two documents"),
    ]
    return all.filter { $0.0.count > 0 }.map { "\($0.1): \($0.0.told)." }
  }
}
