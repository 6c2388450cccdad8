import Receivables
import Testing

@Suite("The days of a payment run")
struct PaymentRunDaysTests {
  @Test(
    "next and previous are the nearest days that are runs",
    arguments: [
      PaymentRun.weekly(.thursday), .weekly(.monday), .fortnightly(anchor: CalendarDay(number: 20_500)),
      .monthly(day: 1), .monthly(day: 31), .monthlyDays([1, 15]), .monthlyDays([30, 31]),
      .nthWeekday(1, .monday), .nthWeekday(2, .thursday), .nthWeekday(4, .sunday), .lastWeekday(.friday),
    ])
  func nearest(run: PaymentRun) {
    for offset in -400...400 {
      let day = CalendarDay(number: 20_500 + offset)
      #expect(run.next(onOrAfter: day) == (0...35).map { day.advanced(by: $0) }.first { isRun($0, run) })
      #expect(run.previous(before: day) == (1...35).map { day.advanced(by: -$0) }.first { isRun($0, run) })
    }
  }

  private func isRun(_ day: CalendarDay, _ run: PaymentRun) -> Bool {
    switch run {
    case .weekly(let weekday): return day.weekday == weekday
    case .fortnightly(let anchor): return (day.number - anchor.number).isMultiple(of: 14)
    case .monthly(let number): return isRun(day, .monthlyDays([number]))
    case .monthlyDays(let numbers):
      let parts = day.components
      let length = CalendarDay.length(ofMonth: parts.month, year: parts.year)
      return numbers.contains { parts.day == min($0, length) }
    case .nthWeekday(let place, let weekday):
      return day.weekday == weekday && (day.components.day - 1) / 7 + 1 == place
    case .lastWeekday(let weekday):
      return day.weekday == weekday && day.advanced(by: 7).components.month != day.components.month
    }
  }

  @Test(
    "reads every rhythm as people and exports write it",
    arguments: [
      ("Thu", "Thu", "Thursdays"), ("thursdays", "Thu", "Thursdays"), ("weekly thu", "Thu", "Thursdays"),
      ("every friday", "Fri", "Fridays"),
      ("fortnightly from 2026-01-08", "fortnightly from 2026-01-08", "every second Thursday"),
      ("fortnightly 2026-01-08", "fortnightly from 2026-01-08", "every second Thursday"),
      ("monthly 15", "monthly 15", "on day 15 of the month"),
      ("monthly eom", "monthly 31", "on the last day of the month"),
      ("monthly 1,15", "monthly 1,15", "on days 1 and 15 of the month"),
      ("15, 1", "monthly 1,15", "on days 1 and 15 of the month"),
      ("15,15", "monthly 15", "on day 15 of the month"),
      ("monthly 1 10 eom", "monthly 1,10,31", "on days 1, 10 and 31 of the month"),
      ("2nd thu", "2nd Thu", "on the second Thursday of the month"),
      ("monthly second Thursday", "2nd Thu", "on the second Thursday of the month"),
      ("LAST FRI", "last Fri", "on the last Friday of the month"),
    ])
  func reads(text: String, written: String, spoken: String) throws {
    let run = try #require(PaymentRun(text: text), "\(text)")
    #expect(run.text == written)
    #expect(run.spoken == spoken)
    #expect(PaymentRun(text: run.text) == run)
  }

  @Test(
    "takes nothing else for a rhythm",
    arguments: ["", "15", "5th thu", "0,15", "1,32", "monthly", "monthly x", "2nd", "last", "sometimes", ","])
  func refuses(text: String) {
    #expect(PaymentRun(text: text) == nil)
  }

  @Test(
    "is read as it is said on the phone on Fri 27 November 2026",
    arguments: [
      ("15", "monthly 15"), ("15th", "monthly 15"), ("eom", "monthly 31"), ("1, 15", "monthly 1,15"),
      ("fortnightly thu", "fortnightly from 2026-12-03"), ("fortnightly fri", "fortnightly from 2026-11-27"),
      ("every second mon", "fortnightly from 2026-11-30"),
      ("fortnightly 10 dec", "fortnightly from 2026-12-10"),
      ("2nd thu", "2nd Thu"), ("every monday", "Mon"), ("thurs", "Thu"), ("weds", "Wed"), ("none", nil),
      ("-", nil),
    ] as [(String, String?)])
  func said(text: String, run: String?) throws {
    #expect(try TypedRun.read(text, today: try day("2026-11-27"), rules: DayRules(order: nil))?.text == run)
  }

  @Test(
    "is refused on the phone when it means nothing",
    arguments: [
      "40", "fortnightly x", "5th thu", "", "0", "every month", "month", "2nd month", "last month", "mondial",
      "every mond", "saturn", "monthly every month",
    ])
  func misheard(text: String) throws {
    let today = try day("2026-11-27")
    #expect(throws: TypingProblem.self) { try TypedRun.read(text, today: today, rules: DayRules(order: nil)) }
  }
}
