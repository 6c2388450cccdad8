/// Instalments that together cover invoices exactly.
public struct PlanTerms: EntrySection {
  /// One payment of a plan.
  public struct Instalment: Hashable, Sendable {
    /// When it is due.
    public var due: CalendarDay
    /// Minor units of the plan's currency.
    public var amount: Int64

    /// One payment of a plan.
    public init(due: CalendarDay, amount: Int64) {
      self.due = due
      self.amount = amount
    }
  }

  /// `[plan]`.
  public static let name = "plan"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["approved", "discount_approved"]

  /// The currency of every instalment.
  public var currency: Currency
  /// In order of their due days.
  public var instalments: [Instalment]
  /// The covered invoices, oldest due first, with the part of each.
  public var covers: [CoveredInvoice]
  /// Calendar days after an instalment's day on which money still keeps it, as the policy had it then.
  public var graceDays: Int
  /// What it takes over of promises that were open.
  public var replaces: [PromiseTerms.Replacement]
  /// What may be missing of an instalment that is paid, as the policy had it then; nil is nothing.
  public var tolerance: PromiseTerms.Tolerance?
  /// With so many instalments missed it is broken, as the policy had it then; nil is never.
  public var breaksAfter: Int?
  /// Who approved it, where it is beyond what the policy allows.
  public var approvedBy: String?
  /// What is given up when the rest of the whole plan is there by a day.
  public var incentive: Incentive?

  /// A plan as agreed.
  public init(
    currency: Currency, instalments: [Instalment], covers: [CoveredInvoice], graceDays: Int,
    replaces: [PromiseTerms.Replacement] = [], tolerance: PromiseTerms.Tolerance? = nil,
    breaksAfter: Int? = nil,
    approvedBy: String? = nil, incentive: Incentive? = nil
  ) {
    self.currency = currency
    self.instalments = instalments
    self.covers = covers
    self.graceDays = graceDays
    self.replaces = replaces
    self.tolerance = tolerance
    self.breaksAfter = breaksAfter
    self.approvedBy = approvedBy
    self.incentive = incentive
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    guard let currency = Currency(try lines.needed("currency")) else {
      throw EntryTextError("a plan without a currency")
    }
    var instalments: [Instalment] = []
    for line in lines.lines where line.key == "instalment" {
      let (day, words) = try EntryValue.tail(line.value, 2)
      let amount = try EntryValue.amount(words[0], words[1])
      guard amount.minor >= 0, amount.currency == currency else {
        throw EntryTextError("an instalment of \(amount.entryText)")
      }
      instalments.append(Instalment(due: try EntryValue.day(day), amount: amount.minor))
    }
    self.init(
      currency: currency, instalments: instalments, covers: try CoveredInvoice.read(lines),
      graceDays: Int(clamping: try EntryValue.number(try lines.needed("grace"))),
      replaces: try PromiseTerms.Replacement.read(lines),
      tolerance: try lines.optional("tolerance", PromiseTerms.Tolerance.init(entryText:)),
      breaksAfter: try lines.optional("breaks") { (text) throws(EntryTextError) in
        Int(clamping: try EntryValue.number(text))
      }, approvedBy: lines["approved"], incentive: try Incentive.read(lines, currency))
  }

  /// `currency USD`, `instalment 2026-12-01 333.33 USD`, `covers INV-4711 1000.00 USD`, `grace 2`,
  /// `replaces 12.1 INV-4711 500.00 USD`, `tolerance 100 0.00 USD`, `breaks 2`, `approved Ann Lee`,
  /// `discount 98.00 USD 2026-11-27`.
  public func write(to lines: inout SectionWriter) {
    lines.line("currency", currency.code as String)
    for instalment in instalments {
      let amount = Money(minor: instalment.amount, currency)
      lines.line("instalment", "\(instalment.due.iso) \(amount.entryText)" as String)
    }
    CoveredInvoice.write(covers, to: &lines)
    lines.line("grace", String(graceDays) as String)
    PromiseTerms.Replacement.write(replaces, to: &lines)
    lines.line("tolerance", tolerance?.entryText(currency))
    lines.line("breaks", breaksAfter.map { String($0) })
    lines.line("approved", approvedBy)
    Incentive.write(incentive, to: &lines)
  }

  /// The invoices; the terms are told with their outcome.
  public var words: SectionWords { SectionWords(invoices: covers.map(\.number)) }

  /// To see whether the first instalment came, after its grace.
  public func next(_ policy: Policy) -> NextAction? {
    guard let first = instalments.first else { return nil }
    let deadline = first.due.advanced(by: graceDays)
    return NextAction(.checkPlan, on: policy.calendar.firstBusinessDay(onOrAfter: deadline.advanced(by: 1)))
  }

  /// What all instalments come to. Throws `MoneyError.overflow`.
  public func total() throws(MoneyError) -> Money { try Self.total(of: instalments, currency) }

  static func total(of instalments: [Instalment], _ currency: Currency) throws(MoneyError) -> Money {
    var sum = Money.zero(currency)
    for instalment in instalments { sum = try sum.adding(Money(minor: instalment.amount, currency)) }
    return sum
  }

  /// Its instalments in one line, of many the first six and the last: `"Fri 4 Dec 1 000.00, Fri 18 Dec 500.00"`.
  public func schedule(seen today: CalendarDay) -> String {
    let said = instalments.map { "\($0.due.brief(today)) \(Money(minor: $0.amount, currency).grouped)" }
    let more = said.count > 6 ? " … \(said[said.count - 1])" : ""
    return said.prefix(6).joined(separator: ", ") + more
  }

  /// How far apart its instalments are; nil for a single one and for days that were chosen by hand.
  public var rhythm: PlanRhythm? {
    guard let first = instalments.first?.due, instalments.count > 1 else { return nil }
    return PlanRhythm.allCases.first { rhythm in
      instalments.indices.allSatisfy { instalments[$0].due == rhythm.day($0, from: first) }
    }
  }
}

/// How far apart the instalments of a plan are.
public enum PlanRhythm: String, Hashable, Sendable, CaseIterable {
  /// Every 7 days.
  case weekly
  /// Every 14 days.
  case fortnightly
  /// On the same day of every month, clipped to its length.
  case monthly

  /// The day of an instalment, counted from 0: the third of a monthly plan from 31 January is 31 March.
  public func day(_ index: Int, from first: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly: first.advanced(by: 7 * index)
    case .fortnightly: first.advanced(by: 14 * index)
    case .monthly: first.advanced(byMonths: index)
    }
  }
}

/// Divides amounts so that the parts add up to the whole, to the last minor unit.
public enum Split {
  /// `count` equal parts, the remainder on the last: 1000.00 in 3 is 333.33, 333.33, 333.34. Nothing for `count` < 1.
  public static func even(_ amount: Int64, into count: Int) -> [Int64] {
    guard count >= 1 else { return [] }
    let part = amount / Int64(count)
    var parts = Array(repeating: part, count: count)
    parts[count - 1] = amount - part * Int64(count - 1)
    return parts
  }
  /// As often `part` as it goes into `amount`, and the remainder: 1200.00 by 500.00 is 500.00, 500.00, 200.00. Nothing
  /// unless both are more than zero.
  public static func by(_ part: Int64, _ amount: Int64) -> [Int64] {
    guard part > 0, amount > 0 else { return [] }
    let rest = amount % part
    return Array(repeating: part, count: Int(amount / part)) + (rest > 0 ? [rest] : [])
  }
}
