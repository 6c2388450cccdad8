import Receivables
import TextScreen

/// Invoices to choose several of: each can be marked, then the marked ones are taken.
struct InvoicePick: Overlay {
  private let invoices: [OpenItem]
  private var marked: Set<DocumentID>
  private var window: ListWindow

  init(_ invoices: [OpenItem], chosen: Set<DocumentID>) {
    self.invoices = invoices
    marked = chosen
    window = ListWindow(count: invoices.count, height: 14)
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    window.fit(count: invoices.count, height: box(sitting.size).inside.size.rows)
    switch sitting.commands.command(for: key, in: .invoices) {
    case .back, .leave: return .close
    case .choose: return take()
    case .mark: mark()
    case .markAll: marked = marked.count == invoices.count ? [] : Set(invoices.map(\.invoice.id))
    case .down: window.move(by: 1)
    case .up: window.move(by: -1)
    default: _ = window.handle(key)
    }
    return .stay
  }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .wheel(let rows, _): window.scroll(by: rows)
    case .click(let position):
      let inside = box(sitting.size).inside
      guard inside.contains(position), let row = window.row(at: position.row - inside.origin.row) else {
        return .close
      }
      window.select(row)
      mark()
    default: break
    }
    return .stay
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let box = box(frame.size)
    frame.putBox(box, title: title(sitting.commands))
    let inside = box.inside
    var shown = window
    shown.fit(count: invoices.count, height: inside.size.rows)
    for (offset, row) in shown.visible.enumerated() {
      let place = Position(column: inside.origin.column, row: inside.origin.row + offset)
      let status = invoices[row]
      let cells = [
        marked.contains(status.invoice.id) ? "[x]" : "[ ]", status.invoice.number,
        "\(status.invoice.due.short) \(status.invoice.due.components.year)",
        status.isPastDue ? "\(status.daysPastDue) days" : "not due",
        Money(minor: status.open, status.invoice.original.currency).description,
      ]
      frame.putRow(Self.table, at: place, role: row == shown.selected ? .selected : .overlay) {
        TextCell(cells[$0])
      }
      if row == shown.selected { frame.cursor = place }
    }
  }

  private func title(_ commands: CommandTable) -> String {
    let keys = [Command.mark, .markAll, .choose].map { commands.name(of: $0, in: .invoices) }
    return "Invoices: \(keys[0]) marks, \(keys[1]) marks all, \(keys[2]) takes them"
  }

  private static let table = TableLayout(
    [
      .fixed("", 3), .text("Invoice", 12...16), .fixed("Due", 11, align: .trailing),
      .fixed("Late", 9, align: .trailing), .amount("Open", 18),
    ], width: 61)

  private func box(_ size: Size) -> Rectangle {
    .centred(Size(columns: 65, rows: min(max(invoices.count, 1), 14) + 2), in: size)
  }

  private mutating func mark() {
    guard invoices.indices.contains(window.selected) else { return }
    marked.formSymmetricDifference([invoices[window.selected].invoice.id])
    window.move(by: 1)
  }

  /// The marked invoices in their order; nothing marked is the default.
  private func take() -> OverlayTurn {
    .chosen(.form(.invoices(invoices.map(\.invoice.id).filter(marked.contains))))
  }
}
