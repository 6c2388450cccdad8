/// One account in a list.
public struct WorklistRow: Hashable, Sendable {
  /// The account.
  public var id: AccountID
  /// Its number as the accounting system writes it.
  public var number: String
  /// Its name.
  public var name: String
  /// Who collects it.
  public var collector: String?
  /// What is derived of it.
  public var summary: AccountSummary

  /// A row.
  public init(id: AccountID, number: String, name: String, collector: String?, summary: AccountSummary) {
    self.id = id
    self.number = number
    self.name = name
    self.collector = collector
    self.summary = summary
  }
}
