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
