import Receivables

/// How a customer pays, in sentences with the counts behind them.
struct HabitsWords {
  let lines: [String]

  init(_ habits: PaymentHabits) {
    var lines: [String] = []
    if let mean = habits.meanDaysLateTenths {
      lines.append("pays \(Self.late(mean)) (\(habits.paidInvoices) paid invoices)")
    } else {
      lines.append("no invoice paid yet")
    }
    if let recent = habits.recentDaysLateTenths, habits.paidInvoices > 6 {
      lines.append("the last 6: \(Self.late(recent))")
    }
    if let drift = habits.driftTenths {
      lines.append("drifting: \(Self.tenths(drift)) days later than before")
    }
    let promises = habits.kept + habits.partlyKept + habits.broken
    if promises > 0 {
      let share = habits.kept * 100 / promises
      lines.append("kept \(habits.kept) of \(promises) promises (\(share) %), \(habits.partlyKept) partly")
    } else {
      lines.append("no promise has come to its end yet")
    }
    if let slip = habits.slipTenths { lines.append("late promises came \(Self.tenths(slip)) days late") }
    if let weekday = habits.usualWeekday { lines.append("usually pays on a \(weekday.title)") }
    self.lines = lines
  }

  private static func late(_ tenths: Int) -> String {
    switch tenths {
    case 0: "on the day"
    case 1...: "\(Self.tenths(tenths)) days late"
    default: "\(Self.tenths(-tenths)) days early"
    }
  }

  private static func tenths(_ value: Int) -> String { "\(value / 10).\(abs(value) % 10)" }
}
