/// Why something that a person typed was not understood.
public struct TypingProblem: Error, Hashable, Sendable {
  /// What to read out: `"“fir” is not a day. Type fri, +3, 15, eom, 27 nov or 2026-11-27."`.
  public let sentence: String

  /// Whether a list of what there is would help.
  public let asksForList: Bool

  /// A problem with its sentence.
  public init(_ sentence: String, asksForList: Bool = false) {
    self.sentence = sentence
    self.asksForList = asksForList
  }
}

extension TypingProblem: CustomStringConvertible {
  /// The sentence, so that no text shows how the problem is made.
  public var description: String { sentence }
}
