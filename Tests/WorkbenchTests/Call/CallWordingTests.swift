import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("The words of the call form agree with what is saved")
struct CallWordingTests {
  private func row(_ label: String, _ bench: CallBench) -> String? {
    bench.lines.first { $0.hasPrefix(" \(label) ") }
  }

  @Test("an entry that was taken back is marked among the last ones", arguments: [80, 132])
  func takenBack(columns: Int) throws {
    var file = CallBench.file()
    file.entries = [
      entry(1, .note("call after lunch"), file),
      entry(2, .reversal(of: EntryNumber(rawValue: 1), reason: "wrong account"), file),
    ]
    var bench = try CallBench(file: file, size: Size(columns: columns, rows: 43))
    bench.play("p")
    #expect(bench.lines.contains { $0.contains("omar  TAKEN BACK: a comment") })
  }

  private func entry(_ number: Int64, _ body: EntryBody, _ file: AccountFile) -> JournalEntry {
    JournalEntry(
      number: EntryNumber(rawValue: number), action: ActionID(rawValue: "\(number)"), recorded: CallBench.now,
      day: CallBench.today.advanced(by: -1), actor: "om", collector: "omar", account: file.customer.id,
      body: body)
  }
}
