/// The one next step of an account and where it comes from.
struct NextStep {
  /// Why it is the next step.
  enum Origin {
    /// The last entry that set one.
    case said(JournalStep)
    /// The account was put off.
    case snoozed
    /// A promise was not kept.
    case failedPromise
    /// A promise was taken back.
    case withdrawnPromise
    /// Nothing was said, and something is to be collected or a promise to be watched.
    case policy
  }

  let action: NextAction
  let origin: Origin

  /// Whether somebody put the account off or said what to do.
  var isSaid: Bool {
    switch origin {
    case .said, .snoozed: true
    case .failedPromise, .withdrawnPromise, .policy: false
    }
  }
}
