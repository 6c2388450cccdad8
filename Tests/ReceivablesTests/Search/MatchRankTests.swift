import Receivables
import Testing

@Suite("How well an account matches a search")
struct MatchRankTests {
  private static let text = """
    0000611365
    611365
    corner & muller pumps inc
    wanda sato
    ap@corner.example
    +1 457 555 1663
    14575551663
    12548
    po-4299
    she said that inc is late
    """

  @Test(
    "is that of its worst word, the number and the name before all else",
    arguments: [
      ("0000611365", .whole), ("611365", .whole), ("corner & muller pumps inc", .wordBeginning),
      ("corner", .beginning), ("CORNER", .beginning), ("6113", .beginning), ("00006", .beginning),
      ("0006x", .elsewhere),
      ("muller", .wordBeginning), ("Müller", .wordBeginning), ("inc", .wordBeginning), ("& ", .wordBeginning),
      ("umps", .contained), ("1365", .contained), ("or", .contained),
      ("wanda", .elsewhere), ("12548", .whole), ("1254", .elsewhere), ("PO-4299", .whole), ("po", .elsewhere),
      ("+1 457 555 1663", .whole), ("1663", .elsewhere), ("late", .elsewhere),
      ("corner pumps", .wordBeginning), ("corner umps", .contained), ("corner wanda", .elsewhere),
      ("611365 12548", .whole),
    ] as [(String, MatchRank)])
  func ranks(_ typed: String, _ rank: MatchRank) {
    let text = Array(Self.text.utf8)
    #expect(text.withUnsafeBufferPointer { SearchQuery(typed).rank(in: $0) } == rank)
  }

  @Test("an account of few lines, and a word longer than any of them")
  func short() {
    for (text, word, rank) in [
      ("7", "7", MatchRank.whole), ("7", "77", .elsewhere), ("", "7", .elsewhere), ("7\n7\n", "7", .whole),
      ("12\n12\nab\nxy", "xy", .elsewhere), ("12\n12\nab\nxyz", "xyz", .whole),
      ("12\n12\nab\nxyz", "yz", .elsewhere),
    ] {
      let bytes = Array(text.utf8)
      #expect(
        bytes.withUnsafeBufferPointer { MatchRank(of: Array(word.utf8), in: $0) } == rank, "\(text) \(word)")
    }
  }

  @Test(
    "the searched text of an account begins with number and name, and holds nothing that divides accounts")
  func searchedText() {
    let file = AccountFile(
      customer: Customer(id: AccountID(rawValue: 1), number: "007", name: "Ünal\u{1E}Co"), version: 1)
    #expect(file.searchedText == "007\n7\nunal co")
  }
}
