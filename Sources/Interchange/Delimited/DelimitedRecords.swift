public import Receivables

/// A text cut into records for readers of other things than exports: the cells of each as text, with its line.
///
/// ```swift
/// var records = DelimitedRecords(bytes, delimiter: 0x3B)
/// while let record = try records.next() { … }
/// ```
public struct DelimitedRecords {
  /// What separates fields in the texts that people are given: comma, semicolon, tab, bar.
  public static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  private var scanner: RecordScanner
  private var record = Record()

  /// Over `bytes`, which are UTF-8 and must stay where they are.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    scanner = RecordScanner(bytes, delimiter: delimiter)
  }

  /// The next record; nil at the end. Throws `Refusal` with the line for a NUL, a quotation mark that is never closed, and
  /// quotation marks that cannot be understood.
  public mutating func next() throws(Refusal) -> DelimitedRecord? {
    guard try scanner.next(&record) else { return nil }
    guard record.broken == nil else {
      throw Refusal(
        line: record.line,
        reason:
          "Text follows a closing quotation mark here, so that nobody can say where the field ends. Correct the line, or "
          + "export the file again.")
    }
    return DelimitedRecord(line: record.line, cells: record.fields.map { scanner.string($0) })
  }
}

/// One record of a delimited text.
public struct DelimitedRecord: Hashable, Sendable {
  /// The line on which it begins, from 1.
  public let line: Int
  /// Its cells without quotation marks and spaces around them.
  public let cells: [String]
}
