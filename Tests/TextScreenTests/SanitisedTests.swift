import Testing
import TextScreen

@Suite struct SanitisedTests {
  @Test(arguments: [
    ("PAID\rOWED", "PAID␍OWED"), ("a\r\nb", "a␍␊b"), ("\u{1B}[2J", "␛[2J"), ("\u{9B}2J", "·2J"),
    ("x\u{7F}", "x␡"),
    ("a\tb\u{8}\0", "a␉b␈␀"), ("1\u{202E}23\u{202C}", "123"),
    ("a\u{200B}\u{2060}\u{FEFF}\u{AD}\u{61C}b", "ab"),
    ("a\u{2028}b\u{2029}c", "abc"), ("a\u{E0041}b", "ab"), ("\u{301}e", "◌\u{301}e"),
    ("e\u{301}", "e\u{301}"),
    ("o\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "o\u{301}\u{302}\u{303}\u{304}"), ("👨‍👩‍👧!", "□!"),
    ("🇩🇪", "□"),
    ("1️⃣", "□"), ("❤️", "□"), ("👍🏽", "□"), ("😀", "😀"), ("☯", "☯"), ("東京", "東京"), ("a\u{A0}b", "a b"),
    ("\u{E000}", "□"), ("می\u{200C}خواهم", "میخواهم"), ("\u{FE0F}x", "x"),
  ])
  func showsOrDrops(raw: String, shown: String) {
    #expect(Array(Sanitised.text(of: raw).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("", 0), ("Muster AG", 9), ("東京", 4), ("ｆｕｌｌ", 8), ("e\u{301}", 1), ("한국", 4),
    ("\u{1100}\u{1161}\u{11A8}", 2), ("😀", 2),
    ("👨‍👩‍👧", 1), ("\u{1B}", 1), ("\u{200B}", 0), ("\u{3000}", 2), ("ก็", 1),
  ])
  func measures(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("ab", 4, "ab  "), ("東京", 6, "東京  "), ("東京", 3, "東京"), ("", 2, "  "), ("", -3, ""), ("a", 0, "a"),
  ])
  func blanksFillUpToAWidth(_ text: String, _ width: Int, _ padded: String) {
    #expect(text.padded(to: width) == padded)
  }
}
