/// What somebody looks for: words that must all occur, which may be amounts; or all of it is a phone number or an amount.
public struct SearchQuery: Hashable, Sendable {
  /// One word of it.
  public struct Word: Hashable, Sendable {
    /// Folded, without leading zeros of a number.
    public let text: String
    /// The bytes of it.
    public let bytes: [UInt8]
    /// The amount that it may be.
    public let amount: AmountSought?

    init(_ text: String, amount: AmountSought?) {
      self.text = text
      bytes = Array(text.utf8)
      self.amount = amount
    }
  }

  /// The words; none look for nothing, and find every account.
  public let words: [Word]
  /// The digits of the phone number that it may be.
  public let phoneDigits: String?
  /// The bytes of it.
  public let phone: [UInt8]?
  /// The amount that several words may be together: `1 564,01`.
  public let amount: AmountSought?

  /// Reads what was typed: `"corner 1564.01"`.
  public init(_ typed: String) {
    let folded = SearchText.words(typed)
    phoneDigits = SearchText.phoneDigits(typed)
    phone = phoneDigits.map { Array($0.utf8) }
    amount = folded.count > 1 ? AmountSought(typed) : nil
    let isOneAmount = amount != nil
    // A number is found however many zeros an export put before it.
    words = folded.compactMap { typed in
      let text = DocumentKey(typed).text
      // What has nothing to see is in no text, and asks for none.
      return text.isEmpty ? nil : Word(text, amount: isOneAmount ? nil : AmountSought(typed))
    }
  }

  /// Whether it may mean an amount.
  public var hasAmounts: Bool { amount != nil || words.contains { $0.amount != nil } }

  /// Whether number and name of the row have every word.
  public func isShown(by row: WorklistRow) -> Bool {
    let shown = [SearchText.folded(row.number), SearchText.folded(row.name)]
    return words.allSatisfy { word in shown.contains { $0.contains(word.text) } }
  }
}
