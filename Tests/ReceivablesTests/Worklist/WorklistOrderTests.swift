import Receivables
import Testing

@Suite("The order of the worklist")
struct WorklistOrderTests {
  private let day = CalendarDay(number: 20_600)

  private func row(
    _ number: String, _ lane: Lane?, finding: Reason.Finding = .number(0), priority: Int = 0,
    orderAmount: Int64 = 0, oldestDue: Int? = nil
  ) -> WorklistRow {
    let summary = AccountSummary(
      balances: [], lane: lane, next: nil, priority: priority, band: .d, orderAmount: orderAmount,
      oldestDue: oldestDue.map { CalendarDay(number: $0) }, flags: [], promise: nil, promiseLevel: 0,
      lastContact: nil, lastWorked: nil,
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
    let rows = [
      row("00", .callback, finding: .at(day.advanced(by: -1), TimeOfDay(hour: 17, minute: 0))),
      row("01", .callback, finding: .at(day, TimeOfDay(hour: 9, minute: 0))),
      row("02", .callback, finding: .at(day, TimeOfDay(hour: 14, minute: 5)), orderAmount: 900),
      row("03", .brokenPromise, finding: promised(1_000, .eur)),
      row("04", .brokenPromise, finding: promised(1_050, .usd), priority: 99, orderAmount: 900),
      row("05", .promiseDue), row("06", .followUp, priority: 80), row("07", .followUp, priority: 20),
      row("08", .newPastDue), row("09", .preRun), row("10", .rest, priority: 50, orderAmount: 900),
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

  @Test("follows the lanes of the policy")
  func lanesOfPolicy() throws {
    var policy = try Policy.shipped
    policy.lanes = [.rest, .callback]
    #expect(try row("01", .rest).summary.sortKey(policy)[0] == 0)
    #expect(try row("01", .callback).summary.sortKey(policy)[0] == 1)
    #expect(try row("01", nil).summary.sortKey(policy)[0] == 3)
  }
}
