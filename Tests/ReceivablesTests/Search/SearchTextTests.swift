import Receivables
import Testing

struct SearchTextTests {
  @Test(arguments: [
    ("ACME Inc.", "acme inc."), ("Ærø GmbH – Ünal", "aero gmbh – unal"),
    ("STRASSE Straße", "strasse strasse"),
    ("Łódź İstanbul", "lodz istanbul"), ("e\u{301}cole", "ecole"), ("Ελλάδα", "ελλάδα"), ("株式会社", "株式会社"),
    ("", ""),
  ])
  func foldsToSmallLettersWithoutAccents(_ text: String, _ folded: String) {
    #expect(SearchText.folded(text) == folded)
    #expect(SearchText.folded(folded) == folded)
  }

  @Test func splitsWordsAtAnySpace() {
    #expect(SearchText.words("  Müller\tINV-7\n") == ["muller", "inv-7"])
  }
}
