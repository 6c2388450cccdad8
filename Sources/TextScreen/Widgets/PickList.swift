/// A list to pick one item from; typing narrows it to the items that contain every typed word.
public struct PickList: Hashable, Sendable {
  /// All items.
  public let items: [String]
  /// What is compared with the typed words, in small letters, item by item.
  private let searched: [String]
  /// What was typed.
  public private(set) var filter = TextField(limit: 40)
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
