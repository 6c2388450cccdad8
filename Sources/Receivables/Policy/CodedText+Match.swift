extension Collection<CodedText> {
  /// The one that `typed` means: its code, its words, or the beginning of either when no other begins so.
  ///
  /// Retired ones are not offered. Throws a sentence that names what there is.
  public func meant(by typed: String) throws(TypingProblem) -> CodedText {
    let typed = typed.lowercased().split(separator: " ").joined(separator: " ")
    let offered = filter { !$0.isRetired }
    if let exact = offered.first(where: { $0.code.lowercased() == typed || $0.title.lowercased() == typed }) {
      return exact
    }
    let begun = offered.filter {
      $0.code.lowercased().hasPrefix(typed) || $0.title.lowercased().hasPrefix(typed)
    }
    if let only = begun.first, begun.count == 1 { return only }
    let words = (begun.isEmpty ? offered : begun).map(\.title).joined(separator: ", ")
    throw TypingProblem("“\(typed)” could be: \(words).")
  }
}
