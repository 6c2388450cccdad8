/// The words that exports use, as data: headings by role, words of the cells that decide what a line is, words of totals and
/// title lines.
public struct ColumnNames: Hashable, Sendable {
  /// Headings by role, the preferred one first.
  public var headings: [ColumnRole: [HeadingName]]
  /// Words of type columns.
  public var types: [HeadingName: DocumentWord]
  /// Words of status columns.
  public var statuses: [HeadingName: StatusWord]
  /// Words of status columns of payments.
  public var receipts: [HeadingName: ReceiptWord]
  /// Ways of paying, which some lists of payments have for a type.
  public var methods: [HeadingName]
  /// Words of columns that tell the side of an amount.
  public var sides: [HeadingName: SideWord]
  /// Words that answer the question of a column.
  public var answers: [HeadingName: Answer]
  /// Phrases by which a heading speaks of a role that decides, whatever else it says.
  public var telling: [ColumnRole: [String]]
  /// Headings that have such a phrase and decide nothing.
  public var spare: [HeadingName]
  /// Phrases of payment terms, by what they say.
  public var terms: [String: [String]]
  /// Words with which a totals row begins: `"total"`.
  public var totals: [HeadingName]
  /// Words before the number of a page: `"page"`.
  public var pages: [HeadingName]
  /// Words before the date in a title line: `"as of"`.
  public var asOf: [String]

  /// The words of a `columns.toml`.
  public init(
    headings: [ColumnRole: [HeadingName]], types: [HeadingName: DocumentWord],
    statuses: [HeadingName: StatusWord],
    receipts: [HeadingName: ReceiptWord], methods: [HeadingName], sides: [HeadingName: SideWord],
    answers: [HeadingName: Answer],
    telling: [ColumnRole: [String]], spare: [HeadingName], terms: [String: [String]] = [:],
    totals: [HeadingName],
    pages: [HeadingName], asOf: [String]
  ) {
    self.headings = headings
    self.types = types
    self.statuses = statuses
    self.receipts = receipts
    self.methods = methods
    self.sides = sides
    self.answers = answers
    self.telling = telling
    self.spare = spare
    self.terms = terms
    self.totals = totals
    self.pages = pages
    self.asOf = asOf
  }
}

extension ColumnNames {
  /// Keys of the phrases of payment terms.
  public static let termKeys = TermsWording.Part.allCases.map(\.rawValue)

  /// How payment terms are worded.
  var wording: TermsWording {
    let parts = terms.compactMap { key, texts in TermsWording.Part(rawValue: key).map { ($0, texts) } }
    return TermsWording(Dictionary(parts, uniquingKeysWith: +))
  }

  /// With the words that a layout explains.
  func explained(by layout: Layout?) -> ColumnNames {
    var names = self
    for (text, meaning) in layout?.words ?? [:] {
      let name = HeadingName(text)
      guard !name.folded.isEmpty else { continue }
      switch meaning {
      case .type(let word): names.types[name] = word
      case .status(let word): names.statuses[name] = word
      case .receipt(let word): names.receipts[name] = word
      case .side(let word): names.sides[name] = word
      case .answer(let word): names.answers[name] = word
      case .terms: break
      }
    }
    return names
  }
}
