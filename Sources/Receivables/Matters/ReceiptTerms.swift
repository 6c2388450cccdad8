/// Money that a bank shows, put against invoices by somebody here before the books have it; or money that it took back.
public struct ReceiptTerms: EntrySection {
  /// What is missing of an invoice and is not asked for, until it is credited in the books.
  public struct Shortage: Hashable, Sendable {
    /// Why less came.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// A discount that is granted.
      case discount
      /// What banks kept.
      case fee

      /// What people read: `"bank fee"`.
      public var title: String { self == .fee ? "bank fee" : rawValue }
    }

    /// The invoice's number as the books had it.
    public var invoice: String
    /// How much is missing; positive.
    public var amount: Money
    /// Why.
    public var reason: Reason
    /// Credit notes and write-offs that the books had on it, minor units.
    public var credited: Int64

    /// So much of an invoice.
    public init(invoice: String, amount: Money, reason: Reason, credited: Int64 = 0) {
      (self.invoice, self.amount, self.reason, self.credited) = (invoice, amount, reason, credited)
    }
  }

  /// `[receipt]`.
  public static let name = "receipt"

  /// How much; negative for what the bank took back.
  public var amount: Money
  /// When the bank booked it.
  public var booked: CalendarDay
  /// The invoices that it pays, or paid, with the part of each and what the books had on each then.
  public var covers: [CoveredInvoice]
  /// What is missing and granted.
  public var shortages: [Shortage]
  /// Payments that the books had then, as like this one as it can be: they are others.
  public var others: [String]
  /// The receipt that the bank took back, where it was recorded here.
  public var returns: MatterID?
  /// Why the bank took it back; nil where nobody says.
  public var because: String?
  /// How the bank tells of it.
  public var booking: BankBooking

  /// Money of a statement.
  public init(
    amount: Money, booked: CalendarDay, covers: [CoveredInvoice], shortages: [Shortage] = [],
    others: [String] = [], returns: MatterID? = nil, because: String? = nil, booking: BankBooking
  ) {
    self.amount = amount
    self.booked = booked
    self.covers = covers
    self.shortages = shortages
    self.others = others
    self.returns = returns
    self.because = because
    self.booking = booking
  }

  /// Whether the bank took it back.
  public var isReturn: Bool { amount.minor < 0 }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      amount: try EntryValue.money(try lines.needed("amount")),
      booked: try EntryValue.day(try lines.needed("booked")), covers: try CoveredInvoice.read(lines),
      shortages: try Shortage.read(lines),
      others: lines.lines.filter { $0.key == "other" }.map(\.value),
      returns: try lines.optional("returns") { (text) throws(EntryTextError) in
        try MatterID(entryText: text)
      },
      because: lines["because"], booking: try BankBooking(reading: lines))
  }

  /// `amount 1980.00 USD`, `booked 2026-11-26`, `covers INV-17 1980.00 USD`, `short INV-17 0.00 20.00 USD discount`
  /// (after what was credited of it), `other PMT-9`, `returns 57.1`, `because account closed`, and the booking.
  public func write(to lines: inout SectionWriter) {
    lines.line("amount", amount.entryText as String)
    lines.line("booked", booked.iso as String)
    CoveredInvoice.write(covers, to: &lines)
    for shortage in shortages { lines.line("short", shortage.entryText as String) }
    for other in others { lines.line("other", other as String) }
    lines.line("returns", returns?.text)
    lines.line("because", because)
    booking.write(to: &lines)
  }

  /// `"1 980.00 USD came in at the bank on Thu 26 Nov 2026, 20.00 USD granted as discount"`.
  public var words: SectionWords {
    let size = Money(minor: Int64(clamping: amount.minor.magnitude), amount.currency)
    let what = isReturn ? "taken back by the bank" : "came in at the bank"
    let granted = shortages.map { ", \($0.amount) granted as \($0.reason.title)" }.joined()
    return SectionWords(
      "\(size) \(what) on \(booked.long)\(granted)", freeText: because ?? booking.text,
      invoices: covers.map(\.number))
  }

  /// Sets none: what is granted asks for its credit note as a matter.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

extension ReceiptTerms.Shortage {
  fileprivate var entryText: String {
    "\(invoice) \(Money(minor: credited, amount.currency).text) \(amount.entryText) \(reason.rawValue)"
  }

  fileprivate static func read(_ lines: SectionLines) throws(EntryTextError) -> [Self] {
    try lines.lines.filter { $0.key == "short" }.map { (line) throws(EntryTextError) in
      let (invoice, words) = try EntryValue.tail(line.value, 4)
      let amount = try EntryValue.amount(words[1], words[2])
      guard amount.minor > 0 else { throw EntryTextError("less than nothing of an invoice") }
      return Self(
        invoice: invoice, amount: amount,
        reason: try EntryValue.code(words[3], as: Reason.self),
        credited: try EntryValue.amount(words[0], words[2]).minor)
    }
  }
}

/// How a receipt stands as of a day.
struct ReceiptStanding: Hashable, Sendable {
  /// What the books do not show yet and the bank did not take back, minor units.
  var awaited: Int64 = 0
  /// What the bank took back, minor units.
  var returned: Int64 = 0
  /// When it did last.
  var returnedOn: CalendarDay?
  /// What was granted and is not credited in the books, minor units.
  var toCredit: Int64 = 0
  /// The payment under which the books have all of it, where it is put against other invoices than here.
  var elsewhere: String?
}

extension ReceiptTerms: MatterTerms {
  static func follow(
    _ taken: [TakenMatter<ReceiptTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    for receipt in taken {
      let standing = account.receipts[receipt.id]
      let terms = receipt.terms
      let toCredit = standing?.toCredit ?? 0
      let policy = account.policy
      let step: NextAction? =
        if toCredit > 0 {
          NextAction(
            .checkCredit,
            on: policy.office.day(policy.incentives.creditDays, businessDaysAfter: terms.booked))
        } else if standing.map({ $0.awaited > 0 }) ?? false {
          // Who paid is not asked again because a booking was forgotten.
          NextAction(.checkPayment, on: policy.office.day(checkDays, businessDaysAfter: terms.booked))
        } else {
          nil
        }
      account.matters.append(
        Matter(
          id: receipt.id, kind: name, person: terms.booking.payer, openedOn: receipt.day,
          state: state(receipt, standing),
          isOpen: standing.map { $0.awaited > 0 || $0.toCredit > 0 } ?? false,
          title: "\(terms.amount) at the bank on \(terms.booked.brief(receipt.day))",
          held: toCredit > 0 ? [Money(minor: toCredit, terms.amount.currency)] : [], step: step))
      guard let step else { continue }
      account.steps.append(
        MatterStep(
          matter: receipt.id, action: step, lane: .followUp,
          finding: toCredit > 0
            ? .creditExpected(since: terms.booked, owner: policy.incentives.owner) : .at(step.day, nil)))
    }
  }

  /// Business days after which the books should have it.
  private static let checkDays = 5

  private static func state(_ receipt: TakenMatter<ReceiptTerms>, _ standing: ReceiptStanding?) -> String {
    if receipt.voidedBecause != nil { return "voided" }
    if receipt.withdrawal != nil { return "withdrawn" }
    if receipt.terms.isReturn { return receipt.terms.because ?? "taken back by the bank" }
    guard let standing else { return "in the books" }
    let currency = receipt.terms.amount.currency
    var parts: [String] = []
    if standing.returned > 0, let day = standing.returnedOn {
      let all = standing.returned >= receipt.terms.amount.minor
      let size = all ? "" : "\(Money(minor: standing.returned, currency)) "
      parts.append("\(size)taken back on \(day.brief(receipt.day))")
    }
    if standing.awaited > 0 {
      let all = standing.awaited == receipt.terms.amount.minor
      parts.append((all ? "" : "\(Money(minor: standing.awaited, currency)) ") + "not in the books yet")
    } else if parts.isEmpty {
      parts.append(standing.elsewhere.map { "in the books as \($0), otherwise" } ?? "in the books")
    }
    if standing.toCredit > 0 { parts.append("\(Money(minor: standing.toCredit, currency)) to be credited") }
    return parts.joined(separator: ", ")
  }
}
