/// A list to pick one item from; typing narrows it to the items that contain every typed word.
public struct PickList: Hashable, Sendable {
  /// All items.
  public let items: [String]
  /// What is compared with the typed words, in small letters, item by item.
  private let searched: [String]
  /// What was typed.
  public private(set) var filter = TextField(limit: 300)
  /// The rows that show.
  public private(set) var window: ListWindow
  /// The items that match, by their index in `items`.
  public private(set) var matches: [Int]

  /// A list with one item selected, of which `height` rows show. Items are also found by their `aliases`, which do not
  /// show.
  public init(_ items: [String], aliases: [String] = [], selected: Int = 0, height: Int = 10) {
    self.items = items
    searched = items.enumerated().map { index, item in
      (aliases.indices.contains(index) ? "\(item) \(aliases[index])" : item).lowercased()
    }
    matches = Array(items.indices)
    window = ListWindow(count: items.count, height: height)
    window.select(selected)
  }

  /// The index in `items` of the selected one; nil when nothing matches.
  public var selected: Int? { matches.isEmpty ? nil : matches[window.selected] }

  /// Moves or narrows, and answers whether the key meant something; Enter and Esc are the caller's.
  public mutating func handle(_ key: Key) -> Bool {
    if window.handle(key) { return true }
    let before = filter.text
    guard filter.handle(key) else { return false }
    if filter.text != before { narrow() }
    return true
  }

  /// Selects the item shown so many rows below the top of the list, and answers whether there is one.
  public mutating func click(at offset: Int) -> Bool {
    guard let row = window.row(at: offset) else { return false }
    window.select(row)
    return true
  }

  /// Takes another height.
  public mutating func fit(height: Int) { window.fit(count: matches.count, height: height) }

  private mutating func narrow() {
    let kept = selected
    let words = filter.text.lowercased().split(separator: " ")
    matches = items.indices.filter { index in words.allSatisfy { searched[index].contains($0) } }
    window.fit(count: matches.count, height: window.height)
    window.select(kept.flatMap { matches.firstIndex(of: $0) } ?? 0)
  }
}

extension Frame {
  /// Draws a pick list as an overlay: what was typed in the first row, the items below it.
  public mutating func put(_ list: PickList, in box: Rectangle, title: String) {
    putBox(box, title: title)
    let inside = box.inside
    let visible = list.window.visible
    let hides = visible.count < list.matches.count
    let extent = hides ? " \(visible.lowerBound + 1)–\(visible.upperBound) of \(list.matches.count)" : ""
    let room = max(inside.size.columns - DisplayWidth.of(extent), 1)
    put(list.filter, at: inside.origin, width: room, focused: true)
    put(extent, at: Position(column: inside.origin.column + room, row: inside.origin.row), role: .overlay)
    for (offset, row) in list.window.visible.prefix(max(inside.size.rows - 1, 0)).enumerated() {
      let chosen = row == list.window.selected
      put(
        (chosen ? "> " : "  ") + list.items[list.matches[row]],
        at: Position(column: inside.origin.column, row: inside.origin.row + 1 + offset),
        width: inside.size.columns,
        role: chosen ? .selected : .overlay)
    }
  }
}

extension Frame {
  /// Draws an overlay: border, title and blank ground. Its text goes into `rectangle.inside`.
  public mutating func putBox(_ rectangle: Rectangle, title: String = "", role: Role = .overlay) {
    fill(rectangle, role: role)
    let width = rectangle.size.columns
    guard width >= 2, rectangle.size.rows >= 2 else { return }
    let left = rectangle.origin.column
    let bar = String(repeating: "─", count: width - 2)
    put("┌" + bar + "┐", at: rectangle.origin, role: role)
    put("└" + bar + "┘", at: Position(column: left, row: rectangle.rows.upperBound - 1), role: role)
    for row in rectangle.rows.dropFirst().dropLast() {
      put("│", at: Position(column: left, row: row), role: role)
      put("│", at: Position(column: left + width - 1, row: row), role: role)
    }
    guard !title.isEmpty, width > 6 else { return }
    let room = min(DisplayWidth.of(title), width - 6)
    put(" ", at: Position(column: left + 2, row: rectangle.origin.row), role: role)
    let after = put(title, at: Position(column: left + 3, row: rectangle.origin.row), width: room, role: role)
    put(" ", at: Position(column: after, row: rectangle.origin.row), role: role)
  }
}
