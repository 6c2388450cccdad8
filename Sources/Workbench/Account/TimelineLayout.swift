import Receivables
import TextScreen

/// Which lines an account's story takes in a given width. Only what people wrote is wrapped; a line of the books
/// is one line and is not formatted before it shows.
struct TimelineLayout {
  /// Cells for day and source before the text.
  static let margin = 18

  private let starts: [Int]
  /// How many lines there are.
  let lines: Int
  /// The width that it was made for.
  let width: Int
  private let room: Int

  init(_ items: [TimelineItem], width: Int, _ policy: Policy) {
    self.width = width
    room = max(width - Self.margin, 10)
    var next = 0
    var starts: [Int] = []
    starts.reserveCapacity(items.count)
    for item in items {
      starts.append(next)
      next += Self.text(item, room: room, policy)?.count ?? 1
    }
    self.starts = starts
    lines = next
  }

  /// The item that a line belongs to, and which of its lines it is.
  func place(of line: Int) -> (item: Int, line: Int)? {
    guard (0..<lines).contains(line) else { return nil }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle } else { high = middle }
    }
    return (low, line - starts[low])
  }

  /// The text of one line of an item.
  func text(_ item: TimelineItem, line: Int, _ policy: Policy) -> String {
    guard let lines = Self.text(item, room: room, policy) else { return TimelineWords(item, policy).headline }
    return lines.indices.contains(line) ? lines[line] : ""
  }

  private static func text(_ item: TimelineItem, room: Int, _ policy: Policy) -> [String]? {
    guard case .entry = item.event else { return nil }
    let words = TimelineWords(item, policy)
    let headline = Wrapping.lines(of: words.headline, width: room)
    return words.note.isEmpty ? headline : headline + Wrapping.lines(of: words.note, width: room)
  }
}
