/// Things a collector should see at a glance, each with its letter.
public struct AccountFlags: OptionSet, Hashable, Sendable {
  /// Bits, stable in storage.
  public let rawValue: Int

  /// Flags from stored bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// P: a promise is open.
  public static let promised = AccountFlags(rawValue: 1)
  /// B: a promise on an open invoice was broken or partly kept.
  public static let brokenPromise = AccountFlags(rawValue: 2)
  /// D: something is disputed.
  public static let disputed = AccountFlags(rawValue: 4)
  /// C: credits are not applied.
  public static let unappliedCredit = AccountFlags(rawValue: 8)
  /// L: over the credit limit.
  public static let overLimit = AccountFlags(rawValue: 16)
  /// N: past due beyond the first-contact limit and never contacted about it.
  public static let neverContacted = AccountFlags(rawValue: 32)
  /// V: says paid, being verified.
  public static let verifying = AccountFlags(rawValue: 64)
  /// Z: put off until a day.
  public static let snoozed = AccountFlags(rawValue: 128)
  /// I: a plan of instalments is active.
  public static let plan = AccountFlags(rawValue: 256)
  /// E: escalated or with legal.
  public static let escalated = AccountFlags(rawValue: 512)

  /// The letters in fixed order: `"PD"`.
  public var letters: String {
    let letters = Array("PBDCLNVZIE")
    return String(letters.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element))
  }
}
