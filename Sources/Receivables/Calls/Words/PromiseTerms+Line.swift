extension PromiseTerms {
  /// What was promised in one line: `"1 200.00 USD on Fri 27 Nov by ACH"`.
  public func line(policy: Policy) -> String { "\(amount) on \(day.brief)\(policy.byMethod(method))" }
}
