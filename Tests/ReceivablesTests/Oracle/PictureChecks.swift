import Receivables

/// What a picture says of its account, compared with what the oracle says: a sentence for each disagreement.
struct PictureChecks {
  /// A property that must hold of every account on every day.
  enum Property: String, CaseIterable, Sendable {
    case open, slices, balances, promises, plans, disputes, held, matters, steps
  }

  /// What does not hold, in a sentence with the day, what it is about, and both values.
  struct Fault: CustomStringConvertible {
    let property: Property
    let description: String
  }

  private let picture: AccountPicture
  private let account: PlainAccount
  private(set) var faults: [Fault] = []

  init(_ picture: AccountPicture, against account: PlainAccount) {
    self.picture = picture
    self.account = account
    checkOpen()
    checkSlices()
    checkBalances()
    checkPromises()
    checkPlans()
    checkDisputes()
    checkHeld()
    checkMatters()
    checkSteps()
  }

  private mutating func expect<Value: Equatable>(
    _ property: Property, _ found: Value, _ expected: Value, _ what: @autoclosure () -> String
  ) {
    guard found != expected else { return }
    report(property, "\(what()): the picture says \(found), the oracle \(expected)")
  }

  private mutating func report(_ property: Property, _ sentence: String) {
    faults.append(
      Fault(property: property, description: "\(account.day.iso), \(property.rawValue): \(sentence)"))
  }

  private func place(_ item: OpenItem) -> Int? {
    account.books.file.invoices.firstIndex { $0.id == item.invoice.id }
  }
}

// MARK: Books and slices

extension PictureChecks {
  private mutating func checkOpen() {
    let invoices = account.books.file.invoices
    let owed = invoices.indices.filter { account.books.owed($0) > 0 }
    expect(
      .open, picture.invoices.map(\.invoice.number), owed.map { invoices[$0].number }, "the open invoices")
    for item in picture.invoices {
      guard let place = place(item) else { continue }
      expect(.open, item.open, account.books.owed(place), "open of \(item.invoice.number)")
      expect(
        .open, item.daysPastDue, item.invoice.due.distance(to: account.day), "age of \(item.invoice.number)")
    }
  }

  /// The slices are those of the oracle, none is below zero, and together they are what is open.
  private mutating func checkSlices() {
    for item in picture.invoices {
      guard let place = place(item) else { continue }
      let number = item.invoice.number
      var sum = item.slices.free
      for slice in Slice.allCases {
        sum += item.slices[slice]
        let taken = account.slices.taken[place][slice] ?? 0
        expect(.slices, item.slices[slice], taken, "\(slice.title) of \(number)")
      }
      expect(.slices, item.slices.free, account.slices.free[place], "free of \(number)")
      expect(.slices, sum, item.open, "the slices of \(number) against what is open")
      expect(.slices, item.toCollect, account.toCollect(place), "to collect of \(number)")
    }
  }

  /// Σ buckets + credits = balance, in each currency.
  private mutating func checkBalances() {
    for currency in account.currencies {
      let code = currency.code
      let found = picture.summary.balances.first { $0.currency == currency }
      let buckets = account.books.buckets(currency, account.policy.aging)
      let credits = account.books.credits(currency)
      let none = Array(repeating: Int64(0), count: buckets.count)
      expect(.balances, found?.buckets ?? none, buckets, "buckets in \(code)")
      expect(.balances, found?.credits ?? 0, credits, "credits in \(code)")
      let invoices = account.books.file.invoices.indices.filter {
        account.books.file.invoices[$0].original.currency == currency
      }
      let owed = invoices.reduce(credits) { $0 + account.books.owed($1) }
      expect(.balances, (found?.buckets ?? none).reduce(found?.credits ?? 0, +), owed, "balance in \(code)")
      let toCollect = invoices.reduce(0) { $0 + account.toCollect($1) }
      expect(.balances, found?.toCollect ?? 0, toCollect, "to collect in \(code)")
    }
    let left = account.books.unapplied.map { "\($0.credit.number) \($0.left)" }
    expect(
      .balances, picture.unapplied.map { "\($0.credit.number) \($0.left)" }, left, "credits not applied")
  }
}

// MARK: Matters

extension PictureChecks {
  private mutating func checkPromises() {
    expect(
      .promises, picture.promises.map(\.id.text), account.promises.reversed().map(\.id.text), "the promises")
    for promise in account.promises {
      guard let found = picture.promises.first(where: { $0.id == promise.id }) else { continue }
      let id = promise.id.text
      expect(.promises, found.state.title, promise.state.title, "state of \(id)")
      expect(.promises, found.paid, promise.paid, "paid of \(id)")
      expect(.promises, found.credited, promise.credited, "credited of \(id)")
      expect(.promises, found.replaced, promise.replaced, "replaced of \(id)")
      expect(.promises, found.level, promise.level, "level of \(id)")
      check(.promises, found.incentive, promise.incentive, "what was given up for \(id)")
      let isFailed = promise.state == .broken || promise.state == .partlyKept
      let late = isFailed ? promise.lateOn.map { promise.terms.day.distance(to: $0) } : nil
      if promise.state == .kept, !promise.isClaim {
        expect(.promises, found.paidInFullOn?.iso, promise.keptOn?.iso, "payment in full of \(id)")
      }
      expect(.promises, isFailed ? found.daysLate : nil, late, "days late of \(id)")
    }
  }

  /// The instalments are those of the oracle, and what they come to is what was agreed less what was credited.
  private mutating func checkPlans() {
    expect(.plans, picture.plans.map(\.id.text), account.plans.map(\.id.text), "the plans in force")
    for plan in account.plans {
      guard let found = picture.plans.first(where: { $0.id == plan.id }) else { continue }
      expect(
        .plans, found.instalments.map { "\($0.due.iso) \($0.paid) of \($0.amount) \($0.state.title)" },
        plan.instalments.map { "\($0.due.iso) \($0.paid) of \($0.amount) \($0.state.title)" },
        "instalments of \(plan.id.text)")
      expect(.plans, found.state, plan.state, "state of \(plan.id.text)")
      check(.plans, found.incentive, plan.incentive, "what was given up for \(plan.id.text)")
      expect(.plans, found.brokenOn?.iso, plan.brokenOn?.iso, "breaking of \(plan.id.text)")
    }
  }

  /// How what was given up stands, and what is to be credited of it.
  private mutating func check(
    _ property: Property, _ found: IncentiveStatus?, _ expected: PlainIncentive?, _ what: String
  ) {
    expect(property, found?.state.rawValue, expected?.state.rawValue, what)
    expect(property, found?.toCredit, expected?.toCredit, "the credit of \(what)")
  }

  /// What was contested is disputed now, paid, credited, written off or rejected.
  private mutating func checkDisputes() {
    expect(
      .disputes, picture.disputes.map(\.id.text), account.disputes.reversed().map(\.id.text), "the disputes")
    for dispute in account.disputes {
      guard let found = picture.disputes.first(where: { $0.id == dispute.id }) else { continue }
      let id = dispute.id.text
      expect(.disputes, found.state.title, dispute.state.title, "state of \(id)")
      expect(.disputes, found.isOpen, dispute.isOpen, "whether \(id) is open")
      expect(.disputes, found.dueOn.iso, dispute.dueOn.iso, "the day of \(id)")
      let parts = found.parts.map { part in
        [part.disputed, part.paid, part.credited, part.writtenOff, part.rejected]
      }
      let expected = dispute.parts.map { [$0.disputed, $0.paid, $0.credited, $0.writtenOff, $0.rejected] }
      expect(.disputes, parts, expected, "disputed, paid, credited, written off, rejected of \(id)")
      let sums = parts.map { $0.reduce(0, +) }
      expect(
        .disputes, sums, found.parts.map(\.original.minor), "the sums of \(id) against what was contested")
    }
  }

  /// What the matters of a kind hold adds up to their slice of all invoices, and what is over holds nothing.
  private mutating func checkHeld() {
    let kinds: [(slices: [Slice], kinds: [String])] = [
      ([.disputed], [DisputeTerms.name]),
      ([.planned, .promised, .discounted], [PlanTerms.name, PromiseTerms.name]), ([.claimed], ["claim"]),
      ([.held], [HoldTerms.name]),
    ]
    for (slices, kinds) in kinds {
      let matters = picture.matters.filter { kinds.contains($0.kind) }
      for currency in account.currencies {
        let held = matters.flatMap(\.held).filter { $0.currency == currency }.reduce(0) { $0 + $1.minor }
        let taken = account.books.file.invoices.indices.filter {
          account.books.file.invoices[$0].original.currency == currency
        }.reduce(0) { sum, place in
          slices.reduce(sum) { $0 + (account.slices.taken[place][$1] ?? 0) }
        }
        expect(
          .held, held, taken, "held by every \(kinds.joined(separator: " and ")) in \(currency.code)")
      }
      for matter in matters where !matter.isOpen {
        expect(.held, matter.held.map(\.minor), [], "held by \(matter.id.text), which is over")
      }
    }
  }
}

// MARK: Steps

extension PictureChecks {
  /// Every matter that is not over has its own step on its day, and asks for it on the account.
  private mutating func checkMatters() {
    let steps = account.matterSteps
    for matter in picture.matters {
      let id = matter.id.text
      expect(.matters, matter.step?.day.iso, steps[matter.id]?.iso, "the step of \(matter.kind) \(id)")
      guard matter.step != nil, !account.isCovered else { continue }
      let isAsked = picture.candidates.contains { $0.matter == matter.id }
      expect(.matters, isAsked, true, "asking for the step of \(matter.kind) \(id)")
    }
    let missing = Set(steps.keys).subtracting(picture.matters.map(\.id)).map(\.text).sorted()
    expect(.matters, missing, [], "matters that are not over")
  }

  /// No free past-due money without a step, and none later than the domain allows.
  private mutating func checkSteps() {
    expect(.steps, picture.summary.next, picture.candidates.first?.action, "the next step")
    let isDue = picture.candidates.contains { $0.action.day <= account.day }
    expect(.steps, picture.summary.lane != nil, isDue, "being in the queue")
    guard let deadline = PlainDeadline.first(of: account) else { return }
    let about = "\(deadline.invoice.number) (\(deadline.reason.rawValue)) must come up by \(deadline.day.iso)"
    guard let first = picture.candidates.map(\.action.day).min() else {
      report(.steps, "\(about), the picture has no step")
      return
    }
    if max(first, account.day) > max(deadline.day, account.day) {
      report(.steps, "\(about), the picture has its first step on \(first.iso)")
    }
    if account.isCovered, let lane = picture.summary.lane, lane != .callback {
      expect(.steps, lane, .cashApplication, "the lane of an account that credits cover")
    }
  }
}
