import Receivables
import SampleEntries
import Testing

@Suite("What is not to be collected now")
struct SliceTests {
  @Test("is taken off once each: disputed, then planned, then promised, then claimed, then held")
  func order() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.promise(20_000, for: "2026-04-13", on: "2026-04-15", [invoice], kind: .saysPaid)
    try account.promise(25_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.plan([("2026-05-01", 30_000)], on: "2026-04-15", [invoice])
    try account.dispute(15_000, on: "2026-04-15", [invoice])
    let picture = try account.picture("2026-04-15")
    let slices = picture.invoices[0].slices
    #expect(Slice.allCases.map { slices[$0] } == [15_000, 30_000, 25_000, 20_000, 0, 0])
    #expect(slices.free == 10_000)
    #expect(picture.summary.balances[0].toCollect == 10_000)
    #expect(picture.summary.flags.isSuperset(of: [.disputed, .plan, .promised, .verifying]))
    try account.enter(
      EntryBody(HoldTerms(reason: "legal", by: "Jane", until: try day("2026-06-01"))), on: "2026-04-15")
    #expect(try account.picture("2026-04-15").invoices[0].slices[.held] == 10_000)
    // What comes earlier in the order takes from what comes later.
    try account.dispute(80_000, on: "2026-04-16", [invoice], reason: "freight")
    let contested = try account.picture("2026-04-16").invoices[0].slices
    #expect(Slice.allCases.map { contested[$0] } == [95_000, 5_000, 0, 0, 0, 0])
  }

  @Test("leaves out what is not past due")
  func notDue() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-05-15")
    try account.dispute(30_000, on: "2026-04-15", [invoice])
    let picture = try account.picture("2026-04-15")
    #expect(picture.invoices[0].slices[.disputed] == 30_000)
    #expect(picture.summary.balances[0].pastDue[.disputed] == 0)
    #expect(picture.summary.balances[0].toCollect == 0)
  }

  @Test("a dispute covers its invoices oldest first, whole ones without an amount, until they are cleared")
  func disputes() throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(50_000, due: "2026-04-02")
    let entry = try account.dispute(70_000, on: "2026-04-15", [old, new])
    #expect(try account.picture("2026-04-15").invoices.map { $0.slices[.disputed] } == [50_000, 20_000])
    try account.apply(50_000, to: old, on: "2026-04-20", .creditNote)
    let after = try account.picture("2026-04-20")
    #expect(after.invoices.map { $0.slices[.disputed] } == [20_000])
    #expect(after.summary.balances[0].toCollect == 30_000)
    try account.apply(40_000, to: new, on: "2026-04-21")
    #expect(try account.picture("2026-04-21").invoices.map { $0.slices[.disputed] } == [10_000])
    try account.enter(.reversal(of: entry, reason: "slip"), on: "2026-04-22")
    #expect(try account.summary("2026-04-22").balances[0].toCollect == 10_000)
    try account.dispute(nil, on: "2026-04-23", [new])
    #expect(try account.summary("2026-04-23").balances[0].toCollect == 0)
  }

  @Test("a dispute raised again replaces the first; one for another reason adds to it")
  func raisedAgain() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.dispute(30_000, on: "2026-04-15", [invoice])
    try account.dispute(20_000, on: "2026-04-16", [invoice])
    #expect(try account.picture("2026-04-16").invoices[0].slices[.disputed] == 20_000)
    try account.dispute(5_000, on: "2026-04-17", [invoice], reason: "freight")
    #expect(try account.picture("2026-04-17").invoices[0].slices[.disputed] == 25_000)
  }

  @Test("a dispute that was accepted waits for its credit, whatever is contested since")
  func raisedAfterAcceptance() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(200_000, due: "2026-04-01")
    let first = try account.dispute(40_000, on: "2026-04-13", [invoice])
    try account.change(first, .accepted, on: "2026-04-14")
    try account.dispute(30_000, on: "2026-04-15", [invoice])
    let both = try account.picture("2026-04-15")
    #expect(both.disputes.map(\.state) == [.new, .accepted])
    #expect(both.invoices[0].slices[.disputed] == 70_000)
    try account.apply(40_000, to: invoice, on: "2026-04-20", .creditNote)
    let credited = try account.picture("2026-04-20")
    #expect(credited.disputes.map(\.isOpen) == [true, false])
    #expect(credited.invoices[0].slices[.disputed] == 30_000)
    #expect(credited.summary.balances[0].toCollect == 130_000)
  }

  @Test("what is raised again is said before it is saved, and is in the rest")
  func raisedAgainIsSaid() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(200_000, due: "2026-04-01", number: "INV-2")
    let other = try account.invoice(100_000, due: "2026-04-02", number: "INV-3")
    let first = try account.dispute(40_000, on: "2026-04-13", [invoice])
    let call = ProposedCall(
      action: "OUT", result: "DI",
      dispute: ProposedDispute(reason: "price", amount: Money(minor: 30_000, .usd), invoices: [invoice]))
    let before = try account.picture("2026-04-14")
    let completed = try call.completed(for: before, policy: .shipped)
    #expect(
      before.takenOver(by: completed.body, try .shipped).map(\.sentence) == [
        "400.00 USD contested on INV-2 for price ends"
      ])
    #expect(completed.rest == [Money(minor: 270_000, .usd)])
    var saved = account
    try saved.enter(completed.body, on: "2026-04-14")
    #expect(try saved.summary("2026-04-14").balances[0].toCollect == 270_000)
    try account.change(first, .accepted, on: "2026-04-14")
    let accepted = try account.picture("2026-04-14")
    let beside = try call.completed(for: accepted, policy: .shipped)
    #expect(accepted.takenOver(by: beside.body, try .shipped).isEmpty)
    #expect(beside.rest == [Money(minor: 230_000, .usd)])
    _ = other
  }

  @Test(
    "a plan holds what its instalments still to come cover",
    arguments: [
      // As of, what was paid since, what is to be collected of 900.00 in three instalments.
      ("2026-04-15", Int64(0), Int64(0)), ("2026-05-01", 0, 0), ("2026-05-02", 0, 30_000),
      ("2026-05-02", 30_000, 0), ("2026-05-02", 10_000, 20_000), ("2026-06-02", 30_000, 30_000),
      ("2026-06-02", 70_000, 0), ("2026-07-02", 0, 90_000), ("2026-07-02", 80_000, 10_000),
    ])
  func plans(asOf: String, paid: Int64, toCollect: Int64) throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(40_000, due: "2026-04-02")
    let parts: [(String, Int64)] = [("2026-05-01", 30_000), ("2026-06-01", 30_000), ("2026-07-01", 30_000)]
    try account.plan(parts, on: "2026-04-15", [old, new])
    if paid > 0 { try account.apply(min(paid, 50_000), to: old, on: "2026-04-20") }
    if paid > 50_000 { try account.apply(paid - 50_000, to: new, on: "2026-04-20") }
    #expect(try account.summary(asOf).balances[0].toCollect == toCollect)
  }

  @Test("the latest plan on an invoice counts, and its entry can be taken back")
  func replacedPlan() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-04-01")
    try account.plan([("2026-07-01", 90_000)], on: "2026-04-15", [invoice])
    let second = try account.plan(
      [("2026-04-25", 45_000), ("2026-05-25", 45_000)], on: "2026-04-20", [invoice])
    #expect(try account.summary("2026-05-01").balances[0].toCollect == 45_000)
    try account.enter(.reversal(of: second, reason: "not agreed"), on: "2026-05-02")
    #expect(try account.summary("2026-05-02").balances[0].toCollect == 0)
  }

  @Test(
    "a promise holds what is still to come of it until its grace is over",
    arguments: [("2026-04-15", Int64(60_000)), ("2026-05-03", 60_000), ("2026-05-04", 0)])
  func promises(asOf: String, promised: Int64) throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(50_000, due: "2026-04-02")
    try account.promise(80_000, for: "2026-05-01", on: "2026-04-10", [old, new])
    try account.apply(20_000, to: old, on: "2026-04-12")
    let balance = try account.summary(asOf).balances[0]
    #expect((balance.pastDue[.promised], balance.toCollect) == (promised, 80_000 - promised))
  }

  @Test("a partial dispute leaves the rest free, with a step of its own")
  func partialDispute() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    let call = ProposedCall(
      action: "OUT", result: "DI", contact: "Jane",
      dispute: ProposedDispute(
        reason: "price", amount: Money(minor: 30_000, .usd), invoices: [invoice]))
    // Wed 15 April 2026.
    #expect(try account.log(call, on: "2026-04-15").rest == [Money(minor: 70_000, .usd)])
    let picture = try account.picture("2026-04-15")
    #expect(picture.invoices[0].slices.free == 70_000)
    #expect(picture.summary.next == NextAction(.call, on: try day("2026-04-16")))
    #expect(
      picture.candidates.map(\.action) == [
        NextAction(.call, on: try day("2026-04-16")), NextAction(.dispute, on: try day("2026-04-20")),
      ])
    #expect(try account.summary("2026-04-16").lane == .followUp)
  }

  @Test("a hold keeps everything, or what it names, until its day", arguments: [true, false])
  func holds(isWhole: Bool) throws {
    var account = AccountSketch()
    let first = try account.invoice(50_000, due: "2026-04-01")
    try account.invoice(40_000, due: "2026-04-02")
    let covers = isWhole ? [] : account.file.covers([first], nil)
    try account.enter(
      EntryBody(HoldTerms(reason: "legal", by: "Jane", until: try day("2026-05-02"), covers: covers)),
      on: "2026-04-15")
    let held = try account.picture("2026-05-01")
    #expect(held.invoices.map { $0.slices[.held] } == [50_000, isWhole ? 40_000 : 0])
    #expect(held.summary.balances[0].toCollect == (isWhole ? 0 : 40_000))
    let over = try account.picture("2026-05-02")
    #expect(over.summary.balances[0].toCollect == 90_000)
    #expect(over.matters.map(\.state) == ["over"])
    #expect(over.summary.next != nil)
  }
}
