/// A grid of role-styled cells with a cursor that is always set: what a screen shows at one moment.
///
/// `put` is the only way in which text enters it.
public struct Frame: Hashable, Sendable {
  /// Its extent, at least 1×1.
  public let size: Size
  /// Where the hardware cursor stands: on the focus.
  public var cursor: Position
  /// Row by row.
  public internal(set) var cells: [Cell]

  /// A blank frame with the cursor at the top left.
  public init(size: Size) {
    self.size = Size(columns: max(size.columns, 1), rows: max(size.rows, 1))
    cursor = Position(column: 0, row: 0)
    cells = Array(repeating: .blank(), count: self.size.columns * self.size.rows)
  }
}
