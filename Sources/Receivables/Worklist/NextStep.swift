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
    /// An instalment of a plan did not come.
    case missedInstalment
    /// Nothing was said, and something is to be collected or a promise to be watched.
    case policy
  }

  let action: NextAction
  let origin: Origin

  /// Whether somebody put the account off, said what to do, or agreed a plan that is not followed.
  var isSaid: Bool {
    switch origin {
    case .said, .snoozed, .missedInstalment: true
    case .failedPromise, .withdrawnPromise, .policy: false
    }
  }
}
