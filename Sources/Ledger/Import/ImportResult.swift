/// What an import did, or in a dry run would have done.
public struct ImportResult: Hashable, Sendable {
  /// Customers.
  public var customers = ImportTally()
  /// Invoices.
  public var invoices = ImportTally()
  /// Payments and credit notes.
  public var payments = ImportTally()
  /// Applications that name an invoice which the book does not have, or has in another currency: that money stays
  /// unapplied.
  public var unknownInvoices = 0
  /// What a dry run found different, the first of them.
  public var differences: [ImportDifference] = []

  /// Nothing yet.
  public init() {}

  /// Whether the book is as it was.
  public var isUnchanged: Bool { customers.isUnchanged && invoices.isUnchanged && payments.isUnchanged }
}
