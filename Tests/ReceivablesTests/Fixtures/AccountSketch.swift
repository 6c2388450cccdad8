import Receivables
import SampleEntries

/// An account drawn up for a test: days as ISO text, amounts in minor units, in US dollars unless said otherwise.
struct AccountSketch {
  var file = AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: "C-1", name: "Acme"))
  private var lastID: Int64 = 0

  private mutating func nextID() -> Int64 {
    lastID += 1
    return lastID
  }

  func picture(_ asOf: String, _ policy: Policy? = nil) throws -> AccountPicture {
    try AccountPicture(of: file, policy: try policy ?? .shipped, asOf: try day(asOf))
  }

  func summary(_ asOf: String, _ policy: Policy? = nil) throws -> AccountSummary {
    try AccountSummary(of: file, policy: try policy ?? .shipped, asOf: try day(asOf))
  }
}

// MARK: The books

extension AccountSketch {
  @discardableResult
  mutating func invoice(
    _ minor: Int64, due: String, issued: String? = nil, _ currency: Currency = .usd, number: String? = nil
  ) throws -> DocumentID {
    let due = try day(due)
    let id = nextID()
    let invoice = Invoice(
      id: DocumentID(rawValue: id), number: number ?? "INV-\(id)",
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

  /// The number of an invoice that was drawn up.
  func number(_ invoice: DocumentID) -> String { file.numbers(of: [invoice])[0] }
}

// MARK: The journal

extension AccountSketch {
  @discardableResult
  mutating func enter(_ body: EntryBody, on made: String) throws -> EntryNumber {
    let number = EntryNumber(rawValue: Int64(file.entries.count) + 1)
    file.entries.append(
      JournalEntry(
        number: number, action: ActionID(rawValue: "a\(number.rawValue)"), recorded: Instant(milliseconds: 0),
        day: try day(made), actor: "tester", collector: "tester", account: file.customer.id, body: body))
    return number
  }

  /// Logs a call as the shipped policy judges its result. `next` is the kind and day of the step that was agreed, about
  /// `invoices` or, without any, about everything; `terms` are the matters that it opened.
  @discardableResult
  mutating func call(
    _ result: String, on made: String, next: (NextAction.Kind, String)? = nil, at time: TimeOfDay? = nil,
    offset: Int? = nil, action: String = "OUT", phone: String? = nil, invoices: [DocumentID] = [],
    terms: [any EntrySection] = []
  ) throws -> EntryNumber {
    let step = try next.map { NextAction($0.0, on: try day($0.1), at: time, offset: offset) }
    let sections: [any EntrySection] =
      [
        ContactRecord(
          action: action, effects: try .shipped(result, action: action), person: "Jane", phone: phone),
        Outcome(result: result, invoices: file.numbers(of: invoices)),
      ] + terms
    let agreed = step.map { ContactStep($0, invoices: file.numbers(of: invoices)) }
    return try enter(EntryBody(sections + (agreed.map { [$0] } ?? [])), on: made)
  }

  /// Takes a promise, or a claim that something was paid, to be found 60 days later unless said otherwise.
  @discardableResult
  mutating func promise(
    _ minor: Int64, for promised: String, on made: String, _ invoices: [DocumentID],
    kind: PromiseTerms.Kind = .promise, replaces: [PromiseTerms.Replacement] = [], checkOn: String? = nil,
    less incentive: Incentive? = nil, _ policy: Policy? = nil
  ) throws -> EntryNumber {
    let policy = try policy ?? .shipped
    let amount = Money(minor: minor, .usd)
    let check = try checkOn.map { try day($0) } ?? day(made).advanced(by: 60)
    let terms = PromiseTerms(
      kind: kind, amount: amount, day: try day(promised), covers: file.covers(invoices, amount),
      graceDays: policy.promises.graceDays, tolerance: policy.promises.tolerance(in: .usd),
      replaces: replaces, checkOn: kind == .saysPaid ? check : nil, incentive: incentive)
    return try call(kind == .saysPaid ? "PS" : "PP", on: made, terms: [terms])
  }

  /// Raises a dispute about a part of the invoices, or about them as a whole, looked at again on `due`.
  @discardableResult
  mutating func dispute(
    _ minor: Int64?, on made: String, _ invoices: [DocumentID], reason: String = "price", due: String? = nil
  ) throws -> EntryNumber {
    let amount = minor.map { Money(minor: $0, .usd) }
    let terms = DisputeTerms(
      reason: reason, amount: amount, covers: file.covers(invoices, amount).filter { $0.amount.minor > 0 },
      dueOn: try due.map { try day($0) } ?? day(made).advanced(by: 5))
    return try call("DI", on: made, terms: [terms])
  }

  /// Changes a dispute: how it stands, and how much of each invoice is accepted.
  @discardableResult
  mutating func change(
    _ dispute: EntryNumber, _ state: DisputeState?, on made: String, accepted: [(DocumentID, Int64)] = [],
    owner: String? = nil, due: String? = nil
  ) throws -> EntryNumber {
    let parts = accepted.map {
      MatterChange.Part(invoice: number($0.0), amount: Money(minor: $0.1, .usd))
    }
    let change = MatterChange(
      of: MatterID(dispute), kind: "dispute", state: state?.rawValue, owner: owner,
      dueOn: try due.map { try day($0) }, cause: state?.isDecision == true ? "other" : nil, accepted: parts)
    return try enter(EntryBody(change), on: made)
  }

  /// Agrees on a plan of these instalments.
  @discardableResult
  mutating func plan(
    _ parts: [(String, Int64)], on made: String, _ invoices: [DocumentID], less incentive: Incentive? = nil,
    breaksAfter: Int? = nil
  ) throws -> EntryNumber {
    let total = Money(minor: parts.reduce(0) { $0 + $1.1 }, .usd)
    let terms = PlanTerms(
      currency: .usd, instalments: try parts.map { .init(due: try day($0.0), amount: $0.1) },
      covers: file.covers(invoices, total), graceDays: try Policy.shipped.promises.graceDays,
      breaksAfter: breaksAfter, incentive: incentive)
    return try call("PL", on: made, terms: [terms])
  }

  /// Logs a call as the rules complete it on its day, and returns how.
  @discardableResult
  mutating func log(_ call: ProposedCall, on made: String, _ policy: Policy? = nil) throws -> CompletedCall {
    let completed = try call.completed(for: try picture(made, policy), policy: try policy ?? .shipped)
    try enter(completed.body, on: made)
    return completed
  }

  /// So much of an older promise stands no longer.
  func replacing(_ promise: EntryNumber, _ invoice: DocumentID, _ minor: Int64) -> PromiseTerms.Replacement {
    .init(of: MatterID(promise), invoice: number(invoice), amount: Money(minor: minor, .usd))
  }
}

extension ContactRecord.Effects {
  /// What a result counts for under the shipped policy; a comment counts for nothing.
  static func shipped(_ result: String, action: String = "OUT") throws -> ContactRecord.Effects {
    guard action != "CM", let rule = try Policy.shipped.result(result) else { return [] }
    let marks: [(Bool, ContactRecord.Effects)] = [
      (rule.isWorked, .worked), (rule.isRightParty, .rightParty), (rule.leavesQueue, .leavesQueue),
      (rule.marksNumberDead, .numberDead),
    ]
    return ContactRecord.Effects(marks.filter(\.0).map(\.1))
  }
}
