import Receivables
import SampleEntries
import Testing

@Suite("A change of a dispute that somebody means to record")
struct DisputeChangeTests {
  /// Two invoices past due, 500.00 and 400.00, of which 600.00 are contested, looked at on Mon 20 April 2026.
  private func disputed() throws -> (AccountSketch, [DocumentID], MatterID) {
    var account = AccountSketch()
    let invoices = [
      try account.invoice(50_000, due: "2026-04-01"), try account.invoice(40_000, due: "2026-04-02"),
    ]
    let entry = try account.dispute(60_000, on: "2026-04-15", invoices, due: "2026-04-20")
    return (account, invoices, MatterID(entry))
  }

  private func money(_ minor: Int64) -> Money { Money(minor: minor, .usd) }

  private func completed(
    _ account: AccountSketch, _ id: MatterID, asOf: String = "2026-04-17",
    _ set: (inout ProposedDisputeChange) -> Void
  ) throws -> CompletedDisputeChange {
    var change = ProposedDisputeChange(of: id)
    set(&change)
    return try change.completed(for: try account.picture(asOf), policy: try .shipped)
  }

  private func problem(
    _ account: AccountSketch, _ id: MatterID, asOf: String = "2026-04-17",
    _ set: (inout ProposedDisputeChange) -> Void
  ) throws -> CallProblem? {
    do {
      _ = try completed(account, id, asOf: asOf, set)
      return nil
    } catch let problem as CallProblem {
      return problem
    }
  }

  @Test("holds only what is another way than before")
  func onlyChanges() throws {
    let (account, _, id) = try disputed()
    let call = try completed(account, id) {
      $0.state = .inProcess
      $0.owner = "Logistics"
      $0.dueOn = CalendarDay(iso: "2026-04-20")
      $0.note = "asked for the papers"
    }
    #expect(
      call.body
        == EntryBody(
          MatterChange(
            of: id, kind: "dispute", state: "in_process", owner: "logistics", note: "asked for the papers")))
    #expect(call.outlook == "600.00 USD is not chased; it is looked at again on Mon 20 Apr.")
    #expect(call.body.gist(policy: try .shipped) == "dispute in process, owner logistics")
  }

  @Test(
    "accepted lays the amount on the invoices, oldest first, and looks for the credit after the policy's days"
  )
  func accepted() throws {
    var (account, invoices, id) = try disputed()
    let whole = try completed(account, id) {
      $0.state = .accepted
      $0.cause = "wrong_price"
    }
    let numbers = invoices.map(account.number)
    #expect(
      whole.body.first(MatterChange.self)?.accepted == [
        .init(invoice: numbers[0], amount: money(50_000)), .init(invoice: numbers[1], amount: money(10_000)),
      ])
    #expect(whole.body.first(MatterChange.self)?.dueOn == (try day("2026-05-01")))
    #expect(
      whole.outlook
        == "600.00 USD is not chased until its credit is in the books, looked for on Fri 1 May.")
    // Less than all of it is partly, whatever it is called.
    for state in [DisputeState.accepted, .partly, nil] {
      let part = try completed(account, id) {
        $0.state = state
        $0.accepted = money(52_000)
        $0.cause = "wrong_price"
      }
      let change = try #require(part.body.first(MatterChange.self))
      #expect(change.state == "partly")
      #expect(change.accepted.map(\.amount) == [money(50_000), money(2_000)])
      #expect(part.outlook.hasSuffix(" 80.00 USD is free again: the account comes up on Mon 20 Apr."))
    }
    try account.enter(whole.body, on: "2026-04-17")
    #expect(try account.picture("2026-04-17").invoices.map { $0.slices[.disputed] } == [50_000, 10_000])
  }

  @Test("what was credited stays accepted when the rest is rejected")
  func rejectedRest() throws {
    var (account, invoices, id) = try disputed()
    let accepted = try completed(account, id) {
      $0.state = .accepted
      $0.cause = "wrong_price"
    }
    try account.enter(accepted.body, on: "2026-04-17")
    try account.apply(20_000, to: invoices[0], on: "2026-04-18", .creditNote)
    let rest = try completed(account, id, asOf: "2026-04-20") { $0.state = .rejected }
    #expect(rest.outlook == "400.00 USD is free again: the account comes up on Tue 21 Apr.")
    try account.enter(rest.body, on: "2026-04-20")
    let picture = try account.picture("2026-04-21")
    let dispute = picture.disputes[0]
    #expect(!dispute.isOpen && dispute.state == .partly)
    #expect(try dispute.sum(\.credited) == [money(20_000)] && dispute.sum(\.rejected) == [money(40_000)])
    #expect(picture.invoices.map { $0.slices[.disputed] } == [0, 0])
    #expect(picture.summary.lane == .followUp)
  }

  @Test("rejected it is not looked at again, and needs its root cause as every decision does")
  func rejected() throws {
    let (account, _, id) = try disputed()
    #expect(try problem(account, id) { $0.state = .rejected }?.field == .reason)
    #expect(try problem(account, id) { $0.state = .accepted }?.field == .reason)
    let change = try completed(account, id) {
      $0.state = .rejected
      $0.cause = "customer_error"
    }
    #expect(change.body.first(MatterChange.self)?.dueOn == nil)
    let dated = try problem(account, id) {
      $0.state = .rejected
      $0.cause = "customer_error"
      $0.dueOn = CalendarDay(iso: "2026-04-24")
    }
    #expect(dated?.field == .date)
  }

  @Test("is refused with what to mend")
  func refused() throws {
    var (account, _, id) = try disputed()
    #expect(try problem(account, id) { _ in }?.sentence.hasPrefix("Nothing changes yet") == true)
    #expect(try problem(account, id) { $0.state = .new }?.sentence.hasPrefix("Nothing changes yet") == true)
    #expect(try problem(account, id) { $0.state = .partly }?.field == .amount)
    #expect(try problem(account, id) { $0.accepted = money(60_001) }?.field == .amount)
    #expect(try problem(account, id) { $0.accepted = Money(minor: 1, .eur) }?.field == .amount)
    #expect(try problem(account, id) { $0.cause = "weather" }?.field == .reason)
    #expect(try problem(account, id) { $0.dueOn = CalendarDay(iso: "2026-04-16") }?.field == .date)
    let waiting = try problem(account, id) {
      $0.state = .waitingCustomer
      $0.accepted = money(100)
    }
    #expect(waiting?.field == .amount)
    let late = try problem(account, id, asOf: "2026-04-21") { $0.owner = "sales" }
    #expect(late?.field == .date, "what stays open has a day that has not passed")
    try account.enter(
      completed(account, id) {
        $0.state = .rejected
        $0.cause = "other"
      }.body, on: "2026-04-17")
    #expect(
      try problem(account, id) { $0.note = "x" } == CallProblem(nil, "This dispute is not open any more."))
  }
}
