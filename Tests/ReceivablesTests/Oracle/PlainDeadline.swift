import Receivables

/// The day by which an account must come up at the latest, because of money that is free and past due.
///
/// The domain, "No orphan money": what was past due when a contact was concluded comes with the step that was agreed about
/// it, and after the rest days without one. What became free and past due since comes on its own day, whatever was
/// agreed: newly past due within the first-contact days, a broken promise or a missed instalment on the business day after
/// its grace, what was taken back on the business day of that.
struct PlainDeadline {
  enum Reason: String, CaseIterable {
    case newlyPastDue = "newly past due"
    case agreed = "a step that was agreed about it"
    case unspoken = "nobody spoke of it"
    case inGrace = "an instalment in its grace"
    case missed = "an instalment that was missed"
    case failed = "a promise that was not kept"
    case claimed = "a payment that should be there"
    case held = "a hold that is over"
    case received = "money that is here and not applied"
    case broken = "a plan that is broken"
    case decided = "a dispute that was decided"
    case withdrawn = "what the customer took back"
    case reversed = "money that was taken back"
  }

  var day: CalendarDay
  let invoice: Invoice
  let reason: Reason

  /// The earliest of all; nil when nothing is free and past due.
  static func first(of account: PlainAccount) -> PlainDeadline? {
    var first = all(of: account).min { $0.day < $1.day }
    guard account.isCovered, let day = first?.day else { return first }
    // Credits are applied instead, once they are there. A callback stands, and is no later for it.
    let held = account.books.unapplied.map { account.firstBusinessDay($0.credit.dated) }.max()
    first?.day = max(day, held ?? day)
    return first
  }

  /// Those of all invoices, one for each reason that there is.
  static func all(of account: PlainAccount) -> [PlainDeadline] {
    account.books.file.invoices.indices.filter { account.toCollect($0) > 0 }.flatMap { place in
      FreeInvoice(account, place).deadlines
    }
  }
}

/// An invoice of which something is free and past due.
private struct FreeInvoice {
  let account: PlainAccount
  let place: Int
  let invoice: Invoice
  let conclusion: PlainJournal.Conclusion?

  init(_ account: PlainAccount, _ place: Int) {
    self.account = account
    self.place = place
    invoice = account.books.file.invoices[place]
    conclusion = account.journal.conclusion
  }

  var deadlines: [PlainDeadline] {
    [ownDay] + failedPromises + claims + missedInstalments + brokenPlans + decisions + ends + takenBack
  }

  private func deadline(_ day: CalendarDay, _ reason: PlainDeadline.Reason) -> PlainDeadline {
    PlainDeadline(day: day, invoice: invoice, reason: reason)
  }

  /// Whether what went wrong on a day did so after the last contact, and after the last rung of the ladder.
  private func isSince(_ day: CalendarDay) -> Bool {
    (conclusion.map { day > $0.entry.day } ?? true) && !rungs.contains { $0.taken >= day }
  }

  /// Whether what an entry said was said after the last contact, and after the last rung of the ladder.
  private func isSince(_ entry: EntryNumber) -> Bool {
    (conclusion.map { $0.entry.number < entry } ?? true) && !rungs.contains { $0.entry > entry }
  }

  /// When it comes up without anything having happened to it since the conclusion.
  private var ownDay: PlainDeadline {
    let calendar = account.policy.calendar
    if account.toCollect(place) <= account.slices.inGrace[place] + account.slices.received[place] {
      let ends = account.plans.filter { $0.covers.contains { $0.place == place } }
        .flatMap(\.instalments).filter { $0.state == .inGrace }.map {
          account.firstBusinessDay(after: $0.deadline)
        }
      let applications = received
      if let end = (ends + applications).min() {
        return deadline(end, applications.contains(end) ? .received : .inGrace)
      }
    }
    // Who looks after it since takes the place of what was agreed before.
    if let rung = rungs.last(where: { rung in conclusion.map { rung.entry > $0.entry.number } ?? true }) {
      return deadline(rung.day, .agreed)
    }
    guard let conclusion, invoice.due < conclusion.entry.day else {
      return deadline(
        calendar.day(account.policy.firstContactDays, businessDaysAfter: invoice.due), .newlyPastDue)
    }
    let morrow = calendar.day(1, businessDaysAfter: conclusion.entry.day)
    let agreed = conclusion.steps.filter { $0.invoices.isEmpty || $0.invoices.contains(invoice.number) }
      .map { $0.action.kind != .callBack && $0.action.day <= conclusion.entry.day ? morrow : $0.action.day }
    let coming = rungs.map(\.day).filter { $0 > conclusion.entry.day }
    if let first = (agreed + coming).min() { return deadline(first, .agreed) }
    if !rungs.isEmpty { return deadline(morrow, .agreed) }
    return deadline(
      calendar.day(account.policy.restDays, businessDaysAfter: conclusion.entry.day), .unspoken)
  }

  /// The rungs of the ladder that are about it and were taken when it was past due; a credit hold goes on collecting.
  private var rungs: [(entry: EntryNumber, taken: CalendarDay, day: CalendarDay)] {
    account.journal.escalations(account.books, account.policy).filter { escalation in
      escalation.terms.effect != .creditHold && escalation.terms.invoices.contains(invoice.number)
        && invoice.due < escalation.entry.day
    }.map { ($0.entry.number, $0.entry.day, $0.terms.dueOn) }
  }

  /// When what is here is applied: the day after is early enough for who was spoken to, unless the account was put off.
  private var received: [CalendarDay] {
    account.promises.filter { promise in
      promise.state == .received && promise.covers.contains { $0.place == place }
    }.map { promise in
      let day = account.firstBusinessDay(after: promise.deadline)
      guard let conclusion, day <= conclusion.entry.day else { return day }
      let putOff = conclusion.entry.body.first(Snooze.self)?.until ?? day
      return max(putOff, account.firstBusinessDay(after: conclusion.entry.day))
    }
  }

  /// Those of its promises; a contact settles what had failed by its day.
  private var failedPromises: [PlainDeadline] {
    account.promises.filter { promise in
      (promise.state == .broken || promise.state == .partlyKept) && isSince(promise.deadline.advanced(by: 1))
        && promise.covers.contains { $0.place == place }
    }.map { deadline(account.firstBusinessDay(after: $0.deadline), .failed) }
  }

  private var claims: [PlainDeadline] {
    account.promises.filter { claim in
      claim.state == .verifying && claim.covers.contains { $0.place == place }
    }.compactMap(\.terms.checkOn).filter { $0 <= account.day && isSince($0) }.map {
      deadline($0, .claimed)
    }
  }

  /// A plan that is broken has no instalments from then on.
  private var missedInstalments: [PlainDeadline] {
    account.plans.filter { $0.covers.contains { $0.place == place } }.flatMap { plan in
      plan.instalments.filter { instalment in
        instalment.state == .missed && plan.brokenOn.map { instalment.deadline < $0 } ?? true
      }
    }.filter { isSince($0.deadline.advanced(by: 1)) }.map {
      deadline(account.firstBusinessDay(after: $0.deadline), .missed)
    }
  }

  /// All of it is to be collected again, with the due days that the invoices had.
  private var brokenPlans: [PlainDeadline] {
    account.plans.filter { plan in plan.state == "broken" && plan.covers.contains { $0.place == place } }
      .compactMap(\.brokenOn).filter { isSince($0) }.map { deadline(account.firstBusinessDay($0), .broken) }
  }

  /// What is owed after all, or to be collected meanwhile, comes up on the next business day.
  private var decisions: [PlainDeadline] {
    account.disputes.filter { $0.freed(place) > 0 }.compactMap(\.turn).filter { isSince($0.number) }.map {
      deadline(account.policy.calendar.day(1, businessDaysAfter: $0.day), .decided)
    }
  }

  /// Of a hold that is over, and of whatever the customer took back.
  private var ends: [PlainDeadline] {
    var ends: [PlainDeadline] = []
    let holds = account.journal.opened(HoldTerms.self).filter { hold in
      !hold.isVoided && (hold.terms.covers.isEmpty || covers(hold.terms.covers))
    }
    for hold in holds
    where hold.withdrawal == nil && hold.terms.until <= account.day && isSince(hold.terms.until) {
      ends.append(deadline(account.firstBusinessDay(hold.terms.until), .held))
    }
    var withdrawals = holds.filter { hold in hold.withdrawal.map { $0.day < hold.terms.until } ?? false }
      .map(\.withdrawal)
    withdrawals += account.promises.filter { promise in
      (promise.state == .withdrawn || promise.earnedOn(worth: account.books.worth) != nil)
        && promise.covers.contains { $0.place == place }
    }.map(\.withdrawal)
    withdrawals += account.disputes.filter { dispute in
      dispute.state == .withdrawn && dispute.parts.contains { $0.place == place }
    }.map(\.withdrawal)
    let plan = account.journal.opened(PlanTerms.self).last { !$0.isVoided && covers($0.terms.covers) }
    withdrawals.append(plan?.withdrawal)
    for withdrawal in withdrawals.compactMap({ $0 }) where isSince(withdrawal.number) {
      ends.append(deadline(account.firstBusinessDay(withdrawal.day), .withdrawn))
    }
    return ends
  }

  private func covers(_ said: [CoveredInvoice]) -> Bool {
    account.books.covers(said).contains { $0.place == place }
  }

  /// Money that had been applied to it. On its due day it is not past due yet.
  private var takenBack: [PlainDeadline] {
    account.books.file.applications.filter { application in
      application.invoice == invoice.id && application.amount < 0 && application.dated <= account.day
        && isSince(application.dated) && invoice.due <= application.dated
    }.map { deadline(account.firstBusinessDay(max($0.dated, invoice.due.advanced(by: 1))), .reversed) }
      .suffix(1)
  }
}
