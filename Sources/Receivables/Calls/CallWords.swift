extension Policy {
  /// How money comes, to follow an amount: `" by ACH"`, `" in cash"`; nothing when it was not said.
  public func byMethod(_ code: String?) -> String {
    guard let code, code != "other" else { return "" }
    if code == "cash" { return " in cash" }
    return " by \(methods.title(code))"
  }
}

extension PromiseTerms {
  /// What was promised in one line: `"1 200.00 USD on Fri 27 Nov by ACH"`.
  public func line(policy: Policy, seen today: CalendarDay) -> String {
    "\(amount) on \(day.brief(today))\(policy.byMethod(method))"
  }
}

// MARK: An entry in one line

extension EntryBody {
  /// What an entry says in one line, without its free text.
  ///
  /// `"PP promise to pay 1 200.00 USD on Fri 27 Nov by ACH · Jane · cash flow"`, `"a comment"`,
  /// `"put off until Fri 27 Nov 2026"`, `"entry 12 taken back"`; a correction besides what it corrects, and why:
  /// `"a comment (corrects entry 12: wrong name)"`. Days that are far from `today` are told with their year.
  public func line(policy: Policy, seen today: CalendarDay) -> String {
    if isCorrection, let reversal = first(Reversal.self) {
      return
        "\(said.line(policy: policy, seen: today)) (corrects entry \(reversal.entry.rawValue): \(reversal.reason))"
    }
    guard let contact = first(ContactRecord.self) else { return gist(policy: policy, seen: today) }
    let how = contact.action == "OUT" ? nil : policy.actions.title(contact.action)
    let dead = contact.effects.contains(.numberDead) ? contact.phone : nil
    let outcomes = outcomes.map { $0.line(policy, today) }.joined(separator: "; ")
    let reasons = Set(all(Outcome.self).compactMap(\.reason)).sorted().map(policy.reasons.title)
    return [outcomes, contact.person, dead, reasons.joined(separator: ", "), how].compactMap { $0 }.filter {
      !$0.isEmpty
    }
    .joined(separator: " · ")
  }

  /// The same in as few words as tell it, for a message: `"PP 1 200.00 USD on Fri 27 Nov"`, `"NA no answer"`.
  public func gist(policy: Policy, seen today: CalendarDay) -> String {
    if isCorrection, let reversal = first(Reversal.self) {
      return "\(said.gist(policy: policy, seen: today)), in the place of entry \(reversal.entry.rawValue)"
    }
    if first(ContactRecord.self) != nil {
      return outcomes.map { $0.gist(policy, today) }.joined(separator: "; ")
    }
    return sections.compactMap(\.words.gist).joined(separator: "; ")
  }

  /// Whether the account's next step may be another one after it.
  public var movesNextStep: Bool {
    sections.contains {
      $0 is ContactRecord || $0 is Withdrawal || $0 is MatterChange || $0 is Reversal || MatterKinds.opens($0)
    }
  }

  /// What each outcome of a contact says: `"DI disputes 800.00 USD, price"`.
  public func outcomeLines(policy: Policy, seen today: CalendarDay) -> [String] {
    outcomes.map { $0.line(policy, today) }
  }

  /// The free text: of a contact its note, whatever came of it.
  public var freeText: String {
    let said = said
    if let contact = said.first(ContactRecord.self) { return contact.words.freeText }
    return said.sections.lazy.map(\.words.freeText).first { !$0.isEmpty } ?? ""
  }

  /// The next step that it sets: the first of its matters' and of what was agreed. Nil when it sets none.
  public func next(_ policy: Policy) -> NextAction? {
    sections.compactMap { $0.next(policy) }.min { $0.order < $1.order }
  }

  /// Numbers of the invoices that it is about, without repeats.
  public var invoiceNumbers: [String] {
    var numbers: [String] = []
    for number in sections.flatMap(\.words.invoices) where !numbers.contains(number) {
      numbers.append(number)
    }
    return numbers
  }

  /// The outcomes of a contact, each with the sections that belong to it.
  var outcomes: [SaidOutcome] {
    var outcomes: [SaidOutcome] = []
    for section in sections {
      if let outcome = section as? Outcome {
        outcomes.append(SaidOutcome(outcome: outcome))
      } else if !outcomes.isEmpty {
        outcomes[outcomes.count - 1].sections.append(section)
      }
    }
    return outcomes
  }
}

/// One outcome of a contact with what it set.
struct SaidOutcome {
  let outcome: Outcome
  var sections: [any EntrySection] = []

  func gist(_ policy: Policy, _ today: CalendarDay) -> String {
    guard let terms = terms(today) else {
      // Without its day, "contact away until" says nothing; other steps tell their day themselves.
      let isPartOfMeaning = step?.kind == .call
      let asked = isPartOfMeaning ? askedDay(policy, today) : ""
      let proposed = section(EscalationTerms.self).map { ", \($0.title) \($0.state.title)" } ?? ""
      return "\(outcome.result)\(meaning(policy))\(asked)\(proposed)"
    }
    return "\(outcome.result) \(terms)"
  }

  func line(_ policy: Policy, _ today: CalendarDay) -> String {
    let said = terms(today).map { " \($0)" } ?? askedDay(policy, today)
    return "\(outcome.result)\(meaning(policy))\(said)\(details(policy, today))"
  }

  fileprivate func section<Section>(_ kind: Section.Type) -> Section? {
    for case let section as Section in sections { return section }
    return nil
  }

  fileprivate var step: NextAction? { section(ContactStep.self)?.action }

  private func meaning(_ policy: Policy) -> String {
    guard let meaning = policy.result(outcome.result)?.meaning else { return "" }
    return " " + (step == nil && meaning.hasSuffix(" until") ? String(meaning.dropLast(6)) : meaning)
  }

  /// Amounts and days that were agreed.
  private func terms(_ today: CalendarDay) -> String? {
    if let promise = section(PromiseTerms.self) { return "\(promise.amount) on \(promise.day.brief(today))" }
    if let plan = section(PlanTerms.self), let first = plan.instalments.first {
      let total = (try? plan.total()).map { "\($0) " } ?? ""
      let rhythm = plan.rhythm.map { " \($0.rawValue)" } ?? ""
      return "\(total)in \(plan.instalments.count)\(rhythm) from \(first.due.brief(today))"
    }
    return section(DisputeTerms.self)?.amount?.description
  }

  /// How money comes, why it is contested, or what is proposed instead.
  private func details(_ policy: Policy, _ today: CalendarDay) -> String {
    if let promise = section(PromiseTerms.self) {
      return policy.byMethod(promise.method) + (promise.reference.map { ", reference \($0)" } ?? "")
        + (promise.incentive.map { ", \($0.terms(on: promise.amount, seen: today))" } ?? "")
    }
    if let plan = section(PlanTerms.self), let incentive = plan.incentive, let total = try? plan.total() {
      return ", \(incentive.terms(on: total, seen: today))"
    }
    if let escalation = section(EscalationTerms.self)?.words.gist { return ", \(escalation)" }
    return section(DisputeTerms.self).map { ", \(policy.disputeReasons.title($0.reason))" } ?? ""
  }

  /// The day that the customer named for the next step.
  private func askedDay(_ policy: Policy, _ today: CalendarDay) -> String {
    guard let step, policy.result(outcome.result)?.returns == .askedDay else { return "" }
    return " \(step.day.brief(today))" + (step.time.map { " \($0.text)" } ?? "")
  }
}

// MARK: What to say before hanging up

extension EntryBody {
  /// What the collector says to the customer before hanging up, so that both have heard the same; nil when nothing was
  /// agreed. For a body as `ProposedCall.completed` returns it.
  ///
  /// `"So you will pay 1 200.00 USD by ACH on Friday 27 November for invoices 4711 and 4712. I will note that."`; what
  /// came of it besides follows: `"And you dispute …"`.
  public func readBack(_ policy: Policy, seen today: CalendarDay) -> String? {
    let said = outcomes.compactMap { $0.readBack(policy, today) }
    guard let first = said.first else { return nil }
    return (["So \(first)"] + said.dropFirst().map { "And \($0)" }).joined(separator: " ")
  }

  /// `"invoice 4711"`, `"invoices 4711 and 4712"`, `"invoices 4711, 4712, 4713 and 9 more"`.
  fileprivate static func titles(of numbers: [String]) -> String {
    var names = Array(numbers.count > 4 ? numbers.prefix(3) : numbers[...])
    if numbers.count > names.count { names.append("\(numbers.count - names.count) more") }
    guard let last = names.popLast() else { return "your account" }
    return names.isEmpty ? "invoice \(last)" : "invoices \(names.joined(separator: ", ")) and \(last)"
  }
}

extension SaidOutcome {
  /// What to say of it, to follow "So" or "And".
  fileprivate func readBack(_ policy: Policy, _ today: CalendarDay) -> String? {
    if let promise = section(PromiseTerms.self) { return promise.readBack(policy, today) }
    if let dispute = section(DisputeTerms.self) { return dispute.readBack(policy, today) }
    if let plan = section(PlanTerms.self) { return plan.readBack(today) }
    guard let rule = policy.result(outcome.result), let step else { return nil }
    let day = step.day.spoken(today)
    switch step.kind {
    case .callBack:
      return "I will call you back on \(day)" + (step.time.map { " at \($0.text) your time" } ?? "") + "."
    case .checkRun: return "it is approved and goes out with your payment run on \(day). I will note that."
    case .resend: return "I will send \(EntryBody.titles(of: outcome.invoices)) again and call you on \(day)."
    case .call where rule.asks.contains(.date) || (rule.isRightParty && !rule.asks.isEmpty):
      return "I will call again on \(day)."
    default: return nil
    }
  }
}

extension PromiseTerms {
  fileprivate func readBack(_ policy: Policy, _ today: CalendarDay) -> String {
    let money = "\(amount)\(policy.byMethod(method)) on \(day.spoken(today))"
    switch kind {
    case .promise:
      // It may be about invoices that it has no part on; nobody is told that they will be paid.
      let paid = covers.filter { $0.amount.minor > 0 }.map(\.number)
      let less = incentive.map { ", \($0.spoken(on: amount, seen: today))" } ?? ""
      return "you will pay \(money) for \(EntryBody.titles(of: paid))\(less). I will note that."
    case .saysPaid:
      let reference = reference.map { ", reference \($0)" } ?? ""
      let invoices = EntryBody.titles(of: covers.map(\.number))
      return "you sent \(money)\(reference), for \(invoices). I will look for it."
    }
  }
}

extension DisputeTerms {
  fileprivate func readBack(_ policy: Policy, _ today: CalendarDay) -> String {
    let part = amount.map { "\($0) of " } ?? ""
    return "you dispute \(part)\(EntryBody.titles(of: covers.map(\.number))): "
      + "\(policy.disputeReasons.title(reason)). I will look into it and come back to you by \(dueOn.spoken(today))."
  }
}

extension PlanTerms {
  fileprivate func readBack(_ today: CalendarDay) -> String? {
    guard let first = instalments.first, let last = instalments.last, let total = try? total() else {
      return nil
    }
    func payment(_ instalment: Instalment) -> String {
      "\(Money(minor: instalment.amount, currency)) on \(instalment.due.spoken(today))"
    }
    // What differs from one to the next is said in full, as far as anybody can listen to it.
    let isRegular = rhythm != nil && instalments.dropLast().allSatisfy { $0.amount == first.amount }
    let ends =
      instalments.count == 1
      ? payment(first)
      : isRegular || instalments.count > 4
        ? "from \(payment(first)) to \(payment(last))"
        : instalments.dropLast().map(payment).joined(separator: ", ") + " and \(payment(last))"
    return
      "you will pay \(total) for \(EntryBody.titles(of: covers.map(\.number))) in \(instalments.count) "
      + "instalments, \(ends)\(incentive.map { ", \($0.spoken(on: total, seen: today))" } ?? ""). I will note that."
  }
}
