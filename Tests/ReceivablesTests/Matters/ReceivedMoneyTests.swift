import Receivables
import SampleEntries
import Testing

/// 1 000.00 promised on Wed 15 April for Fri 1 May 2026, two days of grace, 1 % may be missing.
@Suite("Money that is here and not applied")
struct ReceivedMoneyTests {
  private func promised() throws -> (AccountSketch, DocumentID) {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    return (account, invoice)
  }

  /// What came, when it was applied and to which invoice, and how the promise stands from when on.
  struct Case: Sendable {
    var received: (String, Int64) = ("2026-05-01", 100_000)
    var applied: String?
    var toOther = false
    var states: [(String, PromiseState)]
  }

  static let cases: [Case] = [
    Case(states: [("2026-05-01", .open), ("2026-05-02", .inGrace), ("2026-05-04", .received)]),
    Case(received: ("2026-05-03", 99_000), states: [("2026-05-02", .inGrace), ("2026-05-04", .received)]),
    Case(received: ("2026-05-03", 98_999), states: [("2026-05-02", .inGrace), ("2026-05-04", .broken)]),
    Case(
      received: ("2026-05-04", 100_000), states: [("2026-05-02", .inGrace), ("2026-05-04", .broken)]),
    // On the day on which it was taken, and before.
    Case(received: ("2026-04-15", 100_000), states: [("2026-05-02", .inGrace), ("2026-05-04", .received)]),
    Case(received: ("2026-04-14", 100_000), states: [("2026-05-02", .inGrace), ("2026-05-04", .broken)]),
    // Applied later it is kept, elsewhere it is not.
    Case(
      applied: "2026-05-08",
      states: [("2026-05-02", .inGrace), ("2026-05-04", .received), ("2026-05-08", .kept)]),
    Case(
      applied: "2026-05-08", toOther: true,
      states: [("2026-05-02", .inGrace), ("2026-05-04", .received), ("2026-05-08", .broken)]),
  ]

  @Test("is received until it is applied, by day and grace", arguments: cases)
  func dayByDay(_ expected: Case) throws {
    var (account, invoice) = try promised()
    let other = try account.invoice(200_000, due: "2026-04-30")
    let payment = try account.credit(expected.received.1, on: expected.received.0)
    if let applied = expected.applied {
      try account.apply(100_000, to: expected.toOther ? other : invoice, on: applied, credit: payment)
    }
    for offset in 0..<30 {
      let asOf = try day("2026-04-20").advanced(by: offset)
      let state = try expected.states.last { try day($0.0) <= asOf }?.1 ?? .open
      let promise = try account.picture(asOf.iso).promises[0]
      #expect(promise.state == state, "\(asOf.iso)")
      if state == .kept { #expect(try promise.paidInFullOn == day("2026-05-01")) }
    }
  }

  @Test("puts the account into cash application, beside what is still to be collected in full")
  func lane() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    let other = try account.invoice(50_000, due: "2026-06-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.credit(99_500, on: "2026-05-01")
    // Credits do not cover all that is past due, so only the promise tells.
    #expect(try account.summary("2026-05-03").lane == nil)
    let picture = try account.picture("2026-05-04")
    #expect(picture.summary.lane == .cashApplication)
    #expect(picture.summary.next == NextAction(.applyCash, on: try day("2026-05-04")))
    #expect(picture.summary.balances[0].toCollect == 100_000)
    #expect(picture.summary.balances[0].credits == -99_500)
    #expect(picture.summary.promise?.state == .received)
    #expect(!picture.summary.flags.contains(.brokenPromise) && picture.habits.broken == 0)
    #expect(picture.matters.map(\.isOpen) == [true] && picture.withdrawable.isEmpty)
    let told = picture.summary.reasons.told(under: try .shipped, on: picture.asOf).first?.text
    #expect(told == "received, to be applied: 1 000.00 USD promised for Fri 1 May 2026")
    // Nobody is asked about it by who speaks to the customer about something else.
    try account.call("UF", on: "2026-05-04", next: (.call, "2026-05-20"), invoices: [other])
    #expect(try account.summary("2026-05-04").lane == nil)
    #expect(try account.summary("2026-05-05").lane == .cashApplication)
    try account.enter(.snooze(until: try day("2026-05-11"), reason: "later"), on: "2026-05-05")
    #expect(try account.summary("2026-05-08").lane == nil)
    #expect(try account.summary("2026-05-11").lane != nil)
  }

  @Test("other money that is free is chased as before")
  func rest() throws {
    var (account, _) = try promised()
    try account.credit(100_000, on: "2026-05-01")
    let picture = try account.picture("2026-05-04")
    #expect(picture.promises[0].state == .received)
    #expect(picture.summary.lane == .rest)
    #expect(picture.candidates.map(\.lane).contains(.cashApplication))
  }

  @Test("covers the promise that is due first, and none of which it covers only a part")
  func shared() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(80_000, for: "2026-05-08", on: "2026-04-15", [invoice])
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-16", [invoice])
    try account.promise(70_000, for: "2026-05-09", on: "2026-04-17", [invoice])
    let first = try account.credit(100_000, on: "2026-04-30")
    try account.credit(70_000, on: "2026-05-08")
    #expect(try account.picture("2026-05-20").promises.map(\.state) == [.received, .received, .broken])
    try account.apply(100_000, to: invoice, on: "2026-05-20", credit: first)
    #expect(try account.picture("2026-05-20").promises.map(\.state) == [.received, .kept, .broken])
  }

  @Test("received in time and applied after money that came late, it keeps the promise")
  func afterLateMoney() throws {
    var (account, invoice) = try promised()
    let payment = try account.credit(60_000, on: "2026-04-28")
    try account.apply(40_000, to: invoice, on: "2026-05-02")
    try account.apply(90_000, to: invoice, on: "2026-05-06")
    let late = try account.picture("2026-05-06").promises[0]
    #expect((late.state, late.daysLate) == (.partlyKept, 5))
    try account.apply(60_000, to: invoice, on: "2026-05-08", credit: payment)
    let kept = try account.picture("2026-05-08").promises[0]
    #expect((kept.state, kept.paid, kept.daysLate) == (.kept, 100_000, nil))
    #expect(try kept.paidInFullOn == day("2026-05-02"))
  }

  @Test("is money only, in the promised currency, and not what was taken back")
  func money() throws {
    var (account, invoice) = try promised()
    try account.credit(100_000, on: "2026-05-01", .creditNote)
    try account.credit(100_000, on: "2026-05-01", .payment, .eur)
    #expect(try account.picture("2026-05-04").promises[0].state == .broken)
    try account.credit(60_000, on: "2026-05-01")
    #expect(try account.picture("2026-05-04").promises[0].state == .broken)
    try account.apply(40_000, to: invoice, on: "2026-05-02")
    #expect(try account.picture("2026-05-04").promises[0].state == .received)
    try account.credit(-60_000, on: "2026-05-06")
    #expect(try account.picture("2026-05-05").promises[0].state == .received)
    #expect(try account.picture("2026-05-06").promises[0].state == .partlyKept)
  }

  @Test("does not help where nothing is left to be applied to, or it was paid late")
  func nothingLeft() throws {
    var (account, invoice) = try promised()
    try account.credit(100_000, on: "2026-05-01")
    try account.apply(100_000, to: invoice, on: "2026-05-10")
    let late = try account.picture("2026-05-10").promises[0]
    #expect((late.state, late.daysLate) == (.broken, 9))
    var (cleared, whole) = try promised()
    try cleared.credit(100_000, on: "2026-05-01")
    try cleared.apply(300_000, to: whole, on: "2026-05-06", .writeOff)
    #expect(try cleared.picture("2026-05-06").promises[0].state == .broken)
  }
}
