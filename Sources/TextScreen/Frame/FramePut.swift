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
    _ text: String, at position: Position, width: Int? = nil, role: Role = .normal,
    align: Alignment = .leading, overflow: Overflow = .ellipsis
  ) -> Int {
    guard (0..<size.rows).contains(position.row), position.column < size.columns else {
      return position.column
    }
    let room = min(width ?? .max, size.columns - position.column)
    guard room > 0 else { return position.column }
    let plain: Int?? = Sanitised.plainASCII(text) { bytes in
      guard bytes.count <= room else { return cut(bytes, to: room, at: position, role, overflow) }
      let span = width == nil ? bytes.count : room
      let start = position.column + align.lead(bytes.count, in: span)
      blank(row: position.row, position.column..<start, role)
      setPlain(row: position.row, start..<start + bytes.count, role) { bytes[$0] }
      blank(row: position.row, start + bytes.count..<position.column + span, role)
      return position.column + span
    }
    if let end = plain ?? nil { return end }
    let glyphs = overflow.fitted(Sanitised(text).glyphs, to: room)
    return put(glyphs, at: position, span: width == nil ? nil : room, role: role, align: align)
  }

  /// Writes as much of a plain text as there is room for; nil when the text may not be cut.
  private mutating func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, to room: Int, at position: Position, _ role: Role,
    _ overflow: Overflow
  ) -> Int? {
    let end = position.column + room
    switch overflow {
    case .never: return nil
    case .clip: setPlain(row: position.row, position.column..<end, role) { bytes[$0] }
    case .ellipsis:
      setPlain(row: position.row, position.column..<end - 1, role) { bytes[$0] }
      set(.ellipsis, row: position.row, column: end - 1, role)
    }
    return end
  }

  /// Writes glyphs that are known to fit.
  mutating func put(
    _ glyphs: [Glyph], at position: Position, span: Int?, role: Role, align: Alignment = .leading
  ) -> Int {
    let taken = glyphs.reduce(0) { $0 + $1.width }
    let end = position.column + (span ?? taken)
    var column = position.column + align.lead(taken, in: span ?? taken)
    blank(row: position.row, position.column..<column, role)
    for glyph in glyphs {
      set(glyph, row: position.row, column: column, role)
      column += glyph.width
    }
    blank(row: position.row, column..<end, role)
    return end
  }

  private mutating func blank(row: Int, _ columns: Range<Int>, _ role: Role) {
    setPlain(row: row, columns, role) { _ in 0x20 }
  }

  /// Writes one printable ASCII character to each of the columns that lie in the frame.
  private mutating func setPlain(row: Int, _ columns: Range<Int>, _ role: Role, _ byte: (Int) -> UInt8) {
    let shown = columns.clamped(to: 0..<size.columns)
    guard !shown.isEmpty else { return }
    mend(row: row, around: shown)
    let first = row * size.columns
    for column in shown {
      cells[first + column] = Cell(glyph: Glyph(ascii: byte(column - columns.lowerBound)), role: role)
    }
  }

  /// Writes a glyph; of a wide one that stands half outside only a blank is written.
  private mutating func set(_ glyph: Glyph, row: Int, column: Int, _ role: Role) {
    let columns = column..<column + glyph.width
    let shown = columns.clamped(to: 0..<size.columns)
    guard shown == columns else { return blank(row: row, shown, role) }
    mend(row: row, around: shown)
    let index = row * size.columns + column
    cells[index] = Cell(glyph: glyph, role: role)
    if glyph.width == 2 { cells[index + 1] = Cell(glyph: .rightHalf, role: role) }
  }

  /// Blanks the halves that are left of wide characters when these columns are written over.
  private mutating func mend(row: Int, around columns: Range<Int>) {
    let first = row * size.columns + columns.lowerBound
    let last = row * size.columns + columns.upperBound - 1
    if cells[first].glyph.width == 0 { cells[first - 1].glyph = .blank }
    if cells[last].glyph.width == 2 { cells[last + 1].glyph = .blank }
  }
}

/// What happens to a text that is wider than its cells.
public enum Overflow: Hashable, Sendable {
  /// The end is replaced by "…".
  case ellipsis
  /// The end is cut off.
  case clip
  /// The text is never cut: `#####` stands for it, as for an amount, where a part would be a lie.
  case never
}

extension Overflow {
  /// The glyphs to show in `room` cells.
  func fitted(_ glyphs: [Glyph], to room: Int) -> [Glyph] {
    let taken = glyphs.reduce(0) { $0 + $1.width }
    guard taken > room else { return glyphs }
    switch self {
    case .never: return Array(repeating: Glyph("#", width: 1), count: room)
    case .clip: return Self.prefix(of: glyphs, room: room)
    case .ellipsis: return Self.prefix(of: glyphs, room: room - 1) + [.ellipsis]
    }
  }

  private static func prefix(of glyphs: [Glyph], room: Int) -> [Glyph] {
    var left = room
    return Array(
      glyphs.prefix { glyph in
        left -= glyph.width
        return left >= 0
      })
  }
}

/// Where a text stands in the cells it is given.
public enum Alignment: Hashable, Sendable {
  /// At the left.
  case leading
  /// At the right, as amounts and day counts do.
  case trailing
  /// In the middle, the odd cell to the right.
  case centre
}

extension Alignment {
  /// Blanks before a text of `taken` cells in `span`.
  func lead(_ taken: Int, in span: Int) -> Int {
    switch self {
    case .leading: 0
    case .trailing: max(span - taken, 0)
    case .centre: max(span - taken, 0) / 2
    }
  }
}
