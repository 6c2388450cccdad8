import Receivables
import SampleEntries
import Testing

@Suite("When a customer pays")
struct PaymentCalendarTests {
  @Test(
    "says which run can still pay what is said",
    arguments: [
      // Said on, for, rhythm, cut-off, approval, the run. Fri 1 May 2026 is a working day here.
      ("2026-04-29", "2026-05-01", "Thu", 0, 0, "2026-05-07"),
      ("2026-05-01", "2026-05-01", "Thu", 2, 0, "2026-05-07"),
      ("2026-05-05", "2026-05-06", "Thu", 2, 0, "2026-05-07"),
      ("2026-05-06", "2026-05-06", "Thu", 2, 0, "2026-05-14"),
      ("2026-05-04", "2026-05-06", "Thu", 2, 2, "2026-05-14"),
      ("2026-05-07", "2026-05-01", "Thu", 0, 0, "2026-05-07"),
      ("2026-05-01", "2026-05-05", "2nd Thu", 2, 3, "2026-05-14"),
      ("2026-05-08", "2026-05-08", "2nd Thu", 2, 3, "2026-06-11"),
      ("2026-05-01", "2026-05-02", "monthly 1,15", 0, 0, "2026-05-15"),
    ])
  func feasible(said: String, on: String, rhythm: String, cutOff: Int, approval: Int, run: String) throws {
    let paying = PaymentCalendar(
      try #require(PaymentRun(text: rhythm)), cutOffDays: cutOff, approvalDays: approval)
    let calendar = try Policy.withoutHolidays.calendar
    #expect(
      try paying.feasibleRun(on: try day(on), said: try day(said), calendar).iso == run)
  }

  private func learn(_ text: String, cutOff: Int = 0, on made: String, _ account: inout AccountSketch) throws
    -> EntryNumber
  {
    let run = PaymentRun(text: text).map { PaymentCalendar($0, cutOffDays: cutOff) }
    return try account.enter(EntryBody(PaymentRunRecord(run, by: "Jane")), on: made)
  }

  @Test("is what was learned last as of a day, else what the books say; taken back, what was before")
  func effective() throws {
    var account = AccountSketch()
    account.file.customer.paymentRun = .weekly(.monday)
    _ = try learn("Thu", cutOff: 2, on: "2026-04-10", &account)
    let none = try learn("none", on: "2026-04-20", &account)
    #expect(try account.picture("2026-04-09").paying == PaymentCalendar(.weekly(.monday)))
    #expect(try account.picture("2026-04-10").paying == PaymentCalendar(.weekly(.thursday), cutOffDays: 2))
    #expect(try account.picture("2026-04-20").paying == nil)
    try account.enter(.reversal(of: none, reason: "misheard"), on: "2026-04-21")
    #expect(try account.picture("2026-04-21").paying == PaymentCalendar(.weekly(.thursday), cutOffDays: 2))
  }

  @Test(
    "speaks against a day on which no run can pay",
    arguments: [
      (0, "2026-05-01", "Said Fri 1 May; pays Thursdays; likely Thu 7 May."),
      (2, "2026-05-01", "Said Fri 1 May; pays Thursdays; cut-off Tue; likely Thu 7 May."),
      (2, "2026-05-07", nil),
      (5, "2026-05-07", "Said Thu 7 May; pays Thursdays; cut-off Thu 7 May; likely Thu 14 May."),
    ] as [(Int, String, String?)])
  func realism(cutOff: Int, said: String, remark: String?) throws {
    var account = AccountSketch()
    _ = try learn("Thu", cutOff: cutOff, on: "2026-05-01", &account)
    let policy = try Policy.withoutHolidays
    let remarks = RealismCheck.remarks(
      on: try day(said), for: try account.picture("2026-05-01", policy), policy: policy)
    #expect(remarks == [remark].compactMap { $0 })
  }

  @Test(
    "asks for a call before the cut-off of a run that should pay something",
    arguments: [
      // Runs are on Thursdays and close on Tuesdays: three business days before Tue 7 April is Thu 2 April.
      ("2026-04-01", nil), ("2026-04-02", Lane.preRun), ("2026-04-06", .preRun), ("2026-04-07", nil),
      ("2026-04-08", nil),
    ] as [(String, Lane?)])
  func preRun(asOf: String, lane: Lane?) throws {
    var account = AccountSketch()
    _ = try learn("Thu", cutOff: 2, on: "2026-03-01", &account)
    try account.invoice(50_000, due: "2026-04-09")
    let policy = try Policy.withoutHolidays
    let summary = try account.summary(asOf, policy)
    #expect(summary.lane == lane)
    if lane != nil { #expect(try summary.next == NextAction(.call, on: day("2026-04-02"))) }
    // Spoken to since the run before it closed, on Tue 31 March.
    try account.call("PR", on: "2026-04-01", next: (.checkRun, "2026-04-30"))
    #expect(try account.summary(asOf, policy).lane == nil)
  }

  @Test(
    "is told in words and kept as text",
    arguments: [
      ("Thu", 0, 0, "run Thu\nby Jane", "pays Thursdays, says Jane"),
      (
        "2nd Thu", 2, 3, "run 2nd Thu\ncut_off 2\napproval 3\nby Jane",
        "pays on the second Thursday of the month, cut-off 2 days before, approval 3 days, says Jane"
      ),
      (
        "last Fri", 1, 0, "run last Fri\ncut_off 1\nby Jane",
        "pays on the last Friday of the month, cut-off 1 day before, says Jane"
      ),
      ("none", 0, 0, "run none\nby Jane", "pays in no rhythm, says Jane"),
    ])
  func words(run: String, cutOff: Int, approval: Int, text: String, words: String) throws {
    let calendar = PaymentRun(text: run).map {
      PaymentCalendar($0, cutOffDays: cutOff, approvalDays: approval)
    }
    let body = EntryBody(PaymentRunRecord(calendar, by: "Jane"))
    #expect(body.text == "[payment_run]\n" + text)
    #expect(try EntryBody(text: body.text) == body)
    #expect(try body.gist(policy: .shipped) == words)
  }

  @Test(
    "that cannot be one is unreadable and stops nothing",
    arguments: ["run fifth", "run Thu\ncut_off 99", "by Jane"])
  func unreadable(text: String) throws {
    var account = AccountSketch()
    try account.enter(EntryBody(stored: "[payment_run]\n" + text), on: "2026-04-01")
    #expect(account.file.entries[0].body.unreadable != nil)
    #expect(try account.picture("2026-04-02").paying == nil)
  }
}
