import Receivables

/// What an account comes to as of a day by a second way: slow, plain, and sharing with the product only values such as
/// days, amounts and the terms of entries.
struct PlainAccount {
  let policy: Policy
  /// The days on which our own office works.
  private let office: BusinessCalendar
  let books: PlainBooks
  let journal: PlainJournal
  /// Oldest first.
  let promises: [PlainPromise]
  /// In force, newest first.
  let plans: [PlainPlan]
  /// Oldest first.
  let disputes: [PlainDispute]
  let slices: PlainSlices

  var day: CalendarDay { books.day }

  /// `worth` is that of a coin of the file: `PlainBooks.worth`.
  init(_ file: AccountFile, _ policy: Policy, _ day: CalendarDay, worth: Int64) {
    self.policy = Self.there(policy, file)
    office = policy.calendar
    books = PlainBooks(file, day, worth: worth)
    journal = PlainJournal(file, day)
    var (disputes, settling) = PlainDispute.all(journal, books)
    var promises = PlainPromise.all(journal, books, settling: settling)
    var plans = PlainPlan.all(journal, books, settling: settling)
    slices = PlainSlices(journal, books, &promises, &plans, &disputes)
    (self.promises, self.plans, self.disputes) = (promises, plans, disputes)
  }

  /// The policy with the days of the customer's country.
  private static func there(_ policy: Policy, _ file: AccountFile) -> Policy {
    var own = policy
    for country in policy.abroad where country.zones.contains(file.customer.timeZone ?? "nowhere") {
      own.calendar = country.calendar
    }
    return own
  }

  /// Currencies in which something is owed, to us or to the customer.
  var currencies: [Currency] {
    let all = books.file.invoices.map(\.original.currency) + books.file.credits.map(\.amount.currency)
    return Set(all).sorted()
  }

  /// What is free and past due of an invoice.
  func toCollect(_ place: Int) -> Int64 { books.isPastDue(place) ? slices.free[place] : 0 }

  /// Whether credits cover what is past due in every currency in which something is to be collected: then they are
  /// applied instead of chasing.
  var isCovered: Bool {
    let places = books.file.invoices.indices
    let chased = Set(
      places.filter { toCollect($0) > 0 }.map { books.file.invoices[$0].original.currency })
    return !chased.isEmpty
      && chased.allSatisfy { currency in
        let pastDue = places.filter {
          books.isPastDue($0) && books.file.invoices[$0].original.currency == currency
        }
        return -books.credits(currency) >= pastDue.reduce(0) { $0 + books.owed($1) }
      }
  }
}

// MARK: Days

extension PlainAccount {
  func firstBusinessDay(_ day: CalendarDay) -> CalendarDay {
    var day = day
    while !policy.calendar.isBusinessDay(day) { day = day.advanced(by: 1) }
    return day
  }

  func firstBusinessDay(after day: CalendarDay) -> CalendarDay { firstBusinessDay(day.advanced(by: 1)) }

  /// The day of the own step of each matter that is not over, by the list of the domain: a promise after its day and grace,
  /// a claim when the money should be there, a dispute when it is looked at again, a plan after the next instalment and
  /// its grace, a hold at its end; a promise or a plan of which a discount was earned when that should be credited.
  var matterSteps: [MatterID: CalendarDay] {
    var steps: [MatterID: CalendarDay] = [:]
    for promise in promises where [.open, .inGrace, .verifying, .received].contains(promise.state) {
      steps[promise.id] = promise.terms.checkOn ?? firstBusinessDay(after: promise.deadline)
    }
    let expected =
      promises.map { ($0.id, $0.incentive, $0.earnedOn(worth: books.worth)) }
      + plans.map { ($0.id, $0.incentive, $0.earnedOn) }
    for (id, incentive, earnedOn) in expected where incentive?.state == .earned {
      guard let earnedOn else { continue }
      steps[id] = office.day(policy.incentives.creditDays, businessDaysAfter: earnedOn)
    }
    for dispute in disputes where dispute.isOpen { steps[dispute.id] = dispute.dueOn }
    for plan in plans where plan.brokenOn == nil && plan.covers.contains(where: { books.owed($0.place) > 0 })
    {
      let coming = plan.instalments.first { $0.state == .due || $0.state == .inGrace }
      if let coming { steps[plan.id] = firstBusinessDay(after: coming.deadline) }
    }
    for hold in journal.opened(HoldTerms.self)
    where !hold.isVoided && hold.withdrawal == nil && day < hold.terms.until {
      steps[hold.id] = firstBusinessDay(hold.terms.until)
    }
    for escalation in journal.escalations(books, policy) {
      let isOwed = books.file.invoices.indices.contains { place in
        escalation.terms.invoices.contains(books.file.invoices[place].number) && books.owed(place) > 0
      }
      if isOwed { steps[escalation.id] = escalation.terms.dueOn }
    }
    return steps
  }
}
