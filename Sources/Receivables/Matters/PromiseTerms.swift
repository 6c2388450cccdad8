/// What a customer committed to: so much, on that day, in that way, for these invoices.
public struct PromiseTerms: EntrySection {
  /// A promise looks forward; a claim says that the money is already on its way.
  public enum Kind: String, Hashable, Sendable {
    /// "I will pay on …".
    case promise
    /// "I paid on …": verified against the books, never judged as a promise.
    case saysPaid = "says_paid"
  }

  /// How much may be missing from a promise that is kept: the larger of a share and an amount.
  public struct Tolerance: Hashable, Sendable {
    /// Hundredths of a percent of what was promised: 100 is 1 %.
    public var basisPoints: Int
    /// Minor units of the promise's currency.
    public var amount: Int64

    /// A share and an amount.
    public init(basisPoints: Int, amount: Int64) {
      self.basisPoints = basisPoints
      self.amount = amount
    }

    /// What may be missing from `promised`, minor units: 1 000.00 at 1 % and 5.00 is 10.00.
    public func of(_ promised: Int64) -> Int64 {
      let share = Int64(min(max(basisPoints, 0), 10_000))
      return max(promised / 10_000 * share + promised % 10_000 * share / 10_000, min(amount, promised))
    }

    /// The least money that keeps `promised`. A tolerance larger than the promise does not keep it without any money.
    func least(of promised: Int64) -> Int64 { max(promised - of(promised), 1) }

    /// `100 0.00 USD`: hundredths of a percent, then an amount.
    func entryText(_ currency: Currency) -> String {
      "\(basisPoints) \(Money(minor: amount, currency).entryText)"
    }

    /// What `entryText` wrote. Throws `EntryTextError`.
    init(entryText text: String) throws(EntryTextError) {
      let (share, words) = try EntryValue.tail(text, 2)
      self.init(
        basisPoints: Int(clamping: try EntryValue.number(share)),
        amount: try EntryValue.amount(words[0], words[1]).minor)
    }
  }

  /// A part of an older promise that this one takes over.
  public struct Replacement: Hashable, Sendable {
    /// The older promise.
    public var promise: MatterID
    /// The invoice on which both met.
    public var invoice: String
    /// How much of the older one stands no longer.
    public var amount: Money

    /// So much of an older promise.
    public init(of promise: MatterID, invoice: String, amount: Money) {
      self.promise = promise
      self.invoice = invoice
      self.amount = amount
    }

    /// Those that stand in a section. Throws `EntryTextError`.
    static func read(_ lines: SectionLines) throws(EntryTextError) -> [Replacement] {
      try lines.lines.filter { $0.key == "replaces" }.map { (line) throws(EntryTextError) in
        let (head, words) = try EntryValue.tail(line.value, 2)
        guard let space = head.firstIndex(of: " ") else { throw EntryTextError("a line that is too short") }
        return Replacement(
          of: try MatterID(entryText: head[..<space]), invoice: String(head[head.index(after: space)...]),
          amount: try EntryValue.amount(words[0], words[1]))
      }
    }

    /// `replaces 12.1 INV-4711 500.00 USD`, a line each.
    static func write(_ replaces: [Replacement], to lines: inout SectionWriter) {
      for part in replaces {
        lines.line("replaces", "\(part.promise.text) \(part.invoice) \(part.amount.entryText)" as String)
      }
    }
  }

  /// `[promise]`.
  public static let name = "promise"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["reference", "exception", "discount_approved"]

  /// Forward or already sent.
  public var kind: Kind
  /// How much, in the currency of the invoices.
  public var amount: Money
  /// The day of payment; for `saysPaid` the day it was sent.
  public var day: CalendarDay
  /// Code of the policy's payment methods: `"ach"`, `"check"`.
  public var method: String?
  /// Cheque number or transfer reference.
  public var reference: String?
  /// The covered invoices, oldest due first, with the part of the amount that lies on each.
  public var covers: [CoveredInvoice]
  /// Calendar days after `day` on which money still keeps it, as the policy had it when it was taken.
  public var graceDays: Int
  /// What may be missing, as the policy had it when it was taken.
  public var tolerance: Tolerance
  /// What it takes over of older promises.
  public var replaces: [Replacement]
  /// For `saysPaid`: the day on which the money should have been found.
  public var checkOn: CalendarDay?
  /// Why the day is beyond the policy's longest range, when it is.
  public var exception: String?
  /// What is given up for it when it is kept by a day; of a promise, not of a claim.
  public var incentive: Incentive?

  /// A commitment.
  public init(
    kind: Kind = .promise, amount: Money, day: CalendarDay, method: String? = nil, reference: String? = nil,
    covers: [CoveredInvoice], graceDays: Int, tolerance: Tolerance, replaces: [Replacement] = [],
    checkOn: CalendarDay? = nil, exception: String? = nil, incentive: Incentive? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.day = day
    self.method = method
    self.reference = reference
    self.covers = covers
    self.graceDays = graceDays
    self.tolerance = tolerance
    self.replaces = replaces
    self.checkOn = checkOn
    self.exception = exception
    self.incentive = incentive
  }

  /// The last day on which money counts.
  public var deadline: CalendarDay { day.advanced(by: graceDays) }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    let amount = try EntryValue.money(try lines.needed("amount"))
    self.init(
      kind: try lines.optional("kind") { (text) throws(EntryTextError) in
        try EntryValue.code(text, as: Kind.self)
      } ?? .promise, amount: amount, day: try EntryValue.day(try lines.needed("day")),
      method: lines["method"],
      reference: lines["reference"], covers: try CoveredInvoice.read(lines),
      graceDays: Int(clamping: try EntryValue.number(try lines.needed("grace"))),
      tolerance: try Tolerance(entryText: try lines.needed("tolerance")),
      replaces: try Replacement.read(lines), checkOn: try lines.optional("check", EntryValue.day),
      exception: lines["exception"], incentive: try Incentive.read(lines, amount.currency))
  }

  /// `amount 1200.00 USD`, `day 2026-11-27`, `method ach`, `covers INV-4711 1200.00 USD`, `grace 2`,
  /// `tolerance 100 0.00 USD` (hundredths of a percent, then an amount), `replaces 12.1 INV-4711 500.00 USD`,
  /// `discount 98.00 USD 2026-11-27`.
  public func write(to lines: inout SectionWriter) {
    if kind != .promise { lines.line("kind", kind.rawValue as String) }
    lines.line("amount", amount.entryText as String)
    lines.line("day", day.iso as String)
    lines.line("method", method)
    lines.line("reference", reference)
    CoveredInvoice.write(covers, to: &lines)
    lines.line("grace", String(graceDays) as String)
    lines.line("tolerance", tolerance.entryText(amount.currency) as String)
    Replacement.write(replaces, to: &lines)
    lines.line("check", checkOn?.iso)
    lines.line("exception", exception)
    Incentive.write(incentive, to: &lines)
  }

  /// The invoices; the terms are told with their outcome.
  public var words: SectionWords { SectionWords(invoices: covers.map(\.number)) }

  /// To see whether it was kept, after its grace; whether what was said to be sent is there.
  public func next(_ policy: Policy) -> NextAction? {
    if let checkOn { return NextAction(.checkPayment, on: checkOn) }
    return NextAction(
      .checkPromise, on: policy.calendar.firstBusinessDay(onOrAfter: deadline.advanced(by: 1)))
  }
}

extension EntryBody {
  /// What its promises and plans take over of promises that were open.
  public var replaces: [PromiseTerms.Replacement] {
    all(PromiseTerms.self).flatMap(\.replaces) + all(PlanTerms.self).flatMap(\.replaces)
  }
}
