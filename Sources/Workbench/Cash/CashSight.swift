public import Receivables

/// Money of a bank statement beside what it probably pays. Nothing is stored for it.
public struct CashSight: Hashable, Sendable {
  /// Money of the statement.
  public struct Line: Hashable, Sendable {
    /// The money.
    public var money: ReceivedMoney
    /// What it probably pays; several where nobody can say.
    public var matches: [PaymentMatch]
    /// As which it stands in the journal; nil for new money.
    public var recorded: RecordedMoney?

    /// Money.
    public init(money: ReceivedMoney, matches: [PaymentMatch] = [], recorded: RecordedMoney? = nil) {
      (self.money, self.matches, self.recorded) = (money, matches, recorded)
    }
  }

  /// Where the file lies.
  public var path: String
  /// Its money.
  public var lines: [Line]
  /// What a person should know: sentences.
  public var notes: [String]

  /// What a statement tells.
  public init(path: String, lines: [Line], notes: [String] = []) {
    (self.path, self.lines, self.notes) = (path, lines, notes)
  }

  /// The name of the file without its folder.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

/// An account that somebody may mean.
public struct FoundAccount: Hashable, Sendable {
  /// The account.
  public var account: AccountID
  /// Number and name.
  public var title: String

  /// An account.
  public init(_ account: AccountID, title: String) { (self.account, self.title) = (account, title) }
}
