/// What a customer contests: parts of some invoices, for a reason.
public struct DisputeTerms: EntrySection {
  /// `[dispute]`.
  public static let name = "dispute"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

  /// Code of the policy's dispute reasons: `"price"`, `"damaged"`.
  public var reason: String
  /// How much is contested in all; nil means the covered invoices as a whole.
  public var amount: Money?
  /// The contested invoices, oldest due first, with the contested part of each.
  public var covers: [CoveredInvoice]
  /// When somebody looks at it again.
  public var dueOn: CalendarDay
  /// Who works on it, as the policy had it for the reason when it was raised: a code of its owners.
  public var owner: String?

  /// A dispute as raised.
  public init(
    reason: String, amount: Money? = nil, covers: [CoveredInvoice], dueOn: CalendarDay, owner: String? = nil
  ) {
    self.reason = reason
    self.amount = amount
    self.covers = covers
    self.dueOn = dueOn
    self.owner = owner
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      reason: try lines.needed("reason"),
      amount: try lines.optional("amount") { (text) throws(EntryTextError) in try EntryValue.money(text) },
      covers: try CoveredInvoice.read(lines), dueOn: try EntryValue.day(try lines.needed("due")),
      owner: lines["owner"])
  }

  /// `reason price`, `amount 300.00 USD`, `covers INV-4711 300.00 USD`, `due 2026-12-01`, `owner sales`.
  public func write(to lines: inout SectionWriter) {
    lines.line("reason", reason as String)
    lines.line("amount", amount?.entryText)
    CoveredInvoice.write(covers, to: &lines)
    lines.line("due", dueOn.iso as String)
    lines.line("owner", owner)
  }

  /// The invoices; the terms are told with their outcome.
  public var words: SectionWords { SectionWords(invoices: covers.map(\.number)) }

  /// To look at it again.
  public func next(_ policy: Policy) -> NextAction? { NextAction(.dispute, on: dueOn) }
}
