import Receivables
import Testing

@Suite("Names of forms and fields in drafts")
struct DraftNameTests {
  @Test(
    "hold nothing that could not be read back",
    arguments: ["", "Why unpaid", "Until", "a b", "a\nb", "[a]", "é"])
  func refused(text: String) { #expect(DraftName(text) == nil) }

  @Test("are those of the lines of a call, none of which names the form", arguments: CallLine.allCases)
  func lines(line: CallLine) {
    #expect(DraftName(line.rawValue) == line.name)
    #expect(CallLine(line.name) == line)
    #expect(line.name != CallDraft.formField)
  }
}
