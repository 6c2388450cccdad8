import Receivables
import SampleEntries
import Testing

/// Vectors with business days Monday to Friday, first contact within 3 of them; today is Thu 26 November 2026.
@Suite("No orphan money")
struct OrphanMoneyTests {
  private let today = "2026-11-26"

  private func promise(_ minor: Int64, _ iso: String, _ invoices: [DocumentID]) throws -> ProposedCall {
    ProposedCall(
      action: "OUT", result: "PP", contact: "Jane",
      promise: ProposedPromise(amount: Money(minor: minor, .usd), day: try day(iso), invoices: invoices))
  }

  @Test(
    "what falls due on the day of a promise about something else comes up as new, from the next business day on",
    arguments: [
      ("2026-11-26", nil), ("2026-11-27", Lane.newPastDue), ("2026-11-30", .newPastDue),
      ("2026-12-01", .newPastDue), ("2026-12-02", .rest), ("2026-12-10", .rest),
    ])
  func newBesidePromise(asOf: String, lane: Lane?) throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(263_582, due: "2026-11-06")
    try account.invoice(362_147, due: today)
    let call = try account.log(try promise(0, "2026-12-11", [a]), on: today, policy)
    #expect(call.body.first(PromiseTerms.self)?.amount == Money(minor: 263_582, .usd))
    #expect(call.rest.isEmpty)
    let picture = try account.picture(asOf, policy)
    #expect(picture.summary.lane == lane)
    guard lane != nil else { return }
    #expect(picture.summary.balances[0].toCollect == 362_147)
    #expect(picture.summary.next == NextAction(.call, on: try day("2026-11-27")))
    #expect(picture.matters[0].step == NextAction(.checkPromise, on: try day("2026-12-14")))
    #expect(picture.candidates.last?.action == NextAction(.checkPromise, on: try day("2026-12-14")))
    guard lane == .newPastDue else { return }
    #expect(
      picture.summary.reasons.told(under: policy, on: try day(asOf)).map(\.text).first
        == "new past due: 3 621.47 USD since Thu 26 Nov")
  }

  @Test("a partial dispute leaves the rest free, with a contact step by the policy and its own step")
  func partialDispute() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(263_582, due: "2026-11-06")
    let call = ProposedCall(
      action: "OUT", result: "DI", contact: "Jane",
      dispute: ProposedDispute(reason: "price", amount: Money(minor: 80_000, .usd), invoices: [a]))
    let completed = try account.log(call, on: today, policy)
    #expect(completed.rest == [Money(minor: 183_582, .usd)])
    #expect(
      completed.body.first(ContactStep.self)?.action == NextAction(.call, on: try day("2026-11-27")))
    let picture = try account.picture(today, policy)
    #expect(picture.invoices[0].slices[.disputed] == 80_000)
    #expect(picture.invoices[0].slices.free == 183_582)
    #expect(
      picture.candidates.map(\.action) == [
        NextAction(.call, on: try day("2026-11-27")), NextAction(.dispute, on: try day("2026-12-01")),
      ])
    #expect(picture.summary.lane == nil)
    #expect(try account.summary("2026-11-27", policy).lane == .followUp)
  }

  @Test("a second promise takes over only the invoice on which both meet")
  func secondPromise() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(690_216, due: "2026-11-06")
    let b = try account.invoice(156_401, due: "2026-11-07")
    try account.log(try promise(0, "2026-12-04", [a, b]), on: today, policy)
    let second = try account.log(try promise(0, "2026-12-07", [b]), on: today, policy)
    #expect(
      second.body.first(PromiseTerms.self)?.replaces == [
        .init(
          of: MatterID(EntryNumber(rawValue: 1)), invoice: account.number(b),
          amount: Money(minor: 156_401, .usd))
      ])
    let picture = try account.picture(today, policy)
    #expect(picture.promises.map(\.standing.minor) == [156_401, 690_216])
    #expect(picture.promises.map(\.state) == [.open, .open])
    #expect(picture.promises.map(\.terms.day) == [try day("2026-12-07"), try day("2026-12-04")])
    #expect(picture.invoices.map { $0.slices[.promised] } == [690_216, 156_401])
    #expect(picture.invoices.map(\.promiseLevel) == [1, 2])
    #expect(picture.summary.balances[0].toCollect == 0)
    // Each is judged by itself, by what came to what it stands for.
    var first = account
    try first.apply(690_216, to: a, on: "2026-12-04")
    #expect(try first.picture("2026-12-10", policy).promises.map(\.state) == [.broken, .kept])
    try first.apply(156_401, to: b, on: "2026-12-03")
    #expect(try first.picture("2026-12-10", policy).promises.map(\.state) == [.kept, .kept])
    try account.apply(156_401, to: b, on: "2026-12-03")
    let only = try account.picture("2026-12-10", policy).promises
    #expect(only.map(\.state) == [.kept, .broken])
    #expect(only.map(\.paid) == [156_401, 0])
  }

  @Test(
    "who asked to be called back is left alone until then, unless something new has to be asked",
    arguments: [
      // Without anything new, and with 500.00 that falls due on Fri 27 November.
      (false, "2026-12-01", nil), (false, "2026-12-02", Lane.callback), (true, "2026-12-01", nil),
      (true, "2026-12-02", .callback),
    ])
  func callback(isNew: Bool, asOf: String, lane: Lane?) throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    try account.invoice(263_582, due: "2026-11-06")
    if isNew { try account.invoice(50_000, due: "2026-11-27") }
    let next = NextAction(.callBack, on: try day("2026-12-02"), at: TimeOfDay(hour: 14, minute: 0))
    try account.log(
      ProposedCall(action: "OUT", result: "CB", contact: "Jane", next: next), on: today, policy)
    let picture = try account.picture(asOf, policy)
    #expect(picture.summary.lane == lane)
    if isNew {
      let new = picture.candidates.filter { $0.lane == .newPastDue }
      // 3 business days after Fri 27 November.
      #expect(new.map(\.action) == [NextAction(.call, on: try day("2026-12-02"))])
    }
  }

  @Test("what falls due before the callback comes up by its first-contact limit, when that is earlier")
  func beforeCallback() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    try account.invoice(263_582, due: "2026-11-06")
    try account.invoice(50_000, due: "2026-11-27")
    let next = NextAction(.callBack, on: try day("2026-12-16"), at: TimeOfDay(hour: 14, minute: 0))
    try account.log(
      ProposedCall(action: "OUT", result: "CB", contact: "Jane", next: next), on: today, policy)
    #expect(try account.summary("2026-12-01", policy).lane == nil)
    #expect(try account.summary("2026-12-02", policy).lane == .newPastDue)
    #expect(try account.summary("2026-12-16", policy).lane == .callback)
  }

  @Test(
    "a step about one invoice parks no other, which is called about on the next business day",
    arguments: ["CB", "VM", "GK"])
  func otherInvoice(result: String) throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-02")
    try account.invoice(200_000, due: "2026-11-03")
    let next = NextAction(
      result == "CB" ? .callBack : .call, on: try day("2026-12-16"), at: TimeOfDay(hour: 14, minute: 0))
    let call = ProposedCall(action: "OUT", result: result, contact: "Jane", invoices: [a], next: next)
    try account.log(call, on: today, policy)
    #expect(try account.summary(today, policy).lane == nil)
    let isReached = result == "CB"
    #expect(try account.summary("2026-11-27", policy).lane == (isReached ? .rest : .newPastDue))
    #expect(try account.summary("2026-11-27", policy).next == NextAction(.call, on: try day("2026-11-27")))
    // Spoken of all of it: the step holds off all of it.
    try account.log(
      ProposedCall(action: "OUT", result: result, contact: "Jane", next: next), on: "2026-11-27", policy)
    #expect(try account.summary("2026-12-15", policy).lane == nil)
  }

  @Test("a promise that was not kept waits for no step about another invoice")
  func otherInvoiceAfterPromise() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-02")
    let b = try account.invoice(200_000, due: "2026-11-03")
    try account.log(try promise(0, "2026-11-20", [b]), on: "2026-11-16", policy)
    #expect(try account.summary("2026-11-23", policy).lane == .brokenPromise)
    let next = NextAction(.call, on: try day("2026-12-16"))
    let call = ProposedCall(action: "OUT", result: "LM", contact: "Jane", invoices: [a], next: next)
    try account.log(call, on: "2026-11-23", policy)
    #expect(try account.summary("2026-11-24", policy).lane == .brokenPromise)
  }

  @Test("a dispute, a promise and a callback park only what they are about")
  func parksNothingElse() throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-02")
    let b = try account.invoice(200_000, due: "2026-11-03")
    try account.invoice(300_000, due: "2026-11-04")
    let disputed = ProposedCall(
      action: "OUT", result: "DI", contact: "Jane",
      dispute: ProposedDispute(reason: "price", invoices: [a]))
    #expect(try account.log(disputed, on: today, policy).rest == [Money(minor: 500_000, .usd)])
    let promised = try account.log(try promise(0, "2026-12-11", [b]), on: today, policy)
    #expect(promised.rest == [Money(minor: 300_000, .usd)])
    let friday = try account.summary("2026-11-27", policy)
    #expect(friday.lane == .followUp)
    #expect(friday.balances[0].toCollect == 300_000)
    #expect(friday.openMatters == 2)
  }

  @Test(
    "a promise of less than what is past due leaves the rest free, with a step on the next business day",
    arguments: ["PP", "PD"])
  func partialPromise(result: String) throws {
    let policy = try Policy.withoutHolidays
    var account = AccountSketch()
    let a = try account.invoice(100_000, due: "2026-11-02")
    var call = try promise(40_000, "2026-12-04", [a])
    (call.outcome.result, call.outcome.reason) = (result, "cash_flow")
    let completed = try account.log(call, on: today, policy)
    #expect(completed.rest == [Money(minor: 60_000, .usd)])
    // Who promises a part and says so is called about the rest on the day of the part.
    let step = NextAction(.call, on: try day(result == "PP" ? "2026-11-27" : "2026-12-04"))
    #expect(completed.body.first(ContactStep.self)?.action == step)
    let summary = try account.summary(today, policy)
    #expect(summary.next == step)
    #expect(summary.balances[0].toCollect == 60_000)
  }
}
