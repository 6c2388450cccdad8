import Receivables

extension CallReading {
  /// What was said of money already sent or of a notice lies in the past, everything else ahead.
  var side: TypedDay.Side {
    switch result.nextKind {
    case .checkPayment, .legal: .past
    default: .future
    }
  }

  /// The day that was typed or that goes without saying: today for money already sent, the next payment run for an
  /// invoice that is in one.
  func day() throws(TypingProblem) -> CalendarDay? {
    if let typed = text(.date) {
      return try TypedDay.read(typed, today: today, order: policy.dateOrder, side: side)
    }
    switch result.nextKind {
    case .checkPayment: return today
    case .checkRun: return picture.file.customer.paymentRun?.next(onOrAfter: today)
    default: return nil
    }
  }

  /// The time of day that was typed.
  func time() throws(TypingProblem) -> TimeOfDay? {
    try text(.time).map { (typed) throws(TypingProblem) in try TypedTime.read(typed) }
  }

  /// Whether money is promised for a day beyond the policy's longest range, which needs a reason.
  var isLate: Bool {
    guard result.promiseKind == .promise, let day = try? day() else { return false }
    return today.distance(to: day) > policy.promises.longestDays
  }
}
