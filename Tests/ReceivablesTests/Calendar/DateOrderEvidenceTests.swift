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
      (["13/11/26"], .ambiguous(example: "13/11/26")),
      (["13/11/26", "14/11/32"], .order(.dayMonthYear)),
    ])
  func verdict(cells: [String], expected: DateOrderEvidence.Verdict) {
    var evidence = DateOrderEvidence()
    for cell in cells { evidence.see(cell.utf8.span) }
    #expect(evidence.verdict == expected)
  }
}
