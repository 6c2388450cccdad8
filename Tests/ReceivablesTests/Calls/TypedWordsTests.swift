import Receivables
import Testing

@Suite("What collectors type")
struct TypedTests {
  @Test(
    "is understood as a day",
    arguments: [
      ("t", "2026-11-21"), ("+3", "2026-11-24"), ("+2w", "2026-12-05"), ("fri", "2026-11-27"),
      ("sat", "2026-11-28"),
      ("Sun", "2026-11-22"), ("15", "2026-12-15"), ("21", "2026-12-21"), ("22", "2026-11-22"),
      ("31", "2026-12-31"),
      ("eom", "2026-11-30"), ("12/5", "2027-05-12"), ("27/11", "2026-11-27"), ("27 nov", "2026-11-27"),
      ("nov 27", "2026-11-27"), ("20 nov", "2027-11-20"), ("29 feb", "2028-02-29"),
      ("2026-11-27", "2026-11-27"),
      ("27/11/26", "2026-11-27"), ("tom", "2026-11-22"), ("-2", "2026-11-19"),
    ])
  func days(text: String, expected: String) throws {
    #expect(
      try TypedDay.read(text, today: try day("2026-11-21"), rules: DayRules(order: .dayMonthYear)).iso
        == expected)
  }

  @Test(
    "means the past where money was already sent",
    arguments: [
      ("fri", "2026-11-20"), ("sat", "2026-11-14"), ("15", "2026-11-15"), ("25", "2026-10-25"),
      ("20 nov", "2026-11-20"), ("27 nov", "2025-11-27"),
    ])
  func pastDays(text: String, expected: String) throws {
    #expect(
      try TypedDay.read(text, today: try day("2026-11-21"), rules: DayRules(order: nil), side: .past).iso
        == expected)
  }

  @Test(
    "follows the configured order",
    arguments: [(DateOrder.monthDayYear, "2026-12-05"), (.dayMonthYear, "2027-05-12")])
  func order(order: DateOrder, expected: String) throws {
    #expect(
      try TypedDay.read("12/5", today: try day("2026-11-21"), rules: DayRules(order: order)).iso == expected)
  }

  @Test(
    "is refused with a sentence when it is no day",
    arguments: [
      "", "fir", "0", "month", "satu", "mondial", "32", "+99999999999999999999", "31 apr", "30/2", "12/5",
      "1/2/2026", "f", "+", "+x",
      "99/99", "12:30", "2026-02-30",
    ])
  func noDay(text: String) throws {
    let today = try day("2026-11-21")
    #expect(throws: TypingProblem.self) { try TypedDay.read(text, today: today, rules: DayRules(order: nil)) }
  }

  @Test(
    "lies in the years of the policy",
    arguments: [
      ("1989-12-31", 1990...2200, false), ("1990-01-01", 1990...2200, true),
      ("2200-12-31", 1990...2200, true),
      ("9999-12-31", 1990...2200, false), ("0001-01-01", 1990...2200, false),
      ("2031-01-01", 2000...2030, false),
      ("+9999w", 1990...2200, false), ("2300-01-01", 1990...2400, true),
    ])
  func years(text: String, years: ClosedRange<Int>, isTaken: Bool) throws {
    let today = try day("2026-11-21")
    let rules = DayRules(order: nil, years: years)
    #expect((try? TypedDay.read(text, today: today, rules: rules) != nil) ?? false == isTaken)
    #expect(
      (try? TypedRun.read("fortnightly from \(text)", today: today, rules: rules) != nil) ?? false == isTaken)
    guard !isTaken else { return }
    let problem = #expect(throws: TypingProblem.self) { try TypedDay.read(text, today: today, rules: rules) }
    #expect(problem?.sentence.contains("between \(years.lowerBound) and \(years.upperBound)") == true)
  }

  @Test("what is wrong reads as a sentence wherever it is put into a text")
  func sentence() {
    #expect("\(TypingProblem("Not a day."))" == "Not a day.")
    #expect("\(CallProblem(.date, "No such day."))" == "No such day.")
  }

  @Test(
    "is explained before it is saved",
    arguments: [
      ("2026-11-27", "Fri 27 Nov 2026, in 6 days"), ("2026-11-21", "Sat 21 Nov 2026, today"),
      ("2026-11-22", "Sun 22 Nov 2026, tomorrow"), ("2026-11-18", "Wed 18 Nov 2026, 3 days ago"),
    ])
  func explains(iso: String, text: String) throws {
    #expect(TypedDay.explain(try day(iso), today: try day("2026-11-21")) == text)
  }

  @Test(
    "is understood as an amount",
    arguments: [
      ("1200", 120_000), ("12.5k", 1_250_000), ("1.2m", 120_000_000), ("1.23456k", 123_456), ("all", 777),
      ("FULL", 777),
      (" ", 777), ("1,200", 120_000), ("1,200.50", 120_050), ("1200,50", 120_050), ("$15", 1_500),
      ("1.234,56", 123_456),
    ])
  func amounts(text: String, minor: Int64) throws {
    #expect(try TypedAmount.read(text, full: Money(minor: 777, .usd)).minor == minor)
  }

  @Test(
    "is refused with a sentence when it is no amount",
    arguments: [
      "0", "-5", "abc", "1.200", "1.234567k", "12.345", "€5", "1e3", "k", "92233720368547758.08",
      "99999999999m", "9999999999999999m",
    ])
  func noAmount(text: String) {
    #expect(throws: TypingProblem.self) { try TypedAmount.read(text, full: Money(minor: 777, .usd)) }
  }

  @Test(
    "is understood as a time",
    arguments: [
      ("1400", "14:00"), ("14:00", "14:00"), ("2pm", "14:00"), ("2:30 pm", "14:30"), ("12am", "00:00"),
      ("12pm", "12:00"), ("930", "09:30"), ("9", "09:00"), ("0000", "00:00"),
    ])
  func times(text: String, expected: String) throws { #expect(try TypedTime.read(text).text == expected) }

  @Test(
    "is refused with a sentence when it is no time",
    arguments: ["", "25", "2460", "13pm", "0am", "noon", "1:2", "10000", "14:00:00", ":", "-1"])
  func noTime(text: String) { #expect(throws: TypingProblem.self) { try TypedTime.read(text) } }
}
