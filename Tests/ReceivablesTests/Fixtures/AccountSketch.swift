import Receivables

/// An account drawn up for a test: days as ISO text, amounts in minor units, in US dollars unless said otherwise.
struct AccountSketch {
  var file = AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: "C-1", name: "Acme"))
  private var lastID: Int64 = 0

  @discardableResult
  mutating func invoice(
    _ minor: Int64, due: String, issued: String? = nil, _ currency: Currency = .usd
  ) throws -> DocumentID {
    let due = try day(due)
    let invoice = Invoice(
      id: DocumentID(rawValue: nextID()), number: "INV-\(lastID)",
      issued: try issued.map { try day($0) } ?? due.advanced(by: -30), due: due,
      original: Money(minor: minor, currency))
    file.invoices.append(invoice)
    file.invoices.sort { $0.due < $1.due }
    return invoice.id
  }

  @discardableResult
  mutating func credit(
    _ minor: Int64, on dated: String, _ kind: Credit.Kind = .payment, _ currency: Currency = .usd
  ) throws -> DocumentID {
    let id = DocumentID(rawValue: nextID())
    file.credits.append(
      Credit(
        id: id, number: "CR-\(id.rawValue)", kind: kind, dated: try day(dated),
        amount: Money(minor: minor, currency)))
    return id
  }

  @discardableResult
  mutating func apply(
    _ minor: Int64, to invoice: DocumentID, on dated: String, _ source: Application.Source = .payment,
    credit: DocumentID? = nil, reverses: Int64? = nil
  ) throws -> Int64 {
    let id = nextID()
    file.applications.append(
      Application(
        id: id, invoice: invoice, credit: credit, source: source, dated: try day(dated), amount: minor,
        reverses: reverses))
    file.applications.sort { ($0.dated, $0.id) < ($1.dated, $1.id) }
    return id
  }

  @discardableResult
  mutating func enter(_ body: EntryBody, on made: String) throws -> EntryNumber {
    let number = EntryNumber(rawValue: Int64(file.entries.count) + 1)
    file.entries.append(
      JournalEntry(
        number: number, action: ActionID(rawValue: "a\(number.rawValue)"), recorded: Instant(milliseconds: 0),
        day: try day(made), actor: "tester", collector: "tester", account: file.customer.id, body: body))
    return number
  }

  /// Logs a call; `next` is its kind and day.
  @discardableResult
  mutating func call(
    _ result: String, on made: String, next: (NextAction.Kind, String)? = nil, at time: TimeOfDay? = nil,
    phone: String? = nil, invoices: [DocumentID] = [], promise: PromiseTerms? = nil,
    dispute: DisputeTerms? = nil, plan: PlanTerms? = nil
  ) throws -> EntryNumber {
    let step = try next.map { NextAction($0.0, on: try day($0.1), at: time) }
    return try enter(
      .call(
        CallRecord(
          action: "OUT", result: result, contact: "Jane", phone: phone, invoices: invoices, promise: promise,
          dispute: dispute, plan: plan, next: step)),
      on: made)
  }

  /// Takes a promise and follows it up after date and the shipped grace.
  @discardableResult
  mutating func promise(
    _ minor: Int64, for promised: String, on made: String, _ invoices: [DocumentID],
    kind: PromiseTerms.Kind = .promise,
    paidBefore: Int64 = 0, supersedes: [EntryNumber] = []
  ) throws -> EntryNumber {
    let terms = PromiseTerms(
      kind: kind, amount: Money(minor: minor, .usd), day: try day(promised), invoices: invoices,
      paidBefore: paidBefore, supersedes: supersedes)
    let next = NextAction(.checkPromise, on: terms.day.advanced(by: 3))
    return try enter(
      .call(CallRecord(action: "OUT", result: "PP", contact: "Jane", promise: terms, next: next)), on: made)
  }

  func picture(_ asOf: String, _ policy: Policy? = nil) throws -> AccountPicture {
    try AccountPicture(of: file, policy: try policy ?? .shipped, asOf: try day(asOf))
  }

  func summary(_ asOf: String, _ policy: Policy? = nil) throws -> AccountSummary {
    try AccountSummary(of: file, policy: try policy ?? .shipped, asOf: try day(asOf))
  }

  private mutating func nextID() -> Int64 {
    lastID += 1
    return lastID
  }
}
