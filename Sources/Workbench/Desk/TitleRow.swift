import Receivables
import TextScreen

/// The first row: the book and the screen at the left; who works under which date at the right.
struct TitleRow {
  private let screen: String

  init(_ screen: String) { self.screen = screen }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    frame.fill(row: 0, role: .title)
    let right = "\(sitting.collector) · \(sitting.today.long) "
    let warning = sitting.staleness.map { " \($0) " } ?? ""
    let rightWidth = min(DisplayWidth.of(right), sitting.size.columns / 2)
    let warningWidth = min(DisplayWidth.of(warning), sitting.size.columns / 3)
    let left = max(sitting.size.columns - rightWidth - warningWidth - 2, 0)
    let name = sitting.book.map { " \($0.name) · " } ?? " "
    frame.put(name + screen, at: Position(column: 0, row: 0), width: left, role: .title)
    let end = frame.put(
      warning, at: Position(column: left + 1, row: 0), width: warningWidth, role: .warning)
    frame.put(right, at: Position(column: end + 1, row: 0), width: rightWidth, role: .title, align: .trailing)
  }
}

extension Sitting {
  /// How old the books are when that is more than the policy allows: `"books 12 days old"`.
  var staleness: String? {
    guard let day = book?.booksDay else { return nil }
    let age = day.distance(to: today)
    return age > policy.staleBooksDays ? "books \(age) days old" : nil
  }
}
