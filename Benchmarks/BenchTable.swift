import Glibc

/// Prints what was measured, a line as soon as it is known: kept, what stands beside it, the ratio, and the goal.
struct BenchTable {
  /// What a line aims at.
  enum Goal {
    /// At most so much of the peer's.
    case ratio(Double)
    /// At most so much, in the line's unit.
    case amount(Double)
    /// Nothing: it is told for whoever reads.
    case none
  }

  /// Something that was measured again and again, or once.
  struct Value {
    let median: Double
    /// The 99th percentile; nil for what was measured a few times.
    var worst: Double?
    /// Half the distance between the quartiles, as a share of the median.
    var spread: Double = 0

    init(_ value: Double) { median = value }

    init(_ values: [Double]) {
      let sorted = values.sorted()
      func at(_ percent: Int) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count * percent / 100, sorted.count - 1)]
      }
      median = at(50)
      worst = sorted.count >= 100 ? at(99) : nil
      spread = median > 0 ? (at(75) - at(25)) / 2 / median : 0
    }

    var text: String {
      let figures = median < 10 ? 2 : (median < 100 ? 1 : 0)
      let worst = worst.map { " (99 %: \(BenchTable.rounded($0, figures)))" } ?? ""
      let spread = spread >= 0.1 ? " ± \(Int(spread * 100)) %" : ""
      return BenchTable.rounded(median, figures) + spread + worst
    }
  }

  static func head() {
    say(
      "\n" + padded("work", 44) + padded("kept", 24) + padded("beside it", 36) + padded("ratio", 8) + "goal")
  }

  /// One line. `peer` is its name and value.
  static func line(
    _ work: String, _ unit: String, _ kept: Value, beside peer: (name: String, value: Value)? = nil,
    _ goal: Goal = .none
  ) {
    let ratio = peer.map { $0.value.median > 0 ? kept.median / $0.value.median : 0 }
    let verdict: String
    switch goal {
    case .none: verdict = ""
    case .ratio(let most):
      verdict = ratio.map { "≤ \(rounded(most, 2)) \($0 <= most ? "reached" : "not yet")" } ?? ""
    case .amount(let most): verdict = "≤ \(rounded(most, 1)) \(kept.median <= most ? "reached" : "not yet")"
    }
    say(
      padded("\(work), \(unit)", 44) + padded(kept.text, 24)
        + padded(peer.map { "\($0.name) \($0.value.text)" } ?? "", 36)
        + padded(ratio.map { rounded($0, 2) } ?? "", 8)
        + verdict)
  }

  /// What could not be measured, and why.
  static func missing(_ work: String, _ error: any Error) {
    say(padded(work, 44) + "not measured: \(error)")
  }

  /// At once, also where the output is a file.
  private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  static func rounded(_ number: Double, _ places: Int) -> String {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let text = String((number * power).rounded() / power)
    return places == 0 && text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }
}
