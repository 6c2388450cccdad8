import Receivables
import TextScreen

/// Below the list of an account: what is tagged and due, what was said last, and why the account stands where it does.
struct AccountFoot {
  private let totals: String?
  private let last: [String]
  private let why: [String]

  /// The story below the list tells what was last, so `isShort` leaves it out. `totals` are of the invoices; `most` rows
  /// tell why.
  init(_ words: FootWords, totals: String?, isShort: Bool, most: Int) {
    self.totals = totals
    last = isShort ? [] : words.last
    why = words.why.shortened(to: most, width: words.room)
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
          line, at: Position(column: area.origin.column + FootWords.label, row: row),
          width: area.size.columns - FootWords.label, role: role)
        row += 1
      }
    }
  }
}

/// What stands below the list whatever is chosen in it: made anew when the account or the width changes.
struct FootWords: Sendable {
  /// Cells for the word at the left.
  static let label = 6
  private let width: Int
  private let isHigh: Bool
  fileprivate let last: [String]
  fileprivate let why: [String]

  fileprivate var room: Int { width - Self.label }

  /// A high screen tells what was last in the story.
  init(_ picture: AccountPicture, in body: Rectangle, _ sitting: Sitting) {
    width = AccountAreas.width(body)
    isHigh = AccountAreas.isHigh(body)
    let room = width - Self.label
    last = isHigh ? [] : Self.last(picture, room: room, sitting)
    let reasons = WhyWords(picture.summary, sitting).line.dropFirst("Why: ".count)
    why = Wrapping.lines(of: String(reasons), width: room)
  }

  /// Whether they are what would be said in a body of that size too.
  func fit(_ body: Rectangle) -> Bool {
    width == AccountAreas.width(body) && isHigh == AccountAreas.isHigh(body)
  }

  /// The last entry with the first line of its note.
  private static func last(_ picture: AccountPicture, room: Int, _ sitting: Sitting) -> [String] {
    for item in picture.timeline {
      guard case .entry(let entry, let standing) = item.event else { continue }
      let said = standing.mark + entry.body.line(policy: sitting.policy, seen: sitting.today)
      let text = "\(item.day.compact(sitting.today))  \(entry.collector)  \(said)"
      var lines = Wrapping.lines(of: text.shortened(to: room * 3), width: room).shortened(to: 2, width: room)
      if let note = entry.body.freeText.split(separator: "\n").first {
        lines.append("“\(note)”".shortened(to: room))
      }
      return lines
    }
    return ["nothing was said yet"]
  }
}

extension [String] {
  /// Not more lines than `limit`: what is left over stands shortened in the last one.
  fileprivate func shortened(to limit: Int, width: Int) -> [String] {
    guard count > limit else { return self }
    return prefix(limit - 1) + [dropFirst(limit - 1).joined(separator: " ").shortened(to: width)]
  }
}
