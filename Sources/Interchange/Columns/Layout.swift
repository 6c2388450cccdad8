public import Receivables

/// How the columns of one kind of export are to be understood where names alone do not explain them.
///
/// Some ship in `data/presets`; those that people make with `import --map` have the same form.
public struct Layout: Hashable, Sendable {
  /// A currency told by another column: `CA*` in `business_code` means CAD.
  public struct CurrencyRule: Hashable, Sendable {
    /// The heading of that column.
    public var column: String
    /// Currencies by value; `*` at the end stands for any rest. The longest match holds.
    public var values: [String: Currency]

    /// A currency by the values of `column`.
    public init(column: String, values: [String: Currency]) {
      self.column = column
      self.values = values
    }
  }

  /// For people: `"HighRadius open invoices"`.
  public var name: String
  /// It applies to exports that have all of these headings.
  public var headings: [String]
  /// Of these one has to stand in the lines above the headings, where there are any.
  public var titles: [String] = []
  /// The heading of each role. Roles that are not named go by the usual names.
  public var columns: [ColumnRole: String]
  /// Headings that mean nothing here, whatever their name.
  public var ignored: [String]
  /// What words of its columns mean, where `columns.toml` does not say.
  public var words: [String: WordMeaning]
  /// Assumed where a row names no currency.
  public var currency: Currency?
  /// A currency told by another column.
  public var currencyRule: CurrencyRule?
  /// How its numeric dates are read.
  public var dateOrder: DateOrder?
  /// Whether customers stand alone above their lines.
  public var hasSections = false

  /// A layout.
  public init(
    name: String, headings: [String], columns: [ColumnRole: String], ignored: [String] = [],
    words: [String: WordMeaning] = [:],
    currency: Currency? = nil, currencyRule: CurrencyRule? = nil, dateOrder: DateOrder? = nil
  ) {
    self.name = name
    self.headings = headings
    self.columns = columns
    self.ignored = ignored
    self.words = words
    self.currency = currency
    self.currencyRule = currencyRule
    self.dateOrder = dateOrder
  }
}

/// What an export has to have for a layout, in the forms that are compared: each of its first lines is held against all
/// layouts.
struct LayoutSigns {
  private let headings: [HeadingName]
  private let titles: [String]

  init(of layout: Layout) {
    headings = layout.headings.map { HeadingName($0) }
    titles = layout.titles.map { $0.lowercased() }
  }

  /// Whether an export with `names` below lines of `titles` has all headings of the layout.
  func fit(_ names: Set<HeadingName>, below titles: [String]) -> Bool {
    guard !headings.isEmpty, headings.allSatisfy(names.contains) else { return false }
    return self.titles.isEmpty
      || titles.contains { line in self.titles.contains { line.lowercased().contains($0) } }
  }
}

extension Layout.CurrencyRule {
  /// The currency that `value` tells, or nil when no pattern fits.
  func currency(of value: String) -> Currency? {
    if let exact = values[value] { return exact }
    return values.filter { $0.key.last == "*" && value.hasPrefix($0.key.dropLast()) }
      .max { $0.key.utf8.count < $1.key.utf8.count }?.value
  }
}
