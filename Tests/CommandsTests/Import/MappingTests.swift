import Testing

@Suite("What --map learned of a file's columns")
struct MappingTests {
  let home: Home

  init() throws { home = try Home() }

  /// Answers for customer, number, date and amount; further questions have no columns left.
  private func map(_ rows: String, _ option: String = "") throws -> ProgramRun {
    _ = try home.write("Wer,Was,Wann,Wieviel\n" + rows, to: "export.csv")
    return try ProgramRun(
      shell: "printf 'Wer\nWas\nWann\n\nWieviel\n' | $KEPT import --map \(option) $HOME/export.csv", in: home)
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
