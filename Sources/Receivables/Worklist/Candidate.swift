/// Something that could be done next on an account: when, in which lane, and why.
public struct Candidate: Hashable, Sendable {
  /// What and when.
  public var action: NextAction
  /// The lane in which the account stands for it.
  public var lane: Lane
  /// Why.
  public var finding: Reason.Finding
  /// The matter that asks for it; nil for a contact step and for money that is free.
  public var matter: MatterID?
}
