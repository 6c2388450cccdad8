public import Receivables

/// One import of one file: what it is and under which circumstances it comes.
public struct ImportRun {
  /// The file's name, for the record.
  public var file: String
  /// SHA-256 of the file's bytes, for the record.
  public var digest: [UInt8]
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
  /// What somebody has agreed to beyond what the policy lets pass unasked.
  public var agreed = ImportAgreement()
  /// The headings of the file's columns, to be named in refusals.
  public var headings: [IncomingPart: String] = [:]
  /// How rows of one document belong together; nil when each row is a document of its own.
  public var joining: RowJoining?
  /// How the columns of all files of that form are to be read from now on, when the import is accepted.
  public var mapping: (form: String, text: String)?

  /// An import, by whoever signs it where no collector is named.
  public init(
    file: String, digest: [UInt8], kind: String, snapshot: CalendarDay? = nil,
    day: CalendarDay, action: ActionID, signed signature: Signature, as collector: String? = nil,
    isDryRun: Bool = false
  ) {
    self.file = file
    self.digest = digest
    self.kind = kind
    self.snapshot = snapshot
    self.day = day
    self.action = action
    self.signature = signature
    self.collector = collector ?? signature.actor
    self.isDryRun = isDryRun
  }

  /// What of it the merge needs to know.
  var terms: BooksMerge.Terms {
    var terms = BooksMerge.Terms(
      snapshot: snapshot, day: day, headings: headings, joining: joining, tellsDifferences: isDryRun)
    terms.listsCustomers = kind == "customers"
    return terms
  }
}

/// A file of an import that cannot be taken, or not before somebody agreed; nothing is stored then, of the others neither.
public struct RefusedFile: Error, Hashable, Sendable {
  /// Which of the files.
  public var place: Int
  /// Why.
  public var error: ImportError
}
