/// Everything derived of one account as of a day: the one place where Books and Journal meet Policy.
public struct AccountPicture: Hashable, Sendable {
  /// The day as of which all of it holds.
  public var asOf: CalendarDay
  /// What it was derived from.
  public var file: AccountFile
  /// Whom there is to call: the people of the books with what was learned since, those who may be called first.
  public var contacts: [Contact] = []
  /// When the customer pays: what was learned last, else what the books say; nil when nothing is known.
  public var paying: PaymentCalendar?
  /// Invoices that are open, oldest due first, with the slices that come off what is to be collected.
  public var invoices: [OpenItem]
  /// What the books have applied to each open invoice, where they have anything: said with what is agreed about it.
  var applied: [DocumentID: AppliedSums] = [:]
  /// Credits with what is not applied of them, minor units; only those with something left.
  public var unapplied: [UnappliedCredit]
  /// All promises and payment claims, newest first.
  public var promises: [PromiseStatus]
  /// The plans in force, newest first; a plan whose invoices a newer one covers is none.
  public var plans: [PlanStatus] = []
  /// The plans that were replaced or taken back, newest first.
  public var endedPlans: [PlanStatus] = []
  /// All disputes with what became of them, newest first.
  public var disputes: [DisputeStatus] = []
  /// All escalations with what became of them, newest first.
  public var escalations: [EscalationStatus] = []
  /// Where it stands on the ladder.
  public var ladder = LadderStanding()
  /// Every promise, claim, dispute, plan, hold and escalation, newest first, whether over or not.
  public var matters: [Matter] = []
  /// All that could be done next, first things first; the first is the account's next step.
  public var candidates: [Candidate] = []
  /// Books and journal together, newest first.
  public var timeline: [TimelineItem]
  /// How the customer pays.
  public var habits: PaymentHabits
  /// Digits of the numbers that a call found dead.
  public var deadNumbers: Set<String>
  /// What the queue shows of it.
  public var summary: AccountSummary
  /// What the call that is being recorded said of it; nothing while none is.
  public var said = SaidSoFar()
}

extension AccountPicture {
  /// Derives everything shown of an account from its books and journal under a policy, as of a day: documents,
  /// applications and entries dated up to and including it.
  ///
  /// Throws `MoneyError.overflow` when a sum does not fit 64 bits of minor units.
  public init(of file: AccountFile, policy: Policy, asOf: CalendarDay) throws(MoneyError) {
    let account = try AccountDerivation(of: file, policy, asOf: asOf)
    let habits = PaymentHabits(account.items, account.inProgress.promises)
    let (summary, candidates, ladder) = try AccountSummary.derive(account)
    self.init(
      asOf: asOf, file: file, contacts: KnownPeople(file.contacts, account.entries).contacts,
      paying: account.paying, invoices: account.items.items.filter { $0.open > 0 },
      applied: try account.items.appliedSums(), unapplied: account.items.unapplied,
      promises: account.inProgress.promises.reversed(),
      plans: account.inProgress.plans, endedPlans: account.inProgress.endedPlans,
      disputes: account.inProgress.disputes,
      escalations: account.inProgress.escalations.reversed(), ladder: ladder,
      matters: account.inProgress.matters.sorted { $0.id > $1.id }, candidates: candidates,
      timeline: TimelineItem.story(
        file, account.items, account.entries, account.inProgress.incentives, asOf), habits: habits,
      deadNumbers: account.entries.deadNumbers, summary: summary)
  }

  /// Every plan, in force or not, newest first.
  public var allPlans: [PlanStatus] { (plans + endedPlans).sorted { $0.id > $1.id } }

  /// The promises inside date and grace, the nearest first: those that a customer can still take back.
  public var openPromises: [PromiseStatus] {
    promises.filter(\.state.isActive).sorted { ($0.terms.day, $0.id) < ($1.terms.day, $1.id) }
  }

  /// What can be taken back: everything that was agreed, contested or asked for and is not over, by the day that was
  /// promised or else that of its step, the nearest first. A promise whose money is here is nothing to be taken back.
  public var withdrawable: [Matter] {
    let promised = Dictionary(promises.map { ($0.id, $0.terms.day) }, uniquingKeysWith: { first, _ in first })
    func order(_ matter: Matter) -> (CalendarDay, MatterID) {
      (promised[matter.id] ?? matter.step?.day ?? asOf, matter.id)
    }
    let received = Set(promises.filter { $0.state == .received }.map(\.id))
    return matters.filter { $0.isOpen && !received.contains($0.id) }.sorted { order($0) < order($1) }
  }

  /// What is recorded when `person` takes back what is open; without a name it is who agreed to it. Throws
  /// `CallProblem` when it is not open, or nothing says who and why.
  public func withdrawal(of matter: MatterID, by person: String, reason: String) throws(CallProblem)
    -> EntryBody
  {
    guard let matter = withdrawable.first(where: { $0.id == matter }) else {
      throw CallProblem(nil, "This is not open any more.")
    }
    let person = person.isEmpty ? matter.person ?? "" : person
    guard !person.isEmpty else { throw CallProblem(.who, "Say who withdrew it.") }
    guard !reason.isEmpty else { throw CallProblem(.reason, "Say why it is withdrawn.") }
    return EntryBody(Withdrawal(of: matter.id, kind: matter.kind, by: person, reason: reason))
  }
}

extension AccountPicture {
  /// The account's next step once `body` is saved today, which need not be the one that it sets: another matter may ask
  /// for something earlier, and an attempt in vain leaves what was due. Nil for none, and where a sum does not fit.
  public func next(after body: EntryBody, by collector: String, _ policy: Policy) -> NextAction? {
    var file = file
    let last = file.entries.map(\.number.rawValue).max() ?? 0
    file.entries.append(
      JournalEntry(
        number: EntryNumber(rawValue: last + 1), action: ActionID(random: 0, 0),
        recorded: Instant(milliseconds: 0), day: asOf, actor: collector, collector: collector,
        account: file.customer.id, body: body))
    return try? AccountSummary(of: file, policy: policy, asOf: asOf).next
  }
}
