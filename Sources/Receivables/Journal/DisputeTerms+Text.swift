extension DisputeTerms {
  /// Adds the lines of the dispute to `text`.
  func write(to text: inout String) {
    EntryText.append("dispute.reason", reason as String, to: &text)
    EntryText.append("dispute.amount", amount.map { "\($0.minor) \($0.currency)" }, to: &text)
    EntryText.append("dispute.invoices", numbers: invoices.map(\.rawValue), to: &text)
  }

  /// What the lines of a record say of a dispute.
  struct Lines {
    private var reason: String?
    private var amount: Money?
    private var invoices: [DocumentID] = []

    /// Takes one line that begins with `dispute.`. Throws `EntryTextError`.
    mutating func take(_ key: String, _ value: Span<UInt8>) throws(EntryTextError) {
      switch key {
      case "dispute.reason": reason = EntryText.string(value)
      case "dispute.amount": amount = try EntryText.money(value)
      case "dispute.invoices": invoices = try EntryText.documents(value)
      default: break
      }
    }

    /// The dispute; nil without a reason.
    func terms() -> DisputeTerms? {
      reason.map { DisputeTerms(reason: $0, amount: amount, invoices: invoices) }
    }
  }
}
