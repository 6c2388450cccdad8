import Receivables
import SampleEntries
import Testing

@Suite("What the matters of a view come to")
struct MatterSumTests {
  @Test("says of claims, disputes, plans and holds what is open of them, since when, and with whom")
  func sums() throws {
    var account = AccountSketch()
    let planned = try account.invoice(90_000, due: "2026-03-01")
    let disputed = try account.invoice(50_000, due: "2026-03-02")
    let claimed = try account.invoice(40_000, due: "2026-03-03")
    let held = try account.invoice(30_000, due: "2026-03-04")
    let foreign = try account.invoice(20_000, due: "2026-03-05", .eur)
    try account.plan([("2026-05-01", 45_000), ("2026-06-01", 45_000)], on: "2026-04-01", [planned])
    try account.dispute(20_000, on: "2026-04-02", [disputed], due: "2026-06-01")
    try account.dispute(10_000, on: "2026-04-03", [disputed], reason: "quality", due: "2026-06-01")
    try account.promise(40_000, for: "2026-04-03", on: "2026-04-03", [claimed], kind: .saysPaid)
    let covers =
      account.file.covers([held], Money(minor: 30_000, .usd))
      + account.file.covers([foreign], Money(minor: 20_000, .eur))
    try account.enter(
      EntryBody(HoldTerms(reason: "sales_hold", by: "Ann", until: try day("2026-06-01"), covers: covers)),
      on: "2026-04-04")
    try account.apply(15_000, to: planned, on: "2026-04-10")
    let summary = try account.summary("2026-04-12")
    let expected: [(WorklistView, String, [Money])] = [
      (.claims, "2026-04-03", [Money(minor: 40_000, .usd)]),
      (.disputes, "2026-04-02", [Money(minor: 30_000, .usd)]),
      (.plans, "2026-04-01", [Money(minor: 75_000, .usd)]),
      (.holds, "2026-04-04", [Money(minor: 30_000, .usd), Money(minor: 20_000, .eur)]),
    ]
    for (view, since, amounts) in expected {
      #expect(summary.views.contains(WorklistViews(view)), "\(view)")
      #expect(summary.matters(in: view) == amounts, "\(view)")
      #expect(try summary.matterSums.first { $0.view == view }?.since == day(since), "\(view)")
    }
    #expect(summary.matters(in: .promisesDue) == nil && summary.matters(in: .mine) == nil)
    try account.promise(5_000, for: "2026-04-20", on: "2026-04-12", [disputed])
    #expect(try account.summary("2026-04-12").matters(in: .promisesDue) == [Money(minor: 5_000, .usd)])
  }

  @Test("nothing is left of what is over, and no view lists it")
  func over() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-03-01")
    try account.plan([("2026-05-01", 90_000)], on: "2026-04-01", [invoice])
    try account.apply(90_000, to: invoice, on: "2026-04-10")
    let summary = try account.summary("2026-04-12")
    #expect(summary.matterSums.isEmpty && !summary.views.contains(WorklistViews(.plans)))
  }
}
