import Receivables
import Settings
import Testing

@Suite("What two policies have in another way is told rule by rule")
struct PolicyComparisonTests {
  static let sound = PolicyFaultTests.sound

  private func said(_ changed: String) throws -> [String] {
    try PolicyFile.changes(from: Self.sound, to: changed).map(\.sentence)
  }

  @Test(
    arguments: [
      ("grace_days = 2", "grace_days = 5", "promises: grace_days 2 → 5"),
      ("pre_run_days = 3", "pre_run_days = 4", "pre_run_days 3 → 4"),
      ("[aging]", "[plans]\nbreaks_after = 1\n[aging]", "plans: breaks_after 2 → 1"),
      ("[aging]", "[corrections]\nby = [\"Ann Lee\"]\n[aging]", "corrections: by also “Ann Lee”"),
      (
        "[aging]", "[incentives]\nlargest_basis_points = 500\nowner = \"sales\"\n[aging]",
        "incentives: largest_basis_points 300 → 500 + incentives: owner billing → sales"
      ),
      ("holidays = [2026-12-25]", "holidays = [2026-12-24]", "calendar: holidays 2026-12-25 → 2026-12-24"),
      (
        "holidays = [2026-12-25]", "holidays = [2026-12-25, 2027-01-01]",
        "calendar: holidays also 2027-01-01"
      ),
      ("holidays = [2026-12-25]", "holidays = []", "calendar: holidays without 2026-12-25"),
      (#""sat", "sun""#, #""sun", "sat""#, "calendar: weekend in another order: sun, sat"),
      (
        #"title = "ACH" }"#, #"title = "ACH", retired = true }, { code = "wire", title = "by wire" }"#,
        "calls.methods: ach retired + calls.methods: wire added, “by wire”"
      ),
      (
        #"{ code = "price", title = "price" }"#, #"{ code = "tax", title = "tax" }"#,
        "calls.dispute_reasons: tax added, tax + calls.dispute_reasons: price removed, was price"
      ),
      (#"returns = 1, next"#, #"returns = "today", next"#, "calls.results: NA returns 1 → today"),
      (#"marks = "W","#, #"marks = "W", dead_number = true,"#, "calls.results: NA dead_number no → yes"),
      (#"asks = ["date"]"#, #"asks = ["date", "who"]"#, "calls.results: GK asks also who"),
      ("EUR = \"1.08\"", "GBP = \"1.27\"", "rates: EUR removed, was 1.08 + rates: GBP added, 1.27"),
      ("currency =", "date_order = \"dmy\"\ncurrency =", "date_order added, dmy"),
    ])
  func change(of sound: String, to other: String, said: String) throws {
    let changed = Self.sound.replacing(sound, with: other)
    _ = try PolicyFile.read(text: changed, name: "p")
    #expect(try self.said(changed) == said.split(separator: " + ").map(String.init))
    let back = try PolicyFile.changes(from: changed, to: Self.sound)
    #expect(!back.isEmpty)
  }

  @Test(
    "Comments, the order of tables and what is said as it goes without saying are no change",
    arguments: [
      ("currency =", "# ours\ncurrency ="), ("[aging]", "[plans]\nbreaks_after = 2\n[aging]"),
      ("[aging]", "[approval]\nby = []\n[aging]"), ("[aging]", "[corrections]\nby = []\n[aging]"),
      ("currency =", "rest_days = 1\ncurrency ="),
      (#"title = "ACH" }"#, #"title = "ACH", retired = false }"#),
      (#"title = "call out" }"#, #"title = "call out", contact = true }"#),
    ])
  func same(_ sound: String, _ other: String) throws {
    #expect(try said(Self.sound.replacing(sound, with: other)) == [])
  }

  /// The comparison fills in what a policy leaves out with what ships; the reader must do the same.
  @Test("A policy that leaves something out goes by what ships")
  func usual() throws {
    let small = try PolicyFile.read(text: Self.sound, name: "p")
    let shipped = try PolicyFile.shipped()
    #expect(small.incentives == shipped.incentives)
    #expect(small.plans == shipped.plans && small.credit == shipped.credit)
    #expect(small.restDays == shipped.restDays && small.noContactDays == shipped.noContactDays)
    #expect(small.escalationDays == shipped.escalationDays && small.approvers == shipped.approvers)
    #expect(small.disputes == shipped.disputes && small.escalation == shipped.escalation)
    #expect(small.holdReasons == shipped.holdReasons && small.correctors == shipped.correctors)
  }
}
