import Testing

@Suite("An entry corrected from the command line")
struct CorrectionCommandTests {
  let home: Home

  /// An invoice past due on Fri 27 Nov 2026, and a promise for Fri 4 Dec.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,1000.00,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
    try log("--result", "PP", "--date", "2026-12-04", "--who", "Jane", "--note", "after lunch")
  }

  @discardableResult
  private func log(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["log", "1001"] + arguments, in: home)
  }

  private func account(_ format: String) throws -> String {
    try ProgramRun(["account", "1001", "--format", format], in: home).output
  }

  @Test("what is not said again stays, and every format tells which entry corrects which")
  func corrected() throws {
    let run = try log("--corrects", "3", "--because", "misheard", "--amount", "900.00")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("(corrects entry 3: misheard)"), "\(run.output)")
    let json = try account("json")
    for text in [
      #""corrected_by":4"#, #""corrects":3"#, #""corrects_because":"misheard""#, "after lunch",
    ] {
      #expect(json.contains(text), "\(json)")
    }
    #expect(try account("text").contains("(corrected by entry 4)"))
    let promises = try ProgramRun(["promises", "--format", "csv"], in: home).output
    #expect(promises.contains("900.00"))
    #expect(!promises.contains("1000.00"))
    #expect(try ProgramRun(["verify"], in: home).status == 0)
  }

  @Test(
    "is refused with what to do, and nothing is recorded",
    arguments: [
      (["--corrects", "3"], "go together"),
      (["--corrects", "9", "--because", "x"], "no entry 9"),
      (["--corrects", "3", "--because", "x"], "That is what entry 3 says."),
      (["--corrects", "3", "--because", "x", "--time", "14:00"], "does not ask for --time"),
      (["--corrects", "3", "--because", "x", "--withdraw"], "or --corrects NUMBER"),
    ])
  func refused(arguments: [String], sentence: String) throws {
    let run = try ProgramRun(["log", "1001"] + arguments, in: home)
    #expect(run.status != 0)
    #expect(run.said.contains(sentence), "\(run.said)")
    #expect(!(try account("json").contains(#""entry":4"#)))
  }

  @Test(
    "another result replaces the whole call; the second correction of the same entry is told of the first")
  func replaced() throws {
    #expect(try log("--corrects", "3", "--because", "other line", "--result", "NA").status == 0)
    let second = try log("--corrects", "3", "--because", "x", "--amount", "900.00")
    #expect(second.said.contains("Entry 4 stands in its place."), "\(second.said)")
    #expect(try log("--corrects", "4", "--because", "it was mail", "--action", "EM").status == 0)
    #expect(try account("text").contains("e-mail"))
  }
}
