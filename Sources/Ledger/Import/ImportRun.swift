public import Receivables

/// One import of one file: what it is and under which circumstances it comes.
public struct ImportRun {
  /// The file's name, for the record.
  public var file: String
  /// The file's bytes, of which the record keeps the digest.
  public var content: UnsafeRawBufferPointer
  /// What it lists, for the record: `"invoices"`.
  public var kind: String
  /// The day as of which it lists everything that is open; nil when it is no snapshot and closes nothing.
  public var snapshot: CalendarDay?
  /// The business date, on which takes effect what the file gives no date for.
  public var day: CalendarDay
  /// Names the import: made before the first attempt.
  public var action: ActionID
  /// Who imports, and when.
  public var signature: Signature
  /// As whom they work.
  public var collector: String
  /// Rolls everything back in the end and tells what would have changed.
  public var isDryRun: Bool
  /// Somebody has agreed to a snapshot that closes more than the policy lets pass unasked.
  public var acceptsShrinking: Bool
  /// Somebody has agreed to more customers getting another name than the policy lets pass unasked.
  public var acceptsRenaming: Bool
  /// A person has agreed, asked about this very file, to a snapshot that lists nothing at all.
  public var acceptsEmptiness = false
  /// The headings of the file's columns, to be named in refusals.
  public var headings: [IncomingPart: String] = [:]
  /// How the columns of all files of that form are to be read from now on, when the import is accepted.
  public var mapping: (form: String, text: String)?

  /// An import, by whoever signs it where no collector is named.
  public init(
    file: String, content: UnsafeRawBufferPointer, kind: String, snapshot: CalendarDay? = nil,
    day: CalendarDay, action: ActionID, signed signature: Signature, as collector: String? = nil,
    isDryRun: Bool = false, acceptsShrinking: Bool = false, acceptsRenaming: Bool = false
  ) {
    self.file = file
    self.content = content
    self.kind = kind
    self.snapshot = snapshot
    self.day = day
    self.action = action
    self.signature = signature
    self.collector = collector ?? signature.actor
    self.isDryRun = isDryRun
    self.acceptsShrinking = acceptsShrinking
    self.acceptsRenaming = acceptsRenaming
  }
}

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
