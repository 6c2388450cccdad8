/// What a payment puts against each invoice, by their places in the order of the books. Nearly every payment pays one
/// invoice, so there is no table to be hashed for it.
struct PartsByInvoice: Equatable {
  /// What of it an invoice gets, minor units.
  struct Part: Equatable {
    let invoice: Int
    var amount: Int64
  }

  /// By place of the invoice, each once.
  private(set) var parts: [Part] = []

  subscript(invoice: Int) -> Int64? {
    let place = place(of: invoice)
    return place < parts.count && parts[place].invoice == invoice ? parts[place].amount : nil
  }

  /// Adds to what the invoice gets. Throws `MoneyError`.
  mutating func add(_ amount: Int64, to invoice: Int) throws(MoneyError) {
    let place = place(of: invoice)
    if place < parts.count, parts[place].invoice == invoice {
      parts[place].amount = try parts[place].amount.addingChecked(amount)
    } else {
      let part = Part(invoice: invoice, amount: amount)
      if place == parts.count { parts.append(part) } else { parts.insert(part, at: place) }
    }
  }

  private func place(of invoice: Int) -> Int {
    guard let last = parts.last, last.invoice >= invoice else { return parts.count }
    return parts.firstPlace { $0.invoice >= invoice }
  }
}
