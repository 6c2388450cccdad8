import Receivables
import Testing

@Suite("Numbers are compared by what is seen of them")
struct DocumentKeyTests {
  @Test(arguments: [
    ("INV1", "INV1"), (" INV1\t", "INV1"), ("INV1\u{A0}", "INV1"), ("\u{3000}INV1\u{2003}", "INV1"),
    ("INV1\r\n", "INV1"), ("\u{FEFF}INV1", "INV1"), ("C0\u{200B}01", "C001"), ("C\u{AD}001", "C001"),
    ("C001\u{200E}", "C001"), ("\u{2066}C001\u{2069}", "C001"), ("C001\u{FE0F}", "C001"),
    ("C0\u{0}01", "C001"),
    ("C001\u{7F}", "C001"), ("C001\u{2800}", "C001"), ("C001\u{3164}", "C001"), ("C\u{34F}001", "C001"),
    ("ＩＮＶ－００１", "INV-001"), ("００７", "7"), ("0\u{200B}07", "7"), ("INV\u{2011}1", "INV-1"),
    ("INV\u{2010}1", "INV-1"), ("INV  1", "INV 1"), ("INV\u{202F}\u{A0}1", "INV 1"), ("0", "0"), ("000", "0"),
    ("0000611365", "611365"), ("0A", "0A"), ("INV-007", "INV-007"), ("", ""), (" \u{200B} ", ""),
    ("Mu\u{308}ller", "M\u{FC}ller"), ("Mu\u{200B}\u{308}ller", "M\u{FC}ller"),
    ("\u{212B}rsta", "\u{C5}rsta"),
    ("\u{212A}1", "K1"), ("M\u{FC}ller & So\u{308}hne", "M\u{FC}ller & S\u{F6}hne"),
  ])
  func whatNobodySeesIsNoDifference(_ number: String, _ key: String) {
    // Strings that are equivalent are equal to Swift and not to a database.
    #expect(Array(DocumentKey(number).text.utf8) == Array(key.utf8))
    #expect(Array(DocumentKey(key).text.utf8) == Array(key.utf8))
  }

  @Test(arguments: [
    ("INV1", "INV2"), ("INV1", "inv1"), ("C001", "\u{421}001"), ("INV 1", "INV1"), ("A-1", "A\u{2013}1"),
    ("Müller", "Muller"), ("1", "١"), ("10", "1 0"),
  ])
  func whatCanBeSeenIsADifference(_ one: String, _ other: String) {
    #expect(DocumentKey(one) != DocumentKey(other))
  }

  @Test(arguments: [
    ("INV1", "inv1", ""), ("C001", "\u{421}001", " (U+0421)"), ("A-1", "A\u{2013}1", " (U+2013)"),
    ("C001", "\u{441}001", " (U+0441)"), ("ACME", "Αcme", " (U+0391)"), ("WEISS", "Weiß", ""),
    ("MÜLLER", "Müller", ""),
  ])
  func whatLooksAlikeAtAGlanceIsTold(_ one: String, _ other: String, _ odd: String) {
    #expect(DocumentKey(one).look == DocumentKey(other).look)
    #expect(DocumentKey(other).oddCharacters == odd)
    #expect(DocumentKey(one).oddCharacters == "")
  }

  @Test func whatDoesNotLookAlikeIsLeftAlone() {
    #expect(DocumentKey("INV10").look != DocumentKey("INV1O").look)
    #expect(DocumentKey("Müller").look != DocumentKey("Mueller").look)
  }

  @Test("a key is its own key, whatever it was made of")
  func foldedOnce() {
    var random = SystemRandomNumberGenerator()
    let odd: [UInt32] = [
      0x20, 0x30, 0x30, 0x31, 0x41, 0x61, 0x75, 0xA0, 0xAD, 0xFC, 0x200B, 0x2011, 0x212A, 0x212B, 0x2800,
      0x301, 0x308,
      0x345, 0x3164, 0x3B9, 0x1F71, 0xFEFF, 0xFF10, 0xFF21, 0xFF55, 0x1F600, 0xFE0F, 0x200D, 0xAC00, 0x1100,
    ]
    for _ in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        if let scalar = odd.randomElement(using: &random).flatMap(Unicode.Scalar.init) { text.append(scalar) }
      }
      let key = DocumentKey(String(text)).text
      #expect(Array(DocumentKey(key).text.utf8) == Array(key.utf8), "\(text.map(\.value))")
    }
  }
}
