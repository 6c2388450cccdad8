import Receivables
import TextScreen

/// The columns of an account's open invoices. The slices that come off what is to be collected show when there
/// are any.
struct InvoiceTable {
  private enum Field: Int {
    case tag, due, days, open, disputed, planned, promised, toCollect, currency, level, number
  }

  let layout: TableLayout

  init(_ widths: InvoiceWidths, width: Int) {
    func slice(_ title: String, _ cells: Int, _ priority: Int) -> Column {
      .amount(title, max(cells, title.utf8.count), priority: priority)
    }
    let columns: [Column] = [
      .fixed("", 1), .fixed("Due", 9), .fixed("Days", 5, align: .trailing),
      slice("Open", widths.open, 0), slice("Disputed", widths.disputed, 2),
      slice("Planned", widths.planned, 2), slice("Promised", widths.promised, 2),
      slice("To collect", widths.toCollect, 0), .fixed("Cur", 3),
      .fixed("Lvl", 3, priority: 1, align: .trailing),
      .rest("Invoice", from: 8),
    ]
    let slices: [Field: Int] = [
      .disputed: widths.disputed, .planned: widths.planned, .promised: widths.promised,
    ]
    fields = columns.indices.compactMap { Field(rawValue: $0) }.filter { slices[$0] != 0 }
    layout = TableLayout(fields.map { columns[$0.rawValue] }, width: width)
  }

  private let fields: [Field]

  /// What an invoice says in the column of that index.
  func cell(_ index: Int, _ status: InvoiceStatus, isTagged: Bool) -> TextCell {
    let currency = status.invoice.original.currency
    func amount(_ minor: Int64) -> TextCell { TextCell(Money(minor: minor, currency).grouped) }
    func slice(_ minor: Int64) -> TextCell { minor == 0 ? "" : amount(minor) }
    switch fields[index] {
    case .tag: return TextCell(isTagged ? "*" : "", .accent)
    case .due: return TextCell(status.invoice.due.dated)
    case .days:
      return TextCell(
        String(status.daysPastDue), status.daysPastDue > 60 ? .bad : status.isPastDue ? .warning : nil)
    case .open: return amount(status.open)
    case .disputed: return slice(status.disputed)
    case .planned: return slice(status.planned)
    case .promised: return slice(status.promised)
    case .toCollect: return status.isPastDue ? amount(status.collectable) : TextCell("not due", .dim)
    case .currency: return TextCell(currency.code)
    case .level: return TextCell(status.promiseLevel == 0 ? "" : String(status.promiseLevel))
    case .number:
      let reference = status.invoice.reference.map { "  \($0)" } ?? ""
      return TextCell("\(status.invoice.number)\(reference)")
    }
  }
}

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
