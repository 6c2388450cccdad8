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

  @Test("hears of which day the books are that another one imported; customers alone are no books")
  func books() throws {
    let place = try Home()
    let list = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Balance,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,900.00,USD

      """
    func take(_ text: String, _ options: String...) throws {
      let run = try ProgramRun(["import", place.write(text, to: "list.csv")] + options, in: place)
      try #require(run.status == 0, "\(run.said)")
    }
    try take(list, "--as-of", "2026-11-20")
    let today = try #require(CalendarDay(iso: "2026-11-27"))
    let site = WorkSite(
      path: place.path + "/.local/share/kept/book.kept",
      source: try PolicySource(ofBook: PolicyFile.shippedText),
      today: today, wall: today, collector: "maria")
    let runner = EffectRunner(site: site, ledger: nil, clock: .fixed(Instant(milliseconds: 0)))
    _ = try runner.openBook()
    try take("Customer No,Phone\n1001,555-0100\n")
    #expect(runner.changesElsewhere() == [.changedElsewhere])
    #expect(
      try ProgramRun(["queue"], in: place).said
        == "The books are of Fri 20 Nov 2026, 7 days old. Import a newer export.\n")
    #expect(try ProgramRun(["queue", "--as-of", "2026-11-26"], in: place).said == "")
    try take(list)
    #expect(runner.changesElsewhere() == [.booksCame(today), .changedElsewhere])
    #expect(runner.changesElsewhere().isEmpty)
    #expect(try ProgramRun(["queue"], in: place).said == "")
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
