import Foundation
import Testing

/// The script behind the pictures of docs/STORY.md, in a book of its own.
@Suite("One account from past due to paid")
struct StoryReplayTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The screen after a caption, and the part of it that must be there.
  @Test("is right at each step, and again by looking back")
  func story() throws {
    let home = try Home()
    let run = try ProgramRun(shell: "cd '\(Self.root)' && \"$KEPT\" replay docs/screens/story.keys", in: home)
    #expect(run.status == 0, "\(run.said)")
    let screens = run.output.components(separatedBy: "\n── ").map {
      $0.split(separator: "\n").map(String.init)
    }
    let expected: [(caption: String, parts: [String])] = [
      ("Monday 2 March", ["4 200.00 USD  10 d    first call", "2 due · 4 200.00 USD"]),
      ("Wednesday 4 March", ["3 200.00 USD not covered: call on Thu 5 Mar"]),
      ("Tuesday 10 March", ["partly kept 500.00", "3 700.00 USD  18 d"]),
      ("The same call", ["DI disputes 400.00 USD, price", "3 300.00 USD, the rest"]),
      ("Thursday 12 March", ["400.00 USD is not chased until its credit is in the books"]),
      ("Monday 16 March", ["400.00 USD accepted", "3 300.00 USD broken", "3 300.00 USD  24 d"]),
      (
        "The rest in three",
        ["1 100.00 USD weekly", "Fri 20 Mar 1 100.00, Fri 27 Mar 1 100.00, Fri 3 Apr 1 100.00"]
      ),
      ("Monday 23 March", ["1 100.00 USD missed", "1 100.00 USD  31 d", "WHY   instalment missed"]),
      ("Monday 30 March", ["3 300.00 USD  38 d", "2 100.00   2 100.00 USD", "WHY   promise broken"]),
      ("Tuesday 21 April", ["propose final demand", "Gate: 60 of 60 days past due"]),
      (
        "It waits for its manager",
        ["escalate   Wed 22 Apr", "3 300.00 USD broken              10 Mar 26   2 Jane Doe"]
      ),
      ("The manager approves it", ["Final demand is approved; manager carries it out by Wed 22 Apr."]),
      ("Wednesday 22 April", ["escalate   today", "looked at on"]),
      ("Wednesday 6 May", ["Nothing is left in all accounts"]),
      ("The same account as it was", ["AS OF Mon 23 Mar 2026, READ ONLY", "1 100.00 USD  31 d"]),
    ]
    #expect(screens.count == expected.count)
    for (screen, step) in zip(screens, expected) {
      #expect(screen.first?.contains(step.caption) == true)
      for part in step.parts { #expect(screen.contains { $0.contains(part) }, "\(step.caption): \(part)") }
    }
  }
}
