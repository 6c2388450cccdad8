import Ledger
import Receivables
import Settings
import Testing
import Workbench

@testable import Commands

@Suite("A workbench beside other sessions")
struct SessionsTests {
  private let home: Home
  private let runner: EffectRunner

  /// A book of Fri 27 Nov 2026, open in a workbench that has not looked around yet.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
    let today = try #require(CalendarDay(iso: "2026-11-27"))
    let site = WorkSite(
      path: home.path + "/.local/share/kept/book.kept",
      source: try PolicySource(ofBook: PolicyFile.shippedText),
      today: today, wall: today, collector: "maria")
    runner = EffectRunner(site: site, ledger: nil, clock: .fixed(Instant(milliseconds: 0)))
    #expect(try runner.openBook().count == 1)
  }

  private func run(_ arguments: String...) throws {
    let run = try ProgramRun(arguments, in: home)
    #expect(run.status == 0, "\(run.said)")
  }

  @Test("hears of the very first thing that another one writes, once")
  func writes() throws {
    try run("log", "1001", "--result", "NA")
    #expect(runner.changesElsewhere() == [.changedElsewhere])
    #expect(runner.changesElsewhere().isEmpty)
  }

  @Test("keeps what shows later that the book was changed once, and no frame waits for it")
  func anchor() throws {
    var kept = 0
    runner.surroundings.anchor = { _ in kept += 1 }
    _ = try runner.openBook()
    #expect(kept == 0)
    runner.anchor()
    runner.anchor()
    #expect(kept == 1)
  }

  @Test("goes by the policy that another one adopted, at once")
  func policy() throws {
    let text = PolicyFile.shippedText.split(separator: "grace_days = 2").joined(separator: "grace_days = 5")
    let path = try home.write(text, to: ".config/kept/policy.toml")
    try run("queue")
    #expect(runner.changesElsewhere().isEmpty)
    try run("policy", "apply", path)
    let events = runner.changesElsewhere()
    #expect(events.count == 2)
    guard case .adopted(let policy)? = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(policy.promises.graceDays == 5)
  }

  @Test("sees nothing of it when another one looks at another day")
  func otherDay() throws {
    try run("queue", "--today", "2030-01-02")
    #expect(runner.changesElsewhere().isEmpty)
    #expect(try runner.ledger?.businessDate()?.iso == "2026-11-27")
  }
}
