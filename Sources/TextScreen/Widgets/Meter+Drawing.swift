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
