import Receivables
import Testing

@Suite("Which money keeps a promise")
struct PromiseMoneyTests {
  @Test("money of the day it was taken counts, less what was in the books before it")
  func paidBefore() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice], paidBefore: 40_000)
    try account.apply(40_000, to: invoice, on: "2026-04-15")
    #expect(try account.picture("2026-04-15").promises[0].paid == 0)
    try account.apply(100_000, to: invoice, on: "2026-04-15")
    #expect(try account.picture("2026-04-15").promises[0].state == .kept)
  }

  @Test("credit notes reduce what was promised and are not kept cash")
  func creditNotes() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(40_000, to: invoice, on: "2026-04-20", .creditNote)
    let open = try account.picture("2026-05-04").promises[0]
    #expect((open.state, open.paid, open.credited) == (.broken, 0, 40_000))
    try account.apply(60_000, to: invoice, on: "2026-04-30")
    let kept = try account.picture("2026-05-04").promises[0]
    #expect((kept.state, kept.paid, kept.credited) == (.kept, 60_000, 40_000))
  }

  @Test("write-offs, other invoices and credits that are not applied do not keep it")
  func nothingElse() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let other = try account.invoice(300_000, due: "2026-04-02")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(100_000, to: invoice, on: "2026-04-20", .writeOff)
    try account.apply(100_000, to: other, on: "2026-04-20")
    try account.credit(100_000, on: "2026-04-20")
    #expect(try account.picture("2026-05-04").promises[0].state == .broken)
  }

  @Test("a snapshot that no longer lists the invoice counts as money")
  func cleared() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(100_000, to: invoice, on: "2026-05-02", .cleared)
    #expect(try account.picture("2026-05-04").promises[0].state == .kept)
  }

  @Test("overlapping promises are filled by their days")
  func firstInFirstOut() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let later = try account.promise(100_000, for: "2026-05-08", on: "2026-04-15", [invoice])
    let sooner = try account.promise(100_000, for: "2026-05-01", on: "2026-04-16", [invoice])
    try account.apply(150_000, to: invoice, on: "2026-04-30")
    let promises = try account.picture("2026-05-01").promises
    #expect(promises.first { $0.entry == sooner }?.paid == 100_000)
    #expect(promises.first { $0.entry == sooner }?.state == .kept)
    #expect(promises.first { $0.entry == later }?.paid == 50_000)
    #expect(promises.first { $0.entry == later }?.state == .open)
  }

  @Test("a reversal that names no payment takes back the latest earlier money, not a credit note")
  func unnamedReversal() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(70_000, to: invoice, on: "2026-04-20")
    try account.apply(50_000, to: invoice, on: "2026-04-25")
    try account.apply(10_000, to: invoice, on: "2026-04-26", .creditNote)
    try account.apply(-60_000, to: invoice, on: "2026-04-28")
    let promise = try account.picture("2026-05-04").promises[0]
    #expect((promise.paid, promise.credited, promise.state) == (60_000, 10_000, .partlyKept))
  }
}
