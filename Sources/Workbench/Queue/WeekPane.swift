import Receivables
import TextScreen

/// What was promised for today and the days of this week that are left, day by day, in the corner of a large screen.
struct WeekPane {
  private let promised: [PromisedMoney]
  private let policy: Policy
  private let today: CalendarDay

  init(_ figures: QueueFigures?, _ sitting: Sitting) {
    promised = figures?.promised ?? []
    policy = sitting.policy
    today = sitting.today
  }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    var column = TextColumn(beside: area, into: &frame)
    column.skip()
    column.add("PROMISED FOR THIS WEEK", .dim, into: &frame)
    if promised.isEmpty { column.add("nothing", .dim, into: &frame) }
    for offset in 0..<7 {
      let day = today.advanced(by: offset)
      let amounts = promised.filter { $0.day == day }.map(\.amount).largestFirst(policy)
      guard !amounts.isEmpty, let words = amounts.words(width: area.size.columns - 12) else { continue }
      column.add(day == today ? "today" : day.brief, width: 10, words, into: &frame)
    }
  }
}
