import Receivables
import TextScreen

extension AccountScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let (areas, top, foot) = parts(in: body, sitting)
    top.draw(into: &frame, areas.top)
    AccountTabs(picture, section, width: areas.tabs.size.columns).draw(into: &frame, areas.tabs)
    frame.cursor = areas.list.origin
    switch section {
    case .invoices: drawInvoices(into: &frame, areas, sitting)
    case .timeline: drawTimeline(into: &frame, areas.reading, story, sitting)
    case .matters: drawMatters(into: &frame, areas, sitting)
    case .people: drawPeople(into: &frame, areas.reading, sitting)
    }
    foot.draw(into: &frame, areas.foot)
    if let below = areas.below { drawBelow(into: &frame, below, sitting) }
    if let pane = areas.pane { AccountPane(picture).draw(into: &frame, pane, sitting) }
  }

  private func drawInvoices(into frame: inout Frame, _ areas: AccountAreas, _ sitting: Sitting) {
    let table = InvoiceTable(widths, width: areas.list.size.columns, sitting.today)
    frame.putHeadings(table.layout, at: areas.headings.origin)
    if shown.isEmpty {
      let what = picture.invoices.isEmpty ? "nothing is open" : "none is \(order.filter.title)"
      frame.put(what, at: areas.list.origin, role: .dim)
    }
    each(invoices, shown.count, areas.list, &frame) { frame, position, index, role in
      let status = picture.invoices[shown[index]]
      let isTagged = tagged.contains(status.invoice.id)
      frame.putRow(table.layout, at: position, role: role ?? .normal) {
        let cell = table.cell($0, status, isTagged: isTagged)
        return role == nil ? cell : TextCell(cell.text)
      }
    }
  }

  private func drawMatters(into frame: inout Frame, _ areas: AccountAreas, _ sitting: Sitting) {
    let rows = MatterRow.rows(picture)
    let table = MatterTable(picture, width: areas.list.size.columns, sitting)
    frame.putHeadings(table.layout, at: areas.headings.origin)
    if rows.isEmpty { frame.put("nothing was promised yet", at: areas.list.origin, role: .dim) }
    each(matters, rows.count, areas.list, &frame) { frame, position, index, role in
      frame.putRow(table.layout, at: position, role: role ?? .normal) {
        let cell = table.cell($0, rows[index])
        return role == nil ? cell : TextCell(cell.text)
      }
    }
    drawMore(of: rows, table, into: &frame, areas.list)
  }

  /// Rows below the list for the whole of what the selected one has no room for.
  private static let moreRows = 3

  private func drawMore(
    of rows: [MatterRow], _ table: MatterTable, into frame: inout Frame, _ area: Rectangle
  ) {
    guard rows.indices.contains(matters.selected), rows.count + 1 < area.size.rows,
      let more = table.more(rows[matters.selected])
    else { return }
    let lines = Wrapping.lines(of: more, width: area.size.columns - 2)
    for (row, line) in zip(area.rows.dropFirst(rows.count + 1), lines) {
      frame.put(line, at: Position(column: area.origin.column + 1, row: row), width: area.size.columns - 2)
    }
  }

  private func drawTimeline(
    into frame: inout Frame, _ area: Rectangle, _ window: ListWindow?, _ sitting: Sitting
  ) {
    let layout = storyLayout(width: area.size.columns, sitting)
    if picture.timeline.isEmpty { frame.put("nothing has happened yet", at: area.origin, role: .dim) }
    each(window, layout.lines, area, &frame) { frame, position, line, role in
      guard let place = layout.place(of: line) else { return }
      let item = picture.timeline[place.item]
      let words = layout.words(item)
      let isFirst = place.line == 0
      let ordinary = isFirst || place.told != place.item ? words.role : .dim
      frame.put(
        isFirst ? item.day.dated : "", at: position, width: 10, role: role ?? ordinary)
      frame.put(
        isFirst ? words.source : "", at: Position(column: position.column + 10, row: position.row),
        width: TimelineLayout.margin - 11, role: role ?? .dim)
      frame.put(
        " ", at: Position(column: position.column + TimelineLayout.margin - 1, row: position.row),
        role: role ?? .normal)
      frame.put(
        layout.text(at: place) ?? words.headline,
        at: Position(column: position.column + TimelineLayout.margin, row: position.row),
        width: area.size.columns - TimelineLayout.margin, role: role ?? ordinary)
    }
  }

  private func drawPeople(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    let lines = PeopleText(picture, sitting).lines
    each(people, lines.count, area, &frame) { frame, position, index, role in
      frame.put(
        lines[index].text, at: position, width: area.size.columns, role: role ?? lines[index].role ?? .normal)
    }
  }

  /// What the other half of a high terminal shows: the story, or the invoices below it.
  private func drawBelow(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    let inside = Rectangle(
      column: area.origin.column, row: area.origin.row + 1, columns: area.size.columns,
      rows: area.size.rows - 1)
    let title = section == .timeline ? "Invoices" : "Story"
    frame.put(title, at: area.origin, width: area.size.columns, role: .heading)
    guard section == .timeline else {
      return drawTimeline(into: &frame, inside, nil, sitting)
    }
    let table = InvoiceTable(widths, width: inside.size.columns, sitting.today)
    for (row, status) in zip(inside.rows, picture.invoices) {
      let isTagged = tagged.contains(status.invoice.id)
      frame.putRow(table.layout, at: Position(column: inside.origin.column, row: row)) {
        table.cell($0, status, isTagged: isTagged)
      }
    }
  }

  /// Draws the rows of a window that show; without a window the first ones, none of them selected.
  private func each(
    _ window: ListWindow?, _ count: Int, _ area: Rectangle, _ frame: inout Frame,
    _ draw: (inout Frame, Position, Int, Role?) -> Void
  ) {
    var shown = window ?? ListWindow()
    shown.fit(count: count, height: area.size.rows)
    for (row, index) in zip(area.rows, shown.visible) {
      let position = Position(column: area.origin.column, row: row)
      let isSelected = window != nil && index == shown.selected
      draw(&frame, position, index, isSelected ? .selected : nil)
      if isSelected { frame.cursor = position }
    }
  }
}

extension AccountScreen {
  /// The parts of the screen and where they stand.
  func parts(
    in body: Rectangle, _ sitting: Sitting
  ) -> (areas: AccountAreas, top: AccountTop, foot: AccountFoot) {
    let top = AccountTop(picture, sitting)
    let width = AccountAreas.width(body)
    let isHigh = AccountAreas.isHigh(body)
    let needed =
      switch section {
      case .invoices: shown.count
      case .timeline: storyLayout(width: width, sitting).lines
      case .matters: MatterRow.rows(picture).count + Self.moreRows
      case .people: PeopleText(picture, sitting).lines.count
      }
    // What the list does not fill is worth the whole of why.
    let spare = body.size.rows - top.rows - needed - 6
    let most = isHigh ? 5 : min(max(spare, 2), 5)
    let foot = AccountFoot(
      footWords(in: body, sitting), totals: section == .invoices ? totals : nil,
      isShort: isHigh || section == .timeline, most: most)
    let areas = AccountAreas(body, topRows: top.rows, footRows: foot.rows, needed: needed)
    return (areas, top, foot)
  }

  /// What is listed when it is not all, what is due, and what is tagged.
  private var totals: String {
    let isPart = order.filter != .all
    let part = isPart ? "\(order.filter.title): \(shown.count) of \(picture.invoices.count) · " : ""
    return part + invoiceSums.text
  }
}

/// The names of the sections with how much is in them, shorter where they have no room; the one that shows stands in
/// brackets.
struct AccountTabs {
  private let labels: [(section: AccountSection, text: String)]

  init(_ picture: AccountPicture, _ current: AccountSection, width: Int) {
    let whole = Self.labels(picture, current, people: " and habits")
    let cells = whole.reduce(2 * (whole.count - 1)) { $0 + $1.text.count }
    labels = cells <= width ? whole : Self.labels(picture, current, people: "")
  }

  private static func labels(
    _ picture: AccountPicture, _ current: AccountSection, people: String
  ) -> [(section: AccountSection, text: String)] {
    AccountSection.allCases.map { section in
      let text =
        switch section {
        case .invoices: "Invoices \(picture.invoices.count)"
        case .timeline: "Story \(picture.timeline.count)"
        case .matters: matters(picture)
        case .people: "People \(picture.contacts.count)\(people)"
        }
      return (section, section == current ? "[\(text)]" : " \(text) ")
    }
  }

  private static func matters(_ picture: AccountPicture) -> String {
    let others = Dictionary(grouping: MatterRow.others(picture), by: \.kind).mapValues(\.count)
    let plans = picture.allPlans.count
    return "Promises \(picture.promises.count)"
      + (plans == 0 ? "" : ", plans \(plans)")
      + (picture.disputes.isEmpty ? "" : ", disputes \(picture.disputes.count)")
      + others.sorted { $0.key < $1.key }.map { ", \($0.key)s \($0.value)" }.joined()
      + (picture.escalations.isEmpty ? "" : ", escalations \(picture.escalations.count)")
  }

  /// The section whose name stands at a column.
  func section(at column: Int) -> AccountSection? {
    var start = 0
    for label in labels {
      let end = start + label.text.count
      if (start..<end).contains(column) { return label.section }
      start = end + 2
    }
    return nil
  }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    frame.put("", at: area.origin, width: area.size.columns, role: .heading)
    var column = area.origin.column
    for label in labels {
      column = frame.put(label.text, at: Position(column: column, row: area.origin.row), role: .heading) + 2
    }
  }
}
