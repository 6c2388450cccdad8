/// What is given up for money that is there by a day: a discount, or a fee that is waived. It says nothing to the books:
/// what was given up stays open there until a credit note comes.
public struct Incentive: Hashable, Sendable {
  /// What is given up.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A part of what is owed.
    case discount
    /// A fee that is a part of what is owed.
    case waivedFee = "waived_fee"
  }

  /// What is given up.
  public var kind: Kind
  /// How much, in the currency of what was agreed.
  public var amount: Money
  /// The last day on which the money has to be there.
  public var until: CalendarDay
  /// Hundredths of a percent from which `amount` was worked out; nil where an amount was said.
  public var basisPoints: Int?
  /// Who approved it, where it is beyond what the policy allows.
  public var approvedBy: String?

  /// A discount or a waived fee.
  public init(
    _ kind: Kind, _ amount: Money, until: CalendarDay, basisPoints: Int? = nil,
    approvedBy: String? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.until = until
    self.basisPoints = basisPoints
    self.approvedBy = approvedBy
  }

  /// `discount 98.00 USD 2026-11-27` or `waived_fee 40.00 USD 2026-11-27`, then `discount_rate 200` and
  /// `discount_approved Ann Lee` where there is something to say.
  static func write(_ incentive: Incentive?, to lines: inout SectionWriter) {
    guard let incentive else { return }
    lines.line(incentive.kind.rawValue, "\(incentive.amount.entryText) \(incentive.until.iso)" as String)
    lines.line("discount_rate", incentive.basisPoints.map { String($0) })
    lines.line("discount_approved", incentive.approvedBy)
  }

  /// What `write` wrote in a section about money in `currency`; nil where nothing is given up. Throws `EntryTextError`.
  static func read(_ lines: SectionLines, _ currency: Currency) throws(EntryTextError) -> Incentive? {
    for kind in Kind.allCases {
      guard let text = lines[kind.rawValue] else { continue }
      let (figure, words) = try EntryValue.tail(text, 2)
      let amount = try EntryValue.amount(figure, words[0])
      guard amount.minor > 0, amount.currency == currency else {
        throw EntryTextError("a discount of \(amount.entryText)")
      }
      return Incentive(
        kind, amount, until: try EntryValue.day(words[1]),
        basisPoints: try lines.optional("discount_rate") { (text) throws(EntryTextError) in
          Int(clamping: try EntryValue.number(text))
        }, approvedBy: lines["discount_approved"])
    }
    return nil
  }
}

// MARK: Words

extension Incentive {
  /// What it is called, with its amount: `"discount of 98.00 USD"`, `"waived fee of 40.00 USD"`.
  public var title: String { kind == .discount ? "discount of \(amount)" : "waived fee of \(amount)" }

  /// What is given up on `whole` and what for: `"2 % off, 98.00 USD, if 4 802.00 is paid by Fri 27 Nov"`,
  /// `"40.00 USD off if …"`, `"fee of 40.00 USD waived if …"`.
  public func terms(on whole: Money, seen today: CalendarDay) -> String {
    terms(on: whole, by: until.brief(today))
  }

  /// The same as it is said on the phone: `"2 % off, 98.00 USD, if 4 802.00 is paid by Friday 27 November"`.
  func spoken(on whole: Money, seen today: CalendarDay) -> String {
    terms(on: whole, by: until.spoken(today))
  }

  private func terms(on whole: Money, by day: String) -> String {
    let rest = Money(minor: max(whole.minor - amount.minor, 0), whole.currency).grouped
    let offer =
      switch (kind, basisPoints) {
      case (.discount, let share?): "\(Self.percent(share)) off, \(amount),"
      case (.discount, nil): "\(amount) off"
      case (.waivedFee, _): "fee of \(amount) waived"
      }
    return "\(offer) if \(rest) is paid by \(day)"
  }

  /// Hundredths of a percent as people write them: 200 is `"2 %"`, 125 `"1.25 %"`.
  static func percent(_ basisPoints: Int) -> String {
    let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole) %" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10) %" : "\(whole).\(rest < 10 ? "0" : "")\(rest) %"
  }
}
