import Foundation
import Testing

/// The script behind the pictures of docs/FIRST-CALL.md, in a book of its own.
@Suite("From an exported report to the first logged call")
struct FirstCallReplayTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The screens in their order, and the parts of each that must be there.
  private static let expected: [[String]] = [
    [
      "Enter takes quickbooks-online-aging-detail.csv", "QuickBooks Online A/R Aging Detail",
      "4 totals agree",
    ],
    ["FIRST CONTACT 3 · 3 932.75 USD", "Quillfeather Press"],
    ["2 480.00 USD  113 d   first call since 6 Aug", "T-2041"],
    ["Fri 27 Nov 2026, tomorrow", "So you will pay 2 480.00 USD on Friday 27 November for invoice"],
    ["Pinecrest Dental, PLLC", "Saved Quillfeather Press: PP 2 480.00 USD on Fri 27 Nov."],
  ]

  @Test("takes a dozen keys, and each screen says what comes next")
  func firstCall() throws {
    let home = try Home()
    let script = try String(contentsOfFile: "\(Self.root)/docs/screens/first-call.keys", encoding: .utf8)
    let keys = script.split(separator: "\n").filter { $0.hasPrefix("keys ") }
      .reduce(0) { $0 + $1.split(separator: " ").count - 1 }
    #expect(keys <= 12)
    let run = try ProgramRun(
      shell: "cd '\(Self.root)' && \"$KEPT\" replay docs/screens/first-call.keys", in: home)
    #expect(run.status == 0, "\(run.said)")
    let screens = run.output.components(separatedBy: "\n── ")
    #expect(screens.count == Self.expected.count)
    for (screen, parts) in zip(screens, Self.expected) {
      for part in parts { #expect(screen.contains(part), "\(part)") }
    }
  }
}
