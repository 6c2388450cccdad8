import Receivables
import Testing

@Suite("The days of a payment run")
struct PaymentRunDaysTests {
  @Test(
    "next and previous are the nearest days that are runs",
    arguments: [
      PaymentRun.weekly(.thursday), .weekly(.monday), .fortnightly(anchor: CalendarDay(number: 20_500)),
      .monthly(day: 1), .monthly(day: 31),
    ])
  func nearest(run: PaymentRun) {
    for offset in -400...400 {
      let day = CalendarDay(number: 20_500 + offset)
      #expect(run.next(onOrAfter: day) == (0...31).map { day.advanced(by: $0) }.first { isRun($0, run) })
      #expect(run.previous(before: day) == (1...31).map { day.advanced(by: -$0) }.first { isRun($0, run) })
    }
  }

  private func isRun(_ day: CalendarDay, _ run: PaymentRun) -> Bool {
    switch run {
    case .weekly(let weekday): return day.weekday == weekday
    case .fortnightly(let anchor): return (day.number - anchor.number).isMultiple(of: 14)
    case .monthly(let number):
      let parts = day.components
      return parts.day == min(number, CalendarDay.length(ofMonth: parts.month, year: parts.year))
    }
  }
}
