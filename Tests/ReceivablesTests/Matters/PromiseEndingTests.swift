import Receivables
import SampleEntries
import Testing

@Suite("Other ends of a promise, and its level")
struct PromiseEndingTests {
  private func account() throws -> (AccountSketch, DocumentID) {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    return (account, invoice)
  }

  @Test("a newer promise about the same replaces it and the old one stays readable")
  func superseded() throws {
    var (account, invoice) = try account()
    let first = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    let taken = account.replacing(first, invoice, 100_000)
    try account.promise(100_000, for: "2026-05-08", on: "2026-04-20", [invoice], replaces: [taken])
    #expect(try account.picture("2026-04-19").promises.map(\.state) == [.open])
    let after = try account.picture("2026-04-20")
    #expect(after.promises.map(\.state) == [.open, .superseded])
    #expect(after.promises.map(\.level) == [2, 1])
    #expect(after.promises[1].endedBecause != nil)
    #expect(after.invoices[0].slices[.promised] == 100_000)
  }

  @Test("a plan that takes a promise over ends it: nobody is blamed for it when its day passes")
  func plan() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    let promise = try account.promise(100_000, for: "2026-04-20", on: "2026-04-15", [invoice])
    try account.log(
      ProposedCall(
        action: "OUT", result: "PL",
        plan: ProposedPlan(
          splitting: Money(minor: 100_000, .usd), into: 2, first: try day("2026-05-01"), every: .monthly,
          invoices: [invoice])),
      on: "2026-04-16")
    let after = try account.picture("2026-04-30")
    #expect(after.promises.map(\.state) == [.superseded])
    #expect(after.promises.map(\.id.entry) == [promise])
    #expect(after.promises.map(\.standing.minor) == [0])
    #expect(after.summary.lane == nil)
  }

  @Test("a newer promise replaces only where both meet: the rest of the older one stands and is judged")
  func partlyReplaced() throws {
    var (account, first) = try account()
    let second = try account.invoice(100_000, due: "2026-04-02")
    let older = try account.promise(400_000, for: "2026-05-01", on: "2026-04-15", [first, second])
    let taken = account.replacing(older, second, 100_000)
    try account.promise(100_000, for: "2026-05-08", on: "2026-04-20", [second], replaces: [taken])
    let after = try account.picture("2026-04-20")
    #expect(after.promises.map(\.state) == [.open, .open])
    #expect(after.promises.map(\.standing.minor) == [100_000, 300_000])
    #expect(after.promises.map(\.replaced) == [0, 100_000])
    #expect(after.promises.map(\.level) == [2, 1])
    #expect(after.invoices.map(\.promiseLevel) == [1, 2])
    #expect(after.invoices.map { $0.slices[.promised] } == [300_000, 100_000])
    try account.apply(300_000, to: first, on: "2026-05-01")
    let grace = try account.picture("2026-05-04")
    #expect(grace.promises.map(\.state) == [.open, .kept])
    try account.apply(-300_000, to: first, on: "2026-05-05")
    #expect(try account.picture("2026-05-05").promises.map(\.state) == [.open, .broken])
  }

  @Test("money on an invoice that was taken over counts for the promise that has it now")
  func takenOverMoney() throws {
    var (account, first) = try account()
    let second = try account.invoice(100_000, due: "2026-04-02")
    let older = try account.promise(400_000, for: "2026-05-01", on: "2026-04-15", [first, second])
    // 250.00 of the second came before 600.00 of it are promised anew.
    try account.apply(25_000, to: second, on: "2026-04-16")
    let taken = account.replacing(older, second, 60_000)
    try account.promise(60_000, for: "2026-05-08", on: "2026-04-20", [second], replaces: [taken])
    try account.apply(75_000, to: second, on: "2026-04-28")
    let half = try account.picture("2026-05-01").promises
    #expect(half.map(\.paid) == [60_000, 40_000])
    #expect(half.map(\.state) == [.kept, .open])
    try account.apply(300_000, to: first, on: "2026-05-01")
    #expect(try account.picture("2026-05-01").promises.map(\.state) == [.kept, .kept])
  }

  @Test("when the newer promise is taken back as a mistake, the older one stands whole again")
  func replacementUndone() throws {
    var (account, invoice) = try account()
    let older = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    let taken = account.replacing(older, invoice, 60_000)
    let newer = try account.promise(
      60_000, for: "2026-05-08", on: "2026-04-20", [invoice], replaces: [taken])
    #expect(try account.picture("2026-04-20").promises[1].standing.minor == 40_000)
    try account.enter(.reversal(of: newer, reason: "slip"), on: "2026-04-21")
    let after = try account.picture("2026-04-21").promises
    #expect(after.map(\.state) == [.voided, .open])
    #expect(after[1].standing.minor == 100_000)
  }

  @Test("withdrawn, by whom and why; what was broken before stays broken")
  func withdrawn() throws {
    var (account, invoice) = try account()
    let promise = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    var late = account
    try account.enter(.withdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-04-20")
    let picture = try account.picture("2026-05-20")
    #expect(picture.promises[0].state == .withdrawn)
    #expect(picture.promises[0].endedBecause == "Jane: order lost")
    #expect(picture.invoices[0].slices[.promised] == 0)
    try late.enter(.withdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-05-06")
    #expect(try late.picture("2026-05-20").promises[0].state == .broken)
  }

  @Test("a reversed entry voids it from the day of the reversal, and it counts for nothing")
  func voided() throws {
    var (account, invoice) = try account()
    let mistake = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.enter(.reversal(of: mistake, reason: "wrong account"), on: "2026-04-16")
    try account.promise(50_000, for: "2026-05-01", on: "2026-04-17", [invoice])
    try account.apply(50_000, to: invoice, on: "2026-04-20")
    #expect(try account.picture("2026-04-15").promises.map(\.state) == [.open])
    let after = try account.picture("2026-05-20").promises
    #expect(after.map(\.state) == [.kept, .voided])
    #expect(after.map(\.level)[0] == 1)
    #expect(after[1].endedBecause == "wrong account")
  }

  @Test("a reversal that is itself reversed takes nothing back")
  func reversedReversal() throws {
    var (account, invoice) = try account()
    let promise = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    let reversal = try account.enter(.reversal(of: promise, reason: "slip"), on: "2026-04-16")
    try account.enter(.reversal(of: reversal, reason: "was right"), on: "2026-04-17")
    #expect(try account.picture("2026-04-16").promises[0].state == .voided)
    #expect(try account.picture("2026-04-17").promises[0].state == .open)
  }

  @Test("says paid is verified until the money is there, and holds what it covers until its check day")
  func verifying() throws {
    var (account, invoice) = try account()
    try account.promise(
      300_000, for: "2026-04-13", on: "2026-04-15", [invoice], kind: .saysPaid, checkOn: "2026-04-22")
    let waiting = try account.picture("2026-04-21")
    #expect(waiting.promises[0].state == .verifying)
    #expect(waiting.invoices[0].slices[.claimed] == 300_000)
    #expect(waiting.summary.flags.contains(.verifying))
    #expect(waiting.summary.lane == nil)
    #expect(waiting.summary.next == NextAction(.checkPayment, on: try day("2026-04-22")))
    let late = try account.picture("2026-05-30")
    #expect(late.promises[0].state == .verifying)
    #expect(late.invoices[0].slices[.claimed] == 0)
    #expect(late.summary.balances[0].toCollect == 300_000)
    #expect(late.summary.lane == .followUp)
    #expect(late.habits.broken == 0)
    try account.apply(300_000, to: invoice, on: "2026-06-01")
    let there = try account.picture("2026-06-01")
    #expect(there.promises[0].state == .kept)
    #expect(!there.summary.flags.contains(.verifying))
  }

  @Test(
    "raises the level unless the one before was kept",
    arguments: [
      // What comes of a first promise of 1000.00 for 1 May, and the level of a second taken on 10 May.
      (Int64(0), false, 2), (50_000, false, 2), (100_000, false, 1), (0, true, 2),
    ])
  func level(paid: Int64, isWithdrawn: Bool, level: Int) throws {
    var (account, invoice) = try account()
    let first = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    if paid > 0 { try account.apply(paid, to: invoice, on: "2026-05-01") }
    if isWithdrawn { try account.enter(.withdrawn(first, by: "Jane", reason: "no"), on: "2026-04-16") }
    try account.promise(100_000, for: "2026-05-20", on: "2026-05-10", [invoice])
    let picture = try account.picture("2026-05-10")
    #expect(picture.promises[0].level == level)
    #expect(picture.invoices[0].promiseLevel == level)
    #expect(picture.summary.promiseLevel == level)
  }

  @Test("levels are those of the invoices")
  func levelByInvoice() throws {
    var (account, old) = try account()
    let new = try account.invoice(100_000, due: "2026-04-02")
    try account.promise(100_000, for: "2026-04-17", on: "2026-04-15", [old])
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-25", [old, new])
    let picture = try account.picture("2026-04-25")
    #expect(picture.promises.map(\.level) == [2, 1])
    #expect(picture.invoices.map(\.promiseLevel) == [2, 1])
  }
}
