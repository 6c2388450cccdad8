import Testing

@Suite("A dispute from the command line")
struct DisputeCommandTests {
  let home: Home

  /// Two invoices past due on Fri 27 Nov 2026, of which 300.00 of the first are contested.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD
      1001,Acme,A-2,2026-10-20,2026-11-20,234.56,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
    try dispute("A-1", "300.00", "price")
  }

  private func dispute(_ invoice: String, _ amount: String, _ reason: String) throws {
    let call = ["--result", "DI", "--amount", amount, "--dispute-reason", reason, "--invoice", invoice]
    let run = try ProgramRun(["log", "1001", "--who", "Jane"] + call, in: home)
    try #require(run.status == 0, "\(run.said)")
  }

  private func change(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["dispute", "1001"] + arguments, in: home)
  }

  private func listed(_ arguments: String...) throws -> String {
    try ProgramRun(["disputes", "--format", "csv"] + arguments, in: home).output
  }

  static let header =
    "account,matter,opened_on,days,state,open,owner,due,reason,cause,currency,contested,disputed,paid,credited,"
    + "written_off,rejected,name,who,decided_on,closed_on,invoices\n"

  @Test("is listed with age, owner and day, and each change with what became of it")
  func ways() throws {
    #expect(
      try listed() == Self.header
        + "1001,3.1,2026-11-27,0,new,yes,sales,2026-12-02,price,,USD,300.00,300.00,0.00,0.00,0.00,0.00,Acme,Jane,,,A-1\n"
    )
    let moved = try change("--state", "in-process", "--owner", "Logistics", "--due", "+3", "--note", "asked")
    #expect(
      moved.output == """
        Entry 4 on 1001 Acme: dispute in process, owner logistics, due Mon 30 Nov 2026: 300.00 USD.
        Next: dispute, Mon 30 Nov 2026.

        """ || moved.output.contains("dispute in process, owner logistics, due Mon 30 Nov 2026: 300.00 USD."),
      "\(moved.said)")
    #expect(try listed("--owner", "logistics").contains(",in_process,yes,logistics,2026-11-30,"))
    #expect(try listed("--owner", "sales") == Self.header)
    let partly = try change("--accepted", "200", "--cause", "wrong pr", "--format", "json")
    for part in [
      #""event":"dispute_changed""#, #""state":"partly""#, #""cause":"wrong_price""#, #""matter":"3.1""#,
      #""accepted":[{"amount":"200.00","currency":"USD","invoice":"A-1"}]"#, #""due":"2026-12-11""#,
    ] {
      #expect(partly.output.contains(part), "\(partly.output)")
    }
    #expect(
      try listed("--open").contains(
        ",partly,yes,logistics,2026-12-11,price,wrong_price,USD,300.00,200.00,0.00,0.00,0.00,100.00,"))
    #expect(try listed("--as-of", "2026-11-26") == Self.header)
    #expect(try listed("--as-of", "2026-11-30").contains("2026-11-27,3,partly"))
    let account = try ProgramRun(["account", "1001"], in: home).output
    #expect(account.contains("wrong price") && account.contains("partly accepted"))
    let json = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(json.contains(#""disputes":[{"#) && json.contains(#""collector":"#))
    #expect(try ProgramRun(["verify"], in: home).status == 0)
  }

  @Test("rejected, its money is to be collected and the account in the queue on the next business day")
  func rejected() throws {
    let run = try change("--state", "rejected", "--cause", "customer_error", "--format", "csv")
    #expect(run.status == 0, "\(run.said)")
    #expect(try listed("--open") == Self.header)
    #expect(try listed("--state", "rejected").contains(",rejected,no,sales,"))
    let monday = ["queue", "--format", "csv", "--today", "2026-11-30"]
    let queue = try ProgramRun(monday, in: home).output
    #expect(queue.contains(",1234.56,1234.56,"), "\(queue)")
    let account = try ProgramRun(
      ["account", "1001", "--format", "json", "--today", "2026-11-30"], in: home
    ).output
    #expect(account.contains("300.00 USD no longer disputed since Fri 27 Nov 2026"), "\(account)")
  }

  @Test("repeated with the same name it is recorded once")
  func once() throws {
    for _ in 0..<2 {
      let run = try change("--state", "waiting_customer", "--action-id", "dispute-00001")
      #expect(run.status == 0, "\(run.said)")
    }
    let json = try ProgramRun(["disputes", "--format", "json"], in: home).output
    #expect(json.components(of: #""state":"waiting_customer""#) == 3)
  }

  @Test("of several, --matter says which")
  func several() throws {
    try dispute("A-2", "34.56", "freight")
    let run = try change("--state", "in_process")
    #expect(run.status == 65)
    #expect(
      run.said.contains("3.1 300.00 USD price; 4.1 34.56 USD freight. Say which with --matter."),
      "\(run.said)")
    #expect(try change("--state", "in_process", "--matter", "9.1").status == 65)
    #expect(try change("--state", "in_process", "--matter", "4.1").status == 0)
    #expect(try listed().contains("1001,4.1,2026-11-27,0,in_process,yes,logistics,"))
  }

  @Test(
    "what cannot be recorded is told, and nothing is",
    arguments: [
      ([], Int32(65), "Nothing changes yet: choose a state, or say what is new."),
      (["--state", "closed"], 64, "“closed” is no state of a dispute; there are in_process,"),
      (["--state", "over"], 64, "“over” is no state of a dispute"),
      (["--state", "rejected"], 65, "A decision needs the root cause. --cause takes wrong_price,"),
      (
        ["--state", "rejected", "--cause", "weather"], 65,
        "“weather” is not in the list. --cause takes wrong_price,"
      ),
      (["--state", "partly", "--cause", "other"], 65, "How much of it is accepted?"),
      (["--accepted", "300.01", "--cause", "other"], 65, "Disputed now is 300.00 USD;"),
      (["--accepted", "much", "--cause", "other"], 65, "“much” is not an amount."),
      (["--state", "in_process", "--accepted", "5"], 65, "An amount goes with accepted or partly."),
      (["--due", "soon"], 65, "“soon” is not a day."), (["--due", "-1"], 65, "Thu 26 Nov 2026 has passed."),
      (["--action-id", "x", "--note", "y"], 64, "--action-id takes 8 to 64 letters"),
    ])
  func refused(arguments: [String], status: Int32, sentence: String) throws {
    let before = try listed()
    let run = try ProgramRun(["dispute", "1001"] + arguments, in: home)
    #expect(run.status == status, "\(run.said)")
    #expect(run.said.contains(sentence), "\(run.said)")
    #expect(try listed() == before)
  }

  @Test("without one there is nothing to change")
  func nothing() throws {
    #expect(try change("--state", "rejected", "--cause", "other").status == 0)
    let run = try change("--state", "in_process")
    #expect(run.status == 65 && run.said.contains("1001 has no open dispute."))
  }

  @Test("d on the account changes it, and u takes that back")
  func keys() throws {
    let script = """
      today 2026-11-27
      keys v a l l space a c c enter enter
      keys d right right tab tab tab
      type +4
      keys ctrl-s
      show saved
      keys u y
      show taken back

      """
    let book = home.path + "/.local/share/kept/book.kept"
    let run = try ProgramRun(
      ["replay", home.write(script, to: "day.keys"), "--database", book], in: home)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("dispute waiting customer, due Tue 1 Dec 2026"), "\(run.output)")
    #expect(try listed().contains(",new,yes,sales,2026-12-02,"))
    #expect(try ProgramRun(["verify"], in: home).status == 0)
  }
}

extension String {
  /// How many pieces `separator` cuts this text into: 2 when it occurs once.
  fileprivate func components(of separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
