/// A call as it is stored, with what it leaves open.
public struct CompletedCall: Hashable, Sendable {
  /// The entry's sections.
  public var body: EntryBody
  /// What is past due and free, and covered by nothing that was said, one amount a currency. `step` is about it.
  public var rest: [Money]
  /// What happens next about the rest; nil when nothing is left.
  public var step: NextAction?
}

extension ProposedCall {
  /// The call as it is stored: what the results ask for is checked, and every default is filled in, so that nothing past
  /// due is left without a step.
  ///
  /// A promise without invoices covers all that are past due, oldest first; one of zero is for the full past-due
  /// amount. Of several outcomes each is about what the others leave: beside a dispute of 800.00 on 2 635.82, a promise
  /// without an amount is for 1 835.82, whichever was said first. `zones` are the rules of clocks by zone, for
  /// callbacks. Throws `CallProblem` with the field to mend.
  public func completed(
    for picture: AccountPicture, policy: Policy, zones: [String: ZoneRules] = [:]
  ) throws(CallProblem) -> CompletedCall {
    var completion = CallCompletion(of: outcomes.count, for: picture, policy)
    let places = CallCompletion.order(
      outcomes.map { (policy.result($0.result), isExact: $0.isExact) })
    for place in places { try completion.add(outcomes[place], at: place, from: self, zones) }
    return try completion.call(self)
  }
}

extension ProposedOutcome {
  /// Whether it says itself which money it is about.
  var isExact: Bool {
    let chosen = [invoices, promise?.invoices ?? [], dispute?.invoices ?? [], plan?.invoices ?? []]
    return plan != nil || dispute?.amount != nil || (promise?.amount.minor ?? 0) > 0
      || chosen.contains { !$0.isEmpty }
  }
}

/// A call whose outcomes are completed one after the other, each on what those before it leave.
struct CallCompletion {
  /// The account with what was said of it so far.
  private(set) var picture: AccountPicture
  private let policy: Policy
  private var outcomes: [CompletedOutcome?]

  init(of count: Int, for picture: AccountPicture, _ policy: Policy) {
    self.picture = picture
    self.policy = policy.applied(to: picture.file)
    outcomes = Array(repeating: nil, count: count)
  }

  /// In which order outcomes are completed: as matters take their slices, and who says how much before who takes the
  /// rest.
  static func order(_ outcomes: [(rule: CallResult?, isExact: Bool)]) -> [Int] {
    func rank(_ place: Int) -> (Int, Int, Int) {
      let (rule, isExact) = outcomes[place]
      let kind =
        switch rule {
        case let rule? where rule.holdsDispute: 0
        case let rule? where rule.holdsPlan: 1
        case let rule? where rule.promiseKind != nil: 2
        default: 3
        }
      return (kind, isExact ? 0 : 1, place)
    }
    return outcomes.indices.sorted { rank($0) < rank($1) }
  }

  /// Completes one of the outcomes of `call`. Throws `CallProblem` with its place.
  mutating func add(
    _ outcome: ProposedOutcome, at place: Int, from call: ProposedCall, _ zones: [String: ZoneRules]
  ) throws(CallProblem) {
    do {
      let rule = try outcome.checkedCodes(policy, note: call.note)
      let completed = try outcome.completed(
        rule, for: picture, policy, contact: call.contact, zones)
      outcomes[place] = completed
      picture.said.add(completed, on: picture)
    } catch {
      var problem = error
      problem.outcome = place
      throw problem
    }
  }

  /// The whole call. Throws `CallProblem` when it is no kind of contact that there is.
  func call(_ call: ProposedCall) throws(CallProblem) -> CompletedCall {
    guard let action = policy.actions.first(where: { $0.code == call.action && !$0.isRetired }) else {
      throw CallProblem(nil, "“\(call.action)” is not a kind of contact.")
    }
    let said = outcomes.compactMap { $0 }
    guard !said.isEmpty else { throw CallProblem(nil, "Choose what came of the call.") }
    var completed = CompletedCall(body: EntryBody([]), rest: try rest(said))
    let isDead = said.contains(where: \.rule.marksNumberDead)
    let number = isDead && call.phone == nil ? picture.numberToDial(of: call.contact) : call.phone
    if isDead, number == nil { throw .noNumberToMark }
    let contact = ContactRecord(
      action: call.action,
      effects: action.isContact ? said.reduce(into: []) { $0.formUnion($1.effects) } : [],
      person: call.contact.flatMap { $0.isEmpty ? nil : $0 },
      phone: number,
      note: call.note, started: call.started, ended: call.ended)
    completed.body.sections = [contact] + said.flatMap(\.sections)
    completed.step = said.lazy.compactMap(\.generalStep).min { $0.order < $1.order }
    let isAgreed = said.contains { $0.matter != nil } || said.count > 1
    if completed.step == nil, !completed.rest.isEmpty, isAgreed {
      let step = defaultStep(said)
      completed.step = step
      completed.body.sections.append(ContactStep(step))
    }
    return completed
  }

  /// What is past due and free beside all that was said, but for what a step of its own is about.
  private func rest(_ said: [CompletedOutcome]) throws(CallProblem) -> [Money] {
    do {
      return try picture.rest(besides: Set(said.flatMap(\.followed)))
    } catch {
      throw CallProblem(error)
    }
  }

  /// About what nothing covers: who promises a part is called about the rest on the day of the part.
  private func defaultStep(_ said: [CompletedOutcome]) -> NextAction {
    let parts = said.filter { $0.rule.returns == .askedDay }
    let day = parts.lazy.compactMap { $0.matter as? PromiseTerms }.map(\.day).min()
    return NextAction(
      .call, on: day ?? policy.calendar.day(policy.restDays, businessDaysAfter: picture.asOf))
  }
}

/// One outcome as it is stored.
struct CompletedOutcome {
  let rule: CallResult
  let outcome: Outcome
  /// The promise, claim, dispute, plan or escalation that it opens.
  let matter: (any EntrySection)?
  /// What it sets to do next; nil when its matter's own step is enough.
  let step: NextAction?
  /// What the matter holds of each invoice.
  var covers: [CoveredInvoice] = []
  /// What it takes over of earlier promises.
  var replaces: [PromiseTerms.Replacement] = []
  /// Numbers of the invoices that an escalation looks after.
  var escalated: [String] = []

  /// Numbers of the invoices that the step, or the escalation, is about; none when it is about all that is free.
  var followed: [String] { matter == nil && step != nil ? outcome.invoices : escalated }

  /// The step about all that is free.
  var generalStep: NextAction? { followed.isEmpty ? step : nil }

  var sections: [any EntrySection] {
    [outcome, matter, step.map { ContactStep($0, invoices: followed) }].compactMap { $0 }
  }

  /// What it makes the contact count for.
  var effects: ContactRecord.Effects {
    var effects: ContactRecord.Effects = []
    if rule.isWorked { effects.insert(.worked) }
    if rule.isRightParty { effects.insert(.rightParty) }
    if rule.leavesQueue { effects.insert(.leavesQueue) }
    if rule.marksNumberDead { effects.insert(.numberDead) }
    return effects
  }
}
