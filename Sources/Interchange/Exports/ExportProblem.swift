public import Receivables

/// Why an export cannot be read yet, or at all.
public enum ExportProblem: Error, Hashable, Sendable {
  /// Something in the file is wrong.
  case refused(Refusal)
  /// Every numeric date could be read in two ways; `refusal` says so to those who cannot be asked.
  case ambiguousDates(example: String, refusal: Refusal)

  /// The sentence for those who cannot be asked.
  public var refusal: Refusal {
    switch self {
    case .refused(let refusal), .ambiguousDates(_, let refusal): refusal
    }
  }

  /// The date that could be read in two ways; nil for other problems.
  public var ambiguousDate: String? {
    if case .ambiguousDates(let example, _) = self { example } else { nil }
  }
}
