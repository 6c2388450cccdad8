/// How far a collector's day has come: "12 of 48 worked, 3 promises, 41 200.00 promised".
public struct DayTotals: Hashable, Sendable {
  /// Accounts worked today.
  public var worked: Int
  /// Accounts worked today plus those still to work.
  public var planned: Int
  /// Accounts with a right-party contact today.
  public var contacts: Int
  /// Promises taken today that were not taken back.
  public var promises: Int
  /// Their amounts, one per currency.
  public var promised: [Money]

  /// A day's figures.
  public init(worked: Int = 0, planned: Int = 0, contacts: Int = 0, promises: Int = 0, promised: [Money] = [])
  {
    self.worked = worked
    self.planned = planned
    self.contacts = contacts
    self.promises = promises
    self.promised = promised
  }
}
