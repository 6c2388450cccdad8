/// Why a line of calls was not understood.
public struct CallLineProblem: Error, Hashable, Sendable {
  /// Which of the calls between semicolons, from 1.
  public let call: Int
  /// The word that means nothing there; nil when something is missing.
  public let word: String?
  /// What to read out.
  public let sentence: String
}
