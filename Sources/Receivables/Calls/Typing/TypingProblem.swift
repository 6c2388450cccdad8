/// Why something that a person typed was not understood.
public struct TypingProblem: Error, Hashable, Sendable {
  /// What to read out: `"“fir” is not a day. Type fri, +3, 15, eom, 27 nov or 2026-11-27."`.
  public let sentence: String

  /// A problem with its sentence.
  public init(_ sentence: String) { self.sentence = sentence }
}
