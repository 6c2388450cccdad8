import CNcursesW
import Glibc
import Testing
import TextScreen

/// A width that differs from the one ncurses goes by would shift the rest of the row.
@Suite struct WidthAgreementTests {
  @Test func everythingShownIsAsWideAsTheCLibrarySays() {
    setlocale(LC_CTYPE, "C.UTF-8")
    var compared = 0
    for value in UInt32(0x20)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in Sanitised(String(scalar)).glyphs {
        let widths = glyph.text.unicodeScalars.map { Int(wcwidth(wchar_t(bitPattern: $0.value))) }
        if !widths.allSatisfy({ $0 >= 0 }) || widths.first == 0 || widths.reduce(0, +) != glyph.width {
          Issue.record("U+\(String(value, radix: 16)) shows as \(glyph.width) cells, wcwidth says \(widths)")
        }
        compared += 1
      }
    }
    #expect(compared > 1_000_000)
  }
}
