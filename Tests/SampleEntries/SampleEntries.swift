public import Receivables
import Settings

/// Entries as a journal holds them, written down in a test without going through a form.
extension EntryBody {
  /// A comment.
  public static func note(_ text: String) -> EntryBody { EntryBody(Remark(text)) }

  /// The account is put off.
  public static func snooze(until: CalendarDay, reason: String) -> EntryBody {
    EntryBody(Snooze(until: until, reason: reason))
  }

  /// The promise that an entry opened first is taken back.
  public static func withdrawn(_ entry: EntryNumber, by person: String, reason: String) -> EntryBody {
    EntryBody(Withdrawal(of: MatterID(entry), kind: "promise", by: person, reason: reason))
  }

  /// An entry is taken back.
  public static func reversal(of entry: EntryNumber, reason: String) -> EntryBody {
    EntryBody(Reversal(of: entry, reason: reason))
  }

  /// `said` stands in the place of an entry.
  public static func correction(of entry: EntryNumber, because reason: String, _ said: EntryBody) -> EntryBody
  {
    EntryBody(correcting: entry, because: reason, saying: said)
  }

  /// The contact, its outcome and what it set, for looking at them.
  public var contact: ContactRecord? { first(ContactRecord.self) }
  /// The first outcome.
  public var outcome: Outcome? { first(Outcome.self) }
  /// The first promise or claim.
  public var promise: PromiseTerms? { first(PromiseTerms.self) }
  /// The first dispute.
  public var dispute: DisputeTerms? { first(DisputeTerms.self) }
  /// The first plan.
  public var plan: PlanTerms? { first(PlanTerms.self) }
  /// The first contact step.
  public var step: NextAction? { first(ContactStep.self)?.action }
}

extension ProposedCall {
  /// The call as a journal holds it, unchecked: covered invoices as `file` has them so far, oldest due first, effects as
  /// the shipped policy judges the result.
  public func stored(in file: AccountFile, replaces: [PromiseTerms.Replacement] = []) throws -> EntryBody {
    let policy = try PolicyFile.shipped()
    let rules = outcomes.compactMap { policy.result($0.result) }
    let marks: [(KeyPath<CallResult, Bool>, ContactRecord.Effects)] = [
      (\.isWorked, .worked), (\.isRightParty, .rightParty), (\.leavesQueue, .leavesQueue),
      (\.marksNumberDead, .numberDead),
    ]
    let effects = marks.filter { mark in rules.contains { $0[keyPath: mark.0] } }.map(\.1)
    let contact = ContactRecord(
      action: action, effects: action == "CM" ? [] : ContactRecord.Effects(effects), person: contact,
      phone: phone, note: note, started: started, ended: ended)
    return EntryBody([contact] + (try outcomes.flatMap { try $0.stored(in: file, replaces, policy) }))
  }
}

extension ProposedOutcome {
  fileprivate func stored(
    in file: AccountFile, _ replaces: [PromiseTerms.Replacement], _ policy: Policy
  ) throws -> [any EntrySection] {
    var sections: [any EntrySection] = [
      Outcome(result: result, reason: reason, invoices: file.numbers(of: invoices))
    ]
    if let promise {
      sections.append(
        PromiseTerms(
          kind: promise.kind, amount: promise.amount, day: promise.day, method: promise.method,
          reference: promise.reference, covers: file.covers(promise.invoices, promise.amount),
          graceDays: policy.promises.graceDays,
          tolerance: policy.promises.tolerance(in: promise.amount.currency),
          replaces: replaces, checkOn: promise.kind == .saysPaid ? promise.day.advanced(by: 60) : nil,
          exception: promise.exception))
    }
    if let dispute {
      let dueOn = next.map(\.day) ?? CalendarDay(number: 30_000)
      sections.append(
        DisputeTerms(
          reason: dispute.reason, amount: dispute.amount,
          covers: file.covers(dispute.invoices, dispute.amount), dueOn: dueOn))
    }
    if let plan {
      sections.append(
        PlanTerms(
          currency: plan.currency, instalments: plan.instalments,
          covers: file.covers(plan.invoices, try plan.total()), graceDays: policy.promises.graceDays,
          replaces: replaces))
    }
    if let next, promise == nil, dispute == nil, plan == nil {
      sections.append(ContactStep(next, invoices: file.numbers(of: invoices)))
    }
    return sections
  }
}

extension AccountFile {
  /// The numbers of these invoices.
  public func numbers(of ids: [DocumentID]) -> [String] {
    ids.compactMap { id in invoices.first { $0.id == id }?.number }
  }

  /// `amount` laid on the invoices oldest due first, all that is open of each without one, with what the books have on
  /// them so far.
  public func covers(_ ids: [DocumentID], _ amount: Money?) -> [CoveredInvoice] {
    var left = amount?.minor ?? .max
    return invoices.filter { ids.contains($0.id) }.map { invoice in
      let applied = applications.filter { $0.invoice == invoice.id }
      let open = applied.reduce(invoice.original.minor) { $0 - $1.amount }
      let part = min(max(open, 0), left)
      left -= part
      return CoveredInvoice(
        number: invoice.number, amount: Money(minor: part, amount?.currency ?? invoice.original.currency),
        paid: max(applied.filter(\.isMoney).reduce(0) { $0 + $1.amount }, 0),
        credited: max(applied.filter { !$0.isMoney }.reduce(0) { $0 + $1.amount }, 0))
    }
  }
}

extension ProposedCall {
  /// The first outcome of a contact as somebody told it, with invoices by id and the first step that it sets; nil for
  /// another kind of entry.
  public init?(_ body: EntryBody, in file: AccountFile) throws {
    guard let contact = body.contact, let outcome = body.outcome else { return nil }
    func ids(_ numbers: [String]) -> [DocumentID] {
      numbers.compactMap { number in file.invoices.first { $0.number == number }?.id }
    }
    self.init(
      action: contact.action, result: outcome.result, contact: contact.person, phone: contact.phone,
      reason: outcome.reason, note: contact.note, invoices: ids(outcome.invoices), started: contact.started,
      ended: contact.ended,
      promise: body.promise.map { terms in
        ProposedPromise(
          kind: terms.kind, amount: terms.amount, day: terms.day, method: terms.method,
          reference: terms.reference, invoices: ids(terms.covers.map(\.number)), exception: terms.exception)
      },
      dispute: body.dispute.map { terms in
        ProposedDispute(
          reason: terms.reason, amount: terms.amount, invoices: ids(terms.covers.map(\.number)))
      },
      plan: body.plan.map { terms in
        ProposedPlan(
          currency: terms.currency, instalments: terms.instalments, invoices: ids(terms.covers.map(\.number)))
      }, next: body.next(try PolicyFile.shipped()))
  }
}
