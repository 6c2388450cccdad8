import Testing

@Suite("What --map learned of a file's columns")
struct MappingTests {
  let home: Home

  init() throws { home = try Home() }

  /// Answers for customer, amount, date and number; no column tells the due date; the currency.
  private func map(_ rows: String, _ option: String = "") throws -> ProgramRun {
    _ = try home.write("Wer,Was,Wann,Wieviel\n" + rows, to: "export.csv")
    return try ProgramRun(
      shell: "printf 'Wer\nWieviel\nWann\nWas\n\nUSD\n' | $KEPT import --map \(option) $HOME/export.csv",
      in: home)
  }

  /// How the same headings fare when nobody is asked.
  private func status(of rows: String) throws -> Int32 {
    try ProgramRun(
      ["import", home.write("Wer,Was,Wann,Wieviel\n" + rows, to: "next.csv")], in: home
    ).status
  }

  @Test("is used for the next file of the same form once the import was accepted")
  func accepted() throws {
    #expect(try status(of: "A,1,2026-01-31,5.00\n") == 65)
    let run = try map("A,1,2026-01-31,5.00\n")
    #expect(run.status == 0, "\(run.said)\(run.output)")
    #expect(try status(of: "A,2,2026-01-31,5.00\n") == 0)
  }

  @Test(
    "is forgotten when nothing was stored",
    arguments: [("A,1,2026-01-31,1e3\n", "", 65), ("A,1,2026-01-31,5.00\n", "--dry-run", 0)])
  func notAccepted(rows: String, option: String, status: Int) throws {
    let run = try map(rows, option)
    #expect(Int(run.status) == status, "\(run.said)\(run.output)")
    #expect(try self.status(of: "A,2,2026-01-31,5.00\n") == 65)
  }
}

@Suite("What --word and --ignore said of a file's words and columns")
struct ExplainedWordsTests {
  let home: Home
  private static let head = "Customer,Invoice No,Invoice Date,Amount,Type,Reste client\n"

  init() throws { home = try Home() }

  private func take(_ rows: String, _ options: String...) throws -> ProgramRun {
    try ProgramRun(["import", home.write(Self.head + rows, to: "export.csv")] + options, in: home)
  }

  @Test("is known for the next file of the same form, in any spelling, until it is said anew")
  func remembered() throws {
    let rows = "A,1,2026-01-31,5.00,Rectificatif,50\n"
    #expect(try take(rows).status == 65)
    #expect(try take(rows, "--ignore", "reste client").status == 65)
    let said = ["--ignore", "reste client", "--word", "RECTIFICATIF=credit_note"]
    #expect(try take(rows, said[0], said[1], said[2], said[3]).status == 0)
    let next = try take("A,1,2026-01-31,5.00,rectificatif,50\nA,2,2026-01-31,7.00,Rectificatif,50\n")
    #expect(
      next.status == 0 && next.output.contains("payments: 1 added, 0 changed, 1 unchanged"), "\(next.output)")
    let anew = try take("A,3,2026-01-31,7.00,Rectificatif,50\n", "--word", "Rectificatif=invoice")
    #expect(anew.output.contains("invoices: 1 added"), "\(anew.output)")
    #expect(try take("A,4,2026-01-31,7.00,RECTIFICATIF,50\n").output.contains("invoices: 1 added"))
  }

  @Test("that a column to be left out is not there is told")
  func misspelt() throws {
    let run = try take("A,1,2026-01-31,5.00,Invoice,\n", "--ignore", "Rest client")
    #expect(
      run.status == 0 && run.output.contains("It has no column \"Rest client\" that could be left out."))
  }

  @Test("a list of a day to come is refused")
  func ofTomorrow() throws {
    let rows = "A,1,2026-01-31,5.00,Invoice,\n"
    let run = try take(rows, "--as-of", "2026-11-27", "--today", "2026-11-26")
    #expect(
      run.status == 65 && run.output.contains("which has not come: it is 2026-11-26"),
      "\(run.output)\(run.said)")
    #expect(try take(rows, "--as-of", "2026-11-26", "--today", "2026-11-26").status == 0)
  }

  @Test("has to be a word and a meaning", arguments: ["Avoir", "Avoir=", "=paid", "*=paid", "Avoir=nothing"])
  func wrong(word: String) throws {
    #expect(try take("A,1,2026-01-31,5.00,Avoir,\n", "--word", word).status == 64)
  }
}
