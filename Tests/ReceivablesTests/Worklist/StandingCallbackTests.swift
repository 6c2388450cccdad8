import Receivables
import SampleEntries
import Testing

@Suite("A callback that was agreed for Wed 8 Apr 2026")
struct StandingCallbackTests {
  /// 3 000.00 past due, and on Mon 6 Apr the wish to be called on Wed at 14:00.
  private func account() throws -> (AccountSketch, DocumentID) {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.call(
      "CB", on: "2026-04-06", next: (.callBack, "2026-04-08"), at: TimeOfDay(hour: 14, minute: 0))
    return (account, invoice)
  }

  @Test(
    "stands whatever is said before its day", arguments: ["VM", "LM", "PP", "DI", "NR", "snooze", "nothing"])
  func stands(said: String) throws {
    var (account, invoice) = try account()
    switch said {
    case "PP": try account.promise(300_000, for: "2026-04-17", on: "2026-04-07", [invoice])
    case "DI": try account.dispute(100_000, on: "2026-04-07", [invoice])
    case "NR": try account.call("NR", on: "2026-04-07", next: (.call, "2026-04-09"))
    case "snooze":
      try account.enter(.snooze(until: try day("2026-04-20"), reason: "holidays"), on: "2026-04-07")
    case "nothing": break
    default: try account.call(said, on: "2026-04-07", next: (.call, "2026-04-10"))
    }
    let next = try #require(try account.summary("2026-04-08").next)
    #expect(try account.summary("2026-04-08").lane == .callback)
    #expect(next.kind == .callBack && next.time == TimeOfDay(hour: 14, minute: 0))
    // Missed it stays.
    #expect(try account.summary("2026-04-09").lane == .callback)
  }

  @Test("is settled by a contact on its day, or by another one that is agreed", arguments: [true, false])
  func ends(isAgreedAnew: Bool) throws {
    var (account, _) = try account()
    if isAgreedAnew {
      try account.call(
        "CB", on: "2026-04-07", next: (.callBack, "2026-04-10"), at: TimeOfDay(hour: 9, minute: 0))
    } else {
      try account.call("VM", on: "2026-04-08", next: (.call, "2026-04-10"))
    }
    #expect(try account.summary("2026-04-09").lane != .callback)
    #expect(try account.summary("2026-04-10").lane == (isAgreedAnew ? .callback : .followUp))
  }

  @Test("goes with its entry, and is of no use where nothing is open")
  func over() throws {
    var (account, invoice) = try account()
    try account.call("VM", on: "2026-04-07", next: (.call, "2026-04-10"))
    var paid = account
    try paid.apply(300_000, to: invoice, on: "2026-04-07")
    #expect(try paid.summary("2026-04-08").lane == nil)
    try account.enter(.reversal(of: EntryNumber(rawValue: 1), reason: "mistake"), on: "2026-04-07")
    #expect(try account.summary("2026-04-08").lane != .callback)
  }
}
