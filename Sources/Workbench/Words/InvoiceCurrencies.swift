import Receivables

/// In which currency an invoice is, for the parts of the books that name only the invoice.
struct InvoiceCurrencies: Sendable {
  private let only: Currency?
  private let each: [DocumentID: Currency]

  /// An account mostly has one currency, so that nothing has to be looked up.
  init(_ invoices: [Invoice]) {
    let first = invoices.first?.original.currency
    let isOnly = invoices.allSatisfy { $0.original.currency == first }
    only = isOnly ? first : nil
    each =
      isOnly
      ? [:]
      : Dictionary(invoices.map { ($0.id, $0.original.currency) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(invoice: DocumentID) -> Currency? { only ?? each[invoice] }
}
