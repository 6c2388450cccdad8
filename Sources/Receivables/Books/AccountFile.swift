/// Everything stored about one account: its part of the books and its part of the journal, nothing derived. Where
/// customers are worked together it is the part of all of them.
public struct AccountFile: Hashable, Sendable {
  /// Who owes.
  public var customer: Customer
  /// The people there, in the order of the books.
  public var contacts: [Contact]
  /// All invoices, open and closed, oldest due first.
  public var invoices: [Invoice]
  /// Payments and credit notes, oldest first.
  public var credits: [Credit]
  /// What was put against what, oldest first.
  public var applications: [Application]
  /// The journal of the account in the order it was written.
  public var entries: [JournalEntry]
  /// Grows with every write to the account; what a save is checked against.
  public var version: Int64
  /// Other customers of the books who belong to it. The books and journals of those that are worked together with it are in
  /// the lists above.
  public var related: [RelatedCustomer] = []
  /// How entries of several customers name its invoices; nil where there is only one.
  var names: InvoiceNames? {
    get { naming.first }
    set { naming = newValue.map { [$0] } ?? [] }
  }
  // Nothing is copied with an account that has none, as nearly all.
  private var naming: [InvoiceNames] = []

  /// An account's rows.
  public init(
    customer: Customer, contacts: [Contact] = [], invoices: [Invoice] = [], credits: [Credit] = [],
    applications: [Application] = [], entries: [JournalEntry] = [], version: Int64 = 0
  ) {
    self.customer = customer
    self.contacts = contacts
    self.invoices = invoices
    self.credits = credits
    self.applications = applications
    self.entries = entries
    self.version = version
  }

  /// Puts documents and applications in the order of their days, those of one day by row number.
  public mutating func putInOrder() {
    invoices.sort { ($0.due, $0.id) < ($1.due, $1.id) }
    credits.sort { ($0.dated, $0.id) < ($1.dated, $1.id) }
    applications.sort { ($0.dated, $0.id) < ($1.dated, $1.id) }
  }
}
