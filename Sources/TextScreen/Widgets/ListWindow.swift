/// The part of a long list that shows, and the row in it that is selected.
///
/// With rows there is always exactly one selected row and it is always visible.
public struct ListWindow: Hashable, Sendable {
  /// Rows in the list.
  public private(set) var count: Int
  /// Rows that show at once, at least 1.
  public private(set) var height: Int
  /// The selected row, from 0; 0 in an empty list.
  public private(set) var selected = 0
  /// The first row that shows.
  public private(set) var first = 0

  /// A window at the top of a list.
  public init(count: Int = 0, height: Int = 1) {
    self.count = max(count, 0)
    self.height = max(height, 1)
  }

  /// The rows that show.
  public var visible: Range<Int> { first..<min(first + height, count) }

  /// Takes a new length and height and keeps the selection as near as it can.
  public mutating func fit(count: Int, height: Int) {
    self.count = max(count, 0)
    self.height = max(height, 1)
    select(selected)
  }

  /// Selects a row, or the nearest there is, and scrolls no more than needed.
  public mutating func select(_ row: Int) {
    selected = min(max(row, 0), max(count - 1, 0))
    first = min(first, selected, max(count - height, 0))
    first = max(first, selected - height + 1)
  }

  /// Moves the selection by rows: positive is down.
  public mutating func move(by rows: Int) { select(selected + rows) }

  /// Turns the wheel: the window moves by rows, the selection only as far as needed to stay in it.
  public mutating func scroll(by rows: Int) {
    first = min(max(first + rows, 0), max(count - height, 0))
    selected = min(max(selected, first), max(min(first + height, count) - 1, 0))
  }

  /// Moves for the cursor and paging keys, and answers whether the key was one.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: page(-1)
    case .pageDown: page(1)
    case .home: select(0)
    case .end: select(count - 1)
    default: return false
    }
    return true
  }

  /// The list row shown `offset` rows below the window's top, if there is one: what a click means.
  public func row(at offset: Int) -> Int? {
    let row = first + offset
    return offset >= 0 && visible.contains(row) ? row : nil
  }

  /// A page keeps one row of the last one in view.
  private mutating func page(_ direction: Int) {
    let step = direction * max(height - 1, 1)
    first = min(max(first + step, 0), max(count - height, 0))
    move(by: step)
  }
}
