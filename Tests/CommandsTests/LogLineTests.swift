import Testing

@Suite("A call in one line on the command line")
struct LogLineTests {
  private let home: Home

  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD
      1001,Acme,A-2,2026-10-20,2026-11-20,234.56,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
  }

  @Test("is one entry with all its outcomes")
  func line() throws {
    let log = try ProgramRun(["log", "1001", "di a-1 400 price; pp 2026-12-04 ach \"said so\""], in: home)
    #expect(log.status == 0, "\(log.said)")
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""outcomes":[{"dispute":"#), "\(account)")
    #expect(account.contains(#""result":"DI""#) && account.contains(#""result":"PP""#))
    #expect(account.contains(#""note":"said so""#))
  }

  @Test("a callback outside the hours of the contact is recorded, and said")
  func outsideHours() throws {
    let contact = try ProgramRun(
      ["contact", "1001", "--name", "Jane Doe", "--phone", "+1 555 0142", "--hours", "9-17"], in: home)
    try #require(contact.status == 0, "\(contact.said)")
    for (words, said) in [("cb 2026-12-04 1800 who:\"Jane Doe\"", true), ("cb 2026-12-04 1100", false)] {
      let log = try ProgramRun(["log", "1001", words], in: home)
      #expect(log.status == 0, "\(log.said)")
      let sentence = "18:00 on Fri 4 Dec 2026 is outside the hours of Jane Doe, who is there 9-17."
      #expect(log.said.contains(sentence) == said, "\(log.said)")
    }
  }

  @Test("a note that is too long is refused, not cut", arguments: [4_000, 4_001])
  func longNote(count: Int) throws {
    let note = String(repeating: "a", count: count)
    for words in [["--result", "VM", "--note", note], ["vm \"\(note)\""]] {
      let log = try ProgramRun(["log", "1001"] + words, in: home)
      #expect(log.status == (count > 4_000 ? 65 : 0), "\(log.said)")
      #expect(log.said.contains("The note has 4001 characters and takes 4000 at most.") == (count > 4_000))
    }
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""note":"\#(note)""#) == (count <= 4_000))
  }

  @Test(
    "what is wrong is told with its place, and nothing is recorded",
    arguments: [
      (["pp fir"], 65, "“fir” is not understood here"), (["pp fri", "--amount", "3"], 64, "--amount"),
      (["pp fri phone:80k"], 65, "“80k” is no number."),
      (["--result", "NA", "--phone", "tomorrow 14h"], 65, "“tomorrow 14h” is no number."),
      (["pp fri", "--result", "PP"], 64, "Say the call in one line, or --result"),
    ])
  func wrong(arguments: [String], status: Int32, sentence: String) throws {
    let log = try ProgramRun(["log", "1001"] + arguments, in: home)
    #expect(log.status == status)
    #expect(log.said.contains(sentence), "\(log.said)")
  }

  @Test("what it replaces of earlier promises and plans is said, and listed in JSON")
  func earlier() throws {
    _ = try ProgramRun(["log", "1001", "pp 2026-12-04 1000"], in: home)
    let second = try ProgramRun(["log", "1001", "pp 2026-12-07 1100"], in: home)
    #expect(
      second.output.contains("Earlier: 765.44 USD of 1 000.00 USD on Fri 4 Dec ends.")
        || second.output.contains("Earlier: 1 000.00 USD on Fri 4 Dec"), "\(second.output)")
    let plan = try ProgramRun(
      ["log", "1001", "pl 2026-12-11 1000, 2026-12-18", "--format", "json"], in: home)
    #expect(plan.output.contains(#""earlier":[{"#), "\(plan.output)")
    #expect(plan.output.contains(#""ends":true"#) && plan.output.contains(#""kind":"promise""#))
    let newer = try ProgramRun(
      ["log", "1001", "--result", "PL", "--instalments", "500 weekly", "--date", "2026-12-04"], in: home)
    #expect(
      newer.output.contains("Earlier: the plan of 1 234.56 USD in 2 ends."), "\(newer.output) \(newer.said)")
    #expect(newer.output.contains("Instalments: Fri 4 Dec 500.00, Fri 11 Dec 500.00, Fri 18 Dec 234.56."))
    let corrected = try ProgramRun(
      ["log", "1001", "--corrects", "6", "--because", "misheard", "--instalments", "3 weekly"], in: home)
    #expect(
      corrected.output.contains("Earlier: the plan of 1 234.56 USD in 2 ends."),
      "\(corrected.output) \(corrected.said)")
    let csv = try ProgramRun(["log", "1001", "na", "--format", "csv"], in: home)
    #expect(csv.output.hasPrefix("entry,account,day,result,next_action,next_date\n"))
  }

  @Test("a refusal says which rung it proposes, and what of its gate is skipped")
  func refusal() throws {
    let log = try ProgramRun(["log", "1001", "rf cash flow"], in: home)
    #expect(log.output.contains("proposed"), "\(log.output)")
    #expect(log.output.contains("before its gate: "), "\(log.output)")
  }

  @Test("a word that needs a name is told with it")
  func named() throws {
    let log = try ProgramRun(["log", "1001", "pp 500 2027-02-26"], in: home)
    #expect(log.status == 65)
    #expect(log.said.contains("In the line: late:"), "\(log.said)")
    let again = try ProgramRun(["log", "1001", "pp 500 2027-02-26 late:\"a grant\""], in: home)
    #expect(again.status == 0, "\(again.said)")
  }
}
