import Receivables
import Testing

/// Bodies of every kind with everything that a field may hold.
enum RandomBody {
  static func make(_ random: inout Randomness) throws -> EntryBody {
    let count = Int.random(in: 1...5, using: &random)
    return EntryBody(try (0..<count).map { _ in try section(&random) })
  }

  private static func section(_ random: inout Randomness) throws -> any EntrySection {
    switch Int.random(in: 0..<18, using: &random) {
    case 0: Remark(text(&random))
    case 1: Snooze(until: day(&random), reason: text(&random))
    case 2: Withdrawal(of: matter(&random), kind: "plan", by: text(&random), reason: text(&random))
    case 3: Reversal(of: entry(&random), reason: text(&random))
    case 4: AccountName(number: text(&random), title: text(&random))
    case 5: PolicyAdoption(digest: text(&random), text: text(&random))
    case 6: contact(&random)
    case 7:
      Outcome(result: text(&random), reason: maybe(&random, text), invoices: numbers(&random))
    case 8: try promise(&random)
    case 9: try step(&random)
    case 10:
      DisputeTerms(
        reason: text(&random), amount: try maybe(&random, money), covers: try covers(&random),
        dueOn: day(&random), owner: maybe(&random, text))
    case 11: try change(&random)
    case 12: person(&random)
    case 13: PaymentRunRecord(maybe(&random, paying), by: maybe(&random, text))
    case 14: try escalation(&random)
    case 15: try imported(&random)
    case 16:
      CustomerRelation(
        CustomerRelation.Kind.allCases[random.below(4)],
        of: AccountName(number: text(&random), title: text(&random)),
        to: AccountName(number: text(&random), title: text(&random)))
    default:
      if chance(&random) {
        HoldTerms(
          reason: text(&random), by: text(&random), until: day(&random), covers: try covers(&random))
      } else {
        try plan(&random)
      }
    }
  }

  private static func imported(_ random: inout Randomness) throws -> ImportRecord {
    func counts(_ random: inout Randomness) -> ImportRecord.Counts {
      let some = (0..<4).map { _ in Int.random(in: 0...9_999, using: &random) }
      return .init(added: some[0], changed: some[1], unchanged: some[2], closed: some[3])
    }
    var totals: [ControlTotals] = []
    for code in ["BHD", "JPY", "USD"] where chance(&random) {
      var total = ControlTotals(try #require(Currency(code)))
      (total.invoices, total.credits) = (
        .random(in: 0...99, using: &random), .random(in: 0...9, using: &random)
      )
      total.billed = Int128(Int64.random(in: 0 ... .max, using: &random)) * 9
      total.open = Int128(Int64.random(in: -9_000...9_000, using: &random))
      (total.credited, total.unapplied) = (total.open - 5, -1)
      totals.append(total)
    }
    return ImportRecord(
      file: text(&random), digest: text(&random), lists: text(&random), asOf: maybe(&random, day),
      customers: counts(&random), invoices: counts(&random), payments: counts(&random),
      accounts: .random(in: 0...9, using: &random), totals: totals, books: text(&random))
  }

  static func text(_ random: inout Randomness) -> String {
    let pieces = [
      "", " ", "\n", "\\", "\\n", "note x", "a b", "ü", "日本", "\r\n", "\t", "👩‍👩‍👧", "\u{0}", "12 USD",
      "[note]", "\n[promise]\n",
    ]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  private static func contact(_ random: inout Randomness) -> ContactRecord {
    var contact = ContactRecord(
      action: text(&random), effects: .init(rawValue: UInt8.random(in: 0...15, using: &random)),
      note: text(&random))
    contact.person = maybe(&random, text)
    contact.phone = maybe(&random, text)
    contact.started = maybe(&random) {
      Instant(milliseconds: Int64.random(in: -5...2_000_000_000_000, using: &$0))
    }
    contact.ended = maybe(&random) { _ in Instant(milliseconds: 253_402_300_799_999) }
    return contact
  }

  private static func promise(_ random: inout Randomness) throws -> PromiseTerms {
    let amount = try money(&random)
    return PromiseTerms(
      kind: chance(&random) ? .promise : .saysPaid, amount: amount, day: day(&random),
      method: maybe(&random, text), reference: maybe(&random, text),
      covers: try covers(&random), graceDays: Int.random(in: 0...99, using: &random),
      tolerance: tolerance(&random),
      replaces: try replaces(&random), checkOn: maybe(&random, day), exception: maybe(&random, text),
      incentive: incentive(&random, amount.currency))
  }

  private static func replaces(_ random: inout Randomness) throws -> [PromiseTerms.Replacement] {
    try (0..<Int.random(in: 0...2, using: &random)).map { _ in
      .init(of: matter(&random), invoice: text(&random), amount: try money(&random))
    }
  }

  private static func change(_ random: inout Randomness) throws -> MatterChange {
    let state = DisputeState.allCases.randomElement(using: &random)?.rawValue
    return MatterChange(
      of: matter(&random), kind: text(&random), state: chance(&random) ? state : maybe(&random, text),
      owner: maybe(&random, text), dueOn: maybe(&random, day), cause: maybe(&random, text),
      accepted: try covers(&random).map { .init(invoice: $0.number, amount: $0.amount) },
      by: maybe(&random, text),
      note: text(&random))
  }

  private static func escalation(_ random: inout Randomness) throws -> EscalationTerms {
    EscalationTerms(
      rung: text(&random), title: text(&random),
      effect: LadderRung.Effect.allCases.randomElement(using: &random),
      state: try #require(EscalationState.allCases.randomElement(using: &random)),
      owner: maybe(&random, text),
      dueOn: day(&random), reason: text(&random), found: text(&random), exception: maybe(&random, text),
      invoices: numbers(&random))
  }

  private static func person(_ random: inout Randomness) -> PersonRecord {
    var record = PersonRecord(text(&random), formerName: maybe(&random, text), role: maybe(&random, text))
    record.phones = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Phone(number: text(&random), label: maybe(&random, text), source: maybe(&random, text))
    }
    record.dropped = numbers(&random)
    record.email = maybe(&random, text)
    record.language = maybe(&random, text)
    record.timeZone = maybe(&random, text)
    record.hours = maybe(&random, text)
    record.bestTime = maybe(&random, text)
    record.rank = maybe(&random) { Int.random(in: 0...9, using: &$0) }
    record.standing = maybe(&random) { ContactStanding.allCases.randomElement(using: &$0) }
    return record
  }

  private static func paying(_ random: inout Randomness) -> PaymentCalendar {
    let runs: [PaymentRun] = [
      .weekly(.thursday), .fortnightly(anchor: day(&random)), .monthly(day: 15), .monthlyDays([1, 15, 31]),
      .nthWeekday(Int.random(in: 1...4, using: &random), .monday), .lastWeekday(.friday),
    ]
    let run = runs[Int.random(in: 0..<runs.count, using: &random)]
    let lead = 0...PaymentRunRecord.mostLeadDays
    return PaymentCalendar(
      run, cutOffDays: Int.random(in: lead, using: &random),
      approvalDays: Int.random(in: lead, using: &random))
  }

  private static func plan(_ random: inout Randomness) throws -> PlanTerms {
    let currency = try currency(&random)
    return PlanTerms(
      currency: currency,
      instalments: (0..<Int.random(in: 0...4, using: &random)).map { _ in
        .init(due: day(&random), amount: Int64.random(in: 0 ... .max, using: &random))
      }, covers: try covers(&random), graceDays: Int.random(in: 0...99, using: &random),
      replaces: try replaces(&random), tolerance: maybe(&random, tolerance),
      breaksAfter: maybe(&random) { Int.random(in: 0...99, using: &$0) }, approvedBy: maybe(&random, text),
      incentive: incentive(&random, currency))
  }

  private static func incentive(_ random: inout Randomness, _ currency: Currency) -> Incentive? {
    guard chance(&random) else { return nil }
    return Incentive(
      chance(&random) ? .discount : .waivedFee,
      Money(minor: Int64.random(in: 1 ... .max, using: &random), currency), until: day(&random),
      basisPoints: maybe(&random) { Int.random(in: 0...9_999, using: &$0) }, approvedBy: maybe(&random, text))
  }

  private static func tolerance(_ random: inout Randomness) -> PromiseTerms.Tolerance {
    .init(
      basisPoints: Int.random(in: 0...10_000, using: &random),
      amount: Int64.random(in: 0 ... .max, using: &random))
  }

  private static func step(_ random: inout Randomness) throws -> ContactStep {
    let kind = try #require(NextAction.Kind.allCases.randomElement(using: &random))
    var action = NextAction(kind, on: day(&random))
    action.time = maybe(&random) {
      TimeOfDay(hour: Int.random(in: 0...23, using: &$0), minute: Int.random(in: 0...59, using: &$0))
    }
    action.zone = maybe(&random, text)
    action.offset = maybe(&random) { Int.random(in: -50_400...50_400, using: &$0) }
    return ContactStep(action, invoices: numbers(&random))
  }

  /// What is covered is in one currency, as is what the books had on it; each of the three may be nothing.
  private static func covers(_ random: inout Randomness) throws -> [CoveredInvoice] {
    try (0..<Int.random(in: 0...3, using: &random)).map { _ in
      CoveredInvoice(
        number: text(&random),
        amount: Money(minor: Int64.random(in: 0 ... .max, using: &random), try currency(&random)),
        paid: chance(&random) ? 0 : Int64.random(in: 0...99_999, using: &random),
        credited: chance(&random) ? 0 : Int64.random(in: 0...99_999, using: &random))
    }
  }

  private static func money(_ random: inout Randomness) throws -> Money {
    Money(minor: Int64.random(in: .min + 1 ... .max, using: &random), try currency(&random))
  }

  private static func currency(_ random: inout Randomness) throws -> Currency {
    try #require(Currency(["USD", "JPY", "BHD"].randomElement(using: &random) ?? ""))
  }

  private static func day(_ random: inout Randomness) -> CalendarDay {
    // 0001-01-01 to 9999-12-31.
    CalendarDay(number: Int.random(in: -719_162...2_932_896, using: &random))
  }

  private static func entry(_ random: inout Randomness) -> EntryNumber {
    EntryNumber(rawValue: Int64.random(in: 1...9_999_999, using: &random))
  }

  private static func matter(_ random: inout Randomness) -> MatterID {
    MatterID(entry(&random), Int.random(in: 1...3, using: &random))
  }

  private static func numbers(_ random: inout Randomness) -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in text(&random) }
  }

  private static func maybe<Value>(
    _ random: inout Randomness, _ make: (inout Randomness) throws -> Value?
  ) rethrows -> Value? { Bool.random(using: &random) ? try make(&random) : nil }

  private static func chance(_ random: inout Randomness) -> Bool { Bool.random(using: &random) }
}
