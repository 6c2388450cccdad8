import Receivables
import Testing
import TextScreen

@testable import Workbench

/// A file before it is taken into the book.
struct ImportScreenTests {
  /// A file with two questions, or with none.
  private static func sight(_ questions: Int = 2, refusals: [String] = []) -> ImportSight {
    var sight = ImportSight(path: "exports/november.csv", answers: ImportAnswers())
    sight.found = ["Its headings stand on line 4.", "It is read as \"Xero invoices\"."]
    sight.refusals = refusals
    sight.questions = Array(
      [
        ImportQuestion(
          "\"Avoir\" under Type: 3 lines, 1 200.00 EUR, first line 7. What is it?",
          [
            .init("credit note, probably", .word("Avoir", means: "credit_note")),
            .init("invoice", .word("Avoir", means: "invoice")),
          ]),
        ImportQuestion(
          "\"NAA8\" under Terms: 1 line, 50.00 EUR, first line 9. What is it?",
          [.init("net 30", .word("NAA8", means: "net 30"))], term: "NAA8"),
      ].prefix(questions))
    sight.counts = [
      "customers: 2 added, 0 changed, 14 unchanged", "invoices: 9 added, 1 changed, 120 unchanged",
    ]
    sight.notes = ["12 lines come to 4 711.00 EUR; the file's own total agrees: 4 711.00 EUR."]
    sight.columns = [
      ImportColumn(
        heading: "Contact", role: "customer name", samples: ["Alder & Sons", "Birch"],
        choices: [.init("not read", .ignore("Contact"))]),
      ImportColumn(
        heading: "Notes", role: nil, samples: ["call first"],
        choices: [.init("reference", .column("Notes", role: "reference"))]),
    ]
    sight.rows = [
      ["Alder & Sons (1001)", "invoice", "INV-17", "2026-10-01", "2026-10-31", "1 200.00 EUR", "700.00"],
      ["Birch (1002)", "credit note", "CN-3", "2026-10-05", "", "50.00 EUR", "50.00"],
    ]
    sight.differences = ["added (line 5): invoice INV-17 of 1001: 1 200.00 EUR, due 2026-10-31"]
    sight.moreDifferences = 8
    return sight
  }

  private static func bench(_ sight: ImportSight, size: Size = Size(columns: 80, rows: 24)) throws
    -> DeskBench
  {
    var bench = try DeskBench(Book.six(), size: size)
    try bench.send(.sighted(sight))
    return bench
  }

  @Test("is readable at every size", arguments: [2, 0], Golden.sizes)
  func looks(questions: Int, size: Size) throws {
    let name = questions == 0 ? "ready" : "asking"
    try Golden.check(
      try Self.bench(Self.sight(questions), size: size).frame, "import-\(name)-\(size.columns)x\(size.rows)")
  }

  @Test("an answer is given once and the file looked at again with it")
  func answering() throws {
    var bench = try Self.bench(Self.sight())
    try bench.press(.function(10))
    #expect(bench.message == "2 questions are to be answered first.")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("> credit note, probably") })
    try bench.press(.enter)
    var answers = ImportAnswers()
    answers.add(.word("Avoir", means: "credit_note"))
    #expect(bench.effects == [.book(.sight("exports/november.csv", answers))])
    var next = Self.sight()
    next.questions.removeFirst()
    next.answers = answers
    try bench.send(.sighted(next))
    #expect(bench.desk.screens.indices.count == 2)
    // Terms can be typed.
    try bench.press(.enter)
    try bench.type("45 days")
    try bench.press(.enter)
    answers.add(.word("NAA8", means: "45 days"))
    #expect(bench.effects == [.book(.sight("exports/november.csv", answers))])
  }

  @Test("what is said of a column is the last word on it")
  func columns() throws {
    var bench = try Self.bench(Self.sight(0))
    while !bench.lines.contains(where: { $0.hasPrefix("> Notes") }) { try bench.press(.down) }
    try bench.press(.enter)
    try bench.press(.enter)
    var answers = ImportAnswers()
    answers.add(.column("Notes", role: "reference"))
    #expect(bench.effects == [.book(.sight("exports/november.csv", answers))])
    answers.add(.ignore("Notes"))
    #expect(answers.columns == [:] && answers.ignored == ["Notes"])
  }

  @Test("when all is said, Enter and F10 take it", arguments: [Key.enter, .function(10)])
  func taking(key: Key) throws {
    var bench = try Self.bench(Self.sight(0))
    try bench.press(key)
    #expect(bench.effects == [.book(.importFile("exports/november.csv", ImportAnswers()))])
  }

  @Test("what is refused cannot be taken, and says why")
  func refused() throws {
    var bench = try Self.bench(Self.sight(0, refusals: ["line 12: The date is missing."]))
    #expect(bench.lines.contains { $0.contains("line 12: The date is missing.") })
    try bench.press(.function(10))
    #expect(bench.effects == [] && bench.message == "The file cannot be taken as it is; why is said above.")
    try bench.press(.escape)
    #expect(bench.desk.screens.indices.count == 1)
  }
}
