import Receivables
import Testing

@Suite("The order of the worklist")
struct WorklistOrderTests {
  private let day = CalendarDay(number: 20_600)

  private func row(
    _ number: String, _ lane: Lane?, finding: Reason.Finding = .number(0), next: NextAction? = nil,
    priority: Int = 0, orderAmount: Int64 = 0, oldestDue: Int? = nil
  ) -> WorklistRow {
    let summary = AccountSummary(
      balances: [], lane: lane, next: next, priority: priority, band: .d, orderAmount: orderAmount,
      oldestDue: oldestDue.map { CalendarDay(number: $0) }, flags: [], promise: nil, promiseLevel: 0,
      views: [], openMatters: 0, lastContact: nil, lastWorked: nil,
      reasons: lane.map { [Reason(code: $0.rawValue, finding: finding, points: 0)] } ?? [], changesOn: nil)
    return WorklistRow(
      id: AccountID(rawValue: 1), number: number, name: number, collector: nil, summary: summary)
  }

  @Test("lanes first, then what decides inside each, then amount, age and number")
  func order() throws {
    let policy = try Policy.shipped
    func promised(_ minor: Int64, _ currency: Currency) -> Reason.Finding {
      .failed(Money(minor: minor, currency), paid: 0, day)
    }
    func callback(_ days: Int, _ hour: Int) -> NextAction {
      NextAction(.callBack, on: day.advanced(by: days), at: TimeOfDay(hour: hour, minute: 0))
    }
    let rows = [
      row("00", .callback, next: callback(-1, 17)), row("01", .callback, next: callback(0, 9)),
      row("02", .callback, next: callback(0, 14), orderAmount: 900),
      row("03", .brokenPromise, finding: promised(1_000, .eur)),
      row("04", .brokenPromise, finding: promised(1_050, .usd), priority: 99, orderAmount: 900),
      row("05", .promiseDue), row("06", .followUp, priority: 80), row("07", .followUp, priority: 20),
      row("08", .newPastDue, orderAmount: 5_400_000_000, oldestDue: 200),
      row("08a", .newPastDue, priority: 99, orderAmount: 8_316, oldestDue: 100), row("09", .preRun),
      row("10", .rest, priority: 50, orderAmount: 900),
      row("11", .rest, priority: 50, orderAmount: 800, oldestDue: 100),
      row("12", .rest, priority: 50, orderAmount: 800, oldestDue: 200),
      row("13", .rest, priority: 50, orderAmount: 800, oldestDue: 200),
      row("14", .rest, priority: 50, orderAmount: 800), row("15", .cashApplication),
      row("16", nil, priority: 99),
    ]
    for (index, row) in rows.enumerated() {
      for (otherIndex, other) in rows.enumerated() {
        #expect(
          try row.comes(before: other, policy) == (index < otherIndex), "\(row.number) before \(other.number)"
        )
      }
    }
  }

  @Test("callbacks of one day come in true time, not by the customers' clocks")
  func trueTime() throws {
    let policy = try Policy.withoutHolidays
    // Wed 2 December 2026: 14:00 in New York is 19:00Z, 13:00 in London is 13:00Z, 23:30 in Tokyo is 14:30Z.
    let callbacks: [(String, TimeOfDay?, Int?)] = [
      ("London", TimeOfDay(hour: 13, minute: 0), 0), ("Tokyo", TimeOfDay(hour: 23, minute: 30), 32_400),
      ("New York", TimeOfDay(hour: 14, minute: 0), -18_000),
      ("Honolulu", TimeOfDay(hour: 23, minute: 59), -36_000),
    ]
    let rows = try callbacks.map { city, time, offset in
      var account = AccountSketch()
      try account.invoice(50_000, due: "2026-11-01")
      try account.call(
        "CB", on: "2026-11-30", next: (.callBack, "2026-12-02"), at: time, offset: offset)
      let summary = try account.summary("2026-12-03", policy)
      #expect(summary.lane == .callback)
      return WorklistRow(
        id: AccountID(rawValue: 1), number: city, name: city, collector: nil, summary: summary)
    }
    let ordered = try rows.sorted { try $0.comes(before: $1, policy) }.map(\.number)
    #expect(ordered == ["London", "Tokyo", "New York", "Honolulu"])
    // A later day comes later, whatever the clocks.
    let last = try #require(rows.last?.summary.next?.order)
    let tomorrow = NextAction(
      .callBack, on: CalendarDay(number: 20_790), at: .midnight, offset: 50_400)
    #expect(last < tomorrow.order)
  }

  @Test("a callback of a later day is the next step before what has no time on that day")
  func laterCallback() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-10-01")
    try account.dispute(40_000, on: "2026-11-17", [invoice], due: "2026-11-24")
    try account.call(
      "CB", on: "2026-11-27", next: (.callBack, "2026-12-01"), at: TimeOfDay(hour: 14, minute: 0))
    for asOf in ["2026-11-27", "2026-11-30", "2026-12-01"] {
      let summary = try account.summary(asOf)
      #expect(summary.next?.kind == .callBack && summary.next?.time?.text == "14:00", "\(asOf)")
    }
  }

  @Test("follows the lanes of the policy")
  func lanesOfPolicy() throws {
    var policy = try Policy.shipped
    policy.lanes = [.rest, .callback]
    #expect(try row("01", .rest).summary.sortKey(policy)[0] == 0)
    #expect(try row("01", .callback).summary.sortKey(policy)[0] == 1)
    #expect(try row("01", nil).summary.sortKey(policy)[0] == 3)
  }
}
