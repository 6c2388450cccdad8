import Testing

@Suite("An escalation from the command line")
struct EscalateCommandTests {
  let home: Home

  /// Two customers on Fri 27 Nov 2026: one 88 days past due with 3 000.00 of a limit of 2 500.00, one a week.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Credit Limit,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,2500.00,A-1,2026-08-01,2026-08-31,3000.00,USD
      1002,Muster,,B-1,2026-10-20,2026-11-20,234.56,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
    let call = try ProgramRun(["log", "1001", "--result", "HU", "--who", "Jane"], in: home)
    try #require(call.status == 0, "\(call.said)")
  }

  private func escalate(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["escalate", "1001"] + arguments, in: home)
  }

  private func listed(_ arguments: String...) throws -> String {
    try ProgramRun(["escalations", "--format", "csv"] + arguments, in: home).output
  }

  static let header =
    "account,matter,opened_on,days,rung,state,since,open,in_force,owner,due,proposed_by,decided_by,reason,found,"
    + "exception,name,closed_on,invoices\n"

  @Test("is proposed, approved, carried out and given back, and listed with who is responsible and its age")
  func ways() throws {
    let proposed = try escalate()
    #expect(proposed.output.contains("final demand proposed"), "\(proposed.said)")
    let collector = try listed().split(separator: "\n")[1].split(
      separator: ",", omittingEmptySubsequences: false)[11]
    #expect(
      try listed() == Self.header
        + "1001,4.1,2026-11-27,0,final_demand,proposed,2026-11-27,yes,no,manager,2026-11-30,\(collector),,,"
        + "\"88 of 60 days past due, 3 000.00 USD of 250\",,Acme,,A-1\n")
    #expect(try escalate("--state", "carried_out").status == 65, "nobody approved it")
    #expect(try escalate("--state", "approved", "--by", "Ann Lee").status == 0)
    #expect(try escalate("--state", "carried-out", "--owner", "Legal", "--due", "+20").status == 0)
    #expect(
      try listed("--open", "--owner", "legal").contains(",carried_out,2026-11-27,yes,yes,legal,2026-12-17,"))
    #expect(try escalate("--state", "returned").said.contains("Why is it returned? --note says it."))
    let json = try escalate("--state", "returned", "--note", "sent by mistake", "--format", "json").output
    #expect(
      json.contains(#""event":"escalation_changed""#) && json.contains(#""state":"returned""#), "\(json)")
    #expect(try listed("--open") == Self.header)
    #expect(try listed("--as-of", "2026-11-26") == Self.header)
  }

  @Test("before its gate it is refused without a reason, and marked with one")
  func exceptions() throws {
    let refused = try escalate("--rung", "legal")
    #expect(refused.status == 65)
    #expect(refused.said.contains("before its gate: 88 of 180 days past due, 3 000.00 USD of 5 000; skips "))
    let marked = try escalate("--rung", "legal", "--note", "insolvent")
    #expect(marked.output.contains("before its gate"), "\(marked.said)")
    #expect(try ProgramRun(["escalations"], in: home).output.contains("before its gate: 88 of 180 days"))
    #expect(try ProgramRun(["account", "1001"], in: home).output.contains("before its gate: 88 of 180 days"))
    #expect(try escalate("--rung", "gone").status == 65)
    #expect(try escalate("--rung", "legal", "--state", "done").status == 64)
  }

  @Test("the credit desk lists who is over the limit, with the count and what is proposed")
  func credit() throws {
    let csv = try ProgramRun(["credit", "--format", "csv"], in: home).output
    #expect(
      csv == """
        account,name,currency,limit,used,used_percent,terms,recent_days_late,drift_days,on_hold,proposal,why
        1001,Acme,USD,2500.00,3000.00,120,,,,no,hold,120 % of the credit limit

        """)
    #expect(
      try ProgramRun(["credit", "--all", "--format", "csv"], in: home).output.contains("\n1002,Muster,,,"))
    #expect(try ProgramRun(["credit"], in: home).output.contains("120 % of the credit limit"))
    #expect(
      try ProgramRun(["queue", "--view", "terms_review", "--format", "csv"], in: home).output.contains(
        "terms review: 120 % of the credit limit"))
  }
}
