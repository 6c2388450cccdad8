/// What a payment puts against each invoice, by their places in the order of the books. Nearly every payment pays one
/// invoice, so there is no table to be hashed for it, and no array either.
struct PartsByInvoice: Equatable {
  /// What of it an invoice gets, minor units.
  struct Part: Equatable {
    let invoice: Int
    var amount: Int64
  }

  /// The only one, where there is one.
  private var only: Part?
  /// By place of the invoice, each once, where there are several.
  private var several: [Part] = []

  /// Invoices that get anything.
  var count: Int { only == nil ? several.count : 1 }

  /// One of them, in the order of their places.
  func part(_ number: Int) -> Part { only ?? several[number] }

  subscript(invoice: Int) -> Int64? {
    if let only { return only.invoice == invoice ? only.amount : nil }
    let place = place(of: invoice)
    return place < several.count && several[place].invoice == invoice ? several[place].amount : nil
  }

  /// Adds to what the invoice gets. Throws `MoneyError`.
  mutating func add(_ amount: Int64, to invoice: Int) throws(MoneyError) {
    if let one = only {
      guard one.invoice != invoice else {
        only?.amount = try one.amount.addingChecked(amount)
        return
      }
      (only, several) = (nil, [one])
    } else if several.isEmpty {
      only = Part(invoice: invoice, amount: amount)
      return
    }
    let place = place(of: invoice)
    if place < several.count, several[place].invoice == invoice {
      several[place].amount = try several[place].amount.addingChecked(amount)
    } else {
      several.insert(Part(invoice: invoice, amount: amount), at: place)
    }
  }

  private func place(of invoice: Int) -> Int { several.firstPlace { $0.invoice >= invoice } }
}
