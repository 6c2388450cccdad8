import Testing

@testable import TextScreen

@Suite struct WrappingTests {
  @Test(arguments: [
    ("kept his promise", 8, ["kept his", "promise"]), ("", 5, [""]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a\nb\n", 5, ["a", "b", ""]), ("a\r\nb", 5, ["a", "b"]), ("東京都庁", 5, ["東京", "都庁"]),
    ("ab cd", 2, ["ab", "cd"]),
    ("ab  cd", 3, ["ab ", "cd"]), ("x\u{1B}y", 9, ["x␛y"]), ("to be or not", 6, ["to be", "or not"]),
    ("東", 1, ["東"]),
    ("paid 1 179.08 GBP by wire", 12, ["paid", "1 179.08 GBP", "by wire"]),
    ("paid 1 179.08 €", 8, ["paid", "1 179.08", "€"]), ("until Fri 27 Nov", 12, ["until", "Fri 27 Nov"]),
    ("until Fri 27 Nov 2026", 12, ["until", "Fri 27 Nov 2", "026"]),
    ("due 27 Nov 2026.", 13, ["due", "27 Nov 2026."]), ("pays 25 % late", 7, ["pays", "25 %", "late"]),
    ("the Sun 3", 8, ["the", "Sun 3"]), ("on Monday 3 March 2026", 14, ["on", "Monday 3 March", " 2026"]),
    ("xFri 27", 5, ["xFri", "27"]),
    ("1 179.08 GBP", 8, ["1 179.08", " GBP"]),
  ])
  func breaksAtBlanks(text: String, width: Int, lines: [String]) {
    #expect(Wrapping.lines(of: text, width: width) == lines)
  }

  @Test(arguments: 0..<200) func noLineIsWiderAndNothingIsLost(seed: UInt64) {
    var random = HostileText(seed: seed)
    let text = random.text(upTo: 30)
    let width = 4 + random.next(below: 20)
    let characters = Array(text)
    let ranges = Wrapping.ranges(of: characters, width: width)
    var end = 0
    for range in ranges {
      #expect(range.lowerBound - end <= 1 && range.lowerBound >= end)
      #expect(characters[end..<range.lowerBound].allSatisfy { $0 == " " || $0.isNewline })
      end = range.upperBound
    }
    #expect(characters.count - end <= 1)
    for line in Wrapping.lines(of: text, width: width) { #expect(DisplayWidth.of(line) <= width) }
  }

  /// Text of plain characters takes a shorter way.
  @Test(arguments: 0..<200) func plainTextBreaksAsAnyOther(seed: UInt64) {
    var random = HostileText(seed: seed)
    let letters = Array("ab  1 9 N%·€…é—☎Fri 27")
    let text = String((0..<random.next(below: 40)).map { _ in letters[random.next(below: letters.count)] })
    for width in 1...24 {
      let characters = Array(text)
      let plainly = Wrapping.ranges(of: characters, width: width).map { String(characters[$0]) }
      #expect(Wrapping.lines(of: text, width: width) == plainly)
    }
  }
}
