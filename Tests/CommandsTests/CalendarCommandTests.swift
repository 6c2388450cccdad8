import Testing

@Suite("What was agreed for a day goes into a calendar")
struct CalendarCommandTests {
  let home: Home

  /// Acme is called back at 15:00 in New York, Birch has promised, Cedar is only past due.
  init() throws {
    home = try Home()
    let invoices = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      1,"Acme; Inc, \u{1B}[2J",A-1,2026-09-01,2026-10-01,100.00,USD
      2,Birch,B-1,2026-09-01,2026-10-01,50.00,USD
      3,Cedar,C-1,2026-09-01,2026-10-01,30.00,USD

      """
    let customers = """
      Customer No,Customer Name,Contact Name,Phone,Time Zone
      1,"Acme; Inc, \u{1B}[2J",Jane Doe,+1 555 0100,America/New_York

      """
    try run("import", home.write(customers, to: "c.csv"), home.write(invoices, to: "i.csv"))
    try run("log", "1", "cb 2026-12-01 1500 who:\"Jane Doe\" \"a private remark\"")
    try run("log", "2", "pp 50 2026-12-04")
  }

  @discardableResult
  private func run(_ arguments: String...) throws -> String {
    let run = try ProgramRun(arguments, in: home)
    try #require(run.status == 0, "\(arguments) \(run.said)")
    return run.output
  }

  @Test("Callbacks in UTC, checks all day, nothing that somebody typed, the same event each time")
  func calendar() throws {
    let text = try run("calendar", "--everyone").split(separator: "\r\n ").joined()
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines.filter { $0 == "BEGIN:VEVENT" }.count == 2, "\(text)")
    // 15:00 in New York, in winter.
    #expect(lines.contains("DTSTART:20261201T200000Z"), "\(text)")
    #expect(lines.contains { $0.hasPrefix("DTSTART;VALUE=DATE:202612") }, "\(text)")
    #expect(lines.contains("SUMMARY:call back: Acme\\; Inc\\, ␛[2J"), "\(text)")
    #expect(lines.contains { $0.hasPrefix("DESCRIPTION:Phone +1 555 0100\\nAccount 1\\ncall back on ") })
    #expect(!text.contains("private") && !text.contains("Jane") && !text.contains("Cedar"))
    let uids = lines.filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == 2)
    try run("log", "1", "cb 2026-12-02 1600 who:\"Jane Doe\"")
    let later = try run("calendar", "--everyone").split(separator: "\r\n").map(String.init)
    #expect(Set(later.filter { $0.hasPrefix("UID:") }) == Set(uids))
    #expect(later.contains("DTSTART:20261202T210000Z"))
  }
}
