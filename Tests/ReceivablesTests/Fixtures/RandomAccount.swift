import Receivables

/// Accounts made from a seed in which everything happens that books and journals allow.
struct RandomAccount {
  /// The first day on which anything happens.
  static let start = CalendarDay(number: 20_454)  // Thu 1 Jan 2026
  /// How many days after `start` the last document or entry is dated.
  static let span = 200

  private(set) var file: AccountFile
  private var random: Randomness
  private var lastID: Int64 = 0

  init(seed: UInt64, _ policy: Policy) {
    random = Randomness(seed: seed)
    file = AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: "C-1", name: "Random"))
    file.customer.paymentRun = pick([
      nil, nil, .weekly(.thursday), .fortnightly(anchor: Self.start), .monthly(day: 31),
    ])
    if chance(2) { file.customer.creditLimit = Money(minor: amount() * 3, .usd) }
    for _ in 0..<random.below(7) { addInvoice() }
    for _ in 0..<random.below(4) { addCredit() }
    for _ in 0..<random.below(10) where !file.invoices.isEmpty { addApplication() }
    file.invoices.sort { $0.due < $1.due }
    file.credits.sort { $0.dated < $1.dated }
    file.applications.sort { ($0.dated, $0.id) < ($1.dated, $1.id) }
    let days = (0..<random.below(16)).map { _ in anyDay() }.sorted()
    for day in days { addEntry(on: day, policy) }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
  private mutating func chance(_ outOf: Int) -> Bool { random.below(outOf) == 0 }
  private mutating func amount() -> Int64 { Int64(random.below(9) + 1) * 10_000 }
  private mutating func anyDay() -> CalendarDay { Self.start.advanced(by: random.below(Self.span)) }
  private mutating func nextID() -> Int64 {
    lastID += 1
    return lastID
  }

  private mutating func addInvoice() {
    let issued = anyDay()
    let currency = pick([Currency.usd, .usd, .usd, .eur, .jpy])
    file.invoices.append(
      Invoice(
        id: DocumentID(rawValue: nextID()), number: "I\(lastID)", issued: issued,
        due: issued.advanced(by: pick([0, 14, 30])), original: Money(minor: amount(), currency)))
  }

  private mutating func addCredit() {
    let kind = pick([Credit.Kind.payment, .creditNote])
    file.credits.append(
      Credit(
        id: DocumentID(rawValue: nextID()), number: "K\(lastID)", kind: kind, dated: anyDay(),
        amount: Money(minor: amount(), pick([.usd, .usd, .eur]))))
  }

  private mutating func addApplication() {
    let invoice = pick(file.invoices)
    if chance(4), let earlier = file.applications.last(where: { $0.amount > 0 }) {
      file.applications.append(
        Application(
          id: nextID(), invoice: earlier.invoice, credit: earlier.credit, source: earlier.source,
          dated: earlier.dated.advanced(by: random.below(20)), amount: -pick([earlier.amount, 5_000]),
          reverses: pick([earlier.id, nil])))
      return
    }
    let credit = file.credits.isEmpty || chance(2) ? nil : pick(file.credits)
    file.applications.append(
      Application(
        id: nextID(), invoice: invoice.id, credit: credit?.id,
        source: pick([.payment, .payment, .payment, .cleared, .creditNote, .writeOff]),
        dated: anyDay(), amount: pick([invoice.original.minor, amount(), 9_900])))
  }

  private mutating func addEntry(on day: CalendarDay, _ policy: Policy) {
    let number = EntryNumber(rawValue: Int64(file.entries.count) + 1)
    let earlier = file.entries.map(\.number)
    let body: EntryBody =
      switch random.below(10) {
      case 0: .note("noted")
      case 1: .snooze(until: day.advanced(by: random.below(10)), reason: "later")
      case 2 where !earlier.isEmpty: .reversal(of: pick(earlier), reason: "mistake")
      case 3 where !earlier.isEmpty: .promiseWithdrawn(pick(earlier), by: "Jane", reason: "lost the order")
      default: .call(call(on: day, policy, earlier))
      }
    file.entries.append(
      JournalEntry(
        number: number, action: ActionID(rawValue: "a"), recorded: Instant(milliseconds: 0), day: day,
        actor: "tester", collector: "tester", account: file.customer.id, body: body))
  }

  private mutating func call(
    on day: CalendarDay, _ policy: Policy, _ earlier: [EntryNumber]
  ) -> CallRecord {
    var record = CallRecord(action: "OUT", result: pick(policy.results).code)
    let invoices = file.invoices.map(\.id).filter { _ in random.below(3) > 0 }
    if chance(4) { record.invoices = invoices }
    switch random.below(5) {
    case 0, 1:
      record.promise = PromiseTerms(
        kind: pick([.promise, .promise, .promise, .saysPaid]), amount: Money(minor: amount(), .usd),
        day: day.advanced(by: random.below(20)), invoices: invoices, paidBefore: pick([0, 0, 5_000]),
        supersedes: earlier.filter { _ in random.below(4) == 0 })
    case 2:
      record.dispute = DisputeTerms(
        reason: "price", amount: pick([nil, Money(minor: amount(), .usd)]), invoices: invoices)
    case 3:
      let part = amount()
      record.plan = PlanTerms(
        currency: .usd,
        instalments: (1...3).map { .init(due: day.advanced(by: $0 * 7), amount: part) }, invoices: invoices)
    default: break
    }
    if !chance(4) {
      record.next = NextAction(pick(NextAction.Kind.allCases), on: day.advanced(by: random.below(12)))
    }
    return record
  }
}
