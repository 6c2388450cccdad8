import Receivables

/// How much room the amounts of an account's invoices need; 0 where there is none. Counted once for an account, not
/// once for a frame.
struct InvoiceWidths: Hashable, Sendable {
  private(set) var open = 0
  private(set) var disputed = 0
  private(set) var planned = 0
  private(set) var promised = 0
  private(set) var toCollect = 0

  init(_ invoices: [InvoiceStatus]) {
    for status in invoices {
      let currency = status.invoice.original.currency
      func cells(_ minor: Int64) -> Int { minor == 0 ? 0 : Money(minor: minor, currency).width }
      open = max(open, cells(status.open))
      disputed = max(disputed, cells(status.disputed))
      planned = max(planned, cells(status.planned))
      promised = max(promised, cells(status.promised))
      toCollect = max(toCollect, cells(status.collectable))
    }
  }
}
