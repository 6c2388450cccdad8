import Receivables
import SampleEntries
import Testing

/// One call of Thu 26 November 2026 in which several things were said; business days Monday to Friday.
@Suite("One call, several outcomes")
struct SeveralOutcomesTests {
  private let today = "2026-11-26"

  private func dispute(_ minor: Int64?, _ invoices: [DocumentID]) -> ProposedOutcome {
    ProposedOutcome(
      "DI",
      dispute: ProposedDispute(
        reason: "price", amount: minor.map { Money(minor: $0, .usd) }, invoices: invoices))
  }

  private func promise(_ minor: Int64, _ iso: String, _ invoices: [DocumentID] = []) throws -> ProposedOutcome
  {
    ProposedOutcome(
      "PP", promise: ProposedPromise(amount: Money(minor: minor, .usd), day: try day(iso), invoices: invoices)
    )
  }

  private func call(_ outcomes: [ProposedOutcome]) -> ProposedCall {
    ProposedCall(action: "OUT", contact: "Jane", note: "two things", outcomes: outcomes)
  }

  @Test(
    "a promise of the rest is for what the dispute leaves, whichever was said first",
    arguments: [false, true])
  func theRest(promiseFirst: Bool) throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(263_582, due: "2026-11-06")
    let said = [dispute(80_000, [a]), try promise(0, "2026-12-11")]
    let completed = try account.log(call(promiseFirst ? said.reversed() : said), on: today, policy)
    #expect(completed.rest.isEmpty)
    #expect(completed.body.first(ContactStep.self) == nil)
    #expect(completed.body.all(Outcome.self).map(\.result) == (promiseFirst ? ["PP", "DI"] : ["DI", "PP"]))
    #expect(completed.body.first(PromiseTerms.self)?.amount == Money(minor: 183_582, .usd))
    let picture = try account.picture(today, policy)
    #expect(picture.invoices[0].slices[.disputed] == 80_000)
    #expect(picture.invoices[0].slices[.promised] == 183_582)
    #expect(picture.matters.count == 2)
    #expect(picture.matters.allSatisfy { $0.person == "Jane" && $0.isOpen })
    #expect(picture.candidates.map(\.action.kind) == [.dispute, .checkPromise])
  }

  @Test("two promises take each its part, and who says how much comes before who takes what is left")
  func twoPromises() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(690_216, due: "2026-10-27")
    let b = try account.invoice(156_401, due: "2026-11-07")
    try account.log(
      call([try promise(0, "2026-12-04"), try promise(0, "2026-12-07", [b])]), on: today, policy)
    let picture = try account.picture(today, policy)
    #expect(picture.promises.map(\.terms.amount.minor) == [156_401, 690_216])
    #expect(
      picture.promises.map { $0.terms.covers.map(\.number) } == [[account.number(b)], [account.number(a)]])
    #expect(picture.invoices.map(\.slices.free) == [0, 0])
  }

  @Test("what no outcome covers is the rest, called about on the policy's day")
  func rest() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-06")
    let b = try account.invoice(50_000, due: "2026-11-07")
    try account.invoice(7_000, due: "2026-11-08")
    let completed = try account.log(
      call([dispute(nil, [a]), try promise(30_000, "2026-12-04", [b])]), on: today, policy)
    #expect(completed.rest == [Money(minor: 27_000, .usd)])
    #expect(completed.step == NextAction(.call, on: try day("2026-11-27")))
    #expect(completed.body.all(ContactStep.self).map(\.action) == [try #require(completed.step)])
    #expect(try account.picture("2026-11-27", policy).summary.lane == .followUp)
  }

  @Test("copies of two invoices are asked about on their day, everything else on the policy's")
  func copies() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-06")
    let b = try account.invoice(50_000, due: "2026-11-07")
    try account.invoice(7_000, due: "2026-11-08")
    let completed = try account.log(
      call([try promise(0, "2026-12-04", [a]), ProposedOutcome("NR", invoices: [b])]), on: today, policy)
    #expect(completed.rest == [Money(minor: 7_000, .usd)])
    let steps = completed.body.all(ContactStep.self)
    #expect(steps.map(\.action.kind) == [.resend, .call])
    #expect(steps.map(\.invoices) == [[account.number(b)], []])
    #expect(steps.map(\.action.day) == [try day("2026-11-30"), try day("2026-11-27")])
  }

  @Test("a callback about everything is the step of the rest too")
  func callback() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-06")
    try account.invoice(7_000, due: "2026-11-08")
    let back = NextAction(.callBack, on: try day("2026-12-01"), at: TimeOfDay(hour: 14, minute: 0))
    let completed = try account.log(
      call([try promise(0, "2026-12-04", [a]), ProposedOutcome("CB", next: back)]), on: today, policy)
    #expect(completed.rest == [Money(minor: 7_000, .usd)])
    #expect(completed.step == back)
    #expect(completed.body.all(ContactStep.self).count == 1)
    #expect(try account.summary("2026-11-27", policy).lane == nil)
  }

  @Test("undo takes all of it back")
  func undo() throws {
    var account = AccountSketch()
    let a = try account.invoice(263_582, due: "2026-11-06")
    let before = try account.summary(today)
    try account.log(call([dispute(80_000, [a]), try promise(0, "2026-12-11")]), on: today)
    try account.enter(.reversal(of: EntryNumber(rawValue: 1), reason: "slip"), on: today)
    #expect(try account.summary(today) == before)
  }

  @Test("an older promise gives what the outcomes of a later call take, once")
  func olderPromise() throws {
    var account = AccountSketch()
    let a = try account.invoice(60_000, due: "2026-11-06")
    try account.log(call([try promise(0, "2026-12-04")]), on: "2026-11-24")
    let later = try account.log(
      call([try promise(30_000, "2026-12-07", [a]), try promise(20_000, "2026-12-08", [a])]), on: today)
    #expect(later.body.replaces.map(\.amount.minor) == [30_000, 20_000])
    let picture = try account.picture(today)
    #expect(picture.invoices[0].slices[.promised] == 60_000)
    #expect(picture.promises.map(\.left) == [20_000, 30_000, 10_000])
  }

  @Test(
    "what is agreed twice in one call is refused, with the outcome to mend",
    arguments: [(50_001, 1), (0, 1), (-1, 0)])
  func twice(second: Int64, outcome: Int) throws {
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-06")
    let said =
      second < 0
      ? [try promise(0, "2026-12-01"), dispute(nil, [a])]
      : [
        try promise(second == 0 ? 100_000 : 50_000, "2026-12-01", [a]),
        try promise(second, "2026-12-04", [a]),
      ]
    let problem = try #require(throws: CallProblem.self) {
      try call(said).completed(for: try account.picture(today), policy: try .shipped)
    }
    #expect(problem.outcome == outcome)
  }

  @Test("it is told in one line and read back in one go")
  func words() throws {
    let policy = try Policy.shipped
    var account = AccountSketch()
    let a = try account.invoice(263_582, due: "2026-11-06")
    let body = try account.log(call([dispute(80_000, [a]), try promise(0, "2026-12-11")]), on: today).body
    #expect(
      body.line(policy: policy)
        == "DI disputes 800.00 USD, price; PP promise to pay 1 835.82 USD on Fri 11 Dec · Jane")
    #expect(
      body.readBack(policy)
        == "So you dispute 800.00 USD of invoice INV-1: price. I will look into it and come back to you by "
        + "Tuesday 1 December. And you will pay 1 835.82 USD on Friday 11 December for invoice INV-1. I will note that."
    )
    #expect(try EntryBody(text: body.text) == body)
  }
}
