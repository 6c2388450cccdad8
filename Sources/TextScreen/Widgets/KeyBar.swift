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

extension Frame {
  /// Draws a key bar across a row.
  public mutating func put(_ bar: KeyBar, row: Int) {
    fill(row: row, role: .keyLabel)
    for (entry, column) in bar.placed(width: size.columns) {
      let after = put(entry.key.name, at: Position(column: column, row: row), role: .key)
      put(entry.label, at: Position(column: after + 1, row: row), role: .keyLabel)
    }
  }
}

/// A bar that shows how a whole divides into parts, as the aging of a balance. Each part has its own sign, so that
/// it can be read without colour.
public struct Meter: Hashable, Sendable {
  /// One part of the whole.
  public struct Part: Hashable, Sendable {
    /// Its size in any unit; a negative one counts as 0.
    public let amount: Int64
    /// The character it is drawn with, one cell wide.
    public let sign: Character
    /// Its meaning.
    public let role: Role

    /// `Part(125_000, "▓", .bad)`.
    public init(_ amount: Int64, _ sign: Character, _ role: Role) {
      self.amount = max(amount, 0)
      self.sign = sign
      self.role = role
    }
  }

  /// From the left.
  public let parts: [Part]

  /// A bar of these parts.
  public init(_ parts: [Part]) { self.parts = parts }

  /// Cells for each part of a bar `width` cells wide, by largest remainder: parts 1, 1 and 2 of 8 cells are 2, 2, 4.
  public func cells(width: Int) -> [Int] {
    let whole = parts.reduce(0.0) { $0 + Double($1.amount) }
    guard whole > 0, width > 0 else { return parts.map { _ in 0 } }
    let exact = parts.map { Double($0.amount) / whole * Double(width) }
    var cells = exact.map { Int($0) }
    let byRemainder = exact.indices.sorted {
      let (left, right) = (exact[$0] - Double(cells[$0]), exact[$1] - Double(cells[$1]))
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(width - cells.reduce(0, +)) { cells[index] += 1 }
    return cells
  }
}

extension Frame {
  /// Draws a meter in `width` cells.
  public mutating func put(_ meter: Meter, at position: Position, width: Int) {
    put("", at: position, width: width)
    var column = position.column
    for (part, count) in zip(meter.parts, meter.cells(width: width)) where count > 0 {
      column = put(
        String(repeating: part.sign, count: count), at: Position(column: column, row: position.row),
        role: part.role)
    }
  }
}
