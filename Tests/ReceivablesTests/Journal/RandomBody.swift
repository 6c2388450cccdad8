import Receivables
import Testing

/// Bodies of every kind with everything that a field may hold.
enum RandomBody {
  static func make(_ random: inout Randomness) throws -> EntryBody {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .note(text(&random))
    case 1: .snooze(until: day(&random), reason: text(&random))
    case 2: .promiseWithdrawn(entry(&random), by: text(&random), reason: text(&random))
    case 3: .reversal(of: entry(&random), reason: text(&random))
    default: .call(try call(&random))
    }
  }

  static func text(_ random: inout Randomness) -> String {
    let pieces = [
      "", " ", "\n", "\\", "\\n", "note x", "a b", "ü", "日本", "\r\n", "\t", "👩‍👩‍👧", "\u{0}", "12 USD",
    ]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  private static func call(_ random: inout Randomness) throws -> CallRecord {
    var call = CallRecord(action: text(&random), result: text(&random), note: text(&random))
    if chance(&random) { call.contact = text(&random) }
    if chance(&random) { call.phone = text(&random) }
    if chance(&random) { call.reason = text(&random) }
    if chance(&random) { call.invoices = documents(&random) }
    if chance(&random) {
      call.started = Instant(milliseconds: Int64.random(in: -5...2_000_000_000_000, using: &random))
    }
    if chance(&random) { call.ended = Instant(milliseconds: .max) }
    if chance(&random) { call.promise = try promise(&random) }
    if chance(&random) {
      call.dispute = DisputeTerms(
        reason: text(&random), amount: chance(&random) ? try money(&random) : nil,
        invoices: documents(&random))
    }
    if chance(&random) {
      let instalments = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        PlanTerms.Instalment(due: day(&random), amount: Int64.random(in: 0 ... .max, using: &random))
      }
      call.plan = PlanTerms(
        currency: try currency(&random), instalments: instalments, invoices: documents(&random))
    }
    if chance(&random) {
      let kind = try #require(NextAction.Kind.allCases.randomElement(using: &random))
      call.next = NextAction(kind, on: day(&random))
      if chance(&random) {
        call.next?.time = TimeOfDay(
          hour: Int.random(in: 0...23, using: &random), minute: Int.random(in: 0...59, using: &random))
      }
      if chance(&random) { call.next?.zone = text(&random) }
    }
    return call
  }

  private static func promise(_ random: inout Randomness) throws -> PromiseTerms {
    PromiseTerms(
      kind: chance(&random) ? .promise : .saysPaid, amount: try money(&random), day: day(&random),
      method: chance(&random) ? text(&random) : nil, reference: chance(&random) ? text(&random) : nil,
      invoices: documents(&random),
      paidBefore: chance(&random) ? 0 : Int64.random(in: 0...99, using: &random),
      supersedes: (0..<Int.random(in: 0...2, using: &random)).map { _ in entry(&random) },
      exception: chance(&random) ? text(&random) : nil)
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

  private static func documents(_ random: inout Randomness) -> [DocumentID] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in
      DocumentID(rawValue: Int64.random(in: 1 ... .max, using: &random))
    }
  }

  private static func chance(_ random: inout Randomness) -> Bool { Bool.random(using: &random) }
}
