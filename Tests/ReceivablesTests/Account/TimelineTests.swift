import Receivables
import SampleEntries
import Testing

@Suite("The story of an account")
struct TimelineTests {
  @Test("books and journal together, newest first, up to the day")
  func story() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    let credit = try account.credit(20_000, on: "2026-04-02")
    try account.apply(20_000, to: invoice, on: "2026-04-02", credit: credit)
    try account.apply(10_000, to: invoice, on: "2026-04-03", .cleared)
    try account.apply(-20_000, to: invoice, on: "2026-04-05", credit: credit)
    let note = try account.enter(.note("heard"), on: "2026-04-03")
    try account.enter(.reversal(of: note, reason: "slip"), on: "2026-04-06")
    try account.enter(.note("later"), on: "2026-04-20")
    let lines = try account.picture("2026-04-10").timeline.map { item in
      switch item.event {
      case .entry(let entry, let standing):
        "\(item.day.iso) entry \(entry.number.rawValue) \(standing != .inForce)"
      case .credit(let credit): "\(item.day.iso) credit \(credit.number)"
      case .lapsed(let incentive): "\(item.day.iso) \(incentive.title) lapsed"
      case .application(let application, let invoice): "\(item.day.iso) \(invoice) \(application.amount)"
      }
    }
    #expect(
      lines == [
        "2026-04-06 entry 2 false", "2026-04-05 INV-1 -20000", "2026-04-03 entry 1 true",
        "2026-04-03 INV-1 10000", "2026-04-02 credit CR-2",
      ])
  }

  @Test("a number found dead stays so until somebody is reached on it or the call is taken back")
  func deadNumbers() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    let call = try account.call("WN", on: "2026-04-02", phone: "+1 (555) 0100")
    #expect(try account.picture("2026-04-02").deadNumbers == ["15550100"])
    var reached = account
    try reached.call("HU", on: "2026-04-03", phone: "1 555 0100")
    #expect(try reached.picture("2026-04-03").deadNumbers.isEmpty)
    try account.enter(.reversal(of: call, reason: "slip"), on: "2026-04-04")
    #expect(try account.picture("2026-04-03").deadNumbers == ["15550100"])
    #expect(try account.picture("2026-04-04").deadNumbers.isEmpty)
  }
}
