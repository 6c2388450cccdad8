extension Policy {
  /// How money comes, to follow an amount: `" by ACH"`, `" in cash"`; nothing when it was not said.
  func byMethod(_ code: String?) -> String {
    guard let code, code != "other" else { return "" }
    if code == "cash" { return " in cash" }
    return " by \(methods.first { $0.code == code }?.title ?? code)"
  }

  /// The words of a reason for non-payment.
  func reasonTitle(_ code: String) -> String { reasons.first { $0.code == code }?.title ?? code }

  /// The words of a reason for a dispute.
  func disputeTitle(_ code: String) -> String { disputeReasons.first { $0.code == code }?.title ?? code }
}
