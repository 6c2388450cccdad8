import Receivables
import TextScreen

/// The columns of an account's open invoices. The slices that come off what is to be collected show when there
/// are any.
struct InvoiceTable {
  private enum Field: Hashable {
    case tag, number, owner, reference, due, late, open, slice(Slice), toCollect, currency, state
  }

  let layout: TableLayout
  private let fields: [Field]
  private let widths: InvoiceWidths

  private let today: CalendarDay

  init(_ widths: InvoiceWidths, width: Int, _ today: CalendarDay) {
    self.today = today
    self.widths = widths
    func amount(_ title: String, _ cells: Int, _ priority: Int) -> Column {
      .amount(title, max(cells, title.utf8.count), priority: priority)
    }
    let held = Slice.allCases.filter { widths.of($0) > 0 }
    fields =
      [.tag, .number] + (widths.owners.isEmpty ? [] : [.owner]) + [.reference, .due, .late, .open]
      + held.map { .slice($0) } + [
        .toCollect, .currency, .state,
      ]
    layout = TableLayout(
      fields.map { field in
        switch field {
        case .tag: .fixed("", 1)
        case .number: .text("Invoice", 8...max(widths.number, 8))
        case .owner: .text("Customer", 8...16, priority: 2)
        case .reference: .text("PO", 8...max(widths.reference, 8), priority: widths.reference == 0 ? 9 : 3)
        case .due: .fixed("Due", 6)
        case .late: .fixed("Late", 5, align: .trailing)
        case .open: amount("Open", widths.open, 0)
        case .slice(let slice): amount(slice.heading, widths.of(slice), 2)
        case .toCollect: amount("To collect", widths.toCollect, 0)
        case .currency: .fixed("Cur", 3)
        case .state: .fixed("State", 8, priority: 1)
        }
      }, width: width)
  }

  /// What an invoice says in the column of that index.
  func cell(_ index: Int, _ status: OpenItem, isTagged: Bool) -> TextCell {
    let currency = status.invoice.original.currency
    func amount(_ minor: Int64) -> TextCell { TextCell(Money(minor: minor, currency).grouped) }
    switch fields[index] {
    case .tag: return TextCell(isTagged ? "*" : "", .accent)
    case .number: return TextCell(status.invoice.number)
    case .owner: return TextCell(widths.owners[status.invoice.id] ?? "", .dim)
    case .reference: return TextCell(status.invoice.reference ?? "", .dim)
    case .due: return TextCell(status.invoice.due.compact(today))
    case .late:
      let late = status.isPastDue ? "\(status.daysPastDue)d" : ""
      return TextCell(late, status.daysPastDue > 60 ? .bad : .warning)
    case .open: return amount(status.open)
    case .slice(let slice): return status.slices[slice] == 0 ? "" : amount(status.slices[slice])
    case .toCollect: return status.toCollect == 0 ? TextCell("–", .dim) : amount(status.toCollect)
    case .currency: return TextCell(currency.code)
    case .state:
      if !status.isPastDue { return TextCell("not due", .dim) }
      return TextCell(status.promiseLevel == 0 ? "" : "level \(status.promiseLevel)")
    }
  }
}

/// How much room the amounts of an account's invoices need; 0 where there is none. Counted once for an account, not
/// once for a frame.
struct InvoiceWidths: Hashable, Sendable {
  private(set) var open = 0
  private(set) var toCollect = 0
  private(set) var number = 0
  private(set) var reference = 0
  private var slices = Array(repeating: 0, count: Slice.allCases.count)
  /// Whose invoices are another customer's that is worked with the account, by its number.
  private(set) var owners: [DocumentID: String] = [:]

  init(_ picture: AccountPicture) {
    let isWorkedTogether = picture.file.related.contains(where: \.isTogether)
    for item in picture.invoices {
      if isWorkedTogether { owners[item.invoice.id] = picture.file.owner(of: item.invoice.id)?.name.number }
      let currency = item.invoice.original.currency
      func cells(_ minor: Int64) -> Int { minor == 0 ? 0 : Money(minor: minor, currency).width }
      number = min(max(number, item.invoice.number.count), 24)
      reference = min(max(reference, item.invoice.reference?.count ?? 0), 16)
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
    case .discounted: "To credit"
    }
  }
}
