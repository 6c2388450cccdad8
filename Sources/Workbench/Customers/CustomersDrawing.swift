import Receivables
import TextScreen

/// Where the parts of the screen lie: pairs above, what is known of the selected one below.
struct CustomersAreas {
  let headings: Rectangle
  let list: Rectangle
  let rule: Rectangle
  let detail: Rectangle

  private static let detailRows = 9

  init(_ body: Rectangle) {
    let rows = body.size.rows
    func area(_ row: Int, _ height: Int) -> Rectangle {
      Rectangle(
        column: body.origin.column, row: body.origin.row + row, columns: body.size.columns, rows: height)
    }
    headings = area(0, 1)
    list = area(1, rows - Self.detailRows - 2)
    rule = area(rows - Self.detailRows - 1, 1)
    detail = area(rows - Self.detailRows, Self.detailRows)
  }
}

extension CustomersScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let areas = CustomersAreas(body)
    let width = areas.list.size.columns - 2
    let names = lines.flatMap { [$0.pair.head.who, $0.pair.other.who] }.map { DisplayWidth.of($0) }
    let side = min(max(names.max() ?? 0, 16), max((width - 35) / 2, 16))
    let table = TableLayout(
      [
        .text("Customer", 16...side), .text("Other customer", 16...side), .text("Why", 12...100),
        .fixed("Said", 9),
      ], width: width, gap: 2)
    frame.putHeadings(table, at: areas.headings.origin.moved(2))
    guard !lines.isEmpty else {
      frame.put("No two customers look like one.", at: areas.list.origin.moved(2))
      return
    }
    var window = window
    window.fit(count: lines.count, height: areas.list.size.rows)
    for (offset, row) in window.visible.enumerated() {
      let line = lines[row]
      let position = Position(column: areas.list.origin.column, row: areas.list.origin.row + offset)
      let isSelected = row == window.selected
      let role: Role = isSelected ? .selected : line.said != nil ? .dim : .normal
      frame.put(isSelected ? "> " : "  ", at: position, width: 2, role: role)
      frame.putRow(table, at: position.moved(2), role: role) { column in
        switch column {
        case 0: TextCell(line.pair.head.who)
        case 1: TextCell(line.pair.other.who)
        case 2: TextCell(line.pair.mainReason)
        default: TextCell(line.said?.short ?? "")
        }
      }
      if isSelected { frame.cursor = position }
    }
    drawPair(into: &frame, areas, sitting)
  }

  private func drawPair(into frame: inout Frame, _ areas: CustomersAreas, _ sitting: Sitting) {
    frame.put(
      String(repeating: "─", count: areas.rule.size.columns), at: areas.rule.origin, role: .dim)
    guard let pair = selected?.pair else { return }
    let width = areas.detail.size.columns - 2
    var row = areas.detail.origin.row
    func put(_ text: String, _ role: Role) {
      frame.put(text, at: Position(column: 1, row: row), width: width, role: role)
      row += 1
    }
    put("Why: \(pair.reason)", .accent)
    for (name, id) in [(pair.head, pair.headID), (pair.other, pair.otherID)] {
      put(name.who, .heading)
      guard let file = files[id] else {
        row += 3
        continue
      }
      for line in Self.known(of: file, sitting) { put(line, .normal) }
    }
  }

  /// What tells customers apart, in three lines: what is owed, who is there, what was done last.
  private static func known(of file: AccountFile, _ sitting: Sitting) -> [String] {
    guard let picture = try? sitting.picture(of: file) else { return ["", "", ""] }
    let owed = picture.summary.balances.map { balance in
      "\(Money(minor: (try? balance.balance()) ?? 0, balance.currency)) owed, "
        + "\(Money(minor: balance.toCollect, balance.currency)) to collect"
    }
    let people = picture.contacts.prefix(2).map { contact in
      ([contact.title] + contact.phones.prefix(1).map(\.number) + [contact.email].compactMap { $0 })
        .joined(separator: " ")
    }
    let invoices = file.invoices.count == 1 ? "1 invoice" : "\(file.invoices.count) invoices"
    let worked = picture.summary.lastContact.map { "last contact \($0.brief(sitting.today))" }
    let more = [file.customer.taxNumber.map { "tax number \($0)" }, worked].compactMap { $0 }
    return [
      "  " + (owed.isEmpty ? ["nothing owed"] : owed).joined(separator: "; "),
      "  " + (people.isEmpty ? ["no people in the books"] : people).joined(separator: "; "),
      "  " + ([invoices] + more + file.related.map(\.words)).joined(separator: ", "),
    ]
  }
}

extension SimilarPair {
  /// What weighs most, and how many reasons there are besides: all of them stand below.
  fileprivate var mainReason: String {
    (reasons.first ?? "") + (reasons.count > 1 ? " +\(reasons.count - 1)" : "")
  }
}

extension CustomerRelation.Kind {
  /// In a narrow column.
  fileprivate var short: String {
    switch self {
    case .same: "merged"
    case .branch: "branch"
    case .group: "group"
    case .different: "different"
    }
  }
}
