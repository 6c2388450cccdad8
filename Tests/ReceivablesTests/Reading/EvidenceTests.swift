import Receivables
import Testing

@Suite("The order of a file's dates")
struct DateOrderEvidenceTests {
  @Test(
    "is found from the cells that decide",
    arguments: [
      (["1/2/2013", "27/2/2013"], DateOrderEvidence.Verdict.order(.dayMonthYear)),
      (["1/2/2013", "2/27/2013"], .order(.monthDayYear)), (["01-02-13", "45-02-01"], .order(.yearMonthDay)),
      (["1/2/2013", "3/4/2013"], .ambiguous(example: "1/2/2013")),
      (["2026-11-27", "20190220", "3 Mar 2026"], .any),
      (["3/3/2026"], .any), ([], .any), (["not a date", ""], .any),
      (["2026-11-27", "27.11.2026"], .order(.dayMonthYear)),
      (["27/2/2013", "2/27/2013"], .contradictory(dayFirst: "27/2/2013", monthFirst: "2/27/2013")),
      (["27/2/2013", "00:00.0"], .destroyed(example: "00:00.0")),
      (["13/11/26"], .ambiguous(example: "13/11/26")), (["01.10.2026"], .order(.dayMonthYear)),
      (["01.10.2026", "10.11.26"], .order(.dayMonthYear)),
      (["10.31.2026", "01.10.2026"], .order(.monthDayYear)),
      (["01.10.2026", "1/10/2026"], .ambiguous(example: "1/10/2026")),
      (["13/11/26", "14/11/32"], .order(.dayMonthYear)),
    ])
  func verdict(cells: [String], expected: DateOrderEvidence.Verdict) {
    var evidence = DateOrderEvidence()
    for cell in cells { evidence.see(cell.utf8.span) }
    #expect(evidence.verdict == expected)
  }
}

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
