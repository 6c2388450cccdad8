import Receivables
import Testing

@Suite("The decimal mark of a file")
struct DecimalMarkEvidenceTests {
  @Test(
    "is found from the cells that decide",
    arguments: [
      (["1,234", "12.50"], DecimalMarkEvidence.Verdict.mark(.point)), (["1.234", "12,50"], .mark(.comma)),
      (["1.234.567"], .mark(.comma)), (["1,234,567"], .mark(.point)), (["1.234,56"], .mark(.comma)),
      (["1'234.567"], .mark(.point)), (["1 234,567"], .mark(.comma)), (["1234.567"], .mark(.point)),
      (["0.125"], .mark(.point)), (["$.5"], .mark(.point)), (["100", "7"], .either), ([], .either),
      (["Rs. 100"], .either), (["1,234", "5"], .ambiguous(example: "1,234")),
      (["1.50", "1,50"], .contradictory(point: "1.50", comma: "1,50")),
    ])
  func verdict(cells: [String], expected: DecimalMarkEvidence.Verdict) {
    var evidence = DecimalMarkEvidence()
    for cell in cells { evidence.see(cell.utf8.span) }
    #expect(evidence.verdict == expected)
  }
}
