import Receivables
import SampleEntries
import Testing

@Suite("A promise that the customer takes back")
struct WithdrawalTests {
  /// Past due since Wed 1 April 2026, promised on Wed 15 April for Fri 1 May.
  private func promised() throws -> (AccountSketch, DocumentID, EntryNumber) {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let promise = try account.promise(300_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    return (account, invoice, promise)
  }

  @Test(
    "the account is called again from the business day on which it was withdrawn, also the day it was taken",
    arguments: [
      ("2026-04-15", "2026-04-15"), ("2026-04-20", "2026-04-20"), ("2026-04-25", "2026-04-27"),
      ("2026-05-02", "2026-05-04"),
    ])
  func nextStep(withdrawn: String, call: String) throws {
    var (account, _, promise) = try promised()
    #expect(try account.summary("2026-04-20").lane == nil)
    try account.enter(.withdrawn(promise, by: "Jane", reason: "order lost"), on: withdrawn)
    let summary = try account.summary(call)
    #expect(summary.next == NextAction(.call, on: try day(call)))
    #expect(summary.lane == .followUp)
    #expect(
      summary.reasons.first?.finding == .takenBack(Money(minor: 300_000, .usd), try day(withdrawn)))
    #expect(try account.summary("2026-06-01").next == summary.next)
  }

  @Test(
    "another open promise holds only what it covers, whichever was taken first",
    arguments: ["2026-04-14", "2026-04-16", "2026-04-20"])
  func otherPromise(taken: String) throws {
    var (account, _, promise) = try promised()
    let other = try account.invoice(100_000, due: "2026-04-02")
    try account.promise(100_000, for: "2026-05-15", on: taken, [other])
    #expect(try account.summary("2026-04-20").lane == nil)
    try account.enter(.withdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-04-20")
    let summary = try account.summary("2026-04-20")
    #expect(summary.lane == .followUp)
    #expect(summary.next == NextAction(.call, on: try day("2026-04-20")))
    try account.call("UF", on: "2026-04-20", next: (.call, "2026-04-21"))
    #expect(try account.summary("2026-04-20").lane == nil)
    #expect(try account.summary("2026-04-20").next == NextAction(.call, on: try day("2026-04-21")))
  }

  @Test("a withdrawn promise for what is not due yet asks for nothing")
  func notDue() throws {
    var (account, _, _) = try promised()
    let other = try account.invoice(100_000, due: "2026-06-30")
    let early = try account.promise(100_000, for: "2026-04-29", on: "2026-04-16", [other])
    try account.enter(.withdrawn(early, by: "Jane", reason: "too early"), on: "2026-04-20")
    let summary = try account.summary("2026-04-20")
    #expect(summary.lane == nil)
    #expect(summary.next?.kind == .checkPromise)
  }

  @Test("a step that was agreed before it does not park what it set free; one agreed after it does")
  func otherSteps() throws {
    var (account, _, promise) = try promised()
    try account.call("VM", on: "2026-04-17", next: (.call, "2026-04-22"))
    try account.enter(.withdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-04-20")
    #expect(try account.summary("2026-04-20").lane == .followUp)
    #expect(try account.summary("2026-04-20").next == NextAction(.call, on: try day("2026-04-20")))
    try account.call("VM", on: "2026-04-20", next: (.call, "2026-04-24"))
    #expect(try account.summary("2026-04-23").lane == nil)
    #expect(try account.summary("2026-04-20").next == NextAction(.call, on: try day("2026-04-24")))
  }

  @Test("taken back by a reversal, the withdrawal counts for nothing")
  func undone() throws {
    var (account, _, promise) = try promised()
    let before = try account.summary("2026-04-20")
    let entry = try account.enter(
      .withdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-04-20")
    #expect(try account.summary("2026-04-20") != before)
    try account.enter(.reversal(of: entry, reason: "wrong account"), on: "2026-04-20")
    #expect(try account.summary("2026-04-20") == before)
    #expect(try account.picture("2026-04-20").promises.map(\.state) == [.open])
  }

  @Test("who promised withdraws it unless somebody else is named")
  func person() throws {
    let (account, _, promise) = try promised()
    let picture = try account.picture("2026-04-20")
    #expect(
      try picture.withdrawal(of: MatterID(promise), by: "", reason: "lost")
        == .withdrawn(promise, by: "Jane", reason: "lost"))
    #expect(
      try picture.withdrawal(of: MatterID(promise), by: "Bob", reason: "lost")
        == .withdrawn(promise, by: "Bob", reason: "lost"))
  }

  @Test("it needs an open promise, a person and a reason")
  func problems() throws {
    var (account, invoice, promise) = try promised()
    #expect(try problem(account, promise, by: "Jane", reason: "")?.field == .reason)
    #expect(
      try problem(account, promise, by: "Jane", reason: "lost", asOf: "2026-05-04")?.field == .some(nil))
    try account.enter(.withdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-04-16")
    #expect(try problem(account, promise, by: "Jane", reason: "lost") != nil)
    let terms = PromiseTerms(
      amount: Money(minor: 1, .usd), day: try day("2026-05-01"),
      covers: account.file.covers([invoice], Money(minor: 1, .usd)), graceDays: 2,
      tolerance: .init(basisPoints: 0, amount: 0))
    let nobodys = try account.enter(
      EntryBody([ContactRecord(action: "OUT", effects: []), Outcome(result: "PP"), terms]), on: "2026-04-17")
    #expect(try problem(account, nobodys, by: "", reason: "lost")?.field == .who)
  }

  @Test("those that can be withdrawn come with the nearest first, also in their grace days")
  func openPromises() throws {
    var (account, _, far) = try promised()
    let other = try account.invoice(100_000, due: "2026-04-02")
    let near = try account.promise(100_000, for: "2026-04-18", on: "2026-04-16", [other])
    #expect(try account.picture("2026-04-17").openPromises.map(\.id.entry) == [near, far])
    #expect(try account.picture("2026-04-20").openPromises.map(\.state) == [.inGrace, .open])
    #expect(try account.picture("2026-04-21").openPromises.map(\.id.entry) == [far])
  }

  private func problem(
    _ account: AccountSketch, _ promise: EntryNumber, by person: String, reason: String,
    asOf: String = "2026-04-20"
  ) throws -> CallProblem? {
    let picture = try account.picture(asOf)
    do {
      _ = try picture.withdrawal(of: MatterID(promise), by: person, reason: reason)
      return nil
    } catch {
      return error
    }
  }
}
