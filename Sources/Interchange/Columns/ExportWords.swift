public import Receivables

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

/// What somebody said that a word means.
public enum WordMeaning: Hashable, Sendable {
  case type(DocumentWord)
  case status(StatusWord)
  case receipt(ReceiptWord)
  case side(SideWord)
  case answer(Answer)
  case terms(Terms)

  /// Of the key of a word, or terms: `"credit_note"`, `"draft"`, `"debit"`, `"net 30"`.
  public init?(key: String) {
    let meaning =
      DocumentWord(rawValue: key).map(Self.type) ?? StatusWord(rawValue: key).map(Self.status)
      ?? ReceiptWord(rawValue: key).map(Self.receipt) ?? SideWord(rawValue: key).map(Self.side)
      ?? Answer(rawValue: key).map(Self.answer) ?? Terms(text: key).map(Self.terms)
    guard let meaning else { return nil }
    self = meaning
  }

  /// The key that makes it.
  public var key: String {
    switch self {
    case .type(let word): word.rawValue
    case .status(let word): word.rawValue
    case .receipt(let word): word.rawValue
    case .side(let word): word.rawValue
    case .answer(let word): word.rawValue
    case .terms(let terms): terms.text
    }
  }

  /// For people who choose: `"credit note"`, `"an invoice, or a credit where it is negative"`.
  public var title: String {
    switch self {
    case .type(.signed): "an invoice, or a credit where it is negative"
    case .type(.ignored): "nothing that a customer owes"
    case .status(.partial): "paid in part"
    default: key.split(separator: "_").joined(separator: " ")
    }
  }

  /// All keys but those of terms.
  public static let keys =
    DocumentWord.allCases.map(\.rawValue) + StatusWord.allCases.map(\.rawValue)
    + ReceiptWord.allCases.map(\.rawValue) + SideWord.allCases.map(\.rawValue)
    + Answer.allCases.map(\.rawValue)
}
