import Receivables

/// Which of an account's open invoices its list shows, and in what order.
struct InvoiceOrder: Hashable, Sendable {
  /// What the list is sorted by.
  enum Sort: Hashable, Sendable, CaseIterable {
    case due, amount, number

    var title: String {
      switch self {
      case .due: "oldest first"
      case .amount: "largest first"
      case .number: "by number"
      }
    }
  }

  /// What the list shows.
  enum Filter: Hashable, Sendable, CaseIterable {
    case all, pastDue, toCollect, held, tagged

    var title: String {
      switch self {
      case .all: "all open"
      case .pastDue: "past due"
      case .toCollect: "to collect"
      case .held: "held by a matter"
      case .tagged: "tagged"
      }
    }
  }

  var sort = Sort.due
  var filter = Filter.all

  /// The places of the invoices that show, in their order. The invoices are oldest due first.
  func places(of invoices: [OpenItem], tagged: Set<DocumentID>) -> [Int] {
    let shown = invoices.indices.filter { index in
      let item = invoices[index]
      return switch filter {
      case .all: true
      case .pastDue: item.isPastDue
      case .toCollect: item.toCollect > 0
      case .held: item.slices.free < item.open
      case .tagged: tagged.contains(item.invoice.id)
      }
    }
    switch sort {
    case .due: return shown
    case .amount:
      // By currency first: amounts of two currencies do not compare.
      return shown.sorted {
        let (left, right) = (invoices[$0], invoices[$1])
        let codes = (left.invoice.original.currency.code, right.invoice.original.currency.code)
        return codes.0 == codes.1 ? (right.open, $0) < (left.open, $1) : codes.0 < codes.1
      }
    case .number: return shown.sorted { invoices[$0].invoice.number < invoices[$1].invoice.number }
    }
  }
}

/// What is past due and what is tagged of an account's invoices: `"2 due · 8 466.17 USD · 1 tagged, 1 564.01 USD"`.
struct InvoiceSums: Hashable, Sendable {
  let tagged: Set<DocumentID>
  let text: String

  init(_ invoices: [OpenItem], tagged: Set<DocumentID>) {
    self.tagged = tagged
    let due = Self.sum(invoices) { $0.isPastDue }
    let first = due.count == 0 ? "nothing due" : "\(due.count) due · \(due.words)"
    let chosen =
      tagged.isEmpty ? (count: 0, words: "") : Self.sum(invoices) { tagged.contains($0.invoice.id) }
    text = chosen.count == 0 ? "\(first) · 0 tagged" : "\(first) · \(chosen.count) tagged, \(chosen.words)"
  }

  private static func sum(_ invoices: [OpenItem], _ counts: (OpenItem) -> Bool) -> (count: Int, words: String)
  {
    var count = 0
    var sums: [Money] = []
    for item in invoices where counts(item) {
      count += 1
      let currency = item.invoice.original.currency
      if let index = sums.firstIndex(where: { $0.currency == currency }) {
        // Each fits the balance of its currency, which was added up without overflow before.
        sums[index].minor &+= item.open
      } else {
        sums.append(Money(minor: item.open, currency))
      }
    }
    return (count, sums.map(\.description).joined(separator: " + "))
  }
}
