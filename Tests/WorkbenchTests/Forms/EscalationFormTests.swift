import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("An escalation on a small form")
struct EscalationFormTests {
  private func shows(_ bench: FormBench, _ text: String) -> Bool {
    bench.desk.lines.contains { $0.contains(text) }
  }

  @Test("offers the next rung first and says what its gate does not have before it is saved")
  func opened() throws {
    let bench = try FormBench("escalation", onAccount: true)
    for text in [
      "propose final demand", "1 of 4", "usually; a department or a person", "before its gate:",
      "Say why it is taken all the same.",
    ] {
      #expect(shows(bench, text), "\(text)\n\(bench.desk.lines.joined(separator: "\n"))")
    }
  }

  @Test("proposed with its reason, then approved and carried out with the same key")
  func ways() throws {
    var bench = try FormBench("escalation", onAccount: true)
    try bench.desk.press(.tab, .tab, .tab, .tab)
    try bench.desk.type("they moved abroad")
    #expect(shows(bench, "Final demand is proposed; manager looks after it"))
    try bench.desk.press(.function(10))
    let terms = try #require(bench.saved?.body.first(EscalationTerms.self))
    #expect(terms.rung == "final_demand" && terms.state == .proposed && terms.reason == "they moved abroad")
    #expect(terms.exception?.hasPrefix("before its gate: ") == true)
    #expect(bench.desk.message.contains("final demand proposed"))
    for (state, text) in [(EscalationState.approved, "is approved"), (.carriedOut, "is carried out")] {
      try bench.desk.type("E")
      #expect(shows(bench, text), "\(bench.desk.lines.joined(separator: "\n"))")
      try bench.desk.press(.function(10))
      #expect(bench.saved?.body.first(MatterChange.self)?.state == state.rawValue)
    }
    // The account says where it stands, and that it came there before the gate.
    try bench.desk.press(.tab, .tab)
    #expect(shows(bench, "escalations 1"))
    #expect(shows(bench, "carried out"))
    let row = try #require(bench.desk.lines.first { $0.contains("ladder    ") })
    #expect(row.contains("final demand") && row.contains("credit hold"), "\(row)")
  }

  @Test("only those whom the policy names approve")
  func rights() throws {
    var bench = try FormBench("escalation", onAccount: true)
    bench.desk.desk.sitting.policy.approvers = ["Ann Lee"]
    try bench.desk.press(.tab, .tab, .tab, .tab)
    try bench.desk.type("moved")
    try bench.desk.press(.function(10))
    try bench.desk.type("E")
    #expect(shows(bench, "may not decide on it"))
    try bench.desk.press(.tab)
    try bench.desk.type("ann lee")
    try bench.desk.press(.function(10))
    let change = try #require(bench.saved?.body.first(MatterChange.self))
    #expect(change.state == "approved" && change.by == "Ann Lee")
  }
}
