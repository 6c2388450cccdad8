import Receivables
import TextScreen

/// How far the day has come, in one line: `"Worked 2/44 ██░░░░░░░░░░  Spoke 1  Promised today 1 530.74 USD"`.
struct DayLine: Hashable, Sendable {
  private static let meterCells = 12
  private let totals: DayTotals
  /// What was promised today.
  private let taken: [Money]
  /// What is to come in until the end of the week, and when that is.
  private let week: Week?
  private let received: [Money]

  private struct Week: Hashable {
    let amounts: [Money]
    let end: CalendarDay
  }

  init(_ totals: DayTotals, _ figures: QueueFigures?, _ sitting: Sitting) {
    self.totals = totals
    taken = totals.promised.largestFirst(sitting.policy)
    received = figures?.received ?? []
    let today = sitting.today
    var sums: [Money] = []
    do {
      for promised in figures?.promised ?? [] { try sums.add(promised.amount) }
    } catch {
      // A sum that fits no amount is not told.
      sums = []
    }
    week =
      sums.isEmpty
      ? nil
      : Week(amounts: sums.largestFirst(sitting.policy), end: today.advanced(by: 7 - today.weekday.rawValue))
  }

  /// The most that has room: amounts are rounded before they are left out, and never cut.
  func text(width: Int) -> String {
    func promised(_ words: ([Money]) -> String) -> [String] {
      taken.isEmpty ? [] : ["Promised today \(words(taken))"]
    }
    func expected(_ words: ([Money]) -> String) -> [String] {
      week.map { ["Due by \($0.end.weekday.short) \(words($0.amounts))"] } ?? []
    }
    let exact: ([Money]) -> String = \.exact
    let rough: ([Money]) -> String = \.rough
    let counts = [worked(meter: true), "Spoke \(totals.contacts)"]
    let cameIn = received.isEmpty ? [] : ["Came in today \(exact(received))"]
    let forms: [() -> [String]] = [
      { counts + promised(exact) + expected(exact) + cameIn }, { counts + promised(exact) + expected(exact) },
      { counts + promised(exact) + expected(rough) }, { counts + promised(rough) + expected(rough) },
      { [worked(meter: false)] + promised(rough) + expected(rough) }, { counts + promised(rough) },
      { [worked(meter: false)] + promised(rough) }, { counts },
    ]
    let texts = forms.lazy.map { $0().joined(separator: "   ") }
    return texts.first { DisplayWidth.of($0) <= width } ?? worked(meter: false)
  }

  private func worked(meter: Bool) -> String {
    let text = "Worked \(totals.worked)/\(totals.planned)"
    guard meter, totals.planned > 0 else { return text }
    let done = totals.worked * Self.meterCells / totals.planned
    // A day that has begun shows it.
    let cells = totals.worked > 0 ? min(max(done, 1), Self.meterCells) : 0
    return text + " " + String(repeating: "█", count: cells)
      + String(repeating: "░", count: Self.meterCells - cells)
  }
}

/// The line of the day, written: a move of the selection changes none of it.
struct WrittenDay: Sendable {
  let line: DayLine
  let width: Int
  let text: String

  init(_ line: DayLine, width: Int) {
    self.line = line
    self.width = width
    text = line.text(width: width)
  }
}
