import Receivables
import TextScreen

/// The account while a call is logged: its invoices, those that the outcome is about marked, and what happened.
struct CallAccount {
  let picture: AccountPicture
  let sitting: Sitting
  /// The invoices that the outcome which shows is about.
  let covered: Set<DocumentID>
  /// Rows that were turned over.
  let first: Int

  /// Draws invoices and story beside each other, or the invoices alone where the story has a pane.
  func draw(into frame: inout Frame, in area: Rectangle, withStory: Bool) {
    guard area.size.rows > 1 else { return }
    let left = withStory ? area.size.columns / 2 : area.size.columns
    let rows = area.size.rows - 1
    let count = picture.invoices.count
    // The story beside it may be turned over further than there are invoices: their last page stays.
    let start = min(first, max(count - rows, 0))
    let shown = start..<min(start + rows, count)
    let place = ", \(shown.lowerBound + 1)–\(shown.upperBound) of \(count)"
    frame.put("", at: area.origin, width: area.size.columns, role: .heading)
    frame.put(
      "Invoices" + (count > rows ? place : " \(count)"), at: area.origin, width: left - 1,
      role: .heading)
    let table = Self.table(width: left - 1)
    for (offset, index) in shown.enumerated() {
      let item = picture.invoices[index]
      frame.putRow(table, at: Position(column: area.origin.column, row: area.origin.row + 1 + offset)) {
        cell($0, item)
      }
    }
    guard withStory else { return }
    drawStory(
      into: &frame,
      Rectangle(
        column: area.origin.column + left, row: area.origin.row, columns: area.size.columns - left,
        rows: area.size.rows))
  }

  /// The story from the row up to which it was turned over, below its title.
  func drawStory(into frame: inout Frame, _ area: Rectangle) {
    let (up, down) = (
      sitting.commands.name(of: .pageUp, in: .call), sitting.commands.name(of: .pageDown, in: .call)
    )
    let keys = "\(up) \(down)".lowercased()
    let room = area.size.columns - DisplayWidth.of(keys) - 1
    frame.put("Story", at: area.origin, width: room, role: .heading)
    frame.put(keys, at: Position(column: area.origin.column + room, row: area.origin.row), role: .heading)
    let story = CallStory(picture, width: area.size.columns, upTo: first + area.size.rows, sitting)
    for (offset, line) in story.lines.dropFirst(first).prefix(area.size.rows - 1).enumerated() {
      frame.put(
        line.text, at: Position(column: area.origin.column, row: area.origin.row + 1 + offset),
        width: area.size.columns, role: line.role ?? .normal)
    }
  }

  private static func table(width: Int) -> TableLayout {
    TableLayout(
      [
        .fixed("", 3), .text("Invoice", 8...16), .fixed("PO", 12, priority: 3), .fixed("Due", 6, priority: 1),
        .fixed("Late", 5, align: .trailing), .amount("Open", 14), .fixed("State", 20, priority: 4),
      ], width: width)
  }

  private func cell(_ column: Int, _ item: OpenItem) -> TextCell {
    switch column {
    case 0:
      TextCell(
        covered.contains(item.invoice.id) ? "[x]" : "[ ]", covered.contains(item.invoice.id) ? .accent : .dim)
    case 1: TextCell(item.invoice.number)
    case 2: TextCell(item.invoice.reference ?? "", .dim)
    case 3: TextCell(item.invoice.due.compact(sitting.today))
    case 4: TextCell(item.isPastDue ? "\(item.daysPastDue)d" : "", item.isPastDue ? .warning : nil)
    case 5: TextCell(Money(minor: item.open, item.invoice.original.currency).description)
    default: TextCell(state(item), .dim)
    }
  }

  private func state(_ item: OpenItem) -> String {
    let held = Slice.allCases.filter { item.slices[$0] > 0 }.map(\.title)
    return held.isEmpty ? (item.isPastDue ? "" : "not due") : held.joined(separator: ", ")
  }
}

/// What happened on an account in a narrow column, the newest first: what people wrote, and what was paid.
struct CallStory {
  private(set) var lines: [TextCell] = []

  /// Cells of the day before the text.
  private static let margin = 7

  /// The first `limit` lines, and no more work than they need.
  init(_ picture: AccountPicture, width: Int, upTo limit: Int, _ sitting: Sitting) {
    for item in picture.timeline where lines.count < limit {
      switch item.event {
      case .entry(let entry, let standing):
        let said = standing.mark + entry.body.line(policy: sitting.policy, seen: sitting.today)
        add(item.day, "\(entry.collector)  \(said)", standing == .inForce ? nil : .dim, width, sitting)
        if let note = entry.body.freeText.split(separator: "\n").first {
          add(nil, "“\(note)”", .dim, width, sitting)
        }
      case .credit(let credit):
        let kind = credit.kind == .payment ? "paid" : "credit note"
        add(item.day, "books  \(kind) \(credit.amount)", .good, width, sitting)
      case .lapsed(let incentive): add(item.day, "terms  \(incentive.title) lapsed", .warning, width, sitting)
      case .application: break
      }
    }
    if lines.isEmpty { lines = [TextCell("nothing yet", .dim)] }
  }

  private mutating func add(
    _ day: CalendarDay?, _ text: String, _ role: Role?, _ width: Int, _ sitting: Sitting
  ) {
    let wrapped = Wrapping.lines(of: text.shortened(to: 400), width: max(width - Self.margin, 10))
    for (index, line) in wrapped.enumerated() {
      let label = index == 0 ? day?.compact(sitting.today) ?? "" : ""
      lines.append(TextCell(label.padded(to: Self.margin - 1) + " " + line, role))
    }
  }
}

extension CallScreen {
  /// The account as it stands beside a form.
  func account(_ reading: CallReading, _ sitting: Sitting) -> CallAccount {
    let covered = (try? reading.covered(reading.currency()).invoices) ?? []
    let isKnown = reading.isChosen || form?.result.holdsDispute != true
    return CallAccount(
      picture: picture, sitting: sitting, covered: isKnown ? Set(covered.map(\.invoice.id)) : [],
      first: turned)
  }

  /// Turns the account a page over, as far as there is more of it.
  mutating func turn(by step: Int, _ sitting: Sitting) {
    guard let form else { return }
    let layout = layout(form, CallRemarks(form, of: self, sitting), in: sitting.body)
    let rows = max(layout.account.size.rows - 1, 1)
    guard step > 0 else { return turned = max(turned - rows, 0) }
    let beside = layout.pane.map { ($0.size.columns, $0.size.rows) }
    let (width, height) = beside ?? (layout.account.size.columns / 2, rows)
    let story = CallStory(picture, width: width, upTo: turned + height + 1, sitting).lines.count
    if picture.invoices.count > turned + rows || story > turned + height { turned += rows }
  }
}
