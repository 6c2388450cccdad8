import Receivables
import SampleEntries
import Testing

@Suite("A hold")
struct HoldTests {
  /// Past due since Thu 2 April 2026, held on the 7th until Mon 20 April.
  private func held(_ minor: Int64 = 300_000) throws -> (AccountSketch, DocumentID) {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let covers = minor == 300_000 ? [] : account.file.covers([invoice], Money(minor: minor, .usd))
    let hold = HoldTerms(reason: "audit", by: "sales", until: try day("2026-04-20"), covers: covers)
    try account.enter(EntryBody(hold), on: "2026-04-07")
    return (account, invoice)
  }

  @Test("leaves nothing to collect until its day, then asks for a call until somebody was spoken to")
  func comesDue() throws {
    var (account, _) = try held()
    let before = try account.picture("2026-04-19")
    #expect(before.summary.lane == nil)
    #expect(before.summary.balances[0].toCollect == 0)
    #expect(before.matters.map(\.state) == ["open"])
    for asOf in ["2026-04-20", "2026-04-24", "2026-06-01"] {
      let picture = try account.picture(asOf)
      #expect(picture.summary.lane == .followUp)
      #expect(picture.candidates.first?.action == NextAction(.call, on: try day("2026-04-20")))
      #expect(picture.candidates.first?.matter == MatterID(EntryNumber(rawValue: 1)))
      #expect(picture.summary.balances[0].toCollect == 300_000)
      #expect(picture.matters.map(\.state) == ["over"])
    }
    try account.call("UF", on: "2026-04-21", next: (.call, "2026-05-04"))
    #expect(try account.picture("2026-04-24").candidates.map(\.action.day).min() == day("2026-05-04"))
  }

  @Test("lets a promise take what is on hold before what is contested")
  func promised() throws {
    var (account, invoice) = try held()
    try account.dispute(4_452, on: "2026-04-08", [invoice])
    let picture = try account.picture("2026-04-09")
    #expect(picture.invoices[0].slices[.held] == 300_000 - 4_452)
    let amount = Money(minor: 300_000 - 4_452, .usd)
    let call = ProposedCall(
      action: "OUT", result: "PP",
      promise: ProposedPromise(amount: amount, day: try day("2026-04-17"), invoices: []))
    try account.log(call, on: "2026-04-09")
    let after = try account.picture("2026-04-10")
    #expect(after.invoices[0].slices[.promised] == amount.minor)
    #expect(after.invoices[0].slices[.disputed] == 4_452)
  }

  @Test("asks for nothing when what it held was paid meanwhile")
  func paid() throws {
    var (account, invoice) = try held()
    try account.apply(300_000, to: invoice, on: "2026-04-10")
    #expect(try account.picture("2026-04-20").candidates.isEmpty)
  }

  @Test("of a part leaves the rest to be collected")
  func part() throws {
    let (account, _) = try held(100_000)
    let picture = try account.picture("2026-04-10")
    #expect(picture.invoices[0].slices[.held] == 100_000)
    #expect(picture.summary.balances[0].toCollect == 200_000)
    #expect(picture.summary.lane != nil)
  }

  @Test("tells why, until when and about what, and can be taken back like any other matter")
  func words() throws {
    var (account, invoice) = try held(100_000)
    let body = account.file.entries[0].body
    #expect(body.gist(policy: try .shipped) == "on hold until Mon 20 Apr 2026")
    #expect(body.freeText == "audit")
    #expect(body.invoiceNumbers == [account.number(invoice)])
    #expect(body.next(try .shipped)?.day == (try day("2026-04-20")))
    let picture = try account.picture("2026-04-08")
    let withdrawal = try picture.withdrawal(of: picture.withdrawable[0].id, by: "", reason: "settled")
    #expect(withdrawal.gist(policy: try .shipped) == "hold withdrawn by sales")
    try account.enter(withdrawal, on: "2026-04-08")
    #expect(try account.picture("2026-04-08").matters.map(\.state) == ["withdrawn"])
    #expect(try account.picture("2026-04-08").summary.balances[0].toCollect == 300_000)
  }

  @Test("of the whole account lets nobody call, whatever was agreed before, and comes back by itself")
  func neverChased() throws {
    var account = AccountSketch()
    try account.invoice(300_000, due: "2026-04-01")
    try account.call("CB", on: "2026-04-06", next: (.callBack, "2026-04-08"))
    let before = try account.picture("2026-04-08")
    #expect(before.summary.lane == .callback)
    let body = try before.hold(until: day("2026-04-20"), reason: "do_not_call", by: "Jane")
    let hold = try account.enter(body, on: "2026-04-08")
    for asOf in ["2026-04-08", "2026-04-13", "2026-04-19"] {
      let picture = try account.picture(asOf)
      #expect(picture.summary.lane == nil, "\(asOf)")
      #expect(picture.summary.flags.contains(.held))
      #expect(picture.summary.flags.letters.contains("H"))
      #expect(picture.openHolds.map(\.title) == ["do not call until Mon 20 Apr"])
      #expect(picture.summary.next == NextAction(.call, on: try day("2026-04-20")))
    }
    #expect(try account.summary("2026-04-20").lane != nil)
    #expect(try !account.summary("2026-04-20").flags.contains(.held))
    try account.enter(.reversal(of: hold, reason: "mistake"), on: "2026-04-09")
    #expect(try account.summary("2026-04-09").lane == .callback)
  }

  @Test("of some invoices leaves what was agreed about the others")
  func others() throws {
    var account = AccountSketch()
    let first = try account.invoice(300_000, due: "2026-04-01")
    let second = try account.invoice(200_000, due: "2026-04-02")
    try account.call("NA", on: "2026-04-07", next: (.call, "2026-04-08"))
    let body = try account.picture("2026-04-08").hold(
      until: day("2026-04-20"), reason: "their audit", by: "Jane", on: [first])
    try account.enter(body, on: "2026-04-08")
    let part = try account.picture("2026-04-08")
    #expect(part.summary.balances[0].toCollect == 200_000)
    #expect(part.summary.lane != nil)
    #expect(part.openHolds.map(\.title) == ["their audit until Mon 20 Apr"])
    #expect(part.openHolds[0].held == [Money(minor: 300_000, .usd)])
    let rest = try part.hold(until: day("2026-04-20"), reason: "legal", by: "Jane", on: [second])
    try account.enter(rest, on: "2026-04-08")
    #expect(try account.summary("2026-04-09").lane == nil)
  }

  @Test("is refused without a reason, somebody, a day ahead, or on an invoice that is not open")
  func refused() throws {
    let (account, invoice) = try held()
    let picture = try account.picture("2026-04-08")
    let (today, later) = (try day("2026-04-08"), try day("2026-04-20"))
    for (until, reason, person, chosen) in [
      (later, "", "Jane", [invoice]), (later, "legal", "", [invoice]), (today, "legal", "Jane", [invoice]),
      (later, "legal", "Jane", ids(999)),
    ] {
      #expect(throws: CallProblem.self) {
        try picture.hold(until: until, reason: reason, by: person, on: chosen)
      }
    }
  }

  @Test(
    "has a reason of the policy or one that was typed",
    arguments: [
      ("sales asked", "sales_asked"), ("SALES", "sales_asked"), ("legal", "legal"),
      ("their  audit firm", "their audit firm"),
    ])
  func reasons(typed: String, kept: String) throws {
    #expect(try Policy.shipped.holdReason(typed: typed) == kept)
  }
}
