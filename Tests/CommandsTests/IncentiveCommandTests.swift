import Testing

@Suite("A discount from the command line")
struct IncentiveCommandTests {
  private let home: Home

  /// One invoice past due on Fri 27 Nov 2026.
  init() throws {
    home = try Home()
    let export = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1001,Acme,A-1,2026-09-01,2026-10-01,5000.00,USD

      """
    let run = try ProgramRun(["import", home.write(export, to: "invoices.csv")], in: home)
    try #require(run.status == 0, "\(run.said)")
  }

  private func log(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(["log", "1001"] + arguments, in: home)
  }

  @Test("is recorded with a promise, by option or in the line, and listed in every format")
  func recorded() throws {
    let run = try log("--result", "PP", "--date", "2026-12-04", "--method", "ach", "--discount", "2%")
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("2 % off, 100.00 USD, if 4 900.00 is paid by Fri 4 Dec"), "\(run.output)")
    let csv = try ProgramRun(["promises", "--format", "csv"], in: home).output
    #expect(csv.contains(",discount,discount_until,discount_state,to_be_credited\n"), "\(csv)")
    #expect(csv.hasSuffix(",no,100.00,2026-12-04,open,0.00\n"), "\(csv)")
    let text = try ProgramRun(["promises"], in: home).output
    #expect(text.contains("2 % off, 100.00 USD, if 4 900.00 is paid by Fri 4 Dec"), "\(text)")
    let json = try ProgramRun(["promises", "--format", "json"], in: home).output
    #expect(
      json.contains(
        #""incentive":{"amount":"100.00","approved_by":null,"basis_points":200,"credited":"0.00","currency":"USD""#
      ), "\(json)")
    let line = try log("pp 2026-12-11 less fee 40 until 2026-12-04")
    #expect(line.status == 0, "\(line.said)")
    let account = try ProgramRun(["account", "1001", "--format", "json"], in: home).output
    #expect(account.contains(#""kind":"waived_fee""#) && account.contains(#""to_be_credited":"0.00""#))
  }

  @Test("lapses by itself, and the account says so")
  func lapsed() throws {
    try #require(
      try log("--result", "PP", "--date", "2026-12-04", "--discount", "98 until 2026-12-02").status == 0)
    let account = try ProgramRun(["account", "1001", "--as-of", "2026-12-03"], in: home).output
    #expect(account.contains("discount of 98.00 USD lapsed on Wed 2 Dec"), "\(account)")
    #expect(account.contains("2026-12-02  discount of 98.00 USD lapsed"), "\(account)")
  }

  @Test("beyond the policy's limit it needs somebody to approve it, and a claim holds none")
  func refused() throws {
    let run = try log("--result", "PP", "--date", "2026-12-04", "--discount", "5%")
    #expect(run.status == 65 && run.said.contains("more than 3 % of 5 000.00 USD. Say who approved it."))
    let claim = try log("--result", "PS", "--discount", "2%")
    #expect(claim.status == 64 && claim.said.contains("does not ask for --discount"), "\(claim.said)")
    let approved = try log(
      "--result", "PP", "--date", "2026-12-04", "--discount", "5%", "--approved-by", "Ann Lee")
    #expect(approved.status == 0, "\(approved.said)")
  }
}
