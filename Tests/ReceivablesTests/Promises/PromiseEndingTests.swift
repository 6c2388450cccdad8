import Receivables
import Testing

@Suite("Other ends of a promise, and its level")
struct PromiseEndingTests {
  private func account() throws -> (AccountSketch, DocumentID) {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    return (account, invoice)
  }

  @Test("a newer promise supersedes it and the old one stays readable")
  func superseded() throws {
    var (account, invoice) = try account()
    let first = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.promise(100_000, for: "2026-05-08", on: "2026-04-20", [invoice], supersedes: [first])
    #expect(try account.picture("2026-04-19").promises.map(\.state) == [.open])
    let after = try account.picture("2026-04-20")
    #expect(after.promises.map(\.state) == [.open, .superseded])
    #expect(after.promises.map(\.level) == [2, 1])
    #expect(after.promises[1].endedBecause != nil)
    #expect(after.invoices[0].promised == 100_000)
  }

  @Test("withdrawn, by whom and why; what was broken before stays broken")
  func withdrawn() throws {
    var (account, invoice) = try account()
    let promise = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    var late = account
    try account.enter(.promiseWithdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-04-20")
    let picture = try account.picture("2026-05-20")
    #expect(picture.promises[0].state == .withdrawn)
    #expect(picture.promises[0].endedBecause == "Jane: order lost")
    #expect(picture.invoices[0].promised == 0)
    try late.enter(.promiseWithdrawn(promise, by: "Jane", reason: "order lost"), on: "2026-05-06")
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

  @Test("says paid is verified until the money is there")
  func verifying() throws {
    var (account, invoice) = try account()
    try account.promise(300_000, for: "2026-04-13", on: "2026-04-15", [invoice], kind: .saysPaid)
    let waiting = try account.picture("2026-05-30")
    #expect(waiting.promises[0].state == .verifying)
    #expect(waiting.invoices[0].promised == 0)
    #expect(waiting.summary.flags.contains(.verifying))
    #expect(waiting.habits.broken == 0)
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
    if isWithdrawn { try account.enter(.promiseWithdrawn(first, by: "Jane", reason: "no"), on: "2026-04-16") }
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
