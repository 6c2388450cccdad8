extension Frame {
  /// Writes a text, sanitised and measured, and answers the column after it.
  ///
  /// With a `width` exactly that many cells are written, the rest of them blank in the same role; without one the
  /// text takes what it needs up to the end of the row. Nothing is ever written outside the frame and no wide
  /// character is cut in half.
  ///
  ///     frame.put("Muster AG", at: Position(column: 2, row: 4), width: 20)
  ///     frame.put("1,250.00", at: p, width: 14, align: .trailing, overflow: .never)
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at position: Position, width: Int? = nil, role: Role = .normal,
    align: Alignment = .leading, overflow: Overflow = .ellipsis
  ) -> Int {
    guard (0..<size.rows).contains(position.row), position.column < size.columns else {
      return position.column
    }
    let room = min(width ?? .max, size.columns - position.column)
    guard room > 0 else { return position.column }
    let plain: Int?? = Sanitised.plainASCII(text) { bytes in
      guard bytes.count <= room else { return nil }
      let span = width == nil ? bytes.count : room
      let lead = align.lead(bytes.count, in: span)
      blank(position, 0..<lead, role)
      for offset in bytes.indices {
        set(Glyph.ascii[Int(bytes[offset]) - 0x20], 1, position.column + lead + offset, position.row, role)
      }
      blank(position, lead + bytes.count..<span, role)
      return position.column + span
    }
    if let end = plain ?? nil { return end }
    let glyphs = overflow.fitted(Sanitised(text).glyphs, to: room)
    return put(glyphs, at: position, span: width == nil ? nil : room, role: role, align: align)
  }

  /// Writes glyphs that are known to fit.
  mutating func put(
    _ glyphs: [Glyph], at position: Position, span: Int?, role: Role, align: Alignment = .leading
  ) -> Int {
    let taken = glyphs.reduce(0) { $0 + $1.width }
    let span = span ?? taken
    let lead = align.lead(taken, in: span)
    blank(position, 0..<lead, role)
    var column = position.column + lead
    for glyph in glyphs {
      set(glyph.text, glyph.width, column, position.row, role)
      column += glyph.width
    }
    blank(position, lead + taken..<span, role)
    return position.column + span
  }

  private mutating func blank(_ position: Position, _ offsets: Range<Int>, _ role: Role) {
    for offset in offsets { set(Glyph.ascii[0], 1, position.column + offset, position.row, role) }
  }

  /// Writes one glyph where it fits and blanks what is left of a wide one that it covers in part.
  private mutating func set(_ text: String, _ width: Int, _ column: Int, _ row: Int, _ role: Role) {
    guard column >= 0, column + width <= size.columns else {
      if width == 2 && (column == -1 || column == size.columns - 1) {
        set(Glyph.ascii[0], 1, column < 0 ? 0 : column, row, role)
      }
      return
    }
    let index = row * size.columns + column
    if cells[index].width == 0 { cells[index - 1].clear() }
    if cells[index + width - 1].width == 2 { cells[index + width].clear() }
    cells[index] = Cell(text: text, width: UInt8(width), role: role)
    if width == 2 { cells[index + 1] = Cell(text: "", width: 0, role: role) }
  }
}

extension Cell {
  /// Makes it blank and leaves its role.
  fileprivate mutating func clear() {
    text = " "
    width = 1
  }
}
