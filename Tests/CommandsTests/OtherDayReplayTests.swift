import Foundation
import Testing

@Suite("The workbench as of a past day")
struct OtherDayReplayTests {
  /// 1 000.00 USD past due, all of it promised on Fri 20 November 2026 for the Friday after.
  private func home() throws -> Home {
    let home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD

      """
    let file = try home.write(export, to: "invoices.csv")
    for arguments in [
      ["import", file], ["log", "1001", "pp 2026-11-27 ach"],
    ] {
      let run = try ProgramRun(arguments + ["--today", "2026-11-20"], in: home)
      try #require(run.status == 0, "\(run.said)")
    }
    return home
  }

  @Test("shows what was known then, takes no entry, and comes back")
  func look() throws {
    let home = try home()
    let script = """
      today 2026-11-25
      keys v
      type all acc
      keys enter D
      type 2026-11-19
      keys enter
      show then
      keys c
      show refused
      keys D enter enter
      show now
      """
    let run = try ProgramRun(
      [
        "replay", home.write(script, to: "day.keys"), "--database",
        home.path + "/.local/share/kept/book.kept",
      ], in: home)
    #expect(run.status == 0, "\(run.said)")
    let shown = run.output.components(separatedBy: "AS OF Thu 19 Nov 2026, READ ONLY")
    #expect(shown.count == 3, "\(run.output)")
    #expect(shown[1].contains("first call") && shown[1].contains("1 000.00 USD"))
    #expect(shown[2].contains("nothing can be recorded"))
    let now = try #require(run.output.components(separatedBy: "· now\n").last)
    #expect(now.contains("check promise") && now.contains("Wed 25 Nov 2026"))
    #expect(try ProgramRun(["verify"], in: home).status == 0)
  }
}
