import Receivables
import SampleEntries
import Testing

@Suite("Where an account stands in the day's worklist")
struct LaneTests {
  @Test(
    "a first contact from the first day past due on, flagged after its limit, until somebody was spoken to",
    arguments: [
      // Due on Tue 31 March 2026 and on Fri 3 April 2026.
      ("2026-03-31", "2026-03-31", nil, false), ("2026-03-31", "2026-04-01", Lane.newPastDue, false),
      ("2026-03-31", "2026-04-03", .newPastDue, false), ("2026-03-31", "2026-04-04", .newPastDue, true),
      ("2026-04-03", "2026-04-04", nil, false), ("2026-04-03", "2026-04-06", .newPastDue, false),
      ("2026-04-03", "2026-04-08", .newPastDue, false), ("2026-04-03", "2026-04-09", .newPastDue, true),
    ])
  func newPastDue(due: String, asOf: String, lane: Lane?, isFlagged: Bool) throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: due)
    let summary = try account.summary(asOf)
    #expect(summary.lane == lane)
    #expect(summary.flags.contains(.neverContacted) == isFlagged)
  }

  @Test("new money of somebody who was spoken to before is a first contact until its limit, then by priority")
  func newMoney() throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(50_000, for: "2026-04-15", on: "2026-04-07", [old])
    try account.apply(50_000, to: old, on: "2026-04-14")
    try account.invoice(10_000, due: "2026-05-29")
    #expect(try account.summary("2026-06-01").lane == .newPastDue)
    #expect(try account.summary("2026-06-03").lane == .newPastDue)
    #expect(try account.summary("2026-06-04").lane == .rest)
  }

  @Test("a first call is dated on the first business day after the due date")
  func firstCall() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-04-03")
    #expect(try account.summary("2026-04-03").next == nil)
    #expect(try account.summary("2026-04-20").next == NextAction(.call, on: day("2026-04-06")))
  }

  @Test("a follow-up is due on its day and stays until it is worked")
  func followUp() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    try account.call("VM", on: "2026-04-07", next: (.call, "2026-04-09"))
    #expect(try account.summary("2026-04-08").lane == nil)
    #expect(try account.summary("2026-04-09").lane == .followUp)
    #expect(try account.summary("2026-04-20").lane == .followUp)
    #expect(try account.summary("2026-04-20").next == NextAction(.call, on: day("2026-04-09")))
  }

  @Test("a callback comes first, at its time, whatever else is due")
  func callback() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(50_000, for: "2026-04-08", on: "2026-04-07", [invoice])
    let time = TimeOfDay(hour: 14, minute: 0)
    try account.call("CB", on: "2026-04-08", next: (.callBack, "2026-04-14"), at: time)
    let summary = try account.summary("2026-04-14")
    #expect(summary.lane == .callback)
    #expect(summary.next?.time == time)
    #expect(summary.reasons.first?.finding == .at(try day("2026-04-14"), time))
    #expect(summary.flags.contains(.brokenPromise))
  }

  @Test(
    "a promise holds what it covers, comes up on its day, and on top when it was not kept",
    arguments: [
      ("2026-04-15", nil), ("2026-04-30", nil), ("2026-05-01", Lane.promiseDue), ("2026-05-02", nil),
      ("2026-05-03", nil), ("2026-05-04", .brokenPromise), ("2026-05-20", .brokenPromise),
    ])
  func promise(asOf: String, lane: Lane?) throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(50_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    #expect(try account.summary(asOf).lane == lane)
    // What it is not about is called about on the next business day.
    try account.invoice(20_000, due: "2026-04-10")
    let summary = try account.summary(asOf)
    let isDue = asOf > "2026-04-15"
    #expect(summary.lane == (isDue ? lane ?? .rest : nil))
    if lane == nil { #expect(summary.next == NextAction(.call, on: try day("2026-04-16"))) }
  }

  @Test("a promise that is spoken of on its day is checked when its grace is over, and the next step says so")
  func promiseSpokenOf() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-04-29", on: "2026-04-15", [invoice])
    try account.call("LM", on: "2026-04-29")
    for asOf in ["2026-04-29", "2026-04-30", "2026-05-01"] {
      let summary = try account.summary(asOf)
      #expect(summary.lane == nil, "\(asOf)")
      #expect(summary.next == NextAction(.checkPromise, on: try day("2026-05-04")), "\(asOf)")
    }
    #expect(try account.summary("2026-05-04").lane == .brokenPromise)
  }

  @Test("a promise whose grace ends before a weekend comes up on Monday, also over what was said before")
  func overWeekend() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(50_000, for: "2026-05-06", on: "2026-04-15", [invoice])
    try account.call("WA", on: "2026-04-16", next: (.call, "2026-07-01"))
    #expect(try account.summary("2026-05-09").lane == nil)
    let monday = try account.summary("2026-05-11")
    #expect(monday.lane == .brokenPromise)
    #expect(monday.next == NextAction(.call, on: try day("2026-05-11")))
    #expect(
      monday.reasons.first?.finding == .failed(Money(minor: 50_000, .usd), paid: 0, try day("2026-05-06")))
  }

  @Test("a promise that was not kept stays on top until somebody there was spoken to")
  func stillBroken() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(50_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.call("VM", on: "2026-05-04", next: (.call, "2026-05-06"))
    #expect(try account.summary("2026-05-05").lane == nil)
    #expect(try account.summary("2026-05-06").lane == .brokenPromise)
    try account.call("HU", on: "2026-05-06", next: (.call, "2026-05-07"))
    #expect(try account.summary("2026-05-07").lane == .followUp)
  }

  @Test("a kept promise needs no follow-up, and what is left is called about at once")
  func kept() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(80_000, due: "2026-03-31")
    try account.promise(50_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(50_000, to: invoice, on: "2026-04-20")
    let rest = try account.summary("2026-04-20")
    #expect(rest.lane == .rest)
    #expect(rest.next?.kind == .call)
    try account.apply(30_000, to: invoice, on: "2026-04-21")
    #expect(try account.summary("2026-04-21").next == nil)
    #expect(try account.summary("2026-05-04").lane == nil)
  }

  @Test("a follow-up about an invoice that is settled falls away")
  func settled() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(80_000, due: "2026-03-31")
    let other = try account.invoice(10_000, due: "2026-06-30", issued: "2026-05-01")
    try account.call("NR", on: "2026-04-07", next: (.resend, "2026-04-09"), invoices: [invoice])
    try account.apply(80_000, to: invoice, on: "2026-04-08")
    #expect(try account.summary("2026-04-09").next == nil)
    try account.call("NR", on: "2026-05-26", next: (.resend, "2026-05-28"), invoices: [other])
    #expect(try account.summary("2026-05-28").lane == .followUp)
  }

  @Test("a follow-up is over once nothing is open of what was past due then, and what falls due later is new")
  func overtaken() throws {
    var account = AccountSketch()
    let old = try account.invoice(80_000, due: "2026-03-31")
    try account.invoice(2_419, due: "2026-06-15", issued: "2026-04-01")
    try account.call("VM", on: "2026-04-07", next: (.call, "2026-04-09"))
    #expect(try account.summary("2026-04-09").lane == .followUp)
    try account.apply(79_999, to: old, on: "2026-04-10")
    #expect(try account.summary("2026-06-16").lane == .followUp)
    try account.apply(1, to: old, on: "2026-04-11")
    #expect(try account.summary("2026-04-11").next == nil)
    let new = try account.summary("2026-06-16")
    #expect(new.lane == .newPastDue)
    #expect(new.next == NextAction(.call, on: try day("2026-06-16")))
  }

  @Test("a step that was agreed before anything was past due is about what was open then")
  func beforeDue() throws {
    var account = AccountSketch()
    let first = try account.invoice(80_000, due: "2026-03-31")
    try account.invoice(10_000, due: "2026-06-15", issued: "2026-04-01")
    try account.call("PR", on: "2026-03-27", next: (.checkRun, "2026-04-09"))
    #expect(try account.summary("2026-04-09").lane == .followUp)
    try account.apply(80_000, to: first, on: "2026-04-07")
    #expect(try account.summary("2026-06-16").lane == .newPastDue)
  }

  @Test("credits that cover what is past due are applied, not chased")
  func cashApplication() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    try account.credit(49_999, on: "2026-04-06")
    #expect(try account.summary("2026-04-06").lane == .newPastDue)
    try account.credit(1, on: "2026-04-11")
    #expect(try account.summary("2026-04-11").lane == nil)
    let monday = try account.summary("2026-04-13")
    #expect(monday.lane == .cashApplication)
    #expect(monday.next == NextAction(.applyCash, on: try day("2026-04-13")))
    try account.invoice(60_000, due: "2026-03-31", .eur)
    #expect(try account.summary("2026-04-13").lane == .newPastDue)
  }

  @Test("a snooze holds what was due when it was set until its day, not a promise that breaks after it")
  func snooze() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(30_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.enter(.snooze(until: try day("2026-05-12"), reason: "holiday"), on: "2026-04-16")
    let held = try account.summary("2026-04-30")
    #expect(held.lane == nil)
    #expect(held.flags.contains(.snoozed))
    #expect(held.views.contains(WorklistViews(.snoozed)))
    // Promise and grace are over: on top although it is put off.
    let broken = try account.summary("2026-05-04")
    #expect(broken.lane == .brokenPromise)
    #expect(broken.flags.contains(.snoozed))
    let after = try account.summary("2026-05-12")
    #expect(after.lane == .brokenPromise)
    #expect(!after.flags.contains(.snoozed))
    #expect(!after.views.contains(WorklistViews(.snoozed)))
  }

  @Test("a snooze alone holds the account until its day, and what falls due meanwhile comes up by its limit")
  func snoozeAndNewMoney() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    try account.enter(.snooze(until: try day("2026-05-12"), reason: "holiday"), on: "2026-04-16")
    #expect(try account.summary("2026-05-11").lane == nil)
    #expect(try account.summary("2026-05-11").next == NextAction(.call, on: try day("2026-05-12")))
    #expect(try account.summary("2026-05-12").lane == .followUp)
    try account.invoice(10_000, due: "2026-05-01")
    // 3 business days after Fri 1 May.
    #expect(try account.summary("2026-05-05").lane == nil)
    let new = try account.summary("2026-05-06")
    #expect(new.lane == .newPastDue)
    #expect(
      new.reasons[0].finding == .newlyDue(Money(minor: 60_000, .usd), since: try day("2026-05-01")))
  }

  @Test(
    "before a payment run that should pay something, unless it was confirmed since the last one",
    arguments: [
      // Runs are on Thursdays; 3 business days before Thu 9 April is Mon 6 April.
      ("2026-04-05", nil), ("2026-04-06", Lane.preRun), ("2026-04-08", .preRun), ("2026-04-09", nil),
    ])
  func preRun(asOf: String, lane: Lane?) throws {
    var account = AccountSketch()
    account.file.customer.paymentRun = .weekly(.thursday)
    try account.invoice(50_000, due: "2026-04-09")
    let summary = try account.summary(asOf)
    #expect(summary.lane == lane)
    if lane != nil { #expect(summary.next == NextAction(.call, on: try day("2026-04-06"))) }
    try account.call("PR", on: "2026-04-03", next: (.checkRun, "2026-04-30"))
    #expect(try account.summary(asOf).lane == nil)
  }

  @Test("what the run should pay is what is free and due by its day, each currency for itself")
  func dueByRun() throws {
    var account = AccountSketch()
    account.file.customer.paymentRun = .weekly(.thursday)
    let invoice = try account.invoice(50_000, due: "2026-04-09")
    try account.invoice(40_000, due: "2026-04-08")
    try account.invoice(70_000, due: "2026-04-10")
    try account.invoice(200_000, due: "2026-04-07", .eur)
    let summary = try account.summary("2026-04-07")
    let wanted = [Money(minor: 200_000, .eur), Money(minor: 90_000, .usd)]
    #expect(summary.reasons[0].finding == .run(wanted, try day("2026-04-09")))
    #expect(summary.dueByRun == wanted && summary.wantedOfRun == wanted)
    try account.dispute(20_000, on: "2026-03-20", [invoice], due: "2026-05-01")
    #expect(try account.summary("2026-04-07").dueByRun == [wanted[0], Money(minor: 70_000, .usd)])
  }

  @Test("an invoice that falls due after the run is no reason to call before it")
  func preRunTooEarly() throws {
    var account = AccountSketch()
    account.file.customer.paymentRun = .weekly(.thursday)
    try account.invoice(50_000, due: "2026-04-10")
    #expect(try account.summary("2026-04-08").lane == nil)
  }

  @Test(
    "a call since the run before it confirms the next one; a call on the day of that run does not",
    arguments: [("2026-04-01", Lane.preRun), ("2026-04-02", .preRun), ("2026-04-03", nil)])
  func preRunConfirmed(called: String, lane: Lane?) throws {
    var account = AccountSketch()
    // Thu 2 April and Thu 9 April are runs.
    account.file.customer.paymentRun = .weekly(.thursday)
    try account.invoice(50_000, due: "2026-04-09")
    try account.call("PR", on: called, next: (.checkRun, "2026-04-30"))
    #expect(try account.summary("2026-04-06").lane == lane)
    #expect(try account.summary("2026-04-08").lane == lane)
  }

  @Test("money that was taken back after a step was agreed brings the account up on its own day")
  func takenBack() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    let payment = try account.apply(20_000, to: invoice, on: "2026-04-01")
    try account.call("WA", on: "2026-04-07", next: (.call, "2026-04-30"))
    #expect(try account.summary("2026-04-10").lane == nil)
    // A Saturday.
    try account.apply(-20_000, to: invoice, on: "2026-04-11", reverses: payment)
    #expect(try account.summary("2026-04-11").lane == nil)
    let monday = try account.summary("2026-04-13")
    #expect(monday.lane == .followUp)
    #expect(monday.next == NextAction(.call, on: try day("2026-04-13")))
    #expect(
      monday.reasons[0].finding == .takenBack(Money(minor: 50_000, .usd), try day("2026-04-11")))
  }

  @Test("a step is about what was open at some time of its day, also when money of that day cleared it")
  func sameDayMoney() throws {
    var account = AccountSketch()
    let old = try account.invoice(80_000, due: "2026-03-31")
    try account.invoice(10_000, due: "2026-06-30", issued: "2026-04-01")
    try account.call("VM", on: "2026-04-07", next: (.call, "2026-04-09"))
    #expect(try account.summary("2026-04-09").lane == .followUp)
    var paid = account
    try paid.apply(80_000, to: old, on: "2026-04-07")
    #expect(try paid.summary("2026-04-09").next == nil)
    // Paid the day before, it was gone when the step was agreed: that is about the one that is not due yet.
    var gone = account
    try gone.apply(80_000, to: old, on: "2026-04-06")
    #expect(try gone.summary("2026-04-09").lane == .followUp)
  }
}
