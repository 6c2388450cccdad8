import Receivables
import Testing

@testable import Ledger

@Suite("The number of the derivation")
struct RulesMarkTests {
  /// What is derived of fixed books, and under which number. A change of the derivation changes the digest: then
  /// `RulesMark.form` is counted up, so that every book derives its rows anew, and both are noted here.
  static let known = (form: 10, digest: "527d57d48ed4d9e1")

  @Test("is counted up with every change of what is derived")
  func countedUp() throws {
    var texts: [String] = []
    for seed in 21...24 as ClosedRange<UInt64> {
      let books = try RollingTests.livelyBooks(seed: seed, accounts: 40)
      for day in [0, 3, 9, 30] {
        try books.ledger.roll(to: TestBooks.day(day))
        texts += try RollingTests.derivedRows(books.ledger).map { "\($0)" }
      }
    }
    let digest = EvidenceChain.digest(ofWhole: texts.joined(separator: "\n"), salt: [])
      .map { String($0, radix: 16) }.joined().prefix(16)
    #expect(RulesMark.form == Self.known.form)
    #expect(
      digest == Self.known.digest,
      "Other rows are stored than before. When the rules are the same, count RulesMark.form up; note the digest here."
    )
  }
}
