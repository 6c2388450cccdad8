/// Names one invoice, credit note or payment inside one ledger file.
public struct DocumentID: Hashable, Sendable, RawRepresentable, Comparable {
  /// The row's number in the ledger.
  public let rawValue: Int64

  /// The document with that row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Lower row number first.
  public static func < (left: DocumentID, right: DocumentID) -> Bool { left.rawValue < right.rawValue }
}
