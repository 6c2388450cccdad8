import Receivables
import SampleEntries
import Testing

@Suite("A dispute on its way to an end")
struct DisputeTests {
  /// 1 000.00 past due since Thu 2 April 2026, of which 300.00 are contested from Wed 15 April and looked at on Mon 20
  /// April; the rest is called about on Fri 29 May, unless nothing was agreed about it.
  private func disputed(restOn step: String? = "2026-05-29") throws -> (
    AccountSketch, DocumentID, EntryNumber
  ) {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    let terms = DisputeTerms(
      reason: "price", amount: Money(minor: 30_000, .usd),
      covers: account.file.covers([invoice], Money(minor: 30_000, .usd)), dueOn: try day("2026-04-20"),
      owner: "sales")
    let entry = try account.call("DI", on: "2026-04-15", next: step.map { (.call, $0) }, terms: [terms])
    return (account, invoice, entry)
  }

  /// State, what is held, what is to be collected, the dispute's own step; nil for none.
  struct Standing: Sendable {
    let state: DisputeState
    let accepted: Int64?
    let shown: DisputeState
    let isOpen: Bool
    let held: Int64
    let step: NextAction.Kind?
  }

  static let standings: [Standing] = [
    Standing(state: .new, accepted: nil, shown: .new, isOpen: true, held: 30_000, step: .dispute),
    Standing(state: .inProcess, accepted: nil, shown: .inProcess, isOpen: true, held: 30_000, step: .dispute),
    Standing(
      state: .waitingCustomer, accepted: nil, shown: .waitingCustomer, isOpen: true, held: 30_000,
      step: .dispute),
    Standing(
      state: .waitingInternal, accepted: nil, shown: .waitingInternal, isOpen: true, held: 30_000,
      step: .dispute),
    Standing(
      state: .toBeCollected, accepted: nil, shown: .toBeCollected, isOpen: true, held: 0, step: .dispute),
    Standing(
      state: .accepted, accepted: nil, shown: .accepted, isOpen: true, held: 30_000, step: .checkCredit),
    Standing(
      state: .partly, accepted: 20_000, shown: .partly, isOpen: true, held: 20_000, step: .checkCredit),
    Standing(state: .rejected, accepted: nil, shown: .rejected, isOpen: false, held: 0, step: nil),
    // A state that only the books can bring about, or that a later version has, changes nothing.
    Standing(state: .over, accepted: nil, shown: .new, isOpen: true, held: 30_000, step: .dispute),
    Standing(state: .withdrawn, accepted: nil, shown: .new, isOpen: true, held: 30_000, step: .dispute),
  ]

  @Test("holds what is contested or accepted, and nothing else", arguments: standings)
  func standing(_ standing: Standing) throws {
    var (account, invoice, entry) = try disputed()
    let accepted = standing.accepted.map { [(invoice, $0)] } ?? []
    try account.change(entry, standing.state, on: "2026-04-17", accepted: accepted, due: "2026-05-04")
    let before = try account.picture("2026-04-16")
    #expect(before.disputes.map(\.state) == [.new])
    #expect(before.invoices[0].slices[.disputed] == 30_000)
    for asOf in ["2026-04-17", "2026-05-03", "2026-06-30"] {
      let picture = try account.picture(asOf)
      let dispute = try #require(picture.disputes.first)
      #expect(dispute.state == standing.shown)
      #expect(dispute.isOpen == standing.isOpen)
      #expect(picture.invoices[0].slices[.disputed] == standing.held)
      #expect(picture.summary.balances[0].toCollect == 100_000 - standing.held)
      #expect(picture.summary.balances[0].pastDue.open == 100_000, "it stays in the aging")
      let matter = try #require(picture.matters.first)
      #expect(matter.isOpen == standing.isOpen)
      #expect(matter.step == standing.step.map { NextAction($0, on: CalendarDay(number: 20_577)) })
      #expect(picture.withdrawable.isEmpty != standing.isOpen)
    }
  }

  @Test(
    "no longer contested money brings the account up on the next business day, whatever was agreed before",
    arguments: [DisputeState.rejected, .toBeCollected, .partly], [nil, "2026-05-29"])
  func raises(state: DisputeState, restOn: String?) throws {
    var (account, invoice, entry) = try disputed(restOn: restOn)
    // Fri 17 April: the next business day is Mon 20 April.
    try account.change(
      entry, state, on: "2026-04-17", accepted: state == .partly ? [(invoice, Int64(10_000))] : [],
      due: "2026-06-30"
    )
    #expect(try account.summary("2026-04-19").lane == nil || restOn == nil)
    let monday = try account.summary("2026-04-20")
    #expect(monday.lane == .followUp)
    #expect(monday.next == NextAction(.call, on: try day("2026-04-20")))
    let freed = Money(minor: state == .partly ? 20_000 : 30_000, .usd)
    let told = try account.picture("2026-04-20").candidates.map(\.finding)
    #expect(told.contains(.freed(freed, try day("2026-04-17"))))
    try account.call("UF", on: "2026-04-20", next: (.call, "2026-05-06"))
    #expect(try account.summary("2026-05-05").lane == nil, "who was spoken to since agreed on a step")
  }

  @Test("without such a change the account stays where it was")
  func accepted() throws {
    var (account, _, entry) = try disputed()
    try account.change(entry, .accepted, on: "2026-04-17", due: "2026-05-04")
    #expect(try account.summary("2026-05-01").lane == nil)
    let summary = try account.summary("2026-05-04")
    #expect(summary.next == NextAction(.checkCredit, on: try day("2026-05-04")))
    #expect(summary.reasons.first?.finding == .creditExpected(since: try day("2026-04-17"), owner: "sales"))
  }

  @Test("its step says since when it is disputed and who works on it")
  func reason() throws {
    var (account, _, entry) = try disputed()
    #expect(
      try account.summary("2026-04-20").reasons.first?.finding
        == .disputed(since: try day("2026-04-15"), owner: "sales"))
    try account.change(entry, nil, on: "2026-04-20", owner: "Bob Roe", due: "2026-04-21")
    #expect(try account.summary("2026-04-20").lane == nil)
    #expect(
      try account.summary("2026-04-21").reasons.first?.finding
        == .disputed(since: try day("2026-04-15"), owner: "Bob Roe"))
  }

  @Test("an accepted one closes by itself when its credit is in the books, also when it was before")
  func credited() throws {
    for dated in ["2026-04-16", "2026-04-22"] {
      var (account, invoice, entry) = try disputed()
      try account.change(entry, .accepted, on: "2026-04-17", due: "2026-05-04")
      try account.apply(10_000, to: invoice, on: dated, .creditNote)
      let some = try account.picture("2026-04-22")
      #expect(some.invoices[0].slices[.disputed] == 20_000)
      #expect(some.disputes[0].isOpen)
      try account.apply(20_000, to: invoice, on: "2026-04-23", .creditNote)
      let picture = try account.picture("2026-04-23")
      let dispute = try #require(picture.disputes.first)
      #expect(dispute.state == .accepted && !dispute.isOpen)
      #expect(try dispute.closedOn == day("2026-04-23"))
      #expect(dispute.age(on: picture.asOf) == 8)
      #expect(picture.invoices[0].slices.free == 70_000)
      #expect(picture.matters.map(\.isOpen) == [false])
      #expect(picture.summary.flags.contains(.disputed) == false)
    }
  }

  @Test(
    "money pays what is not contested first, and a payment closes none that is accepted while anything is owed"
  )
  func paid() throws {
    var (account, invoice, entry) = try disputed()
    try account.change(entry, .accepted, on: "2026-04-17")
    try account.apply(70_000, to: invoice, on: "2026-04-22")
    #expect(try account.picture("2026-04-22").disputes[0].isOpen)
    try account.apply(30_000, to: invoice, on: "2026-04-23")
    let dispute = try account.picture("2026-04-23").disputes[0]
    #expect(!dispute.isOpen && dispute.state == .accepted)
    #expect(dispute.parts.map(\.paid) == [30_000])
  }

  @Test("one that nobody decided is over when its invoices are cleared", arguments: DisputeState.settable)
  func cleared(state: DisputeState) throws {
    guard !state.isDecision else { return }
    var (account, invoice, entry) = try disputed()
    try account.change(entry, state, on: "2026-04-17")
    try account.apply(100_000, to: invoice, on: "2026-04-22")
    let dispute = try account.picture("2026-04-22").disputes[0]
    #expect(dispute.state == .over && !dispute.isOpen)
    #expect(try dispute.closedOn == day("2026-04-22"))
  }

  @Test("one credit closes one of two disputes on an invoice, the one that was raised first")
  func oneCredit() throws {
    var (account, invoice, first) = try disputed()
    let second = try account.dispute(20_000, on: "2026-04-16", [invoice], reason: "freight")
    try account.change(first, .accepted, on: "2026-04-17")
    try account.change(second, .accepted, on: "2026-04-17")
    try account.apply(30_000, to: invoice, on: "2026-04-22", .creditNote)
    let picture = try account.picture("2026-04-22")
    #expect(picture.disputes.map(\.isOpen) == [true, false])
    #expect(picture.invoices[0].slices[.disputed] == 20_000)
  }

  @Test("a credit that was there before the second was raised takes nothing away from it")
  func earlierCredit() throws {
    var (account, invoice, first) = try disputed()
    try account.change(first, .accepted, on: "2026-04-16")
    try account.apply(30_000, to: invoice, on: "2026-04-17", .creditNote)
    let second = try account.dispute(20_000, on: "2026-04-20", [invoice], reason: "freight")
    try account.change(second, .accepted, on: "2026-04-21")
    #expect(try account.picture("2026-04-21").disputes.map(\.isOpen) == [true, false])
    try account.apply(20_000, to: invoice, on: "2026-04-22", .creditNote)
    #expect(try account.picture("2026-04-22").disputes.map(\.isOpen) == [false, false])
  }

  @Test(
    "money that is taken back after the decision never was there",
    arguments: [(DisputeState.accepted, 30_000, 0), (.rejected, 0, 30_000)] as [(DisputeState, Int64, Int64)])
  func takenBack(state: DisputeState, contested: Int64, rejected: Int64) throws {
    var (account, invoice, entry) = try disputed()
    let payment = try account.apply(100_000, to: invoice, on: "2026-04-16")
    try account.change(entry, state, on: "2026-04-17")
    #expect(try account.picture("2026-04-17").disputes[0].parts.map(\.paid) == [30_000])
    try account.apply(-100_000, to: invoice, on: "2026-04-20", reverses: payment)
    let parts = try account.picture("2026-04-20").disputes[0].parts
    #expect(parts.map { [$0.disputed, $0.paid, $0.rejected] } == [[contested, 0, rejected]])
  }

  @Test("taken back, a change counts for nothing", arguments: DisputeState.settable)
  func undone(state: DisputeState) throws {
    var (account, invoice, entry) = try disputed()
    let before = try account.picture("2026-04-20")
    let change = try account.change(
      entry, state, on: "2026-04-17", accepted: state == .partly ? [(invoice, Int64(10_000))] : [],
      owner: "Bob",
      due: "2026-05-04")
    #expect(try account.summary("2026-04-20") != before.summary)
    let reversal = try account.enter(.reversal(of: change, reason: "slip"), on: "2026-04-17")
    let after = try account.picture("2026-04-20")
    #expect(after.summary == before.summary)
    #expect(after.disputes == before.disputes && after.matters == before.matters)
    try account.enter(.reversal(of: reversal, reason: "it was right"), on: "2026-04-17")
    #expect(try account.picture("2026-04-20").disputes[0].changes.count == 1)
  }

  @Test("the last word on each thing counts, and what was said stays readable")
  func lastWord() throws {
    var (account, _, entry) = try disputed()
    try account.change(entry, .inProcess, on: "2026-04-16", owner: "logistics", due: "2026-04-22")
    try account.change(entry, .rejected, on: "2026-04-17")
    try account.change(entry, .waitingCustomer, on: "2026-04-20", due: "2026-04-24")
    let dispute = try account.picture("2026-04-20").disputes[0]
    #expect(dispute.state == .waitingCustomer && dispute.isOpen && dispute.decidedOn == nil)
    #expect(dispute.owner == "logistics")
    #expect(try dispute.dueOn == day("2026-04-24"))
    #expect(dispute.changes.map(\.change.state) == ["in_process", "rejected", "waiting_customer"])
    #expect(try account.picture("2026-04-18").disputes[0].changes.count == 2)
    try account.enter(
      EntryBody(MatterChange(of: MatterID(entry), kind: "dispute", state: "of_a_later_version")),
      on: "2026-04-20")
    #expect(try account.picture("2026-04-20").disputes[0].state == .waitingCustomer)
  }

  @Test("withdrawn after a change it is withdrawn, and reversed it is void and no matter")
  func ended() throws {
    var (account, _, entry) = try disputed()
    try account.change(entry, .accepted, on: "2026-04-16")
    let picture = try account.picture("2026-04-17")
    try account.enter(
      picture.withdrawal(of: MatterID(entry), by: "Jane", reason: "settled"), on: "2026-04-17")
    let withdrawn = try account.picture("2026-04-17")
    #expect(withdrawn.disputes.map(\.state) == [.withdrawn])
    #expect(withdrawn.disputes[0].parts.map(\.rejected) == [30_000])
    #expect(withdrawn.summary.lane == .followUp)
    try account.enter(.reversal(of: entry, reason: "slip"), on: "2026-04-17")
    let voided = try account.picture("2026-04-17")
    #expect(voided.disputes.map(\.state) == [.voided] && voided.matters.isEmpty)
  }
}

@Suite("What was contested")
struct DisputedSumTests {
  @Test(
    "is disputed now, paid, credited, written off or rejected on every day, nothing of it twice",
    arguments: UInt64(600)..<800)
  func sums(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    for offset in stride(from: 0, through: 260, by: 7) {
      let asOf = RandomAccount.start.advanced(by: offset)
      let picture = try AccountPicture(of: file, policy: policy, asOf: asOf)
      for dispute in picture.disputes {
        for part in dispute.parts {
          let shares = [part.disputed, part.paid, part.credited, part.writtenOff, part.rejected]
          #expect(shares.allSatisfy { $0 >= 0 }, "seed \(seed), \(asOf.iso)")
          #expect(shares.reduce(0, +) == part.original.minor, "seed \(seed), \(asOf.iso)")
          let open = picture.invoices.first { $0.invoice.number == part.invoice }?.open ?? 0
          #expect(part.disputed <= open, "disputed is at most what is open")
        }
        #expect(try !dispute.isOpen || !dispute.sum(\.disputed).isEmpty, "what is over holds nothing")
        #expect(dispute.isOpen || dispute.held.isEmpty)
        let isOver = dispute.closedOn.map { $0 <= asOf } ?? true
        #expect(isOver && dispute.age(on: asOf) >= 0)
      }
      let open = picture.disputes.filter(\.isOpen).map(\.id)
      #expect(Set(open) == Set(picture.matters.filter { $0.isOpen && $0.kind == "dispute" }.map(\.id)))
    }
  }

  @Test(
    "is told apart by where it went",
    arguments: [
      // Paid, credited, written off of 1 000.00 with 300.00 contested, and what that leaves of the 300.00.
      (0, 0, 0, [30_000, 0, 0, 0]), (70_000, 0, 0, [30_000, 0, 0, 0]),
      (80_000, 0, 0, [20_000, 10_000, 0, 0]),
      (70_000, 20_000, 0, [10_000, 0, 20_000, 0]), (60_000, 20_000, 20_000, [0, 0, 20_000, 10_000]),
      (100_000, 0, 0, [0, 30_000, 0, 0]), (0, 100_000, 0, [0, 0, 30_000, 0]),
    ] as [(Int64, Int64, Int64, [Int64])])
  func shares(paid: Int64, credited: Int64, writtenOff: Int64, shares: [Int64]) throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.dispute(30_000, on: "2026-04-15", [invoice])
    for (amount, source) in [
      (paid, Application.Source.payment), (credited, .creditNote), (writtenOff, .writeOff),
    ] {
      if amount > 0 { try account.apply(amount, to: invoice, on: "2026-04-16", source) }
    }
    let part = try #require(try account.picture("2026-04-16").disputes.first?.parts.first)
    #expect([part.disputed, part.paid, part.credited, part.writtenOff] == shares)
  }
}
