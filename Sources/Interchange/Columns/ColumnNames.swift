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
    telling: [ColumnRole: [String]], spare: [HeadingName], totals: [HeadingName],
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
    self.totals = totals
    self.pages = pages
    self.asOf = asOf
  }
}

extension ColumnNames {
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
      }
    }
    return names
  }
}

/// What somebody said that a word means.
public enum WordMeaning: Hashable, Sendable {
  case type(DocumentWord)
  case status(StatusWord)
  case receipt(ReceiptWord)
  case side(SideWord)
  case answer(Answer)

  /// Of the key of a word: `"credit_note"`, `"draft"`, `"debit"`.
  public init?(key: String) {
    if let word = DocumentWord(rawValue: key) {
      self = .type(word)
    } else if let word = StatusWord(rawValue: key) {
      self = .status(word)
    } else if let word = ReceiptWord(rawValue: key) {
      self = .receipt(word)
    } else if let word = SideWord(rawValue: key) {
      self = .side(word)
    } else if let word = Answer(rawValue: key) {
      self = .answer(word)
    } else {
      return nil
    }
  }

  /// The key that makes it.
  public var key: String {
    switch self {
    case .type(let word): word.rawValue
    case .status(let word): word.rawValue
    case .receipt(let word): word.rawValue
    case .side(let word): word.rawValue
    case .answer(let word): word.rawValue
    }
  }

  /// All keys.
  public static let keys =
    DocumentWord.allCases.map(\.rawValue) + StatusWord.allCases.map(\.rawValue)
    + ReceiptWord.allCases.map(\.rawValue) + SideWord.allCases.map(\.rawValue)
    + Answer.allCases.map(\.rawValue)
}

/// What kind of document a word in a type column makes of a line. The raw value is its key in `columns.toml`.
public enum DocumentWord: String, Hashable, Sendable, CaseIterable {
  /// An invoice or a debit.
  case invoice
  /// A credit note, whatever the sign of its amount.
  case creditNote = "credit_note"
  /// A payment, whatever the sign of its amount.
  case payment
  /// An invoice, or a credit where its amount is negative: an entry by hand, an opening balance.
  case signed
  /// Nothing that a customer owes: a supplier's bill, a quote.
  case ignored
}

/// How far a document is by a word in a status column. The raw value is its key in `columns.toml`.
public enum StatusWord: String, Hashable, Sendable, CaseIterable {
  /// Sent, and to be paid as far as the amounts say.
  case open
  /// Paid in part; how much an amount has to say.
  case partial
  /// Paid in full.
  case paid
  /// Owed by nobody any more: void, deleted, written off.
  case cancelled
  /// Not sent yet.
  case draft
}

/// Whether the money of a payment is here, by a word in a status column. The raw value is its key in `columns.toml`.
public enum ReceiptWord: String, Hashable, Sendable, CaseIterable {
  /// It came.
  case received
  /// It did not come, not yet, or went back.
  case missing
}

/// The side of an amount by a word in a column of its own. The raw value is its key in `columns.toml`.
public enum SideWord: String, Hashable, Sendable, CaseIterable {
  /// What the customer owes.
  case debit
  /// What is owed to the customer.
  case credit
}

/// What a word answers to the question of a column: `"TRUE"` under `"Paid"`. The raw value is its key in `columns.toml`.
public enum Answer: String, Hashable, Sendable, CaseIterable {
  case yes
  case no
}
