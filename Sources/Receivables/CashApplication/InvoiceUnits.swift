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

  init(_ items: OpenItems, at place: Int, besides payments: Set<DocumentID>) {
    let applied = items.netApplications(at: place)
    self.applied = applied
    room = max(items[place].open, 0)
    paid = money { $0.credit.map { !payments.contains($0) } ?? true }
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
}
