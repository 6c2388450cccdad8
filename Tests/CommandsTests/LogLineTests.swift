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
}
