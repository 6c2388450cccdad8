import Receivables
import SampleEntries
import Testing

/// 5 000.00 past due on Thu 26 November 2026.
@Suite("Instalments, as they are typed")
struct InstalmentFormTests {
  private func picture() throws -> AccountPicture {
    var account = AccountSketch()
    try account.invoice(500_000, due: "2026-10-27", number: "4711")
    return try account.picture("2026-11-26")
  }

  private func completed(_ parts: [TypedCall.Part]) throws -> EntryBody {
    try TypedCall(parts, on: try picture(), tagged: [], policy: try .shipped, zones: [:]).completed().body
  }

  private func plan(_ texts: [CallLine: String]) throws -> EntryBody {
    let rule = try #require(try Policy.shipped.result("PL"))
    return try completed([TypedCall.Part(rule, texts)])
  }

  private func told(_ body: EntryBody) throws -> String {
    let plan = try #require(body.first(PlanTerms.self))
    return plan.instalments.map { "\($0.due.iso.dropFirst(5)) \(Money(minor: $0.amount, .usd).text)" }
      .joined(separator: ", ")
  }

  static let samples: [(String, String)] = [
    ("3", "11-27 1666.66, 12-27 1666.66, 01-27 1666.68"), ("2 weekly", "11-27 2500.00, 12-04 2500.00"),
    ("2000 weekly", "11-27 2000.00, 12-04 2000.00, 12-11 1000.00"),
    ("2k f", "11-27 2000.00, 12-11 2000.00, 12-25 1000.00"),
    ("2,500.00 monthly", "11-27 2500.00, 12-27 2500.00"), ("4999.99", "11-27 4999.99, 12-27 0.01"),
    ("2500 usd weekly", "11-27 2500.00, 12-04 2500.00"), ("usd 2500", "11-27 2500.00, 12-27 2500.00"),
    ("4 dec, 18 dec, 8 jan", "12-04 1666.66, 12-18 1666.66, 01-08 1666.68"),
    ("4 dec,18 dec", "12-04 2500.00, 12-18 2500.00"),
    ("4 dec 1000, 18 dec 500, 8 jan", "12-04 1000.00, 12-18 500.00, 01-08 3500.00"),
    ("4 dec 1000, 18 dec 500, 8 jan 2000", "12-04 1000.00, 12-18 500.00, 01-08 2000.00"),
    ("fri 1,000.50, eom 1.2k usd, 15 jan", "11-27 1000.50, 11-30 1200.00, 01-15 2799.50"),
    ("2026-12-04 1000, 2027-01-08", "12-04 1000.00, 01-08 4000.00"),
  ]

  @Test("are a number, an amount at a time, or days of their own", arguments: samples)
  func understood(typed: String, instalments: String) throws {
    let isOwn = typed.contains(", ") || typed.contains(",18")
    var texts: [CallLine: String] = [.instalments: typed]
    if !isOwn { texts[.date] = "fri" }
    let body = try plan(texts)
    #expect(try told(body) == instalments)
    let again = try completed(try body.typed(on: try picture(), policy: try .shipped))
    #expect(again == body)
  }

  @Test("a whole number up to the most instalments is how many, what is larger is how much")
  func line() throws {
    let most = ProposedPlan.mostInstalments
    func instalments(_ typed: String) throws -> [PlanTerms.Instalment] {
      let body = try plan([.instalments: typed, .date: "fri", .approval: "Ann"])
      return try #require(body.first(PlanTerms.self)).instalments
    }
    #expect(try instalments("\(most) weekly").count == most)
    #expect(try instalments("\(most + 1) weekly").first?.amount == Int64(most + 1) * 100)
    #expect(try instalments("120.00 weekly").first?.amount == 12_000)
  }

  @Test(
    "what cannot be is told at its line with what can be typed",
    arguments: [
      ("many", "“many” are no instalments. Type 3, 6 weekly, 500 weekly or days: 4 dec, 18 dec 500, 8 jan."),
      ("1", "“1” are no instalments."), ("0", "“0” are no instalments."), ("-3", "“-3” are no instalments."),
      ("4 dec", "One day is no plan."), ("500 yearly", "“500 yearly” are no instalments."),
      ("5000 weekly", "5 000.00 USD at a time pays 5 000.00 USD at once."),
      ("12.345", "“12.345” is not an amount."), ("0.00 weekly", "The amount must be more than zero."),
      ("10.00 weekly", "10.00 USD at a time is more than 120 instalments for 5 000.00 USD."),
      ("500 eur weekly", "Nothing is open in EUR on this account."),
      ("18 dec, 4 dec", "Fri 4 Dec 2026 does not come after Fri 18 Dec 2026. Type the days in order."),
      ("4 dec, 4 dec", "Type the days in order."), ("4 dec, fir", "“fir” is not a day."),
      ("4 dec 1000, 18 dek", "“18 dek” is not a day."),
      ("4 dec 1000, 18 dec, 8 jan", "How much on Fri 18 Dec 2026? Only the last"),
      ("4 dec 3000, 18 dec 2000, 8 jan", "Nothing is left for the last instalment"),
      ("4 dec 3000, 18 dec 2500", "5 500.00 USD is more than is open."),
      ("2026-11-01, 4 dec", "Sun 1 Nov 2026 has passed."),
      (
        "4 dec 2027, 8 jan",
        "“4 dec 2027” may be Sat 4 Dec 2027, or 2027 on Fri 4 Dec 2026. Type the day as 2027-12-04, or 2027 with"
      ),
    ])
  func refused(typed: String, sentence: String) throws {
    let problem = try #require(throws: LineProblem.self) {
      try plan([.instalments: typed, .date: typed.contains(",") ? "" : "fri"])
    }
    #expect(problem.sentence.contains(sentence), "\(problem.sentence)")
    #expect(problem.field == .instalments || problem.field == .amount)
  }

  @Test("a date and an amount that are typed too must agree with days of their own")
  func agreement() throws {
    let days = "4 dec 1000, 18 dec 500"
    let date = try #require(throws: LineProblem.self) { try plan([.instalments: days, .date: "fri"]) }
    #expect(date.field == .date)
    #expect(
      date.sentence
        == "The instalments begin on Fri 4 Dec 2026, the date says Fri 27 Nov 2026. Leave the date empty.")
    let amount = try #require(throws: LineProblem.self) { try plan([.instalments: days, .amount: "2000"]) }
    #expect(amount.field == .instalments)
    #expect(amount.sentence.contains("The instalments come to 1 500.00 USD, not 2 000.00 USD."))
    #expect(try plan([.instalments: days, .date: "4 dec", .amount: "1500"]).first(PlanTerms.self) != nil)
  }

  @Test(
    "a limit of the policy holds for days of their own too, and the first instalment is said with the date")
  func limits() throws {
    let rule = try #require(try Policy.shipped.result("PL"))
    let far: [CallLine: String] = [.instalments: "4 dec, 2027-12-03"]
    let problem = try #require(throws: LineProblem.self) { try plan(far) }
    #expect(problem.field == .approval, "\(problem)")
    let reading = TypedCall(
      [TypedCall.Part(rule, far)], on: try picture(), tagged: [], policy: try .shipped, zones: [:]
    ).reading(of: 0)
    #expect(reading.needed == [.approval])
    #expect(try reading.day()?.iso == "2026-12-04")
  }

  @Test(
    "in one line they stand where no other word can be meant",
    arguments: [
      ("pl 3 weekly fri", "11-27 1666.66, 12-04 1666.66, 12-11 1666.68"),
      ("pl 2000 weekly fri", "11-27 2000.00, 12-04 2000.00, 12-11 1000.00"),
      ("pl 3000 3 fri", "11-27 1000.00, 12-27 1000.00, 01-27 1000.00"),
      ("pl fri 3000 2k weekly", "11-27 2000.00, 12-04 1000.00"),
      ("pl 1500 usd weekly fri 3000", "11-27 1500.00, 12-04 1500.00"),
      ("pl 4 dec, 18 dec, 8 jan 4711", "12-04 1666.66, 12-18 1666.66, 01-08 1666.68"),
      ("pl 4 dec 1000, 18 dec 500, 8 jan #11", "12-04 1000.00, 12-18 500.00, 01-08 3500.00"),
      ("pl 3000 4 dec, 18 dec", "12-04 1500.00, 12-18 1500.00"),
      ("pl 4 dec, 18 dec 3000", "12-04 1500.00, 12-18 1500.00"),
      ("pl 4 dec, 18 dec \"by wire\"", "12-04 2500.00, 12-18 2500.00"),
    ])
  func sentence(line: String, instalments: String) throws {
    let parts = try CallSentence(on: try picture(), policy: try .shipped).parts(of: line)
    #expect(try told(try completed(parts)) == instalments)
  }

  @Test(
    "in one line a list that is wrong is told as one",
    arguments: [
      ("pl 4 dec, 18 dek ach", 13, "“dek” is not understood"),
      ("pl 4 dec, 18 dec, ach", 3, "“ach” is not a day"),
      ("pl 4 dec, 18 dec,", 3, "Type a day behind the last comma"),
      ("pl ach 4 dec,", 3, "“ach” is not understood"),
      ("pl 4 dec 1000, 18 dec, 8 jan 500", 3, "How much on Fri 18 Dec 2026?"),
      ("pl 4 dec, ach", 3, "“ach” is not a day"),
    ])
  func wrongSentence(line: String, place: Int, sentence: String) throws {
    let problem = try #require(throws: SentenceProblem.self) {
      try CallSentence(on: try picture(), policy: try .shipped).parts(of: line)
    }
    #expect(problem.place == place)
    #expect(problem.sentence.contains(sentence), "\(problem.sentence)")
  }

  @Test("each that differs is read back, and all stand in one line")
  func words() throws {
    let body = try plan([.instalments: "4 dec 1000, 18 dec 500, 8 jan 200"])
    let said = try #require(body.readBack(try .shipped))
    #expect(
      said.contains(
        "in 3 instalments, 1 000.00 USD on Friday 4 December, 500.00 USD on Friday 18 December and "
          + "200.00 USD on Friday 8 January."), "\(said)")
    #expect(
      body.first(PlanTerms.self)?.schedule(seen: try day("2026-11-27"))
        == "Fri 4 Dec 1 000.00, Fri 18 Dec 500.00, Fri 8 Jan 200.00")
  }
}
