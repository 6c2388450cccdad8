/// Reads when a customer pays, as it is said on the phone.
public enum TypedRun {
  /// Everything that `PaymentRun(text:)` reads, and `15`, `15th`, `eom`, `fortnightly thu` from the next Thursday on,
  /// `fortnightly 3 dec`; nil for `none`. Throws `TypingProblem`.
  public static func read(
    _ text: String, today: CalendarDay, rules: DayRules
  ) throws(TypingProblem) -> PaymentRun? {
    let typed = text.lowercased().split(separator: " ").joined(separator: " ")
    if ["none", "no", "-"].contains(typed) { return nil }
    if let run = PaymentRun(text: typed) ?? PaymentRun(text: "monthly \(ordinal(typed))") {
      if case .fortnightly(let anchor) = run { try TypedDay.check(anchor, text, rules) }
      return run
    }
    let fortnightly = ["fortnightly ", "biweekly ", "every second "].first { typed.hasPrefix($0) }
    if let fortnightly {
      let rest = String(typed.dropFirst(fortnightly.count))
      if Weekday(name: rest) == today.weekday { return .fortnightly(anchor: today) }
      return .fortnightly(anchor: try TypedDay.read(rest, today: today, rules: rules))
    }
    throw TypingProblem(
      "“\(text)” is no rhythm. Type thu, fortnightly thu, 2nd thu, last fri, 15, 1,15 or none.")
  }

  /// `15th` without its ending; a word that ends so, such as `month`, stays whole.
  private static func ordinal(_ typed: String) -> String {
    let ending = ["st", "nd", "rd", "th"].first { typed.hasSuffix($0) }
    let number = typed.dropLast(2)
    return ending == nil || !number.utf8.allSatisfy(\.isDigit) ? typed : String(number)
  }

  /// Lead days: `2`. Throws `TypingProblem`.
  public static func days(_ text: String) throws(TypingProblem) -> Int {
    guard text.utf8.allSatisfy(\.isDigit), let days = Int(text), days <= PaymentRunRecord.mostLeadDays else {
      throw TypingProblem("“\(text)” is no number of days. Type 0 to \(PaymentRunRecord.mostLeadDays).")
    }
    return days
  }
}

extension Policy {
  /// The reason for a hold that `typed` means: a code of the policy where it names one, else the words themselves.
  public func holdReason(typed: String) -> String {
    let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (try? holdReasons.meant(by: words).code) ?? words
  }
}
