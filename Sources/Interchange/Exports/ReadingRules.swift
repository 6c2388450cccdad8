public import Receivables

/// What decides where an export itself does not.
public struct ReadingRules: Hashable, Sendable {
  /// Assumed where neither row nor layout names a currency.
  public var currency: Currency
  /// Whether `currency` also stands in for single lines that leave theirs out although others name one.
  public var fillsCurrency: Bool
  /// How numeric dates are read, whatever the file suggests.
  public var dateOrder: DateOrder?
  /// How numeric dates are read when nothing in the file decides.
  public var fallbackDateOrder: DateOrder?
  /// What stands before the decimals, whatever the file suggests.
  public var decimal: DecimalMark?
  /// The day as of which the file lists everything open; nil when it is no snapshot or tells the day in a title.
  public var asOf: CalendarDay?

  /// Rules; all but the currency may be left to the file.
  public init(
    currency: Currency, fillsCurrency: Bool = false, dateOrder: DateOrder? = nil,
    fallbackDateOrder: DateOrder? = nil, decimal: DecimalMark? = nil, asOf: CalendarDay? = nil
  ) {
    self.currency = currency
    self.fillsCurrency = fillsCurrency
    self.dateOrder = dateOrder
    self.fallbackDateOrder = fallbackDateOrder
    self.decimal = decimal
    self.asOf = asOf
  }
}
