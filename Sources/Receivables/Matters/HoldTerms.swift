/// Some invoices, or all, are not chased until a day: do-not-call, insolvency, a request of sales.
public struct HoldTerms: EntrySection {
  /// `[hold]`.
  public static let name = "hold"

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
}

extension HoldTerms: MatterTerms {
  static func follow(
    _ taken: [TakenMatter<HoldTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    for hold in taken where hold.voidedBecause == nil {
      let isOver = asOf.hasCome(hold.terms.until)
      let isOpen = !isOver && hold.withdrawal == nil
      var held: [Money] = []
      if isOpen {
        let coverage = Coverage(hold.terms.covers, account.items)
        let isWhole = hold.terms.covers.isEmpty
        for place in isWhole ? Array(account.items.items.indices) : coverage.places {
          let part = isWhole ? .max : coverage.parts[coverage.places.firstIndex(of: place) ?? 0]
          let taken = account.items.take(part, at: place, as: .held)
          if taken > 0 { try held.add(Money(minor: taken, account.items[place].invoice.original.currency)) }
        }
      }
      let step = NextAction(.call, on: account.policy.calendar.firstBusinessDay(onOrAfter: hold.terms.until))
      account.matters.append(
        Matter(
          id: hold.id, kind: "hold", openedOn: hold.day,
          state: hold.withdrawal != nil ? "withdrawn" : isOver ? "over" : "open", isOpen: isOpen,
          title: "\(hold.terms.reason) until \(hold.terms.until.brief)", held: held, step: isOpen ? step : nil
        ))
      guard isOpen else { continue }
      account.steps.append(
        MatterStep(matter: hold.id, action: step, lane: .followUp, finding: .at(step.day, nil)))
    }
  }
}
