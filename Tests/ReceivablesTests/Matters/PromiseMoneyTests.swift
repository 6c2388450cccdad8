import Receivables
import SampleEntries
import Testing

@Suite("Which money keeps a promise")
struct PromiseMoneyTests {
  @Test("money of the day it was taken counts, less what was in the books before it")
  func sameDay() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.apply(40_000, to: invoice, on: "2026-04-15")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    #expect(try account.picture("2026-04-15").promises[0].paid == 0)
    try account.apply(100_000, to: invoice, on: "2026-04-15")
    #expect(try account.picture("2026-04-15").promises[0].state == .kept)
  }

  @Test(
    "money booked after it was taken counts although it is dated before, up to its grace",
    arguments: [
      ("2026-03-02", Int64(100_000)), ("2026-04-14", 100_000), ("2026-04-15", 100_000),
      ("2026-05-03", 100_000), ("2026-05-04", 0),
    ])
  func bookedLate(dated: String, paid: Int64) throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(100_000, to: invoice, on: dated)
    let promise = try account.picture("2026-05-10").promises[0]
    #expect(promise.paid == paid)
    #expect(promise.state == (paid > 0 ? .kept : .broken))
  }

  @Test(
    "money that was in the books when it was taken does not count, whatever else came with an earlier date")
  func inTheBooks() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.apply(100_000, to: invoice, on: "2026-04-10")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    #expect(try account.picture("2026-05-04").promises[0].state == .broken)
    // Dated before what was there already: it is as much as is new that counts, not which row it is.
    try account.apply(30_000, to: invoice, on: "2026-04-02")
    #expect(try account.picture("2026-05-04").promises[0].paid == 30_000)
  }

  @Test("a credit note that was in the books when it was taken does not reduce it")
  func creditInTheBooks() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.apply(50_000, to: invoice, on: "2026-04-10", .creditNote)
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    #expect(try account.picture("2026-05-04").promises[0].credited == 0)
    try account.apply(20_000, to: invoice, on: "2026-04-10", .writeOff)
    #expect(try account.picture("2026-05-04").promises[0].credited == 20_000)
  }

  @Test("after a payment was taken back on the day of the call the promise is written, read back and derived")
  func takenBackToday() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-10-15")
    let payment = try account.apply(40_000, to: invoice, on: "2026-11-02")
    try account.apply(-40_000, to: invoice, on: "2026-11-20", reverses: payment)
    let call = ProposedCall(
      action: "OUT", result: "PP", contact: "Jane",
      promise: ProposedPromise(amount: .zero(.usd), day: try day("2026-11-27"), invoices: []))
    let body = try account.log(call, on: "2026-11-20").body
    #expect(try EntryBody(text: body.text) == body)
    let promise = try account.picture("2026-11-20").promises[0]
    #expect(promise.terms.amount == Money(minor: 100_000, .usd))
    #expect((promise.state, promise.paid) == (.open, 0))
    // Books that show only the reversal, as after an import that begins in between.
    account.file.entries = []
    account.file.applications.removeAll { $0.amount > 0 }
    let again = try account.log(call, on: "2026-11-20").body
    #expect(try EntryBody(text: again.text) == again)
    try account.apply(140_000, to: invoice, on: "2026-11-25")
    #expect(try account.picture("2026-11-25").promises[0].state == .kept)
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

  @Test("credited away it is void, whenever that was, and the next one keeps the level")
  func creditedAway() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(100_000, to: invoice, on: "2026-04-20", .creditNote)
    for asOf in ["2026-04-20", "2026-05-04"] {
      let picture = try account.picture(asOf)
      #expect(picture.promises.map(\.state) == [.voided])
      #expect(picture.promises[0].endedBecause != nil)
      #expect((picture.habits.kept, picture.habits.broken) == (0, 0))
      #expect(picture.summary.lane != .brokenPromise)
    }
    try account.promise(50_000, for: "2026-05-15", on: "2026-05-05", [invoice])
    #expect(try account.picture("2026-05-05").promises.map(\.level) == [1, 1])
  }

  @Test("what a newer promise took over whole is not kept by money that comes to the books late")
  func takenOver() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let first = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.promise(
      100_000, for: "2026-05-08", on: "2026-04-20", [invoice],
      replaces: [account.replacing(first, invoice, 100_000)])
    try account.apply(30_000, to: invoice, on: "2026-04-18")
    let promises = try account.picture("2026-04-21").promises
    #expect(promises.map(\.state) == [.open, .superseded])
    #expect(promises.map(\.paid) == [30_000, 0])
    #expect(promises.map(\.level) == [2, 1])
  }

  @Test("money that came late counts for no more than what is left of the part on its invoice")
  func lateOnOneInvoice() throws {
    var account = AccountSketch()
    let first = try account.invoice(40_000, due: "2026-04-01")
    let second = try account.invoice(20_000, due: "2026-04-02")
    let older = try account.promise(60_000, for: "2026-05-01", on: "2026-04-15", [first, second])
    try account.promise(
      20_000, for: "2026-04-29", on: "2026-04-20", [first],
      replaces: [account.replacing(older, first, 20_000)])
    // Twice what is left of its part; the other invoice stays unpaid.
    try account.apply(20_000, to: first, on: "2026-05-10")
    try account.apply(20_000, to: first, on: "2026-05-11")
    let promise = try #require(try account.picture("2026-05-20").promises.first { $0.id == MatterID(older) })
    #expect((promise.state, promise.paidInFullOn) == (.broken, nil))
    try account.apply(20_000, to: second, on: "2026-05-15")
    let paid = try #require(try account.picture("2026-05-20").promises.first { $0.id == MatterID(older) })
    #expect((paid.state, paid.daysLate) == (.broken, 14))
  }

  @Test("write-offs, other invoices and credit notes that are not applied do not keep it")
  func nothingElse() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    let other = try account.invoice(300_000, due: "2026-04-02")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.apply(99_999, to: invoice, on: "2026-04-20", .writeOff)
    try account.apply(100_000, to: other, on: "2026-04-20")
    try account.credit(100_000, on: "2026-04-20", .creditNote)
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
    #expect(promises.first { $0.id == MatterID(sooner) }?.paid == 100_000)
    #expect(promises.first { $0.id == MatterID(sooner) }?.state == .kept)
    #expect(promises.first { $0.id == MatterID(later) }?.paid == 50_000)
    #expect(promises.first { $0.id == MatterID(later) }?.state == .open)
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
