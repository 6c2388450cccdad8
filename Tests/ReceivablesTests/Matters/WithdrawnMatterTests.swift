import Receivables
import SampleEntries
import Testing

@Suite("A dispute, a plan or a hold that is taken back")
struct WithdrawnMatterTests {
  enum Kind: String, CaseIterable, Sendable { case dispute, plan, hold }

  /// Past due since Thu 2 April 2026; the matter holds all of it from Wed 15 April.
  private func opened(_ kind: Kind, restOn step: String?) throws -> AccountSketch {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let all = account.file.covers([invoice], Money(minor: 300_000, .usd))
    let late = try day("2026-06-01")
    let terms: any EntrySection =
      switch kind {
      case .dispute: DisputeTerms(reason: "price", covers: all, dueOn: late)
      case .plan:
        PlanTerms(
          currency: .usd, instalments: [.init(due: late, amount: 300_000)], covers: all, graceDays: 2)
      case .hold: HoldTerms(reason: "audit", by: "sales", until: late, covers: all)
      }
    try account.call("DI", on: "2026-04-15", next: step.map { (.call, $0) }, terms: [terms])
    return account
  }

  @Test(
    "the account is called again on that day, whatever step was agreed before", arguments: Kind.allCases,
    [nil, "2026-05-20"])
  func nextStep(kind: Kind, restOn: String?) throws {
    var account = try opened(kind, restOn: restOn)
    #expect(try account.summary("2026-04-20").lane == nil)
    let picture = try account.picture("2026-04-20")
    try account.enter(
      picture.withdrawal(of: picture.withdrawable[0].id, by: "Jane", reason: "settled"), on: "2026-04-20")
    let summary = try account.summary("2026-04-20")
    #expect(summary.lane == .followUp)
    #expect(summary.next == NextAction(.call, on: try day("2026-04-20")))
    #expect(summary.balances[0].toCollect == 300_000)
    #expect(summary.openMatters == 0)
    try account.call("UF", on: "2026-04-20", next: (.call, "2026-04-21"))
    #expect(try account.summary("2026-04-20").lane == nil)
  }

  @Test("what names no invoice of the account is over, not replaced", arguments: [Kind.dispute, .plan])
  func nothingCovered(kind: Kind) throws {
    var account = try opened(kind, restOn: nil)
    account.file.invoices = []
    #expect(try account.picture("2026-04-20").matters.map(\.state) == ["over"])
  }
}
