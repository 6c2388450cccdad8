/// A code that records keep and the words that people read. Once used it is never removed, only retired.
public struct CodedText: Hashable, Sendable {
  /// What records keep: `"cash_flow"`.
  public var code: String
  /// What people read: `"cash flow"`.
  public var title: String
  /// Readable in old records, not offered in new ones.
  public var isRetired: Bool

  /// A code with its words.
  public init(code: String, title: String, isRetired: Bool = false) {
    self.code = code
    self.title = title
    self.isRetired = isRetired
  }
}
