import Receivables

/// Why an account stands where it stands, in words and points.
struct WhyWords {
  private let summary: AccountSummary
  private let policy: Policy
  private let today: CalendarDay

  init(_ summary: AccountSummary, _ sitting: Sitting) {
    self.summary = summary
    policy = sitting.policy
    today = sitting.today
  }

  /// All of it in one line.
  var line: String {
    let reasons = points.map { $0.points.isEmpty ? $0.text : "\($0.text) \($0.points)" }
    return "Why: " + (reasons + [total]).joined(separator: " · ")
  }

  /// Reason by reason, with the points that it gives. Rules that found the same thing are one reason.
  var points: [(points: String, text: String)] {
    var sums: [(text: String, points: Int)] = []
    for reason in summary.reasons {
      let text = reason.text(under: policy, on: today)
      if let index = sums.firstIndex(where: { $0.text == text }) {
        sums[index].points += reason.points
      } else {
        sums.append((text, reason.points))
      }
    }
    return sums.map { ($0.points == 0 ? "" : "\($0.points > 0 ? "+" : "−")\($0.points.magnitude)", $0.text) }
  }

  /// `"priority 72 %, band A"`.
  var total: String { "priority \(summary.priority) %, band \(summary.band.rawValue)" }
}
