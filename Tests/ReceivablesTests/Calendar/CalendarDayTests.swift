import Receivables
import Testing

@Suite("Days in words and months")
struct CalendarDayTests {
  @Test("read as people write them")
  func words() throws {
    let day = try day("2026-11-27")
    #expect(day.long == "Fri 27 Nov 2026")
    #expect(day.short == "27 Nov")
    #expect(day.spoken(day) == "Friday 27 November")
    #expect(day.spoken(day.advanced(by: -183)) == "Friday 27 November 2026")
    #expect(day.brief(day.advanced(by: 182)) == "Fri 27 Nov")
    #expect(day.brief(day.advanced(by: 183)) == "Fri 27 Nov 2026")
    #expect(day.endOfMonth.iso == "2026-11-30")
  }

  @Test("keep the day of the month, clipped to its length")
  func months() throws {
    let first = try day("2026-01-31")
    let plan = (0..<5).map { first.advanced(byMonths: $0).iso }
    #expect(plan == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"])
    let leap = try day("2024-02-29")
    #expect(leap.advanced(byMonths: 12).iso == "2025-02-28")
    #expect(leap.advanced(byMonths: 48).iso == "2028-02-29")
    #expect(first.advanced(byMonths: -2).iso == "2025-11-30")
    #expect(first.advanced(byMonths: -13).iso == "2024-12-31")
  }

  @Test("can be reckoned with, whatever number a ledger holds", arguments: [Int.min, -1, 0, 1, Int.max])
  func reach(number: Int) {
    let day = CalendarDay(number: number)
    #expect(day.advanced(by: 1).distance(to: day) <= 0)
    #expect(day.advanced(by: -1).distance(to: day) >= 0)
    #expect(Instant(milliseconds: Int64(day.number) * 86_400_000) <= Instant(milliseconds: .max))
    #expect(!day.iso.isEmpty)
  }

  @Test(
    "refuse other texts as ISO",
    arguments: ["2026-1-01", "2026-02-30", "26-01-01", "2026/01/01", "2026-01-01 ", ""])
  func strict(text: String) { #expect(CalendarDay(iso: text) == nil) }
}

@Suite("Business days before a day")
struct BusinessDaysBeforeTests {
  @Test(arguments: [
    // Thu 1 January 2026 is a holiday.
    (0, "2026-01-06", "2026-01-06"), (1, "2026-01-06", "2026-01-05"), (2, "2026-01-06", "2026-01-02"),
    (3, "2026-01-06", "2025-12-31"), (1, "2026-01-04", "2026-01-02"),
  ])
  func counts(count: Int, from: String, expected: String) throws {
    let calendar = BusinessCalendar(holidays: [try day("2026-01-01")])
    #expect(calendar.day(count, businessDaysBefore: try day(from)) == (try day(expected)))
  }
}
