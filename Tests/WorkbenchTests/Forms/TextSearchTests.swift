import Testing

@testable import Workbench

/// Looking for a text in another without regard to capitals.
struct TextSearchTests {
  private static let texts = ["INV-100", "inv-100", "", "1", "ÄB-7", "äb", "e\u{301}1", "100-inv-100", "İ7"]

  @Test("finds what the small letters of the text hold", arguments: texts, texts + ["0", "v-", "b", "1007"])
  func contains(text: String, sought: String) {
    #expect(text.containsLowercased(sought) == text.lowercased().contains(sought))
    #expect(text.containsLowercased(sought[...]) == text.lowercased().contains(sought))
  }
}
