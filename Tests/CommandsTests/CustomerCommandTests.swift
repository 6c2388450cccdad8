import Testing

@Suite("What was learned, from the command line")
struct CustomerCommandTests {
  let home: Home
  static let export = """
    Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
    1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD
    1001,Acme,A-2,2026-10-20,2026-11-20,234.56,USD

    """

  init() throws {
    home = try Home()
    try importAgain()
  }

  private func importAgain() throws {
    let run = try ProgramRun(["import", home.write(Self.export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
  }

  private func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun(arguments, in: home) }

  private func account() throws -> String { try run("account", "1001", "--format", "json").output }

  @Test("a person is added, corrected and found by number, and outlasts the next import")
  func contact() throws {
    let added = try run(
      "contact", "1001", "--name", "Jane Doe", "--role", "treasurer", "--phone", "+1 555 0142 mobile",
      "--source",
      "switchboard", "--hours", "9-17", "--zone", "Europe/Berlin", "--language", "de", "--email",
      "jane@acme.example",
      "--best", "mornings", "--rank", "1", "--format", "json")
    #expect(added.status == 0, "\(added.said)")
    #expect(
      added.output.contains(#""event":"person""#) && added.output.contains(#""rank":1"#), "\(added.output)")
    let renamed = try run(
      "contact", "1001", "--was", "jane doe", "--name", "Jane Roe", "--standing", "do-not-call", "--role", "")
    #expect(renamed.output.contains("contact Jane Roe (was Jane Doe), –, do not call"), "\(renamed.said)")
    try importAgain()
    let json = try account()
    for part in [
      #""name":"Jane Roe""#, #""standing":"do_not_call""#, #""role":null"#, #""hours":"9-17""#,
      #""language":"de""#,
      #""label":"mobile","number":"+1 555 0142","source":"switchboard""#, #""time_zone":"Europe/Berlin""#,
    ] {
      #expect(json.contains(part), "\(part) in \(json)")
    }
    for words in ["Jane Roe", "jane doe", "15550142", "+1 (555) 0142", "jane@acme"] {
      let found = try run("queue", "--view", "all", "--search", words, "--format", "csv")
      #expect(found.output.contains("1001"), "\(words)")
    }
    #expect(try run("account", "1001").output.contains("+1 555 0142 (mobile, from switchboard)"))
    #expect(try run("verify").status == 0)
  }

  @Test("a number dialled that nobody has is known from then on")
  func dialled() throws {
    let call = try run("log", "1001", "--result", "NA", "--who", "Nora", "--phone", "+1 555 0177")
    #expect(call.status == 0, "\(call.said)")
    #expect(try account().contains(#""number":"+1 555 0177","source":"call of Fri 27 Nov""#))
    #expect(
      try run("queue", "--view", "all", "--search", "5550177", "--format", "csv").output.contains("1001"))
  }

  @Test("a wrong number without any number here is refused and asked for")
  func wrongNumber() throws {
    let call = try run("log", "1001", "--result", "WN")
    #expect(
      call.status != 0 && call.said.contains("There is no number here to mark as wrong."), "\(call.said)")
    let marked = try run("log", "1001", "--result", "WN", "--phone", "+1 555 0177")
    #expect(marked.status == 0, "\(marked.said)")
  }

  @Test(
    "what cannot be meant is refused and nothing is recorded",
    arguments: [
      ["contact", "1001"], ["contact", "1001", "--name", "Jane", "--phone", "x"],
      ["contact", "1001", "--was", "Bob"],
      ["contact", "1001", "--name", "Jane", "--hours", "17-9"],
      ["contact", "1001", "--name", "J", "--rank", "-1"],
      ["contact", "1001", "--name", "Jane", "--standing", "away"],
      ["contact", "1001", "--name", "Jane", "--email", "x"],
      ["contact", "1001", "--name", "Jane", "--zone", "Berlin"], ["payment-run", "1001", "5th thu"],
      ["payment-run", "1001", "thu", "--cut-off", "99"],
      ["hold", "1001", "--until", "2026-11-27", "--reason", "legal"],
      ["hold", "1001", "--until", "+3", "--reason", "legal", "--invoice", "A-9"],
      ["hold", "1001", "--until", "+3"],
    ])
  func refused(arguments: [String]) throws {
    let run = try ProgramRun(arguments, in: home)
    #expect(run.status != 0, "\(arguments)")
    #expect(try account().contains(#""timeline":[]"#))
  }

  @Test("a payment run holds before what the books say, until none is said")
  func paymentRun() throws {
    let said = try run("payment-run", "1001", "2nd thu", "--cut-off", "2", "--approval", "3", "--by", "Jane")
    #expect(
      said.output.contains(
        "pays on the second Thursday of the month, cut-off 2 days before, approval 3 days, says Jane"),
      "\(said.said)")
    let json = try account()
    #expect(json.contains(#""payment_run":"2nd Thu""#) && json.contains(#""cut_off_days":2"#), "\(json)")
    #expect(try run("payment-run", "1001", "none", "--format", "json").output.contains(#""run":null"#))
    #expect(try account().contains(#""payment_run":null"#))
  }

  @Test("a hold takes the account out of the queue until its day, and can be withdrawn")
  func hold() throws {
    let held = try run(
      "hold", "1001", "--until", "2026-12-11", "--reason", "sales asked", "--by", "Bob", "--format", "json")
    #expect(
      held.output.contains(#""hold":{"by":"Bob","invoices":[],"reason":"sales_asked","until":"2026-12-11"}"#),
      "\(held.said)")
    let queue = ["queue", "--view", "everyone", "--format", "csv", "--today"]
    #expect(try !ProgramRun(queue + ["2026-12-10"], in: home).output.contains("1001"))
    #expect(try ProgramRun(queue + ["2026-12-11"], in: home).output.contains("1001"))
    let one = try run("hold", "1001", "--until", "+30", "--reason", "audit", "--invoice", "A-1")
    #expect(one.status == 0, "\(one.said)")
    let withdrawn = try run("log", "1001", "--withdraw", "--matter", "3.1", "--note", "settled")
    #expect(withdrawn.status == 0, "\(withdrawn.said)")
    let account = try run("account", "1001").output
    #expect(
      account.contains("hold audit until Sun 27 Dec") && !account.contains("hold sales asked until"),
      "\(account)")
    #expect(try run("verify").status == 0)
  }
}
