/// Instalments that together cover invoices exactly.
public struct PlanTerms: Hashable, Sendable {
  /// One payment of a plan.
  public struct Instalment: Hashable, Sendable {
    /// When it is due.
    public var due: CalendarDay
    /// Minor units of the plan's currency.
    public var amount: Int64

    /// One payment of a plan.
    public init(due: CalendarDay, amount: Int64) {
      self.due = due
      self.amount = amount
    }
  }

  /// The currency of every instalment.
  public var currency: Currency
  /// In order of their due days.
  public var instalments: [Instalment]
  /// The covered invoices.
  public var invoices: [DocumentID]

  /// A plan as agreed.
  public init(currency: Currency, instalments: [Instalment], invoices: [DocumentID]) {
    self.currency = currency
    self.instalments = instalments
    self.invoices = invoices
  }
}
