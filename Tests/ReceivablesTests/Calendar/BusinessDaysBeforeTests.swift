import Receivables
import Testing

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
