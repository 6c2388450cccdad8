import Testing

@Suite("A promise withdrawn, from the command line and by key")
struct WithdrawalCommandTests {
  let home: Home

  /// Two invoices past due on Fri 27 Nov 2026, and a promise for the first on Fri 4 Dec.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD
      1001,Acme,A-2,2026-10-20,2026-11-20,234.56,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
    try promise(for: "2026-12-04", "A-1")
  }

  private func promise(for day: String, _ invoice: String) throws {
    let promise = ["--result", "PP", "--date", day, "--invoice", invoice, "--who", "Jane"]
    let run = try ProgramRun(["log", "1001"] + promise, in: home)
    try #require(run.status == 0, "\(run.said)")
  }

  private func states() throws -> [String] {
    try ProgramRun(["promises", "--format", "csv"], in: home).output.split(separator: "\n").dropFirst()
      .map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[2]) \(cells[6]) \(cells[8])"
      }
  }

  private func withdraw(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["log", "1001", "--withdraw"] + arguments, in: home)
  }

  @Test("the promise is withdrawn, the account is in the queue again, and the next promise is a level higher")
  func log() throws {
    #expect(!(try ProgramRun(["queue", "--format", "csv"], in: home).output.contains("1001")))
    let run = try withdraw("--who", "Bob", "--note", "order lost", "--format", "csv")
    #expect(
      run.output == """
        entry,account,day,result,next_action,next_date
        4,1001,2026-11-27,,call,2026-11-27

        """, "\(run.said)")
    #expect(try states() == ["2026-12-04 withdrawn 1"])
    #expect(
      try ProgramRun(["queue", "--format", "csv"], in: home).output.contains(
        "\n1,1001,Acme,USD,follow_up,"))
    try promise(for: "2026-12-08", "A-1")
    #expect(try states() == ["2026-12-04 withdrawn 1", "2026-12-08 open 2"])
    #expect(try ProgramRun(["verify"], in: home).status == 0)
  }

  @Test("the formats tell it, and the account's history too")
  func formats() throws {
    let json = try withdraw("--note", "order lost", "--format", "json").output
    for part in [
      #""event":"promise_withdrawn""#, #""kind":"promise""#, #""matter":"3.1""#, #""who":"Jane""#,
      #""reason":"order lost""#,
      #""next":{"#,
    ] {
      #expect(json.contains(part), "\(json)")
    }
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""ended_because":"Jane: order lost""#))
    try promise(for: "2026-12-08", "A-1")
    let said = "promise withdrawn by Jane: 1 000.00 USD on Tue 8 Dec.\nNext: call, Fri 27 Nov 2026.\n"
    #expect(try withdraw("--note", "again").output.hasSuffix(said))
  }

  @Test("of several promises the day or the amount says which")
  func several() throws {
    try promise(for: "2026-12-02", "A-2")
    let open = try states()
    let run = try withdraw("--note", "order lost")
    #expect(run.status == 65)
    #expect(
      run.said.contains("234.56 USD on Wed 2 Dec") && run.said.contains("1 000.00 USD on Fri 4 Dec"),
      "\(run.said)")
    #expect(try states() == open)
    #expect(try withdraw("--note", "order lost", "--date", "2026-12-03").status == 65)
    #expect(try withdraw("--note", "order lost", "--date", "wed").status == 0)
    #expect(try states() == ["2026-12-02 withdrawn 1", "2026-12-04 open 1"])
    try promise(for: "2026-12-02", "A-2")
    #expect(try withdraw("--note", "order lost", "--amount", "1000").status == 0)
    #expect(
      try states() == ["2026-12-02 withdrawn 1", "2026-12-02 open 2", "2026-12-04 withdrawn 1"])
  }

  @Test(
    "what cannot be recorded is told, and nothing is",
    arguments: [
      (["--withdraw"], Int32(65), "Say why it is withdrawn."),
      (["--withdraw", "--note", "x", "--amount", "5"], 65, "1 000.00 USD on Fri 4 Dec"),
      (["--withdraw", "--note", "x", "--date", "soon"], 65, "“soon” is not a day"),
      (["--withdraw", "--note", "x", "--method", "ach"], 64, "A withdrawal does not ask for --method."),
      (
        ["--withdraw", "--result", "NA"], 64,
        "Say the call in one line, or --result CODE, or --withdraw, or --corrects NUMBER."
      ),
      ([], 64, "Say the call in one line, or --result CODE, or --withdraw, or --corrects NUMBER."),
    ])
  func refused(arguments: [String], status: Int32, sentence: String) throws {
    let run = try ProgramRun(["log", "1001"] + arguments, in: home)
    #expect(run.status == status)
    #expect(run.said.contains(sentence), "\(run.said)")
    #expect(try states() == ["2026-12-04 open 1"])
  }

  @Test("a dispute is withdrawn by its number, and its money is to be collected again")
  func dispute() throws {
    let disputed = ["--result", "DI", "--amount", "234.56", "--dispute-reason", "price", "--invoice", "A-2"]
    #expect(try ProgramRun(["log", "1001"] + disputed, in: home).status == 0)
    let both = try withdraw("--note", "settled")
    #expect(both.status == 65)
    #expect(both.said.contains("3.1 promise 1 000.00 USD on Fri 4 Dec"), "\(both.said)")
    #expect(both.said.contains("4.1 dispute 234.56 USD"), "\(both.said)")
    #expect(try withdraw("--note", "settled", "--matter", "9.1").status == 65)
    let run = try withdraw("--note", "settled", "--matter", "4.1", "--who", "Jane")
    #expect(run.output.contains("dispute withdrawn by Jane: 234.56 USD."), "\(run.said)")
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""event":"dispute_withdrawn""#))
    #expect(try states() == ["2026-12-04 open 1"])
    #expect(try ProgramRun(["verify"], in: home).status == 0)
  }

  @Test("without an open promise there is nothing to withdraw")
  func nothing() throws {
    #expect(try withdraw("--note", "order lost").status == 0)
    let again = try withdraw("--note", "order lost")
    #expect(again.status == 65)
    #expect(again.said.contains("1001 has nothing open to withdraw."))
  }

  @Test("x on the account withdraws it, u takes that back, and the day's figures follow")
  func keys() throws {
    let script = """
      today 2026-11-27
      keys v a l l space a c c enter enter
      keys x enter
      type order lost
      keys enter
      show withdrawn
      keys q
      show queue
      keys u y
      show taken back
      keys x enter
      type order lost after all
      keys ctrl-s

      """
    let run = try ProgramRun(
      [
        "replay", home.write(script, to: "day.keys"), "--database",
        home.path + "/.local/share/kept/book.kept",
      ], in: home)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("Saved 1001: promise withdrawn by Jane. Next: call on Fri 27 Nov."))
    #expect(run.output.contains("Worked 1/1 ████████████   Spoke 1\n"))
    #expect(run.output.contains("Worked 1/1 ████████████   Spoke 1   Promised today 1 000.00 USD"))
    #expect(try states() == ["2026-12-04 withdrawn 1"])
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""reason":"order lost after all""#))
  }
}
