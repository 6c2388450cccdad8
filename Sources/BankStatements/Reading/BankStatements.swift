public import Receivables

/// Reads statements of bank accounts: camt.053 and camt.054, MT940, BAI2, OFX and CSV.
///
/// Bytes in, values out: nothing is asked of the network, of a file or of a clock. What cannot be read without a
/// guess refuses the file; what was read but may be wrong is a `StatementWarning`.
public enum BankStatements {
  /// The years in which days of statements may lie when nobody says otherwise.
  public static let plausibleYears = 1990...2089

  /// The statements in `bytes` with their entries. Days outside of `years` are refused, and a year of two digits is the
  /// latest of `years` that ends so. CSV is read by the rules of `csv`, and not at all without them. Throws `Refusal` with the
  /// line, or for a format that is none of `BankFormat`.
  ///
  /// `try BankStatements.read(bytes).flatMap(\.entries).count == 3`.
  public static func read(
    _ bytes: UnsafeRawBufferPointer, years: ClosedRange<Int> = plausibleYears, csv: CSVRules? = nil
  ) throws(Refusal) -> [BankStatement] {
    try read(bytes, years, csv, StatementSink(each: nil))
  }

  /// The same for files that need not stay in memory: each entry goes to `each` as soon as it is read, and the
  /// statements that are returned have none. What `each` throws ends the reading.
  public static func read(
    _ bytes: UnsafeRawBufferPointer, years: ClosedRange<Int> = plausibleYears, csv: CSVRules? = nil,
    each: @escaping (BankEntry) throws(Refusal) -> Void
  ) throws(Refusal) -> [BankStatement] {
    try read(bytes, years, csv, StatementSink(each: each))
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ years: ClosedRange<Int>, _ csv: CSVRules?,
    _ sink: consuming StatementSink
  ) throws(Refusal) -> [BankStatement] {
    let head = StatementHead(bytes)
    if head.isReport {
      throw Refusal(
        reason:
          "This is a report of the day so far (camt.052), whose entries may still change. Read the statement "
          + "of the whole day (camt.053) instead.")
    }
    // What is none of the others may still be CSV, or tell why it is not.
    guard let format = head.format ?? csv.map({ _ in .csv }) else { throw StatementHead.unknown }
    var sink = sink
    let days = StatementDays(years: years)
    switch format {
    case .camt053, .camt054:
      var reader = CamtReader(try XMLCursor(bytes), format, days)
      try reader.read(into: &sink)
    case .ofx2:
      var reader = OFXReader(OFXElements(try XMLEvents(bytes)), format, days)
      try reader.read(into: &sink)
    case .mt940, .bai2, .ofx1, .csv:
      let text = StatementText(bytes)
      try readText(text.bytes, format, days, csv, &sink)
      // The reader holds nothing but the text's address.
      withExtendedLifetime(text) {}
    }
    guard !sink.statements.isEmpty else {
      throw Refusal(
        reason:
          "There is no statement of an account in this \(format.rawValue) file. Fetch the statement from the "
          + "bank again.")
    }
    return sink.statements
  }

  private static func readText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: BankFormat, _ days: StatementDays, _ csv: CSVRules?,
    _ sink: inout StatementSink
  ) throws(Refusal) {
    switch format {
    case .csv:
      guard let csv else { throw StatementHead.unknown }
      try CSVReader(bytes, csv, years: days.years).read(into: &sink)
    case .mt940:
      var reader = MT940Reader(bytes, days)
      try reader.read(into: &sink)
    case .bai2:
      var reader = BAI2Reader(bytes, days)
      try reader.read(into: &sink)
    default:
      var reader = OFXReader(OFXTags(bytes), format, days)
      try reader.read(into: &sink)
    }
  }
}
