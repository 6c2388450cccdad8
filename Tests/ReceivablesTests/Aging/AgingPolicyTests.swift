import Receivables
import Testing

@Suite("Aging buckets")
struct AgingPolicyTests {
  @Test(
    "partition all ages",
    arguments: [
      (-5, "Current"), (0, "Current"), (1, "1-30"), (30, "1-30"), (31, "31-60"), (60, "31-60"),
      (61, "61-90"), (90, "61-90"), (91, "91+"), (4_000, "91+"),
    ])
  func buckets(days: Int, title: String) {
    let policy = AgingPolicy()
    #expect(policy.titles[policy.bucket(forDays: days)] == title)
  }

  @Test("carry names for people and for machines")
  func names() {
    #expect(AgingPolicy().columns == ["current", "d1_30", "d31_60", "d61_90", "d91_plus"])
    let two = AgingPolicy(bounds: [0, 45])
    #expect(two.titles == ["Current", "1-45", "46+"])
    #expect(two.columns == ["current", "d1_45", "d46_plus"])
    #expect(two.bucketCount == 3)
  }
}
