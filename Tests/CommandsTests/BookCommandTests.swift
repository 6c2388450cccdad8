import Testing

@Suite("The commands on a book")
struct BookCommandTests {
  let home: Home

  /// Three invoices, two past due on Fri 27 Nov 2026.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD
      1001,Acme,A-2,2026-10-20,2026-11-20,234.56,USD
      1002,Borealis,B-1,2026-11-01,2026-12-01,500.00,EUR

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
  }

  @Test("A logged plan is in the account with its instalments")
  func plan() throws {
    let log = try ProgramRun(
      [
        "log", "1001", "--result", "PL", "--instalments", "2", "--date", "2026-12-04", "--collector", "maria",
      ], in: home)
    #expect(log.status == 0, "\(log.said)")
    let account = try ProgramRun(["account", "1001", "--format", "json", "--today", "2027-01-02"], in: home)
    #expect(
      account.output.contains(#""date":"2026-12-04","paid":"0.00","state":"missed""#), "\(account.output)")
    #expect(account.output.contains(#""date":"2027-01-04","paid":"0.00","state":"due""#))
    #expect(account.output.contains(#""rhythm":"monthly""#))
    #expect(account.output.contains(#""state":"delinquent","who":"#), "\(account.output)")
    let again = try ProgramRun(
      ["log", "1001", "--result", "PL", "--instalments", "3 weekly", "--date", "2026-12-11"], in: home)
    #expect(again.status == 0, "\(again.said)")
    let both = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    for state in ["active", "replaced", "over"] { #expect(both.contains(#""state":"\#(state)""#), "\(both)") }
    let text = try ProgramRun(["account", "1001"], in: home).output
    let lines = text.split(separator: "\n")
    #expect(
      lines.contains { $0.contains("1 234.56  USD  0.00  active") && $0.contains("3 weekly") }, "\(text)")
    #expect(
      lines.contains { $0.contains("replaced") && $0.contains("2 monthly, replaced Fri 27 Nov 2026") },
      "\(text)")
  }

  @Test("A logged promise is in the journal, the promises and the queue")
  func log() throws {
    let log = try ProgramRun(
      [
        "log", "01001", "--result", "pp", "--amount", "1200.00", "--date", "2026-12-04", "--method", "ach",
        "--who",
        "Jane", "--note", "after lunch", "--format", "csv", "--collector", "maria",
      ], in: home)
    #expect(log.status == 0, "\(log.said)")
    #expect(
      log.output == """
        entry,account,day,result,next_action,next_date
        3,1001,2026-11-27,PP,call,2026-11-30

        """)
    #expect(
      try ProgramRun(["promises", "--format", "csv"], in: home).output == """
        account,taken_on,date,amount,currency,method,state,paid,level,name,who,in_grace,discount,discount_until,discount_state,to_be_credited
        1001,2026-11-27,2026-12-04,1200.00,USD,ach,open,0.00,1,Acme,Jane,no,,,,

        """)
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    for part in [#""note":"after lunch""#, #""collector":"maria""#, #""promised":"1000.00""#] {
      #expect(account.contains(part))
    }
  }

  @Test(
    "A call that was logged is said back as it was understood, then the next step",
    arguments: [
      (
        ["PP", "--amount", "1200.00", "--date", "fri", "--method", "ach", "--who", "Jane"],
        "PP promise to pay 1 200.00 USD on Fri 4 Dec by ACH · Jane.\n"
          + "Invoices A-1, A-2. Next: call, Mon 30 Nov 2026.\n"
      ),
      (["NA"], "NA no answer.\nNext: call, due since Fri 2 Oct 2026.\n"),
    ])
  func saidBack(arguments: [String], words: String) throws {
    let run = try ProgramRun(["log", "1001", "--result"] + arguments, in: home)
    #expect(run.output == "Entry 3 on 1001 Acme: " + words, "\(run.said)")
  }

  @Test("A search without a match says so beside the empty list")
  func noMatch() throws {
    let search = ["queue", "--search", "zzzz"]
    let run = try ProgramRun(search, in: home)
    #expect(run.status == 0)
    #expect(
      run.said == "No account of this queue matches \"zzzz\". --view all looks in every account.\n")
    #expect(try ProgramRun(search + ["--view", "all"], in: home).said.hasSuffix("\"zzzz\".\n"))
    #expect(try ProgramRun(search + ["--format", "csv"], in: home).said == "")
    #expect(try ProgramRun(["queue", "--search", "acme"], in: home).said == "")
  }

  @Test("A backup is told in every format")
  func backup() throws {
    let (copy, book) = (home.path + "/copy.kept", home.path + "/.local/share/kept/book.kept")
    func told(_ format: String) throws -> String {
      try ProgramRun(["backup", copy, "--format", format], in: home).output
    }
    #expect(try told("text") == "The book is backed up to \(copy).\n")
    #expect(try told("csv") == "backup,book,spared,problems\n\(copy),\(book),,0\n")
    #expect(
      try told("json").replacing("\\/", with: "/")
        == #"{"backup":"\#(copy)","book":"\#(book)","problems":[],"spared":null}"# + "\n")
  }

  @Test("What was said before a day is all that --as-of shows, and it writes nothing")
  func asOf() throws {
    _ = try ProgramRun(["log", "1001", "--result", "PP", "--date", "2026-12-04"], in: home)
    let database = "$HOME/.local/share/kept/book.kept"
    let before = try ProgramRun(shell: "cksum < \(database)", in: home).output
    let past = ["--as-of", "2026-11-26", "--format", "csv"]
    #expect(try ProgramRun(["promises"] + past, in: home).output.split(separator: "\n").count == 1)
    let aging = try ProgramRun(["aging"] + past, in: home).output
    #expect(aging.contains("\n1001,Acme,USD,0.00,234.56,1000.00,0.00,0.00,0.00,1234.56\n"))
    let queue = try ProgramRun(["queue"] + past, in: home).output
    #expect(queue.contains("\n1,1001,Acme,USD,"))
    #expect(try ProgramRun(shell: "cksum < \(database)", in: home).output == before)
  }

  @Test(
    "The queue of today and the queue derived for today are the same", arguments: ["mine", "everyone", "all"])
  func twoWays(view: String) throws {
    _ = try ProgramRun(["log", "1001", "--result", "NA"], in: home)
    let stored = try ProgramRun(["queue", "--view", view, "--format", "csv"], in: home)
    let derived = try ProgramRun(
      ["queue", "--view", view, "--format", "csv", "--as-of", "2026-11-27"], in: home)
    #expect(stored.status == 0)
    #expect(stored.output.split(separator: "\n").count > 1)
    #expect(stored.output == derived.output)
  }

  @Test(
    "Somebody without accounts lists everyone's queue, and is told so",
    arguments: [[], ["--as-of", "2026-11-27"]])
  func nothingOfOnesOwn(past: [String]) throws {
    let customers = "Customer No,Customer Name,Collector\n1001,Acme,bob\n1002,Borealis,bob\n"
    _ = try ProgramRun(["import", home.write(customers, to: "customers.csv")], in: home)
    let queue = ["queue", "--collector", "ann"] + past
    let everyone = ["queue", "--collector", "ann", "--view", "everyone", "--format", "csv"] + past
    let run = try ProgramRun(queue + ["--format", "csv"], in: home)
    #expect(run.output == (try ProgramRun(everyone, in: home).output))
    #expect(run.output.split(separator: "\n").count > 1)
    #expect(run.said == "")
    let text = try ProgramRun(queue, in: home)
    #expect(text.said == "Nothing is due in the queue of ann. This is everyone's.\n")
    #expect(text.output.contains("Acme"))
  }

  @Test(
    "65: a call that cannot be recorded is told why, and nothing is",
    arguments: [
      ["1001", "--result", "XX"], ["1001", "--result", "PP"],
      ["1001", "--result", "PP", "--date", "2026-11-01"],
      ["1001", "--result", "PP", "--date", "fri", "--amount", "1e3"], ["4711", "--result", "NA"],
      ["1001", "--result", "PP", "--date", "fri", "--invoice", "Z-9"], ["1001", "--result", "SK"],
    ])
  func refused(arguments: [String]) throws {
    let run = try ProgramRun(["log"] + arguments, in: home)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(!run.said.isEmpty)
    #expect(try ProgramRun(["verify"], in: home).output.contains("Journal head: 2 "))
  }

  @Test("A skip takes any reason, and keeps it as the note")
  func skip() throws {
    let run = try ProgramRun(["log", "1001", "--result", "SK", "--reason", "no time"], in: home)
    #expect(run.status == 0, "\(run.said)")
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""note":"no time""#) && account.contains(#""reason":null"#))
  }

  @Test(
    "64: an option that the result does not ask for is named",
    arguments: [
      (["NA", "--amount", "5", "--method", "ach"], "NA, no answer, does not ask for --amount, --method."),
      (["VM", "--why-late", "x"], "VM, left voicemail, does not ask for --why-late."),
      (
        ["PP", "--date", "fri", "--dispute-reason", "price"],
        "PP, promise to pay, does not ask for --dispute-reason."
      ),
    ])
  func idleOptions(arguments: [String], sentence: String) throws {
    let run = try ProgramRun(["log", "1001", "--result"] + arguments, in: home)
    #expect(run.status == 64)
    #expect(run.said.contains(sentence))
    #expect(try ProgramRun(["verify"], in: home).output.contains("Journal head: 2 "))
  }

  @Test("No sentence of the command line names a key of the form")
  func noKeys() throws {
    for wrong in [
      ["PP", "--date", "fri", "--method", "x"], ["PP", "--date", "fri", "--invoice", "Z-9"], ["DI"],
      ["NA", "--action", "x"], ["RF", "--reason", "x"], ["DI", "--invoice", "A-1"],
      ["DI", "--invoice", "A-1", "--dispute-reason", "x"],
    ] {
      let run = try ProgramRun(["log", "1001", "--result"] + wrong, in: home)
      #expect(run.status == 65)
      #expect(!run.said.contains("F4") && !run.said.contains("Press"), "\(run.said)")
    }
  }

  @Test("A sound book and its copy verify; a changed journal does not")
  func verify() throws {
    _ = try ProgramRun(["log", "1001", "--result", "NA", "--note", "rang out"], in: home)
    let sound = try ProgramRun(["verify", "--format", "json"], in: home)
    #expect(sound.status == 0)
    #expect(sound.output.contains(#""ok":true,"problems":[],"remarks":[]"#), "\(sound.output)")
    #expect(sound.output.contains(#""anchors":0,"#), "\(sound.output)")
    let copy = home.path + "/copy.kept"
    #expect(try ProgramRun(["backup", copy], in: home).status == 0)
    #expect(try ProgramRun(["verify", "--database", copy], in: home).status == 0)

    let database = home.path + "/.local/share/kept/book.kept"
    let head = try ProgramRun(["verify"], in: home).output.split(separator: "\n").last?
      .split(separator: ": ").last.map(String.init)
    let anchor = try #require(head)
    let other = home.path + "/other.kept"
    _ = try ProgramRun(["import", home.path + "/invoices.csv", "--database", other], in: home)
    let cut = try ProgramRun(
      ["verify", "--database", other, "--anchor", anchor, "--format", "json"], in: home)
    #expect(cut.status == 1)
    #expect(cut.output.contains(#""ok":false,"problems":[{"account":null,"#), "\(cut.output)")
    #expect(cut.output.contains(#""anchors":1,"#), "\(cut.output)")
    #expect(try ProgramRun(["verify", "--database", database, "--anchor", anchor], in: home).status == 0)
    #expect(try ProgramRun(["verify", "--anchor", "x"], in: home).status == 64)
  }

  @Test("65: a backup that would take the place of another book is not made")
  func anotherBook() throws {
    let other = home.path + "/other.kept"
    _ = try ProgramRun(["import", home.path + "/invoices.csv", "--database", other], in: home)
    _ = try ProgramRun(["log", "1001", "--result", "NA", "--database", other], in: home)
    let backup = try ProgramRun(["backup", other], in: home)
    #expect(backup.status == 65)
    #expect(backup.said.hasPrefix("\(other) is a book, but no earlier state of this one"))
    #expect(try ProgramRun(["verify", "--database", other], in: home).output.contains("Journal head: 3 "))
  }

  @Test("Words that occur in one account alone open it; several are named, and nothing is recorded by words")
  func accountByWords() throws {
    let one = try ProgramRun(["account", "borea"], in: home)
    #expect(one.status == 0 && one.output.contains("Borealis"), "\(one.said)")
    let several = try ProgramRun(["account", "-1"], in: home)
    #expect(several.status == 64, "an option that does not exist")
    let both = try ProgramRun(["account", "a"], in: home)
    #expect(both.status == 65)
    #expect(both.said.contains("1001 Acme, 1002 Borealis have to do with it"), "\(both.said)")
    let none = try ProgramRun(["account", "yarrow"], in: home)
    #expect(
      none.said.contains("There is no account “yarrow”. `kept queue --view all` lists all."), "\(none.said)")
    let log = try ProgramRun(["log", "borea", "--result", "NA"], in: home)
    #expect(log.status == 65)
    #expect(log.said.contains("1002 Borealis"), "\(log.said)")
    #expect(!(try ProgramRun(["account", "1002"], in: home).output.contains("no answer")))
  }

  @Test("What is retried under the same name is recorded once")
  func actionID() throws {
    let line = ["log", "1001", "--result", "NA", "--action-id", "nightly-42", "--format", "csv"]
    let first = try ProgramRun(line, in: home)
    #expect(first.status == 0, "\(first.said)")
    let again = try ProgramRun(line, in: home)
    #expect(again.status == 0 && again.output == first.output)
    #expect(again.said.contains("This was recorded before, as entry 3. Nothing was added."), "\(again.said)")
    let other = try ProgramRun(["log", "1002", "--result", "NA", "--action-id", "nightly-42"], in: home)
    #expect(other.status == 65 && other.said.contains("another account"), "\(other.said)")
    for name in ["x", "two words", "tab\there-and-there", "nächtlich-42", String(repeating: "a", count: 65)] {
      let run = try ProgramRun(["log", "1002", "--result", "NA", "--action-id", name], in: home)
      #expect(run.status == 64 && run.said.contains("letters, digits and hyphens"), "\(name)")
    }
  }
}
