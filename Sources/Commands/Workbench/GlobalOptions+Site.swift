import Receivables

extension GlobalOptions {
  /// Where and as whom these options say to work. Throws `CommandFailure` and usage errors.
  func site() throws -> WorkSite {
    WorkSite(
      path: database, policy: try PolicySource.current().policy, today: try today(),
      followsClock: !namesToday,
      collector: collector)
  }
}
