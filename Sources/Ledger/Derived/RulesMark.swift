import Receivables

/// Names the rules by which rows were derived: the policy, and the form of the derivation itself. When it is not the
/// one that was stored, every row is derived again.
///
/// Every start asks for it, so it goes by the name of the policy's text and not by the policy's parts.
enum RulesMark {
  /// Counted up with every change to the derivation that changes its results.
  private static let form = 2

  /// `"2 af63dc4c8601ec8c"`.
  static func text(of policy: Policy) -> String { "\(form) \(policy.digest)" }
}
