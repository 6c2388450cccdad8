import Receivables
import SampleEntries

/// Accounts made from a seed as they come about at a desk: every call is completed by the product on its day, from the
/// books as they were then, so nothing is in the journal that a form would not save.
///
/// Amounts are a few units of currency: a second computation can count them out one by one.
struct RandomHistory {
  /// How many days after `RandomAccount.start` the last document or entry is dated.
  static let span = 160

  private(set) var file: AccountFile
  private let policy: Policy
  private var random: Randomness
  private var lastID: Int64 = 0
  /// Applications by the day on which they came to the books, which may be later than their date.
  private var booked: [(day: CalendarDay, application: Application)] = []

  init(seed: UInt64, _ policy: Policy) throws {
    self.policy = policy
    random = Randomness(seed: seed)
    file = AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: "C-1", name: "Random"))
    file.customer.paymentRun = pick([nil, nil, .weekly(.thursday), .monthly(day: 31)])
    for _ in 0...random.below(5) { addInvoice() }
    for _ in 0..<random.below(3) { addCredit() }
    for _ in 0..<random.below(10) { addApplication() }
    forgetReversals()
    file.invoices.sort { ($0.due, $0.id) < ($1.due, $1.id) }
    file.credits.sort { $0.dated < $1.dated }
    let days = (0..<random.below(12)).map { _ in anyDay() }.sorted()
    for day in days { try addEntry(on: day) }
    payPromises()
    payLess()
    file.applications = applications(bookedBy: CalendarDay(number: .max))
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[random.below(values.count)] }
  private mutating func chance(_ outOf: Int) -> Bool { random.below(outOf) == 0 }
  private mutating func amount() -> Int64 { Int64(random.below(900) + 1) }
  private mutating func anyDay() -> CalendarDay { RandomAccount.start.advanced(by: random.below(Self.span)) }
  private mutating func nextID() -> Int64 {
    lastID += 1
    return lastID
  }

  private func applications(bookedBy day: CalendarDay) -> [Application] {
    booked.filter { $0.day <= day }.map(\.application).sorted { ($0.dated, $0.id) < ($1.dated, $1.id) }
  }
}

// MARK: Books

extension RandomHistory {
  private mutating func addInvoice() {
    let issued = anyDay()
    let id = nextID()
    file.invoices.append(
      Invoice(
        id: DocumentID(rawValue: id), number: "I-\(id)", issued: issued,
        due: issued.advanced(by: pick([0, 14, 30])),
        original: Money(minor: amount(), pick([.usd, .usd, .usd, .eur]))))
  }

  private mutating func addCredit() {
    let id = nextID()
    file.credits.append(
      Credit(
        id: DocumentID(rawValue: id), number: "K-\(id)", kind: pick([.payment, .creditNote]), dated: anyDay(),
        amount: Money(minor: amount(), .usd)))
  }

  /// No more is taken back than was applied, and a payment in four comes to the books some days after its date.
  private mutating func addApplication() {
    let reversed = booked.compactMap(\.application.reverses)
    let left = booked.filter { $0.application.amount > 0 && !reversed.contains($0.application.id) }
    if chance(3), !left.isEmpty {
      let earlier = pick(left)
      let application = earlier.application
      let day = max(earlier.day, application.dated).advanced(by: random.below(40))
      let amount = pick([application.amount, (application.amount + 1) / 2])
      booked.append(
        (
          day,
          Application(
            id: nextID(), invoice: application.invoice, source: application.source, dated: day,
            amount: -amount,
            reverses: application.id)
        ))
      return
    }
    let invoice = pick(file.invoices)
    let dated = invoice.issued.advanced(by: random.below(90))
    booked.append(
      (
        dated.advanced(by: chance(4) ? random.below(9) : 0),
        Application(
          id: nextID(), invoice: invoice.id,
          source: pick([.payment, .payment, .payment, .cleared, .creditNote, .writeOff]), dated: dated,
          amount: pick([invoice.original.minor, invoice.original.minor / 2 + 1, amount()]))
      ))
  }

  /// A promise in three is paid around its day by a payment that comes to the books then and is applied later, perhaps to
  /// another invoice, or never.
  private mutating func payPromises() {
    let promises = file.entries.flatMap { $0.body.all(PromiseTerms.self) }
    for promise in promises where chance(3) {
      let id = nextID()
      let credit = Credit(
        id: DocumentID(rawValue: id), number: "K-\(id)", kind: .payment,
        dated: promise.day.advanced(by: random.below(9) - 5),
        amount: Money(
          minor: promise.amount.minor + pick([0, 0, Int64(random.below(99))]), promise.amount.currency))
      file.credits.append(credit)
      let fitting = file.invoices.filter {
        $0.original.currency == credit.amount.currency && $0.issued <= credit.dated
      }
      guard chance(2), !fitting.isEmpty else { continue }
      let dated = credit.dated.advanced(by: random.below(12))
      booked.append(
        (
          dated,
          Application(
            id: nextID(), invoice: pick(fitting).id, credit: credit.id, source: .payment, dated: dated,
            amount: promise.amount.minor)
        ))
    }
    file.credits.sort { $0.dated < $1.dated }
  }

  /// What is left of some of the promises and plans with a discount comes by its last day or soon after, and the credit
  /// note for the discount weeks later, or never.
  private mutating func payLess() {
    var offers: [(covers: [CoveredInvoice], whole: Int64, incentive: Incentive)] = []
    for body in file.entries.map(\.body) {
      for terms in body.all(PromiseTerms.self) {
        if let incentive = terms.incentive { offers.append((terms.covers, terms.amount.minor, incentive)) }
      }
      for terms in body.all(PlanTerms.self) {
        if let incentive = terms.incentive {
          offers.append((terms.covers, terms.instalments.reduce(0) { $0 + $1.amount }, incentive))
        }
      }
    }
    for (covers, whole, incentive) in offers where chance(2) {
      let invoices = covers.compactMap { cover in file.invoices.first { $0.number == cover.number } }
      guard let invoice = invoices.first else { continue }
      let dated = max(incentive.until.advanced(by: random.below(5) - 3), invoice.issued)
      let part = whole - incentive.amount.minor - Int64(random.below(4) == 0 ? random.below(9) : 0)
      guard part > 0 else { continue }
      book(.payment, part, on: pick([invoice] + invoices), dated, booked: dated)
      guard chance(2) else { continue }
      let credited = dated.advanced(by: random.below(40))
      book(
        .creditNote, pick([incentive.amount.minor, amount()]), on: pick([invoice] + invoices), credited,
        booked: credited)
    }
  }

  private mutating func book(
    _ source: Application.Source, _ amount: Int64, on invoice: Invoice, _ dated: CalendarDay,
    booked day: CalendarDay
  ) {
    booked.append(
      (day, Application(id: nextID(), invoice: invoice.id, source: source, dated: dated, amount: amount)))
  }

  /// Half of the reversals do not say what they take back.
  private mutating func forgetReversals() {
    for index in booked.indices where random.below(2) == 0 { booked[index].application.reverses = nil }
  }
}

// MARK: Journal

extension RandomHistory {
  private mutating func addEntry(on day: CalendarDay) throws {
    var books = file
    books.applications = applications(bookedBy: day)
    let picture = try AccountPicture(of: books, policy: policy, asOf: day)
    guard let body = try body(picture) else { return }
    let number = EntryNumber(rawValue: Int64(file.entries.count) + 1)
    file.entries.append(
      JournalEntry(
        number: number, action: ActionID(rawValue: "a"), recorded: Instant(milliseconds: 0), day: day,
        actor: "tester", collector: "tester", account: file.customer.id, body: body))
  }

  private mutating func body(_ picture: AccountPicture) throws -> EntryBody? {
    switch random.below(17) {
    case 0: return .snooze(until: picture.asOf.advanced(by: 1 + random.below(10)), reason: "later")
    case 1:
      guard let entry = file.entries.last(where: { _ in true }) else { return nil }
      return .reversal(of: chance(2) ? entry.number : pick(file.entries).number, reason: "mistake")
    case 2, 3:
      guard !picture.withdrawable.isEmpty else { return nil }
      return try picture.withdrawal(of: pick(picture.withdrawable).id, by: "Jane", reason: "lost")
    case 4:
      return EntryBody(
        HoldTerms(
          reason: "legal", by: "Jane", until: picture.asOf.advanced(by: 1 + random.below(20)),
          covers: chance(3) ? [] : picture.file.covers(some(picture), nil).filter { $0.amount.minor > 0 }))
    case 5, 6, 7: return changeOfDispute(picture)
    case 15 where !file.entries.isEmpty, 16 where !file.entries.isEmpty:
      return try correction(of: pick(file.entries), picture)
    default: return call(picture)
    }
  }

  /// A call as it should have been logged in the place of an earlier entry; nil where the product refuses it: what counts
  /// no more, or says the same already.
  private mutating func correction(of entry: JournalEntry, _ picture: AccountPicture) throws -> EntryBody? {
    let corrected = try? CorrectedEntry(entry.number, in: picture.file, by: "tester", policy: policy)
    guard let corrected else { return nil }
    let before = try AccountPicture(
      of: corrected.before(picture.file), policy: policy, asOf: corrected.day)
    return call(before).flatMap { try? corrected.correction(saying: $0, because: "misheard") }
  }

  /// Some of the open invoices, in one currency.
  private mutating func some(_ picture: AccountPicture) -> [DocumentID] {
    guard let first = picture.invoices.first?.invoice.original.currency else { return [] }
    return picture.invoices.filter { $0.invoice.original.currency == first }.map(\.invoice.id)
      .filter { _ in random.below(3) > 0 }
  }

  /// A change of a dispute as a form makes it, a call where there is none; nil for one that the product refuses.
  private mutating func changeOfDispute(_ picture: AccountPicture) -> EntryBody? {
    guard !picture.openDisputes.isEmpty else { return call(picture) }
    let dispute = pick(picture.openDisputes)
    var change = ProposedDisputeChange(
      of: dispute.id, state: chance(6) ? nil : pick([.inProcess, .rejected] + DisputeState.settable),
      owner: pick([nil, "sales", "Bob Roe"]), cause: policy.disputes.rootCauses.first?.code, note: "found out"
    )
    let isDecided = change.state?.isDecision ?? false
    if !isDecided, chance(2) || dispute.dueOn < picture.asOf {
      change.dueOn = picture.asOf.advanced(by: random.below(9))
    }
    let disputed = dispute.parts.map(\.disputed).reduce(0, +)
    if change.state?.expectsCredit == true, disputed > 0,
      let currency = dispute.parts.first?.original.currency
    {
      let isPart = change.state == .partly || chance(3)
      change.accepted = isPart ? Money(minor: Int64(random.below(Int(disputed))) + 1, currency) : nil
    }
    do {
      return try change.completed(for: picture, policy: policy).body
    } catch {
      return nil
    }
  }

  /// A call as the product completes it; nil for one that it refuses.
  private mutating func call(_ picture: AccountPicture) -> EntryBody? {
    var call = ProposedCall(
      action: pick(["OUT", "OUT", "OUT", "CM"]), contact: "Jane", note: "said so", outcomes: [])
    do {
      let results = policy.results.filter { !$0.isRetired }
      let agreeing = results.filter { $0.promiseKind != nil || $0.holdsDispute || $0.holdsPlan }
      call.outcomes.append(try outcome(pick(chance(2) ? agreeing : results), picture))
      // One call may end in several things at once.
      for _ in 0..<pick([0, 0, 1, 2]) { call.outcomes.append(try outcome(pick(agreeing), picture)) }
      var rules = policy
      rules.plans.breaksAfter = 1 + random.below(2)
      return try call.completed(for: picture, policy: rules).body
    } catch {
      return nil
    }
  }

  /// A discount on every other promise and plan, for money by a day from this one to the last that was agreed.
  private mutating func incentive(_ day: CalendarDay, _ last: CalendarDay) -> ProposedIncentive? {
    guard chance(2) else { return nil }
    return ProposedIncentive(
      pick(Incentive.Kind.allCases), .share(pick([200, 500, 2_000])),
      until: chance(2) ? nil : day.advanced(by: random.below(max(day.distance(to: last), 0) + 1)),
      approvedBy: "Ann Lee")
  }

  private mutating func outcome(_ rule: CallResult, _ picture: AccountPicture) throws -> ProposedOutcome {
    var outcome = ProposedOutcome(rule.code, invoices: chance(3) ? some(picture) : [])
    let currency = picture.leadingCurrency ?? .usd
    let day = picture.asOf.advanced(by: random.below(20))
    let part = Money(minor: chance(3) ? 0 : amount(), currency)
    if let kind = rule.promiseKind {
      outcome.promise = ProposedPromise(
        kind: kind, amount: part, day: kind == .saysPaid ? picture.asOf : day, invoices: outcome.invoices,
        incentive: incentive(picture.asOf, day))
    }
    if rule.holdsDispute {
      outcome.dispute = ProposedDispute(
        reason: pick(["price", "damaged"]), amount: part.minor == 0 ? nil : part, invoices: some(picture))
    }
    if rule.holdsPlan {
      let whole = part.minor == 0 ? try picture.fullAmount(on: outcome.invoices, in: currency) : part
      outcome.plan = try ProposedPlan(
        splitting: whole, into: 1 + random.below(4), first: day, every: pick(PlanRhythm.allCases),
        invoices: outcome.invoices)
      outcome.plan?.approvedBy = "Ann Lee"
      let last = outcome.plan?.instalments.last?.due ?? day
      outcome.plan?.incentive = incentive(picture.asOf, last)
    }
    if chance(2) || rule.returns == .askedDay {
      outcome.next = NextAction(
        rule.nextKind, on: picture.asOf.advanced(by: random.below(12)), at: TimeOfDay(hour: 14, minute: 0))
    }
    return outcome
  }
}
