import Testing

@testable import Receivables

@Suite("What was open on a day")
struct OpenItemsTests {
  /// 1 000.00 issued on 1 March, 400.00 paid on 7 April and the rest on 9 April 2026.
  private func items() throws -> OpenItems {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-03-31", issued: "2026-03-01")
    try account.apply(40_000, to: invoice, on: "2026-04-07")
    try account.apply(60_000, to: invoice, on: "2026-04-09")
    var asOf = AsOf(try day("2026-05-01"))
    return try OpenItems(account.file, AgingPolicy(), &asOf)
  }

  @Test(
    "is what money of that day and before left",
    arguments: [
      ("2026-03-31", Int64(100_000)), ("2026-04-06", 100_000), ("2026-04-07", 60_000), ("2026-04-08", 60_000),
      ("2026-04-09", 0), ("2026-05-01", 0),
    ])
  func open(iso: String, minor: Int64) throws {
    #expect(try items().open(at: 0, on: try day(iso)) == minor)
  }

  @Test(
    "anything was when the day began or when it ended",
    arguments: [
      ("2026-02-28", false), ("2026-03-01", true), ("2026-04-07", true), ("2026-04-09", true),
      ("2026-04-10", false),
    ])
  func wasOpen(iso: String, wasOpen: Bool) throws {
    #expect(try items().wasOpen(at: 0, during: try day(iso)) == wasOpen)
  }

  @Test("of two whose numbers count as one, as older books have them, an entry means the one that it spells")
  func twins() throws {
    var account = AccountSketch()
    try account.invoice(100, due: "2026-03-31", number: "INV1")
    let twin = try account.invoice(200, due: "2026-03-31", number: "INV1\u{A0}")
    try account.invoice(300, due: "2026-03-31", number: "INV2")
    try account.promise(200, for: "2026-04-13", on: "2026-04-05", [twin])
    var asOf = AsOf(try day("2026-05-01"))
    let items = try OpenItems(account.file, AgingPolicy(), &asOf)
    #expect(["INV1", "INV1\u{A0}", "INV1\u{2003}", "INV2 "].map { items.place(number: $0) } == [0, 1, 0, 2])
    let slices = try account.picture("2026-04-06").invoices.map { $0.slices[.promised] }
    #expect(slices == [0, 200, 0])
  }

  @Test("an invoice that a payment taken back opened again was open from that day on")
  func reopened() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-03-31", issued: "2026-03-01")
    let payment = try account.apply(100_000, to: invoice, on: "2026-04-07")
    try account.apply(-100_000, to: invoice, on: "2026-04-09", reverses: payment)
    var asOf = AsOf(try day("2026-05-01"))
    let items = try OpenItems(account.file, AgingPolicy(), &asOf)
    let open = try ["2026-04-07", "2026-04-08", "2026-04-09", "2026-04-10"].map {
      try items.wasOpen(at: 0, during: try day($0))
    }
    #expect(open == [true, false, true, true])
  }
}
