import Receivables
import SampleEntries

/// Accounts made from a seed in which everything happens that books and journals allow.
struct RandomAccount {
  /// The first day on which anything happens.
  static let start = CalendarDay(number: 20_454)  // Thu 1 Jan 2026
  /// How many days after `start` the last document or entry is dated.
  static let span = 200

  private(set) var file: AccountFile
  private var random: Randomness
  private var lastID: Int64 = 0
  private let escalates: Bool
  private let givesUp: Bool

  /// Where it `escalates`, rungs of the ladder are proposed and decided on too; where it `givesUp` something, there are
  /// discounts on promises and plans.
  init(seed: UInt64, _ policy: Policy, escalates: Bool = false, givesUp: Bool = false) {
    self.givesUp = givesUp
    random = Randomness(seed: seed)
    self.escalates = escalates
    file = AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: "C-1", name: "Random"))
    file.customer.paymentRun = pick([
      nil, nil, .weekly(.thursday), .fortnightly(anchor: Self.start), .monthly(day: 31),
      .monthlyDays([1, 15]), .nthWeekday(2, .thursday), .lastWeekday(.friday),
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
    payPromises()
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
  private mutating func chance(_ outOf: Int) -> Bool { random.below(outOf) == 0 }
  private mutating func amount() -> Int64 { Int64(random.below(9) + 1) * 10_000 }
  private mutating func anyDay() -> CalendarDay { Self.start.advanced(by: random.below(Self.span)) }
  private mutating func nextID() -> Int64 {
    lastID += 1
    return lastID
  }
}

// MARK: Books

extension RandomAccount {
  private mutating func addInvoice() {
    let issued = anyDay()
    let currency = pick([Currency.usd, .usd, .usd, .eur, .jpy])
    file.invoices.append(
      Invoice(
        id: DocumentID(rawValue: nextID()), number: "I \(lastID)", issued: issued,
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

  /// A promise in three is paid around its day by a payment that is applied later, perhaps to another invoice, or never.
  private mutating func payPromises() {
    let promises = file.entries.flatMap { $0.body.all(PromiseTerms.self) }
    for promise in promises where chance(3) {
      if let incentive = promise.incentive, chance(2) { pay(promise, less: incentive) }
      let id = DocumentID(rawValue: nextID())
      let dated = promise.day.advanced(by: random.below(9) - 5)
      file.credits.append(
        Credit(
          id: id, number: "K\(lastID)", kind: .payment, dated: dated,
          amount: Money(minor: promise.amount.minor * pick([1, 1, 2]), promise.amount.currency)))
      let fitting = file.invoices.filter { $0.original.currency == promise.amount.currency }
      guard chance(2), !fitting.isEmpty else { continue }
      file.applications.append(
        Application(
          id: nextID(), invoice: pick(fitting).id, credit: id, source: .payment,
          dated: dated.advanced(by: random.below(12)), amount: promise.amount.minor))
    }
    file.credits.sort { $0.dated < $1.dated }
    file.applications.sort { ($0.dated, $0.id) < ($1.dated, $1.id) }
  }

  /// What is left of a promise with a discount comes around the last day of that, and perhaps the credit note some weeks
  /// later.
  private mutating func pay(_ promise: PromiseTerms, less incentive: Incentive) {
    let covered = promise.covers.map(\.number)
    guard let invoice = file.invoices.first(where: { covered.contains($0.number) }) else { return }
    let dated = incentive.until.advanced(by: random.below(4) - 3)
    let parts =
      [(Application.Source.payment, promise.amount.minor - incentive.amount.minor, dated)]
      + (chance(2) ? [(.creditNote, incentive.amount.minor, dated.advanced(by: random.below(30)))] : [])
    for (source, amount, day) in parts {
      file.applications.append(
        Application(id: nextID(), invoice: invoice.id, source: source, dated: day, amount: amount))
    }
  }

  /// The books as they were on a day; what is dated up to then may also have been booked later.
  private mutating func books(on day: CalendarDay) -> AccountFile {
    var books = file
    books.applications.removeAll { $0.dated > day }
    if chance(4) { books.applications.removeAll() }
    return books
  }
}

// MARK: Journal

extension RandomAccount {
  private mutating func addEntry(on day: CalendarDay, _ policy: Policy) {
    let number = EntryNumber(rawValue: Int64(file.entries.count) + 1)
    let earlier = file.entries.map(\.number)
    let body: EntryBody =
      switch random.below(escalates ? 18 : 13) {
      case 0: .note("noted")
      case 1: .snooze(until: day.advanced(by: random.below(10)), reason: "later")
      case 2 where !earlier.isEmpty: .reversal(of: pick(earlier), reason: "mistake")
      case 3 where !earlier.isEmpty:
        EntryBody(
          Withdrawal(
            of: MatterID(pick(earlier), pick([1, 1, 2])), kind: "promise", by: "Jane", reason: "lost"))
      case 4 where chance(2): EntryBody(hold(on: day))
      case 5, 6: changeOfDispute(on: day)
      case 7 where chance(2): EntryBody(paymentRun())
      case 8 where chance(2): EntryBody(person())
      case 9 where !earlier.isEmpty: correction(of: pick(file.entries), policy)
      case 13, 14: EntryBody(escalation(on: day, policy))
      case 15, 16, 17: changeOfEscalation(on: day)
      default: call(on: day, policy, earlier)
      }
    file.entries.append(
      JournalEntry(
        number: number, action: ActionID(rawValue: "a"), recorded: Instant(milliseconds: 0), day: day,
        actor: "tester", collector: "tester", account: file.customer.id, body: body))
  }

  /// What was said on the day of an earlier entry, in its place.
  private mutating func correction(of entry: JournalEntry, _ policy: Policy) -> EntryBody {
    let earlier = file.entries.map(\.number).filter { $0 < entry.number }
    let said = chance(5) ? EntryBody.note("noted") : call(on: entry.day, policy, earlier)
    return EntryBody(correcting: entry.number, because: "misheard", saying: said)
  }

  private mutating func someInvoices() -> [DocumentID] {
    file.invoices.map(\.id).filter { _ in random.below(3) > 0 }
  }

  private mutating func call(
    on day: CalendarDay, _ policy: Policy, _ earlier: [EntryNumber]
  ) -> EntryBody {
    let rule = pick(policy.results)
    let action = pick(["OUT", "OUT", "OUT", "CM"])
    var effects: ContactRecord.Effects = []
    if action != "CM" {
      if rule.isWorked { effects.insert(.worked) }
      if rule.isRightParty { effects.insert(.rightParty) }
      if rule.leavesQueue { effects.insert(.leavesQueue) }
      if rule.marksNumberDead { effects.insert(.numberDead) }
    }
    let about = chance(4) ? file.numbers(of: someInvoices()) : []
    var sections: [any EntrySection] = [
      ContactRecord(action: action, effects: effects), Outcome(result: rule.code, invoices: about),
    ]
    // One call may end in several things at once.
    repeat {
      switch random.below(5) {
      case 0, 1: sections.append(promise(on: day, policy, earlier))
      case 2: sections.append(dispute(on: day))
      case 3: sections.append(plan(on: day, policy, earlier))
      default: break
      }
    } while chance(4)
    if !chance(4) {
      let step = NextAction(pick(NextAction.Kind.allCases), on: day.advanced(by: random.below(12)))
      sections.append(ContactStep(step, invoices: about))
    }
    return EntryBody(sections)
  }

  private mutating func promise(
    on day: CalendarDay, _ policy: Policy, _ earlier: [EntryNumber]
  ) -> PromiseTerms {
    let amount = Money(minor: amount(), .usd)
    let invoices = someInvoices()
    let replaces = replaces(earlier, on: invoices)
    let kind = pick([PromiseTerms.Kind.promise, .promise, .promise, .saysPaid])
    return PromiseTerms(
      kind: kind, amount: amount, day: day.advanced(by: random.below(20)),
      covers: books(on: day).covers(invoices, amount), graceDays: policy.promises.graceDays,
      tolerance: policy.promises.tolerance(in: .usd),
      replaces: replaces, checkOn: kind == .saysPaid ? day.advanced(by: random.below(9)) : nil,
      incentive: incentive(on: amount, day))
  }

  /// Up to a tenth of `whole`, or nearly all of it; its last day is as often before the agreement as long after.
  private mutating func incentive(on whole: Money, _ day: CalendarDay) -> Incentive? {
    guard givesUp, chance(2) else { return nil }
    return Incentive(
      pick(Incentive.Kind.allCases),
      Money(minor: max(pick([whole.minor / 50, whole.minor / 10, whole.minor - 100]), 1), whole.currency),
      until: day.advanced(by: random.below(25) - 2))
  }

  private mutating func replaces(
    _ earlier: [EntryNumber], on invoices: [DocumentID]
  ) -> [PromiseTerms.Replacement] {
    let replaced = earlier.filter { _ in random.below(4) == 0 }
    return file.numbers(of: invoices).flatMap { number in
      replaced.map { .init(of: MatterID($0), invoice: number, amount: Money(minor: amount(), .usd)) }
    }
  }

  private mutating func dispute(on day: CalendarDay) -> DisputeTerms {
    let amount = chance(2) ? nil : Money(minor: amount(), .usd)
    return DisputeTerms(
      reason: pick(["price", "freight"]), amount: amount,
      covers: books(on: day).covers(someInvoices(), amount), dueOn: day.advanced(by: random.below(9)))
  }

  /// Mostly a change of a dispute that there is; else of something that there is not.
  private mutating func changeOfDispute(on day: CalendarDay) -> EntryBody {
    let raised = file.entries.flatMap { $0.matters(DisputeTerms.self).map(\.id) }
    let matter = raised.isEmpty ? MatterID(EntryNumber(rawValue: 1)) : pick(raised)
    let state = chance(5) ? nil : pick(DisputeState.allCases + DisputeState.settable).rawValue
    let amount = Money(minor: amount(), .usd)
    let accepted = chance(2) ? [] : file.covers(someInvoices(), amount)
    return EntryBody(
      MatterChange(
        of: matter, kind: "dispute", state: state, owner: pick([nil, "sales", "Bob Roe"]),
        dueOn: chance(2) ? day.advanced(by: random.below(12)) : nil, cause: pick([nil, "other"]),
        accepted: accepted.map { .init(invoice: $0.number, amount: $0.amount) }))
  }

  private mutating func plan(
    on day: CalendarDay, _ policy: Policy, _ earlier: [EntryNumber]
  ) -> PlanTerms {
    let part = amount()
    let invoices = someInvoices()
    return PlanTerms(
      currency: .usd, instalments: (1...3).map { .init(due: day.advanced(by: $0 * 7), amount: part) },
      covers: books(on: day).covers(invoices, Money(minor: part * 3, .usd)),
      graceDays: policy.promises.graceDays, replaces: replaces(earlier, on: invoices),
      tolerance: pick([nil, policy.promises.tolerance(in: .usd), .init(basisPoints: 0, amount: 15_000)]),
      breaksAfter: pick([nil, 1, 2]), incentive: incentive(on: Money(minor: part * 3, .usd), day))
  }

  private mutating func paymentRun() -> PaymentRunRecord {
    let run = pick([nil, PaymentRun.weekly(.tuesday), .nthWeekday(1, .monday), .lastWeekday(.friday)])
    return PaymentRunRecord(run.map { PaymentCalendar($0, cutOffDays: random.below(8)) })
  }

  private mutating func person() -> PersonRecord {
    var record = PersonRecord(
      pick(["Jane", "Bob", ""]), phones: [Phone(number: "555 010\(random.below(10))")])
    record.standing = pick([nil, .left, .reachable])
    return record
  }

  private mutating func escalation(on day: CalendarDay, _ policy: Policy) -> EscalationTerms {
    let rung = pick(policy.escalation.rungs)
    return EscalationTerms(
      rung: chance(9) ? "gone" : rung.code, title: rung.title, effect: rung.effect,
      state: pick([.proposed, .proposed, .approved, .carriedOut]), owner: pick([nil, "manager", "Bob Roe"]),
      dueOn: day.advanced(by: random.below(12)), exception: pick([nil, "skips call"]),
      invoices: file.numbers(of: someInvoices()))
  }

  /// Mostly a change of an escalation that there is; else of something that there is not.
  private mutating func changeOfEscalation(on day: CalendarDay) -> EntryBody {
    let opened = file.entries.flatMap { $0.matters(EscalationTerms.self).map(\.id) }
    let matter = opened.isEmpty ? MatterID(EntryNumber(rawValue: 1)) : pick(opened)
    let state = chance(5) ? nil : pick(EscalationState.allCases + EscalationState.settable).rawValue
    return EntryBody(
      MatterChange(
        of: matter, kind: "escalation", state: state, owner: pick([nil, "legal", "Bob Roe"]),
        dueOn: chance(2) ? day.advanced(by: random.below(12)) : nil, by: pick([nil, "Ann Lee"])))
  }

  private mutating func hold(on day: CalendarDay) -> HoldTerms {
    let covers = chance(2) ? [] : books(on: day).covers(someInvoices(), nil)
    return HoldTerms(reason: "legal", by: "Jane", until: day.advanced(by: random.below(30)), covers: covers)
  }
}
