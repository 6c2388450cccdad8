import Testing

@Suite("Invoices with their promises, for the accounting system")
struct PromisedPartsTests {
  let home: Home

  /// Birch has promised both invoices for a Friday.
  init() throws {
    home = try Home()
    let invoices = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      2,Birch,B-1,2026-09-01,2026-10-01,50.00,USD
      2,Birch,B-2,2026-09-01,2026-10-05,70.00,USD

      """
    try run("import", home.write(invoices, to: "i.csv"))
    try run("log", "2", "pp 120 2026-12-04")
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    let run = try ProgramRun(arguments, in: home)
    try #require(run.status == 0, "\(arguments) \(run.said)")
    return run.output
  }

  @Test(
    "Money is expected on the promised day, and where a payment run is known on the first that can pay it")
  func expected() throws {
    func rows(_ day: String) -> String {
      """
      account,invoice,matter,kind,taken_on,date,expected,amount,currency,state,name
      2,B-1,3.1,promise,2026-11-27,2026-12-04,\(day),50.00,USD,open,Birch
      2,B-2,3.1,promise,2026-11-27,2026-12-04,\(day),70.00,USD,open,Birch

      """
    }
    #expect(try run("promises", "--by-invoice", "--format", "csv") == rows("2026-12-04"))
    try run("payment-run", "2", "thu")
    #expect(try run("promises", "--by-invoice", "--format", "csv") == rows("2026-12-10"))
    #expect(
      try run("promises", "--by-invoice", "--state", "broken", "--format", "tsv").split(separator: "\n").count
        == 1)
  }
}
