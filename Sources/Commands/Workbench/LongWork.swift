import Workbench

/// Work whose progress is worth showing only when it takes longer than half a second, and then not at every step.
struct LongWork {
  private let began = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private let show: (Event) -> Bool

  init(_ show: @escaping (Event) -> Bool) { self.show = show }

  /// Whether to go on after `percent` of `what`.
  mutating func goesOn(_ what: String, _ percent: Int) -> Bool {
    let now = ContinuousClock.now
    guard now - began > .milliseconds(500), shown.map({ now - $0 > .milliseconds(50) }) ?? true else {
      return true
    }
    shown = now
    return show(.progress(what, percent: percent))
  }
}
