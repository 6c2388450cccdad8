/// Something to do next on an account, and when.
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
    /// See whether the credit for an accepted dispute is in the books.
    case checkCredit = "check_credit"
    /// See whether the instalment came.
    case checkPlan = "check_plan"
    /// Hand over to a manager.
    case escalate
    /// Hand over to legal.
    case legal
    /// See what came of an escalation that was carried out.
    case checkEscalation = "check_escalation"
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
  /// Seconds east of UTC of the customer's clock then; nil when the zone is not known.
  public var offset: Int?

  /// A step on a day.
  public init(
    _ kind: Kind, on day: CalendarDay, at time: TimeOfDay? = nil, zone: String? = nil, offset: Int? = nil
  ) {
    self.kind = kind
    self.day = day
    self.time = time
    self.zone = zone
    self.offset = offset
  }

  /// What steps are ordered by, least first: by business date, and on one by true time where the customer's offset is
  /// known, so that 13:00 in London comes before 14:00 in New York. A step without a time comes first.
  public var order: Int64 {
    // Three days of minutes for each day: no offset moves a time into another one.
    let start = Int64(day.number) * 4_320
    guard let time else { return start }
    return start + 1_440 + Int64(time.minutes) - Int64((offset ?? 0) / 60)
  }
}

/// A step that a contact agreed about money that is free: call again, call back, ask the approver.
public struct ContactStep: EntrySection {
  /// `[step]`.
  public static let name = "step"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

  /// What and when.
  public var action: NextAction
  /// Numbers of the invoices that it is about; empty for all that was free and past due.
  public var invoices: [String]

  /// A step.
  public init(_ action: NextAction, invoices: [String] = []) {
    self.action = action
    self.invoices = invoices
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    var action = NextAction(
      try EntryValue.code(try lines.needed("do"), as: NextAction.Kind.self),
      on: try EntryValue.day(try lines.needed("day")), zone: lines["zone"])
    action.time = try lines.optional("time", EntryValue.time)
    action.offset = try lines.optional("offset") { (text) throws(EntryTextError) in
      Int(clamping: try EntryValue.number(text))
    }
    self.init(action, invoices: lines.lines.filter { $0.key == "about" }.map(\.value))
  }

  /// `do call_back`, `day 2026-12-02`, `time 14:00`, `zone America/New_York`, `offset -18000`.
  public func write(to lines: inout SectionWriter) {
    lines.line("do", action.kind.rawValue as String)
    lines.line("day", action.day.iso as String)
    lines.line("time", action.time?.text)
    lines.line("zone", action.zone)
    lines.line("offset", action.offset.map { String($0) })
    for invoice in invoices { lines.line("about", invoice as String) }
  }

  /// The invoices; the step is told with its outcome.
  public var words: SectionWords { SectionWords(invoices: invoices) }

  /// The step itself.
  public func next(_ policy: Policy) -> NextAction? { action }
}

/// The account is put off until a day, with the reason.
public struct Snooze: EntrySection {
  /// `[snooze]`.
  public static let name = "snooze"
  /// What people typed.
  public static let personalKeys: Set<String>? = ["reason"]

  /// The first day on which it comes again.
  public var until: CalendarDay
  /// Why.
  public var reason: String

  /// Put off until a day.
  public init(until: CalendarDay, reason: String) {
    self.until = until
    self.reason = reason
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(until: try EntryValue.day(try lines.needed("until")), reason: lines["reason"] ?? "")
  }

  /// `until 2026-12-01`, `reason holiday`.
  public func write(to lines: inout SectionWriter) {
    lines.line("until", until.iso as String)
    lines.line("reason", reason as String)
  }

  /// `"put off until Fri 27 Nov 2026"`, and why.
  public var words: SectionWords { SectionWords("put off until \(until.long)", freeText: reason) }

  /// A call when it is over.
  public func next(_ policy: Policy) -> NextAction? { NextAction(.call, on: until) }
}
