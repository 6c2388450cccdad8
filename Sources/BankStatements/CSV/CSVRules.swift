public import Receivables

/// How a bank's CSV is read: the words that banks use, and what a person or the policy says where the file does not.
public struct CSVRules: Sendable {
  /// Headings and words.
  public var words: StatementWords
  /// How numeric dates are read, as somebody said; nil leaves it to the file.
  public var dateOrder: DateOrder?
  /// The same where no date of the file decides.
  public var fallbackDateOrder: DateOrder?
  /// What stands before the decimals, as somebody said; nil leaves it to the file.
  public var decimalMark: DecimalMark?
  /// The currency of amounts that name none, as somebody said.
  public var currency: Currency?
  /// The same when nobody said it: a warning tells.
  public var fallbackCurrency: Currency?
  /// Whether amounts of a file without any sign came in, as somebody said.
  public var isIncoming = false

  /// Rules that leave everything to the file.
  public init(words: StatementWords) { self.words = words }
}
