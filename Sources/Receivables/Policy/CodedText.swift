/// A code that records keep and the words that people read. Once used it is never removed, only retired.
public struct CodedText: Hashable, Sendable {
  /// What records keep: `"cash_flow"`.
  public var code: String
  /// What people read: `"cash flow"`.
  public var title: String
  /// Readable in old records, not offered in new ones.
  public var isRetired: Bool
  /// For a kind of contact: whether it is one. A comment is none and never counts as worked.
  public var isContact: Bool

  /// A code with its words.
  public init(code: String, title: String, isRetired: Bool = false, isContact: Bool = true) {
    self.code = code
    self.title = title
    self.isRetired = isRetired
    self.isContact = isContact
  }
}

extension Collection<CodedText> {
  /// The one that `typed` means: its code, its words, or the beginning of either when no other begins so.
  ///
  /// Retired ones are not offered. Throws a sentence that says what to do.
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
    let shown = typed.count > 30 ? typed.prefix(29) + "…" : typed
    guard !begun.isEmpty else {
      throw TypingProblem("“\(shown)” is not in the list.", asksForList: true)
    }
    let words = begun.prefix(4).map(\.title).joined(separator: ", ")
    throw TypingProblem("“\(shown)” could be \(words). Type more of it.")
  }

  /// The words of a code: `"cash flow"`; the code itself when it is not known.
  public func title(_ code: String) -> String { first { $0.code == code }?.title ?? code }
}
