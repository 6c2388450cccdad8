/// The queries behind an `AccountFile`. Every one gives the account in its first column and is ordered by it, so
/// that the rows of many accounts can be merged while they are read.
struct AccountRows {
  /// Which accounts.
  enum Selection: Hashable {
    /// The one that is bound to `$1`.
    case one
    /// Those in the temporary table `touched`.
    case touched
    /// All.
    case all
  }

  let selection: Selection

  /// Customers.
  var customers: String {
    """
    select x.id, x.number, x.name, x.terms, x.credit_limit, x.credit_currency, x.collector, x.payment_run,
      x.time_zone, x.version
    from account x\(restriction(to: "x.id")) order by x.id
    """
  }

  /// Contacts, once for each of their numbers.
  var contacts: String {
    """
    select x.account_id, x.position, x.name, x.role, x.email, x.language, x.time_zone, p.number, p.label
    from contact x\(join(to: "x.account_id"))
      left join phone p on p.contact_id = x.id\(condition(on: "x.account_id"))
    order by x.account_id, x.position, p.position
    """
  }

  /// Invoices.
  var invoices: String {
    """
    select x.account_id, x.id, x.number, x.issued, x.due, x.amount, x.currency, x.reference
    from invoice x\(restriction(to: "x.account_id")) order by x.account_id
    """
  }

  /// Payments and credit notes.
  var credits: String {
    """
    select x.account_id, x.id, x.number, x.kind, x.dated, x.amount, x.currency, x.method,
      x.spent
    from credit x\(restriction(to: "x.account_id")) order by x.account_id
    """
  }

  /// Applications.
  var applications: String {
    """
    select x.account_id, x.id, x.invoice_id, x.credit_id, x.source, x.dated, x.amount, x.reverses
    from application x\(restriction(to: "x.account_id")) order by x.account_id
    """
  }

  /// Journal entries, as they were written.
  var entries: String {
    """
    select x.account_id, x.number, x.action, x.recorded, x.day, x.actor, x.collector, x.kind, x.body
    from journal x\(restriction(to: "x.account_id")) order by x.account_id, x.number
    """
  }

  private func restriction(to account: String) -> String { join(to: account) + condition(on: account) }

  private func join(to account: String) -> String {
    selection == .touched ? " join touched t on t.account_id = \(account)" : ""
  }

  private func condition(on account: String) -> String { selection == .one ? " where \(account) = $1" : "" }
}
