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
  /// When it is recorded, true UTC.
  public var recorded: Instant
  /// Who imports, from the operating system.
  public var actor: String
  /// Rolls everything back in the end and tells what would have changed.
  public var isDryRun: Bool
  /// Somebody has agreed to a snapshot that closes more than the policy lets pass unasked.
  public var acceptsShrinking: Bool
  /// How the columns of all files of that form are to be read from now on, when the import is accepted.
  public var mapping: (form: String, text: String)?

  /// An import.
  public init(
    file: String, content: UnsafeRawBufferPointer, kind: String, snapshot: CalendarDay? = nil,
    day: CalendarDay, recorded: Instant, actor: String, isDryRun: Bool = false, acceptsShrinking: Bool = false
  ) {
    self.file = file
    self.content = content
    self.kind = kind
    self.snapshot = snapshot
    self.day = day
    self.recorded = recorded
    self.actor = actor
    self.isDryRun = isDryRun
    self.acceptsShrinking = acceptsShrinking
  }
}
