/// What an import did, or in a dry run would have done.
public struct ImportResult: Hashable, Sendable {
  /// Customers.
  public var customers = ImportTally()
  /// Invoices.
  public var invoices = ImportTally()
  /// Payments and credit notes.
  public var payments = ImportTally()
  /// What a person should know of it.
  public var notes = ImportNotes()
  /// What a dry run found different, the first of them.
  public var differences: [ImportDifference] = []
  /// How many more there are.
  public var moreDifferences = 0
  /// What somebody has to agree to before the file is taken; a dry run only tells it.
  public var objection: ImportError?

  /// Nothing yet.
  public init() {}

  /// Whether the book is as it was.
  public var isUnchanged: Bool { customers.isUnchanged && invoices.isUnchanged && payments.isUnchanged }
}

/// How many of a kind of thing an import has added and changed.
public struct ImportTally: Hashable, Sendable {
  /// New in the book.
  public var added = 0
  /// Already there and now different.
  public var changed = 0
  /// Already there and the same.
  public var unchanged = 0
  /// No longer listed by a snapshot.
  public var closed = 0

  /// Nothing yet.
  public init() {}

  /// Whether the book is as it was.
  public var isUnchanged: Bool { added == 0 && changed == 0 && closed == 0 }
}

/// One thing that a dry run found different.
public struct ImportDifference: Hashable, Sendable {
  /// What happens to it.
  public enum Kind: String, Hashable, Sendable {
    /// New in the book.
    case added
    /// Already there and now different.
    case changed
    /// No longer listed by a snapshot.
    case closed
  }

  /// What happens to it.
  public var kind: Kind
  /// The line in the file; nil for what the file no longer lists.
  public var line: Int?
  /// What it is: `"invoice 611365 of 0379-NEVHP"`.
  public var subject: String
  /// Before and after: `"amount 55.94 USD → 60.00 USD"`.
  public var detail: String
}

/// What somebody has agreed to, asked about this very file or by saying so beforehand.
public struct ImportAgreement: Hashable, Sendable {
  /// To a snapshot that closes more than the policy lets pass unasked.
  public var shrinking = false
  /// To more customers getting another name than the policy lets pass unasked.
  public var renaming = false
  /// To a snapshot that lists nothing at all.
  public var emptiness = false
  /// To whatever it is, because nothing of it stays: a dry run.
  public var all = false

  /// To nothing yet.
  public init() {}
}

/// Why an import stored nothing although the ledger is well.
public enum ImportError: Error, Hashable, Sendable {
  /// Lines contradict each other or the book.
  case refused([Refusal])
  /// A snapshot lacks more of the open invoices than the policy lets pass unasked.
  case shrinks(closing: Int, of: Int)
  /// A snapshot lists nothing at all, although so many invoices are open.
  case listsNothing(closing: Int)
  /// More customers would get another name than the policy lets pass unasked; the first of them.
  case renames(Int, examples: [ImportDifference])
}
