import Receivables
import Testing

@Suite("The number of the rules")
struct RulesNumberTests {
  /// What fixed random accounts come to under the shipped policy, and under which number.
  static let known = (rules: 13, digest: "955ea3f176e54cdf")

  @Test("is counted up with every change of what is derived")
  func countedUp() throws {
    let policy = try Policy.shipped
    var digest = TextDigest()
    for seed in UInt64(500)..<710 {
      let file = RandomAccount(seed: seed, policy, escalates: seed >= 620, givesUp: seed >= 680).file
      for offset in stride(from: 0, to: 260, by: 13) {
        let asOf = RandomAccount.start.advanced(by: offset)
        let picture = try AccountPicture(of: file, policy: policy, asOf: asOf)
        let promises = picture.promises.map { [$0.paid, $0.credited, $0.replaced, Int64($0.level)] }
        digest.add("\(picture.summary)\(picture.matters)\(promises)\(picture.candidates)")
        digest.add("\(picture.disputes.map(\.parts))\(picture.ladder)")
        if seed >= 680 { digest.add("\(picture.promises.map(\.incentive))\(picture.plans.map(\.incentive))") }
      }
    }
    #expect(AccountSummary.rules == Self.known.rules)
    #expect(
      digest.text == Self.known.digest,
      """
      Something else is derived than before. Count AccountSummary.rules up, unless only the shipped policy or the random \
      accounts changed, and note number and digest here.
      """)
  }
}
