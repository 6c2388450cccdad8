import Receivables
import TextScreen

extension QueueScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let areas = QueueAreas(body, hidesPane: hidesPane)
    let list = sitting.list
    let drawn = drawnRows(areas, sitting)
    frame.putHeadings(drawn.table.layout, at: areas.headings.origin)
    let lines = QueueLines(list, near: first, height: areas.rows.size.rows)
    for (offset, line) in lines.lines.enumerated() {
      let position = Position(column: 0, row: areas.rows.origin.row + offset)
      draw(line, at: position, drawn, sitting, &frame)
    }
    if list.isHere, list.total == 0 { drawNothing(into: &frame, areas.rows, sitting) }
    draw(totals, in: areas.totals, &frame)
    guard let row = list.selectedRow else { return }
    let why = WhyWords(row.summary, sitting).line
    frame.put(why, at: areas.why.origin, width: areas.why.size.columns, role: .accent)
    if let pane = areas.pane, !sitting.isHurried {
      panes.draw(SidePane(row: row, beside), into: &frame, pane, sitting)
    }
  }

  private func draw(
    _ line: QueueLines.Line, at position: Position, _ drawn: DrawnRows, _ sitting: Sitting,
    _ frame: inout Frame
  ) {
    switch line {
    case .lane(let lane):
      frame.put(
        "── \(lane?.title ?? "nothing to do today") ", at: position, width: drawn.table.layout.width,
        role: .heading)
    case .row(let rank):
      guard let row = sitting.list.row(rank) else {
        frame.put("…", at: position, width: drawn.table.layout.width, role: .dim)
        return
      }
      let isSelected = rank == sitting.list.rank
      frame.put(drawn.strip(rank, row), at: position, role: isSelected ? .selected : nil)
      if isSelected { frame.cursor = position }
    }
  }

  private func drawNothing(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    let list = sitting.list
    let back = sitting.commands.name(of: .back, in: scope)
    let choose = sitting.commands.name(of: .chooseView, in: scope)
    let left = (list.viewBeforeSearch ?? .mine).title
    let sentence =
      list.isSearch
      ? "Nothing matches “\(list.query.text)”. \(back) goes back to \(left)."
      : "Nothing is left in \(list.query.view.title). Press \(choose) to choose another view."
    frame.put(sentence, at: area.origin, width: area.size.columns, role: .dim)
    frame.cursor = area.origin
  }

  private func draw(_ totals: DayTotals, in area: Rectangle, _ frame: inout Frame) {
    frame.put(
      totals.sentence(width: area.size.columns), at: area.origin, width: area.size.columns, role: .dim)
  }
}

extension DayTotals {
  /// `"Today: 12 of 48 worked, 7 contacts, 3 promises, 41 200.00 USD promised"`, with rough amounts where these have no
  /// room, and then in fewer words: an amount that is cut off says something else.
  func sentence(width: Int) -> String {
    let spoken = contacts > 0 ? [contacts == 1 ? "1 contact" : "\(contacts) contacts"] : []
    let counts =
      ["\(worked) of \(planned) worked"] + spoken + [promises == 1 ? "1 promise" : "\(promises) promises"]
    func sentence(_ counts: [String], _ amounts: [String]) -> String {
      let promised = amounts.isEmpty ? [] : [amounts.joined(separator: " + ") + " promised"]
      return "Today: " + (counts + promised).joined(separator: ", ")
    }
    let rough = promised.map(\.rough)
    let all = [
      sentence(counts, promised.map(\.description)), sentence(counts, rough), sentence([counts[0]], rough),
    ]
    return all.first { DisplayWidth.of($0) <= width } ?? sentence(counts, [])
  }
}

/// Where the parts of the queue stand.
struct QueueAreas {
  /// The column headings.
  let headings: Rectangle
  /// The list.
  let rows: Rectangle
  /// From 120 columns, beside the list.
  let pane: Rectangle?
  /// How far the day has come.
  let totals: Rectangle
  /// Why the selected account stands where it stands.
  let why: Rectangle

  init(_ body: Rectangle, hidesPane: Bool) {
    let width = body.size.columns
    let paneWidth = width >= 120 && !hidesPane ? min(max(width * 27 / 100, 36), 60) : 0
    let listWidth = paneWidth == 0 ? width : width - paneWidth - 3
    let top = body.origin.row
    let height = body.size.rows
    headings = Rectangle(column: 0, row: top, columns: listWidth, rows: 1)
    rows = Rectangle(column: 0, row: top + 1, columns: listWidth, rows: height - 3)
    pane =
      paneWidth == 0
      ? nil : Rectangle(column: listWidth + 2, row: top, columns: paneWidth, rows: height - 2)
    totals = Rectangle(column: 0, row: top + height - 2, columns: width, rows: 1)
    why = Rectangle(column: 0, row: top + height - 1, columns: width, rows: 1)
  }
}

/// What shows in the rows of the list: accounts, and a label wherever a lane begins.
struct QueueLines {
  enum Line: Hashable {
    case lane(Lane?)
    case row(Int)
  }

  /// Rank of the first account that shows.
  let first: Int
  let lines: [Line]

  /// From `near` on, when the selected row shows then. Else it stands in the middle, so that what comes next shows too,
  /// and a held key seldom changes the whole list.
  init(_ list: AccountList, near: Int, height: Int) {
    var first = near
    var lines = near <= list.rank ? Self.lines(list, from: near, height: height) : []
    if !lines.contains(.row(list.rank)) {
      first = max(list.rank - height / 2, 0)
      lines = Self.lines(list, from: first, height: height)
    }
    while first < list.rank, !lines.contains(.row(list.rank)) {
      first += 1
      lines = Self.lines(list, from: first, height: height)
    }
    while first > 0, lines.count < height {
      let earlier = Self.lines(list, from: first - 1, height: height)
      guard earlier.last == lines.last else { break }
      first -= 1
      lines = earlier
    }
    self.first = first
    self.lines = lines
  }

  /// Ranks of the accounts that show.
  var ranks: [Int] { lines.compactMap { if case .row(let rank) = $0 { rank } else { nil } } }

  func line(at offset: Int) -> Line? { lines.indices.contains(offset) ? lines[offset] : nil }

  private static func lines(_ list: AccountList, from first: Int, height: Int) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(height + 1)
    let showsLanes = list.query.isByLane
    var lane: Lane?
    for rank in first..<max(list.total, first) {
      guard lines.count < height else { break }
      if showsLanes, let own = list.lane(rank), lines.isEmpty || own != lane {
        guard lines.count + 1 < height else { break }
        lane = own
        lines.append(.lane(lane))
      }
      lines.append(.row(rank))
    }
    return lines
  }
}

/// Beside the queue from 120 columns: why, with points; whom to call, with their time of day; what was last.
struct SidePane {
  /// Contacts that show.
  private static let mostContacts = 4
  let row: WorklistRow
  let picture: AccountPicture?

  /// Without a picture that is of the row's account the row alone is told.
  init(row: WorklistRow, _ picture: AccountPicture?) {
    self.row = row
    self.picture = picture?.file.customer.id == row.id ? picture : nil
  }

  /// Time zones whose clocks it shows.
  var zones: [String] {
    guard let picture else { return [] }
    return picture.contacts.prefix(Self.mostContacts).compactMap {
      $0.timeZone ?? picture.file.customer.timeZone
    }
  }

  func draw(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    var column = TextColumn(beside: area, into: &frame)
    column.add(row.name, .heading, into: &frame)
    let flags = row.summary.flags
    if !flags.isEmpty { column.add(flags.letters, width: 4, flags.words, into: &frame) }
    let why = WhyWords(row.summary, sitting)
    for reason in why.points { column.add(reason.points, width: 4, reason.text, into: &frame) }
    column.add("", width: 4, why.total, into: &frame)
    guard let picture else { return }
    column.skip()
    column.add("Contacts", .heading, into: &frame)
    if picture.contacts.isEmpty { column.add("none in the books", .dim, into: &frame) }
    for contact in picture.contacts.prefix(Self.mostContacts) {
      for line in ContactLines(contact, picture, sitting).lines { column.add(line, into: &frame) }
    }
    column.skip()
    column.add("Last entries", .heading, into: &frame)
    let currencies = InvoiceCurrencies(picture.file.invoices)
    for item in picture.timeline.prefix(max(column.left, 0)) {
      let words = TimelineWords(item, currencies, sitting.policy)
      column.add(
        item.day.dated, width: 9, words.headline, words.role, into: &frame)
    }
  }
}
