/// What a customer contests: parts of some invoices, for a reason.
public struct DisputeTerms: EntrySection {
  /// `[dispute]`.
  public static let name = "dispute"

  /// Code of the policy's dispute reasons: `"price"`, `"damaged"`.
  public var reason: String
  /// How much is contested in all; nil means the covered invoices as a whole.
  public var amount: Money?
  /// The contested invoices, oldest due first, with the contested part of each.
  public var covers: [CoveredInvoice]
  /// When somebody looks at it again.
  public var dueOn: CalendarDay

  /// A dispute as raised.
  public init(reason: String, amount: Money? = nil, covers: [CoveredInvoice], dueOn: CalendarDay) {
    self.reason = reason
    self.amount = amount
    self.covers = covers
    self.dueOn = dueOn
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      reason: try lines.needed("reason"),
      amount: try lines.optional("amount") { (text) throws(EntryTextError) in try EntryValue.money(text) },
      covers: try CoveredInvoice.read(lines), dueOn: try EntryValue.day(try lines.needed("due")))
  }

  /// `reason price`, `amount 300.00 USD`, `covers INV-4711 300.00 USD`, `due 2026-12-01`.
  public func write(to lines: inout SectionWriter) {
    lines.line("reason", reason as String)
    lines.line("amount", amount?.entryText)
    CoveredInvoice.write(covers, to: &lines)
    lines.line("due", dueOn.iso as String)
  }

  /// The invoices; the terms are told with their outcome.
  public var words: SectionWords { SectionWords(invoices: covers.map(\.number)) }

  /// To look at it again.
  public func next(_ policy: Policy) -> NextAction? { NextAction(.dispute, on: dueOn) }
}

extension DisputeTerms: MatterTerms {
  /// Raised again for the same reason it replaces what was said before of an invoice; what is cleared since is not
  /// contested any more.
  static func follow(
    _ taken: [TakenMatter<DisputeTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    struct Contested: Hashable {
      let place: Int
      let reason: String
    }
    var contested: Set<Contested> = []
    var found: [Matter] = []
    for dispute in taken.reversed() where dispute.voidedBecause == nil {
      let coverage = Coverage(dispute.terms.covers, account.items)
      var held: [Money] = []
      var isRaisedAgain = !coverage.places.isEmpty
      var freed: [Int] = []
      for (place, part) in zip(coverage.places, coverage.parts)
      where contested.insert(Contested(place: place, reason: dispute.terms.reason)).inserted {
        isRaisedAgain = false
        guard dispute.withdrawal == nil else {
          freed.append(place)
          continue
        }
        let taken = account.items.take(part, at: place, as: .disputed)
        let currency = account.items[place].invoice.original.currency
        if taken > 0 { try held.add(Money(minor: taken, currency)) }
      }
      let isOpen = !held.isEmpty
      let step = isOpen ? NextAction(.dispute, on: dispute.terms.dueOn) : nil
      var sum: [Money] = []
      for cover in dispute.terms.covers { try sum.add(cover.amount) }
      found.append(
        Matter(
          id: dispute.id, kind: name, person: dispute.person, openedOn: dispute.day,
          state: dispute.withdrawal != nil
            ? "withdrawn" : isOpen ? "open" : isRaisedAgain ? "replaced" : "over",
          isOpen: isOpen, title: sum.map(\.description).joined(separator: ", "), held: held, step: step))
      if let withdrawal = dispute.withdrawal {
        account.addStep(after: withdrawal, of: dispute.id, sum.first, at: freed)
      }
      if let step {
        account.steps.append(
          MatterStep(matter: dispute.id, action: step, lane: .followUp, finding: .at(step.day, nil)))
      }
    }
    account.matters += found.reversed()
  }
}

extension [Money] {
  /// Adds an amount to the sum of its currency. Throws `MoneyError.overflow`.
  mutating func add(_ amount: Money) throws(MoneyError) {
    if let index = firstIndex(where: { $0.currency == amount.currency }) {
      self[index] = try self[index].adding(amount)
    } else {
      append(amount)
    }
  }
}
