/// Why a call cannot be recorded as it is.
public struct CallProblem: Error, Hashable, Sendable {
  /// What to mend; nil when it is none of the fields that a result asks for.
  public let field: CallField?
  /// What to read out: what is wrong and what to do.
  public let sentence: String

  /// A problem with its sentence.
  public init(_ field: CallField?, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }

  /// The problem of an amount that could not be computed.
  init(_ error: MoneyError) { self.init(.amount, error.description) }
}

extension CallProblem: CustomStringConvertible {
  /// The sentence, so that no text shows how the problem is made.
  public var description: String { sentence }
}
