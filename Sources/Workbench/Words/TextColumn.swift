import Receivables
import TextScreen

/// Lines of text set one below the other into a part of the frame, until it is full.
struct TextColumn {
  private let area: Rectangle
  private var row: Int

  init(_ area: Rectangle) {
    self.area = area
    row = area.origin.row
  }

  /// A column set off from what is at its left by a line.
  init(beside area: Rectangle, into frame: inout Frame) {
    for row in area.rows {
      frame.put("│", at: Position(column: area.origin.column - 1, row: row), role: .dim)
    }
    self.init(
      Rectangle(
        column: area.origin.column + 1, row: area.origin.row, columns: area.size.columns - 1,
        rows: area.size.rows))
  }

  /// Rows that are left.
  var left: Int { area.rows.upperBound - row }

  /// Leaves a row empty.
  mutating func skip() { row += 1 }

  /// Adds one line, cut where it is too long.
  mutating func add(_ text: String, _ role: Role = .normal, into frame: inout Frame) {
    guard left > 0 else { return }
    frame.put(text, at: Position(column: area.origin.column, row: row), width: area.size.columns, role: role)
    row += 1
  }

  /// Adds one line in its own role.
  mutating func add(_ cell: TextCell, into frame: inout Frame) {
    add(cell.text, cell.role ?? .normal, into: &frame)
  }

  /// Adds a bar over the whole width.
  mutating func add(_ meter: Meter, into frame: inout Frame) {
    guard left > 0 else { return }
    frame.put(meter, at: Position(column: area.origin.column, row: row), width: area.size.columns)
    row += 1
  }

  /// Adds a text, wrapped to at most three lines, behind a label that is `width` cells wide.
  mutating func add(
    _ label: String, width: Int, _ text: String, _ role: Role = .normal, into frame: inout Frame
  ) {
    guard left > 0 else { return }
    frame.put(label, at: Position(column: area.origin.column, row: row), width: width, role: .dim)
    let room = area.size.columns - width - 1
    let lines = Wrapping.lines(of: text.shortened(to: room * 3), width: room)
    for line in lines.prefix(min(3, left)) {
      frame.put(line, at: Position(column: area.origin.column + width + 1, row: row), width: room, role: role)
      row += 1
    }
  }
}

extension CalendarDay {
  /// Nine cells that name the day in any year: `"27 Nov 26"`, `" 3 Jun 13"`.
  var dated: String {
    "\(components.day < 10 ? " " : "")\(short) \(yearOfCentury)"
  }

  /// Two digits, whatever day a damaged book has.
  private var yearOfCentury: String {
    let year = components.year.magnitude % 100
    return (year < 10 ? "0" : "") + String(year)
  }

  /// At most six cells: the day near `today`, the month in other years: `"27 Nov"`, `"Nov'24"`.
  func compact(_ today: CalendarDay) -> String {
    guard components.year != today.components.year else { return short }
    let month = short.split(separator: " ").last ?? ""
    return "\(month)'\(yearOfCentury)"
  }
}

extension String {
  /// The first `limit` characters, with "…" in the place of the rest.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, index(startIndex, offsetBy: limit, limitedBy: endIndex) != nil else {
      return self
    }
    return prefix(limit - 1) + "…"
  }

  /// Without blanks at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension [String] {
  /// The items one after the other with " · " between them, broken between items into lines of `width` cells.
  ///
  /// With more than `lines` lines the rest stands at the end of the last one and is cut there.
  func flowed(width: Int, lines limit: Int) -> [String] {
    var lines: [String] = []
    var taken = 0
    for item in self {
      let cells = DisplayWidth.of(item)
      if !lines.isEmpty, lines.count == limit || taken + 3 + cells <= width {
        lines[lines.count - 1] += " · \(item)"
        taken += 3 + cells
      } else {
        lines.append(item)
        taken = cells
      }
    }
    return lines
  }
}
