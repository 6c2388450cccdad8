import Receivables
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
}
