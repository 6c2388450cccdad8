extension PlanTerms {
  /// Adds the lines of the plan to `text`, one line an instalment: `plan.instalment 2026-12-01 33333`.
  func write(to text: inout String) {
    EntryText.append("plan.currency", currency.code as String, to: &text)
    for instalment in instalments {
      EntryText.append("plan.instalment", "\(instalment.due.iso) \(instalment.amount)", to: &text)
    }
    EntryText.append("plan.invoices", numbers: invoices.map(\.rawValue), to: &text)
  }

  /// What the lines of a record say of a plan.
  struct Lines {
    private var currency: Currency?
    private var instalments: [Instalment] = []
    private var invoices: [DocumentID] = []

    /// Takes one line that begins with `plan.`. Throws `EntryTextError`.
    mutating func take(_ key: String, _ value: Span<UInt8>) throws(EntryTextError) {
      switch key {
      case "plan.currency": currency = Currency(EntryText.raw(value))
      case "plan.instalment":
        guard value.count > 11 else { throw EntryTextError("an instalment without an amount") }
        let amount = try EntryText.number(value.extracting(11..<value.count))
        guard amount >= 0 else { throw EntryTextError("an instalment of less than nothing") }
        instalments.append(
          Instalment(due: try EntryText.day(value.extracting(0..<10)), amount: amount))
      case "plan.invoices": invoices = try EntryText.documents(value)
      default: break
      }
    }

    /// The plan; nil without a currency.
    func terms() -> PlanTerms? {
      currency.map { PlanTerms(currency: $0, instalments: instalments, invoices: invoices) }
    }
  }
}
