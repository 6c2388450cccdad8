import Receivables
import SampleEntries
import Testing

@Suite("Which saved selections list an account")
struct ViewTests {
  private func isListed(_ account: AccountSketch, in view: WorklistView, _ asOf: String) throws -> Bool {
    let row = WorklistRow(
      id: AccountID(rawValue: 1), number: "C-1", name: "Acme", collector: nil,
      summary: try account.summary(asOf))
    return view.lists(row, for: "ann")
  }

  @Test(
    "no contact lately: exactly from so many days after the last one on, while something is past due",
    arguments: [
      ("2026-04-15", false), ("2026-04-28", false), ("2026-04-29", true), ("2026-04-30", true),
    ])
  func noContact(asOf: String, isListed: Bool) throws {
    #expect(try Policy.shipped.noContactDays == 14)
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.call("HU", on: "2026-04-15", next: (.call, "2026-05-20"))
    #expect(try self.isListed(account, in: .noContact, asOf) == isListed)
    // An attempt is no contact, and nobody has to be spoken to about nothing.
    try account.call("VM", on: "2026-04-27", next: (.call, "2026-05-20"))
    #expect(try self.isListed(account, in: .noContact, asOf) == isListed)
    try account.apply(50_000, to: invoice, on: "2026-04-15")
    #expect(try !self.isListed(account, in: .noContact, asOf))
  }

  @Test("no contact lately lists who was never spoken to from the first day past due on")
  func neverContacted() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    #expect(try !isListed(account, in: .noContact, "2026-03-31"))
    #expect(try isListed(account, in: .noContact, "2026-04-01"))
  }

  @Test(
    "escalation: more than so many days past due with something to collect",
    arguments: [("2026-05-30", false), ("2026-05-31", true)])
  func escalation(asOf: String, isListed: Bool) throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    #expect(try self.isListed(account, in: .escalation, asOf) == isListed)
    try account.promise(50_000, for: "2026-06-10", on: "2026-05-20", [invoice])
    #expect(try !self.isListed(account, in: .escalation, asOf))
  }

  @Test("promises, broken ones, disputes, callbacks and credits, while they last")
  func flags() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.promise(20_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.dispute(10_000, on: "2026-04-15", [invoice])
    try account.credit(1_000, on: "2026-04-20")
    try account.call("CB", on: "2026-04-15", next: (.callBack, "2026-06-20"))
    let open: [WorklistView] = [.promisesDue, .disputes, .callbacks, .all]
    for view in open { #expect(try isListed(account, in: view, "2026-04-15"), "\(view)") }
    #expect(try !isListed(account, in: .unapplied, "2026-04-19"))
    #expect(try isListed(account, in: .unapplied, "2026-04-20"))
    #expect(try !isListed(account, in: .broken, "2026-05-03"))
    #expect(try isListed(account, in: .broken, "2026-05-04"))
    #expect(try !isListed(account, in: .promisesDue, "2026-05-04"))
    try account.apply(50_000, to: invoice, on: "2026-05-05")
    for view in open.dropLast() + [.broken] {
      #expect(try !isListed(account, in: view, "2026-05-05"), "\(view)")
    }
  }

  @Test("my queue is everyone's, less what others collect")
  func mine() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    func row(_ collector: String?) throws -> WorklistRow {
      WorklistRow(
        id: AccountID(rawValue: 1), number: "C-1", name: "Acme", collector: collector,
        summary: try account.summary("2026-04-01"))
    }
    for (collector, isMine) in [("ann", true), ("bob", false), (nil, true)] {
      #expect(WorklistView.mine.lists(try row(collector), for: "ann") == isMine)
      #expect(WorklistView.everyone.lists(try row(collector), for: "ann"))
    }
  }
}
