import Receivables

/// The callbacks of a collector that come later today, as far as rows and saved entries told of them, so that the desk
/// can ring when the hour of one comes.
struct CallbackWatch: Hashable, Sendable {
  private var steps: [AccountID: Step] = [:]

  private struct Step: Hashable, Sendable {
    let title: String
    let next: NextAction
  }

  /// Takes what rows say now; an account without a callback of today is not waited for any longer.
  mutating func take(_ rows: [WorklistRow], for collector: String, on today: CalendarDay) {
    for row in rows {
      let next = row.summary.next
      let isMine = row.collector == nil || row.collector == collector
      guard isMine, let next, next.kind == .callBack, next.day == today, next.time != nil else {
        steps[row.id] = nil
        continue
      }
      steps[row.id] = Step(title: row.title, next: next)
    }
  }

  /// The sentences about those whose hour came since `before`, the earliest first; each is told once.
  mutating func due(since before: Instant, _ clock: DayClock) -> [String] {
    let now = clock.moment.now
    let due = steps.compactMap { account, step in
      clock.moment.instant(of: step.next).flatMap { $0 > before && $0 <= now ? (account, step, $0) : nil }
    }
    for (account, _, _) in due { steps[account] = nil }
    return due.sorted { ($0.2, $0.1.title) < ($1.2, $1.1.title) }.map { _, step, _ in
      "Callback due now: \(step.title.shortened(to: 60)), \(StepWords.moment(step.next, clock))."
    }
  }
}

extension Desk {
  /// Rings for callbacks whose hour came since `before`, where that is wanted.
  mutating func ring(since before: Instant) {
    guard sitting.preferences.ringsForCallbacks, !sitting.isOtherDay, sitting.moment.localDay == sitting.today
    else { return }
    let due = callbacks.due(since: before, sitting.clock)
    guard let first = due.first else { return }
    outbox.append(.terminal(.bell))
    // What failed is worth more than what comes anyway.
    guard message?.kind != .failure else { return }
    message = Message(text: due.count == 1 ? first : "\(first) \(due.count - 1) more.", kind: .notice)
  }
}
