/// Some invoices, or all, are not chased until a day: do-not-call, insolvency, a request of sales.
public struct HoldTerms: EntrySection {
  /// `[hold]`.
  public static let name = "hold"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["by", "reason"]

  /// Why.
  public var reason: String
  /// Who asked for it.
  public var person: String
  /// The first day on which it is over.
  public var until: CalendarDay
  /// The held invoices with the held part of each; none holds everything that is open.
  public var covers: [CoveredInvoice]

  /// A hold.
  public init(reason: String, by person: String, until: CalendarDay, covers: [CoveredInvoice] = []) {
    self.reason = reason
    self.person = person
    self.until = until
    self.covers = covers
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      reason: try lines.needed("reason"), by: lines["by"] ?? "",
      until: try EntryValue.day(try lines.needed("until")), covers: try CoveredInvoice.read(lines))
  }

  /// `reason insolvency`, `by legal`, `until 2027-01-15`, `covers INV-4711 300.00 USD`.
  public func write(to lines: inout SectionWriter) {
    lines.line("reason", reason as String)
    lines.line("by", person as String)
    lines.line("until", until.iso as String)
    CoveredInvoice.write(covers, to: &lines)
  }

  /// `"on hold until Fri 15 Jan 2027"`, why, and the invoices.
  public var words: SectionWords {
    // A code of the policy is a word or several with lines between them; what was typed has blanks.
    let reason = reason.contains(" ") ? reason : reason.split(separator: "_").joined(separator: " ")
    return SectionWords("on hold until \(until.long)", freeText: reason, invoices: covers.map(\.number))
  }

  /// A call when it is over.
  public func next(_ policy: Policy) -> NextAction? {
    NextAction(.call, on: policy.calendar.firstBusinessDay(onOrAfter: until))
  }
}

extension HoldTerms: MatterTerms {
  static func follow(
    _ taken: [TakenMatter<HoldTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    for hold in taken where hold.voidedBecause == nil {
      let isOver = asOf.hasCome(hold.terms.until)
      let isOpen = !isOver && hold.withdrawal == nil
      let coverage = Coverage(hold.terms.covers, account.items)
      let isWhole = hold.terms.covers.isEmpty
      if isOpen, isWhole { account.isOnHold = true }
      let places = isWhole ? Array(account.items.items.indices) : coverage.places
      var held: [Money] = []
      for (index, place) in places.enumerated() where isOpen {
        let taken = account.items.take(isWhole ? .max : coverage.parts[index], at: place, as: .held)
        if taken > 0 { try held.add(Money(minor: taken, account.items[place].invoice.original.currency)) }
      }
      let step = NextAction(.call, on: account.policy.calendar.firstBusinessDay(onOrAfter: hold.terms.until))
      account.matters.append(
        Matter(
          id: hold.id, kind: name, person: hold.terms.person, openedOn: hold.day,
          state: hold.withdrawal != nil ? "withdrawn" : isOver ? "over" : "open", isOpen: isOpen,
          title:
            "\(account.policy.holdReasons.title(hold.terms.reason)) until \(hold.terms.until.brief(hold.day))",
          held: held, step: isOpen ? step : nil
        ))
      if let withdrawal = hold.withdrawal {
        account.addStep(after: withdrawal, of: hold.id, nil, at: places)
        continue
      }
      // It is over on the day of its step, so the step outlives it until somebody was spoken to.
      account.steps.append(
        MatterStep(
          matter: hold.id, action: step, lane: .followUp, finding: .at(step.day, nil),
          freed: isOver ? places : nil, settledByContactAfter: hold.terms.until.advanced(by: -1)))
    }
  }
}

extension AccountPicture {
  /// What is recorded when invoices, or without any the whole account, are not chased until a day: why, by the code of
  /// the policy or in words, and who asked for it. Throws `CallProblem` with what is missing.
  public func hold(
    until day: CalendarDay, reason: String, by person: String, on chosen: [DocumentID] = []
  ) throws(CallProblem) -> EntryBody {
    guard !reason.isEmpty else { throw CallProblem(.reason, "Say why it is not to be chased.") }
    guard !person.isEmpty else { throw CallProblem(.who, "Say who asked for it.") }
    guard day > asOf else { throw CallProblem(.date, "A hold is over on a day after today.") }
    let open = Set(invoices.map(\.invoice.id))
    guard chosen.allSatisfy(open.contains) else {
      throw CallProblem(.invoices, "One of the invoices is not open. Leave it out.")
    }
    let covers = chosen.isEmpty ? [] : parts(of: nil, on: chosen)
    return EntryBody(HoldTerms(reason: reason, by: person, until: day, covers: covers))
  }

  /// Holds that are not over.
  public var openHolds: [Matter] { matters.filter { $0.isOpen && $0.kind == HoldTerms.name } }
}
