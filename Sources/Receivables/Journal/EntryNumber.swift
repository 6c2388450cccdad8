/// The gapless number of a journal entry, from 1.
public struct EntryNumber: Hashable, Sendable, RawRepresentable, Comparable {
  /// 1 for the first entry of a ledger.
  public let rawValue: Int64

  /// The entry with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Written earlier is less.
  public static func < (left: EntryNumber, right: EntryNumber) -> Bool { left.rawValue < right.rawValue }
}
