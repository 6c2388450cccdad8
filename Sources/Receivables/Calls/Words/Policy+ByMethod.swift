extension Policy {
  /// How money comes, to follow an amount: `" by ACH"`, `" in cash"`; nothing when it was not said.
  public func byMethod(_ code: String?) -> String {
    guard let code, code != "other" else { return "" }
    if code == "cash" { return " in cash" }
    return " by \(methods.title(code))"
  }
}
