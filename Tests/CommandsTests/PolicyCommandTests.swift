import Settings
import Testing

@Suite("kept policy")
struct PolicyCommandTests {
  let home: Home
  static let shipped = PolicyFile.shippedText
  static let digest = PolicyFile.digest(of: shipped)

  /// A book of Fri 27 Nov 2026 with an invoice that fell due on Wed 25 Nov, and a voicemail on another account.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-10-25,2026-11-25,1000.00,USD
      1002,Bolt,B-1,2026-09-01,2026-10-01,200.00,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
    try #require(try ProgramRun(["log", "1002", "--result", "VM"], in: home).status == 0)
  }

  private func kept(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["policy"] + arguments, in: home)
  }

  private func changed(_ name: String = "new.toml", _ pairs: (String, String)...) throws -> String {
    var text = Self.shipped
    for (old, new) in pairs {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    return try home.write(text, to: name)
  }

  private var head: String { get throws { try ProgramRun(["verify"], in: home).output } }

  @Test("shows the text alone on the output, and beside it digest, day and who")
  func show() throws {
    let run = try kept("show")
    #expect(run.output == Self.shipped)
    #expect(run.said.hasPrefix("Policy \(Self.digest), in force since Fri 27 Nov 2026, adopted by "))
    #expect(run.said.hasSuffix(" with entry 1.\n"))
    let json = try kept("show", "--format", "json").output
    #expect(json.contains(#""digest":"\#(Self.digest)""#) && json.contains(#""since":"2026-11-27""#))
    #expect(json.contains(#""entry":1"#) && json.contains(##""text":"# The policy"##))
    #expect(try kept("show", "2026-11-26").status == 65)
    #expect(try kept("show", "2026-11-27").output == Self.shipped)
  }

  @Test("checks a file: every fault with its place, and nothing is changed")
  func faults() throws {
    let before = try head
    let lines = Self.shipped.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex(of: "grace_days = 2")) + 1
    let path = try changed(
      "bad.toml", ("grace_days = 2", "grace_days = \"2\""), ("key = \"n\"", "key = \"N\""))
    let run = try kept("check", path)
    #expect(run.status == 78)
    #expect(
      run.output.hasPrefix(
        "\(path) has 2 faults:\n  line \(line), column 14: grace_days must be a whole number"))
    #expect(run.output.contains("column 24: key is \"N\"; it must be one letter from a to z.\n"))
    let csv = try kept("check", path, "--format", "csv").output
    #expect(csv.hasPrefix("file,line,column,list,code,entries,problem\n\(path),\(line),14,,,,"))
    #expect(try kept("check", path, "--format", "json").output.contains(#""sound":false"#))
    #expect(try kept("apply", path).status == 78)
    #expect(try head == before)
  }

  @Test(
    "refuses a policy without a code that the journal holds, and says in how many entries; retired it is taken"
  )
  func usedCode() throws {
    let line = try #require(Self.shipped.split(separator: "\n").first { $0.contains(#"code = "VM""#) })
    let path = try changed("without.toml", (line + "\n", ""))
    let check = try kept("check", path)
    #expect(check.status == 78)
    #expect(
      check.output.contains("is a sound policy.") && check.output.contains("  calls.results VM, in 1 entry\n")
    )
    let refused = try kept("apply", path)
    #expect(refused.status == 78)
    #expect(
      refused.said.hasPrefix("Nothing was changed. The journal holds codes that \(path) does not have: "))
    #expect(try kept("show").output == Self.shipped)
    let retired = try changed(
      "retired.toml", (#"meaning = "left voicemail""#, #"meaning = "left voicemail", retired = true"#))
    #expect(try kept("check", retired).status == 0)
    #expect(try kept("apply", retired).output.contains("  calls.results: VM retired\n"))
    let story = try ProgramRun(["account", "1002"], in: home).output
    #expect(story.contains("left voicemail"), "\(story)")
    let unused = try #require(Self.shipped.split(separator: "\n").first { $0.contains(#"code = "HU""#) })
    #expect(try kept("check", changed("unused.toml", (unused + "\n", ""))).status == 0)
  }

  @Test("says what a file would change, rule by rule, and for how many accounts, and changes nothing")
  func diff() throws {
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1003,Cole,C-1,2026-11-03,2026-12-02,300.00,USD

      """
    _ = try ProgramRun(["import", home.write(export, to: "due.csv")], in: home)
    try #require(try ProgramRun(["payment-run", "1003", "thu"], in: home).status == 0)
    let before = try head
    let path = try changed(
      "new.toml", ("breaks_after = 2", "breaks_after = 1"), ("\npre_run_days = 3", "\npre_run_days = 10"))
    let run = try kept("diff", path)
    #expect(run.status == 0)
    #expect(
      run.output.hasSuffix(
        "\n  \(path)\nplans: breaks_after 2 → 1\npre_run_days 3 → 10\n"
          + "Of 3 accounts 1 would have another row: another lane 1, another next step 1. "
          + "Another band of priority: 0.\n"), "\(run.output)")
    #expect(
      try kept("diff", path, "--format", "csv").output
        == "rule,code,key,change,before,after\nplans,,breaks_after,changed,2,1\n,,pre_run_days,changed,3,10\n"
    )
    #expect(
      try kept("diff", path, "--format", "json").output.hasPrefix(
        #"{"accounts":{"band":0,"changed":1,"lane":1,"next_step":1,"total":3},"changes":[{"#))
    #expect(try kept("diff").output.hasSuffix("It is the same text.\n"))
    #expect(try head == before)
  }

  @Test("applies a text as an entry of the journal, once, and knows what was in force before")
  func apply() throws {
    let path = try changed("new.toml", ("breaks_after = 2", "breaks_after = 1"))
    let digest = PolicyFile.digest(of: Self.shipped.replacing("breaks_after = 2", with: "breaks_after = 1"))
    let first = try kept("apply", path, "--collector", "maria", "--today", "2026-11-27", "--format", "csv")
    #expect(
      first.output == "applied,digest,since,entry,changes\nyes,\(digest),2026-11-27,4,1\n", "\(first.said)")
    let head = try head
    #expect(head.hasPrefix("The book is sound.\n"))
    let second = try kept("apply", path)
    #expect(second.status == 0)
    #expect(second.output.hasPrefix("The book goes by this policy already. Nothing was changed.\n"))
    #expect(try self.head == head)
    #expect(try kept("show").said.contains("adopted by maria ("))
    let back = try home.write(kept("show", "--shipped").output, to: "shipped.toml")
    #expect(try kept("apply", back).output.contains("\n  plans: breaks_after 1 → 2\n"))
    #expect(try ProgramRun(["account", "1002"], in: home).output.contains("left voicemail"))
  }

  @Test("a book that is looked at on another day adopts nothing")
  func otherDay() throws {
    let path = try changed("new.toml", ("breaks_after = 2", "breaks_after = 1"))
    let run = try kept("apply", path, "--today", "2030-01-02")
    #expect(run.status == 65)
    #expect(try kept("show").output == Self.shipped)
  }
}
