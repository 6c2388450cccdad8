import Receivables
import TextScreen

/// Below the list of an account: what is tagged and due, what was said last, and why the account stands where it does.
struct AccountFoot {
  private let totals: String?
  private let last: [String]
  private let why: [String]
  private static let label = 6

  /// The story below the list tells what was last, so `isShort` leaves it out. `totals` are of the invoices; `most` rows
  /// tell why.
  init(
    _ picture: AccountPicture, totals: String?, isShort: Bool, most: Int, width: Int, _ sitting: Sitting
  ) {
    self.totals = totals
    let room = width - Self.label
    last = isShort ? [] : Self.last(picture, room: room, sitting)
    let reasons = WhyWords(picture.summary, sitting).line.dropFirst("Why: ".count)
    why = Self.shortened(Wrapping.lines(of: String(reasons), width: room), to: most, room)
  }

  var rows: Int { (totals == nil ? 0 : 1) + last.count + why.count }

  func draw(into frame: inout Frame, _ area: Rectangle) {
    var row = area.origin.row
    if let totals {
      let width = min(DisplayWidth.of(totals), area.size.columns)
      frame.put(
        totals, at: Position(column: area.columns.upperBound - width, row: row), width: width, role: .dim)
      row += 1
    }
    for (label, lines, role) in [("LAST", last, Role.normal), ("WHY", why, .accent)] {
      for (index, line) in lines.enumerated() where row < area.rows.upperBound {
        if index == 0 { frame.put(label, at: Position(column: area.origin.column, row: row), role: .dim) }
        frame.put(
          line, at: Position(column: area.origin.column + Self.label, row: row),
          width: area.size.columns - Self.label, role: role)
        row += 1
      }
    }
  }

  /// The last entry with the first line of its note.
  private static func last(_ picture: AccountPicture, room: Int, _ sitting: Sitting) -> [String] {
    for item in picture.timeline {
      guard case .entry(let entry, let standing) = item.event else { continue }
      let said = standing.mark + entry.body.line(policy: sitting.policy)
      let text = "\(item.day.compact(sitting.today))  \(entry.collector)  \(said)"
      var lines = shortened(Wrapping.lines(of: text.shortened(to: room * 3), width: room), to: 2, room)
      if let note = entry.body.freeText.split(separator: "\n").first {
        lines.append("“\(note)”".shortened(to: room))
      }
      return lines
    }
    return ["nothing was said yet"]
  }

  private static func shortened(_ lines: [String], to limit: Int, _ room: Int) -> [String] {
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [lines.dropFirst(limit - 1).joined(separator: " ").shortened(to: room)]
  }
}
