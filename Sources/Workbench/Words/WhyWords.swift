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
  var line: String { "Why: " + (told.map(\.description) + [total]).joined(separator: " · ") }

  /// Reason by reason, with the points that it gives.
  var points: [(points: String, text: String)] { told.map { ($0.pointsText, $0.text) } }

  private var told: [ToldReason] { summary.reasons.told(under: policy, on: today) }

  /// `"priority 72 %, band A"`.
  var total: String { "priority \(summary.priority) %, band \(summary.band.rawValue)" }
}
