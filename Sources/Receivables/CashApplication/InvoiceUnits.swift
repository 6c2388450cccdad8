/// An invoice while receipts are put against it.
struct InvoiceUnits {
  /// What stays applied in the books, oldest first.
  let applied: [NetApplication]
  /// Money of which the books do not say that it is a receipt's, less what was taken back of it, minor units.
  var paid: Int64 = 0
  /// The units of receipts so far, and how many of them the books show in `paid`.
  var received: Int64 = 0
  var shown: Int64 = 0
  /// Where the units of credit notes that were granted end.
  var creditEnd: Int64 = .min
  /// What is open of it.
  var room: Int64
  /// What the books took back without a bank's return that was recorded, and when; as far as no receipt is it.
  private var reopened: [(day: CalendarDay, amount: Int64)]

  /// `payments` are those of receipts; `returns` is what banks took back, minor units.
  init(_ items: OpenItems, at place: Int, besides payments: Set<DocumentID>, returns: Int64) {
    var explained = returns
    reopened = items.applications(at: place).map { items.applications[$0] }
      .filter { $0.amount < 0 && $0.isMoney }.map { application in
        let amount = Int64(clamping: application.amount.magnitude)
        let known = min(amount, explained)
        explained -= known
        return (application.dated, amount - known)
      }
    let applied = items.netApplications(at: place)
    self.applied = applied
    room = max(items[place].open, 0)
    paid = money { $0.credit.map { !payments.contains($0) } ?? true }
  }

  /// Takes up to `limit` of what the books took back from a day on.
  mutating func takeReopened(_ limit: Int64, since day: CalendarDay) -> Int64 {
    var left = limit
    for index in reopened.indices where reopened[index].day >= day {
      let taken = min(reopened[index].amount, left)
      reopened[index].amount -= taken
      left -= taken
    }
    return limit - left
  }

  /// Money that counts, minor units.
  func money(where counts: (Application) -> Bool) -> Int64 {
    applied.reduce(0) { $1.application.isMoney && counts($1.application) ? $0 &+ $1.net : $0 }
  }

  /// Credit notes and write-offs, minor units.
  var credited: Int64 { applied.reduce(0) { $1.application.isMoney ? $0 : $0 &+ $1.net } }
}

/// A receipt's part on an invoice.
struct ReceiptPart {
  let place: Int
  /// Where its units begin; nil where the books name its payment.
  let start: Int64?
  let amount: Int64
  /// What of it the books show.
  let shown: Int64
  /// What of it completes them.
  var added: Int64
}

/// A receipt as it was put against invoices.
struct RecordedParts {
  var parts: [ReceiptPart]
  /// What is put against nothing and is not in the books.
  var rest: Int64
  /// The credit that stands for what the books do not have.
  var credit: DocumentID?
}

extension [ReceiptPart] {
  /// What all come to. Throws `MoneyError.overflow`.
  func sum(_ amount: KeyPath<ReceiptPart, Int64>) throws(MoneyError) -> Int64 {
    var sum: Int64 = 0
    for part in self { sum = try sum.addingChecked(part[keyPath: amount]) }
    return sum
  }
}
