import Testing

@testable import TextScreen

/// Whatever is put, every row stays exactly as wide as the frame and nothing in it can steer a terminal.
@Suite struct FrameInvariantTests {
  @Test(arguments: 0..<200) func hostileTextKeepsEveryRowWhole(seed: UInt64) {
    var random = HostileText(seed: seed)
    let size = Size(columns: 1 + random.next(below: 40), rows: 1 + random.next(below: 6))
    var frame = Frame(size: size)
    for _ in 0..<30 {
      let position = Position(
        column: random.next(below: size.columns + 6) - 3, row: random.next(below: size.rows + 2) - 1)
      let width = random.next(below: 3) == 0 ? nil : random.next(below: 30)
      let align: Alignment = [.leading, .trailing, .centre][random.next(below: 3)]
      let overflow: Overflow = [.ellipsis, .clip, .never][random.next(below: 3)]
      frame.put(random.text(upTo: 8), at: position, width: width, align: align, overflow: overflow)
      expectWhole(frame)
    }
  }

  private func expectWhole(_ frame: Frame) {
    for row in 0..<frame.size.rows {
      let cells = frame.cells[row * frame.size.columns..<(row + 1) * frame.size.columns]
      #expect(cells.reduce(0) { $0 + $1.glyph.width } == frame.size.columns)
      var inWide = false
      for glyph in cells.map(\.glyph) {
        #expect((glyph.width == 0) == inWide, "a wide character was cut in half")
        inWide = glyph.width == 2
        #expect(glyph.text.isEmpty == (glyph.width == 0))
        #expect(glyph.text.unicodeScalars.dropFirst().count <= 4)
        for scalar in glyph.text.unicodeScalars { expectHarmless(scalar) }
      }
    }
  }

  private func expectHarmless(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    let refused: [Unicode.GeneralCategory] = [
      .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate,
    ]
    #expect(!refused.contains(properties.generalCategory), "U+\(String(scalar.value, radix: 16))")
    #expect(!properties.isDefaultIgnorableCodePoint, "U+\(String(scalar.value, radix: 16))")
  }
}
