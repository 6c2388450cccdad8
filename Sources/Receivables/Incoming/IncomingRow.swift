/// One statement of an export, ready to be stored.
public struct IncomingRow: Hashable, Sendable {
  /// The line in the file on which it begins, from 1.
  public var line: Int
  /// Whom it is about.
  public var customer: IncomingCustomer
  /// The document; nil in a list of customers.
  public var document: IncomingDocument?
  /// What a payment was put against.
  public var applications: [IncomingApplication]

  /// A row.
  public init(
    line: Int, customer: IncomingCustomer, document: IncomingDocument? = nil,
    applications: [IncomingApplication] = []
  ) {
    self.line = line
    self.customer = customer
    self.document = document
    self.applications = applications
  }
}
