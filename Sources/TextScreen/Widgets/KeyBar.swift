/// The row that names the keys of a screen; a click on a name is its key.
public struct KeyBar: Hashable, Sendable {
  /// A key and what it does.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: Key
    /// What it does, in a word.
    public let label: String

    /// `Entry(.function(6), "Call")`.
    public init(_ key: Key, _ label: String) {
      self.key = key
      self.label = label
    }

    /// Cells for the name, a blank and the label.
    var width: Int { DisplayWidth.of(key.name) + 1 + DisplayWidth.of(label) }
  }

  /// The most important one first.
  public let entries: [Entry]

  /// A bar of these keys.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The entries that have room and where they start; one that has none is left out.
  func placed(width: Int) -> [(entry: Entry, column: Int)] {
    var column = 0
    var placed: [(entry: Entry, column: Int)] = []
    for entry in entries where column + entry.width <= width {
      placed.append((entry, column))
      column += entry.width + 2
    }
    return placed
  }

  /// The key whose name or label shows at a column of a bar `width` cells wide.
  public func key(at column: Int, width: Int) -> Key? {
    placed(width: width).first { ($0.column..<$0.column + $0.entry.width).contains(column) }?.entry.key
  }
}
