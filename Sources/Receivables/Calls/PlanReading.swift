extension CallReading {
  /// The instalments that the form describes.
  public func plan() throws(LineProblem) -> ProposedPlan {
    var plan = try planned()
    plan.incentive = try at(.discount, incentive)
    return plan
  }

  /// The same without what is given up.
  func planned() throws(LineProblem) -> ProposedPlan {
    guard let typed = try at(.instalments, instalments) else {
      throw LineProblem(
        .instalments, "In which instalments? Type 3, 6 weekly, 500 weekly or days: 4 dec, 18 dec 500, 8 jan.")
    }
    guard let first = try at(.date, day) else {
      throw LineProblem(.date, "On which day is the first instalment? Type fri, +3 or eom.")
    }
    let total = try at(.amount, amount)
    let invoices = try at(.invoices, chosenIDs)
    do {
      var plan = try plan(typed, of: total, from: first, on: invoices)
      plan.approvedBy = text(.approval)
      return plan
    } catch let problem as CallProblem {
      throw LineProblem(problem)
    } catch let problem as TypingProblem {
      throw LineProblem(.instalments, problem)
    } catch {
      throw LineProblem(.instalments, "\(error)")
    }
  }

  private func plan(
    _ typed: TypedInstalments, of total: Money, from first: CalendarDay, on invoices: [DocumentID]
  ) throws -> ProposedPlan {
    switch typed {
    case .count(let count, let rhythm):
      return try ProposedPlan(splitting: total, into: count, first: first, every: rhythm, invoices: invoices)
    case .each(let text, let rhythm):
      let part = try amount(text, in: total.currency)
      return try ProposedPlan(splitting: total, by: part, first: first, every: rhythm, invoices: invoices)
    case .days(let days):
      for (earlier, later) in zip(days, days.dropFirst()) where later.day <= earlier.day {
        throw TypingProblem(
          "\(later.day.long) does not come after \(earlier.day.long). Type the days in order.")
      }
      guard first == days.first?.day else {
        throw CallProblem(
          .date,
          "The instalments begin on \(days[0].day.long), the date says \(first.long). Leave the date empty."
        )
      }
      var said: [Money] = []
      for text in typed.amounts { said.append(try amount(text, in: total.currency)) }
      return try ProposedPlan(splitting: total, on: days.map(\.day), said: said, invoices: invoices)
    }
  }

  /// How the plan is paid, as it was typed; nil for nothing.
  func instalments() throws(TypingProblem) -> TypedInstalments? {
    try text(.instalments).map { (typed) throws(TypingProblem) in
      try TypedInstalments.read(typed, today: today, rules: policy.dayRules)
    }
  }

  private func amount(_ typed: String, in currency: Currency) throws(TypingProblem) -> Money {
    let words = AmountWords(typed)
    if let named = words.currency, named != currency {
      throw TypingProblem("“\(typed)” is not in \(currency), as the amount of the plan is.")
    }
    return try TypedAmount.read(words.figure, full: .zero(currency))
  }
}

extension CallReading {
  private var readable: TypedInstalments? { result.holdsPlan ? (try? instalments()).flatMap { $0 } : nil }

  /// The currency that is named with an instalment.
  var instalmentsCurrency: Currency? { readable?.currency }

  /// The first day of a plan on days of its own.
  var firstOwnDay: CalendarDay? {
    guard case .days(let days)? = readable else { return nil }
    return days.first?.day
  }

  /// What the instalments come to where each says how much; nil where they are parts of an amount.
  var instalmentsSum: Money? {
    guard case .days(let days)? = readable, days.allSatisfy({ $0.amount != nil }),
      let currency = try? currency()
    else { return nil }
    return try? days.reduce(Money.zero(currency)) { sum, day in
      try sum.adding(try amount(day.amount ?? "", in: currency))
    }
  }
}

extension CallReading {
  /// Why the plan, or what is given up, is beyond what a collector may agree on alone; nil when it is not.
  public var excess: String? {
    if result.holdsPlan, let plan = try? planned(), let excess = policy.excess(of: plan, today: today) {
      return excess
    }
    guard let (terms, whole) = try? offered() else { return nil }
    return policy.excess(of: terms, on: whole, today: today)
  }

  /// What has to be said besides what the result asks: why a promise is so late, who approved a plan or a discount.
  public var needed: [CallLine] { (isLate ? [.exception] : []) + (excess == nil ? [] : [.approval]) }
}
