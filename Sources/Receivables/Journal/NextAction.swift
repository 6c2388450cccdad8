/// The one thing to do next on an account, and when.
public struct NextAction: Hashable, Sendable {
  /// What kind of step it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Call again.
    case call
    /// Call back at the time the customer asked for.
    case callBack = "call_back"
    /// See whether the promise was kept.
    case checkPromise = "check_promise"
    /// See whether the payment that was said to be sent arrived.
    case checkPayment = "check_payment"
    /// See whether the payment run paid.
    case checkRun = "check_run"
    /// See whether what was sent again arrived.
    case resend
    /// Work on the dispute.
    case dispute
    /// See whether the instalment came.
    case checkPlan = "check_plan"
    /// Hand over to a manager.
    case escalate
    /// Hand over to legal.
    case legal
    /// Apply the customer's credits instead of chasing.
    case applyCash = "apply_cash"

    /// What a collector reads: `"check promise"`.
    public var title: String {
      // Sent again on the day of the call; what comes later is to ask about it.
      self == .resend ? "check resent invoices" : rawValue.split(separator: "_").joined(separator: " ")
    }
  }

  /// What to do.
  public var kind: Kind
  /// On which business date.
  public var day: CalendarDay
  /// At what time of the customer's clock, for a callback.
  public var time: TimeOfDay?
  /// The IANA zone in which `time` was said.
  public var zone: String?

  /// A step on a day.
  public init(_ kind: Kind, on day: CalendarDay, at time: TimeOfDay? = nil, zone: String? = nil) {
    self.kind = kind
    self.day = day
    self.time = time
    self.zone = zone
  }
}
