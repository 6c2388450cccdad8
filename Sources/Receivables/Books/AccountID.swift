/// Names one account (a customer) inside one ledger file. Never shown; people use the account number.
public struct AccountID: Hashable, Sendable, RawRepresentable, Comparable {
  /// The row's number in the ledger.
  public let rawValue: Int64

  /// The account with that row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Lower row number first.
  public static func < (left: AccountID, right: AccountID) -> Bool { left.rawValue < right.rawValue }
}
