import Receivables
import TextScreen

/// The columns of an account's open invoices. The slices that come off what is to be collected show when there
/// are any.
struct InvoiceTable {
  private enum Field: Hashable {
    case tag, due, days, open, slice(Slice), toCollect, currency, level, number
  }

  let layout: TableLayout
  private let fields: [Field]

  init(_ widths: InvoiceWidths, width: Int) {
    func amount(_ title: String, _ cells: Int, _ priority: Int) -> Column {
      .amount(title, max(cells, title.utf8.count), priority: priority)
    }
    let held = Slice.allCases.filter { widths.of($0) > 0 }
    fields = [.tag, .due, .days, .open] + held.map { .slice($0) } + [.toCollect, .currency, .level, .number]
    layout = TableLayout(
      fields.map { field in
        switch field {
        case .tag: .fixed("", 1)
        case .due: .fixed("Due", 9)
        case .days: .fixed("Days", 5, align: .trailing)
        case .open: amount("Open", widths.open, 0)
        case .slice(let slice): amount(slice.heading, widths.of(slice), 2)
        case .toCollect: amount("To collect", widths.toCollect, 0)
        case .currency: .fixed("Cur", 3)
        case .level: .fixed("Lvl", 3, priority: 1, align: .trailing)
        case .number: .rest("Invoice", from: 8)
        }
      }, width: width)
  }

  /// What an invoice says in the column of that index.
  func cell(_ index: Int, _ status: OpenItem, isTagged: Bool) -> TextCell {
    let currency = status.invoice.original.currency
    func amount(_ minor: Int64) -> TextCell { TextCell(Money(minor: minor, currency).grouped) }
    switch fields[index] {
    case .tag: return TextCell(isTagged ? "*" : "", .accent)
    case .due: return TextCell(status.invoice.due.dated)
    case .days:
      return TextCell(
        String(status.daysPastDue), status.daysPastDue > 60 ? .bad : status.isPastDue ? .warning : nil)
    case .open: return amount(status.open)
    case .slice(let slice): return status.slices[slice] == 0 ? "" : amount(status.slices[slice])
    case .toCollect: return status.isPastDue ? amount(status.slices.free) : TextCell("not due", .dim)
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
  private(set) var toCollect = 0
  private var slices = Array(repeating: 0, count: Slice.allCases.count)

  init(_ invoices: [OpenItem]) {
    for item in invoices {
      let currency = item.invoice.original.currency
      func cells(_ minor: Int64) -> Int { minor == 0 ? 0 : Money(minor: minor, currency).width }
      open = max(open, cells(item.open))
      toCollect = max(toCollect, cells(item.slices.free))
      for slice in Slice.allCases { slices[slice.rawValue] = max(of(slice), cells(item.slices[slice])) }
    }
  }

  /// Cells of the largest part that is held for a reason.
  func of(_ slice: Slice) -> Int { slices[slice.rawValue] }
}

extension Slice {
  /// What stands above its column.
  fileprivate var heading: String {
    switch self {
    case .disputed: "Disputed"
    case .planned: "Planned"
    case .promised: "Promised"
    case .claimed: "Said paid"
    case .held: "On hold"
    }
  }
}
