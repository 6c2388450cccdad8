/// What could be read of a damaged file was taken over into this book: what was lost stands here, so that nobody takes a
/// gap for something that was removed.
public struct SalvageRecord: EntrySection {
  /// `[salvage]`.
  public static let name = "salvage"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

  /// The damaged file as it was named.
  public var file: String
  /// Entries of the journal that could not be read.
  public var missing: [ClosedRange<Int64>]
  /// Everything else that is not as it was, a sentence each.
  public var losses: [String]

  /// A salvage.
  public init(file: String, missing: [ClosedRange<Int64>], losses: [String]) {
    self.file = file
    self.missing = missing
    self.losses = losses
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    file = try lines.needed("file")
    losses = lines.lines.filter { $0.key == "lost" }.map(\.value)
    missing = []
    for line in lines.lines where line.key == "missing" {
      let ends = line.value.split(separator: " ", omittingEmptySubsequences: false)
      guard ends.count == 2 else { throw EntryTextError("numbers that are none") }
      let (first, last) = (try EntryValue.number(ends[0]), try EntryValue.number(ends[1]))
      guard 1 <= first, first <= last, last < .max else { throw EntryTextError("numbers that are none") }
      missing.append(first...last)
    }
  }

  /// `file book.kept`, `missing 12 15`, `lost 3 of 40 invoices`.
  public func write(to lines: inout SectionWriter) {
    lines.line("file", file as String)
    for range in missing { lines.line("missing", "\(range.lowerBound) \(range.upperBound)" as String) }
    for loss in losses { lines.line("lost", loss as String) }
  }

  /// `"salvaged from book.kept"`.
  public var words: SectionWords { SectionWords("salvaged from \(file)") }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
