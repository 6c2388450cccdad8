import Receivables
import Settings
import Testing

@Suite("The shipped policy")
struct PolicyFileTests {
  let policy: Policy

  init() throws { policy = try PolicyFile.shipped() }

  /// Code, W, C, X, and when the account comes back. A policy may have more results than the trade.
  static let table: [(String, Bool, Bool, Bool, CallResult.Return)] = [
    ("NA", true, false, false, .businessDays(1)), ("BZ", true, false, false, .laterToday),
    ("VM", true, false, true, .businessDays(2)), ("LM", true, false, true, .businessDays(2)),
    ("WN", true, false, false, .now), ("GK", true, false, true, .askedDay),
    ("PP", true, true, true, .afterPromise), ("PD", true, true, true, .askedDay),
    ("PS", true, true, true, .businessDays(5)), ("PR", true, true, true, .askedDay),
    ("WA", true, true, true, .businessDays(3)), ("NR", true, true, true, .businessDays(2)),
    ("DI", true, true, true, .businessDays(3)), ("PL", true, true, true, .firstInstalment),
    ("CB", true, true, false, .askedDay), ("RF", true, true, true, .today),
    ("UF", true, true, true, .businessDays(1)), ("IN", true, true, true, .today),
    ("HU", true, true, true, .businessDays(1)), ("SK", false, false, false, .businessDays(1)),
  ]

  @Test(
    "carries the result table of the trade",
    arguments: table)
  func result(code: String, worked: Bool, contact: Bool, leaves: Bool, returns: CallResult.Return) throws {
    let result = try #require(policy.result(code))
    #expect(result.isWorked == worked)
    #expect(result.isRightParty == contact)
    #expect(result.leavesQueue == leaves)
    #expect(result.returns == returns)
  }

  @Test("keeps the order of the file, which people read as the order of importance")
  func order() {
    let codes = Self.table.map(\.0)
    #expect(policy.results.map(\.code).filter(codes.contains) == codes)
    #expect(policy.lanes.first == .callback)
    #expect(policy.reasons.map(\.code).first == "cash_flow")
    #expect(policy.reasons.count == 13)
    #expect(policy.disputeReasons.count == 15)
  }

  @Test("gives every result a letter of its own")
  func keys() { #expect(Set(policy.results.compactMap(\.key)).count == policy.results.count) }

  @Test("counts three business days after 31 December 2026 to 6 January 2027")
  func holidays() throws {
    let start = try #require(CalendarDay(year: 2026, month: 12, day: 31))
    let end = try #require(CalendarDay(year: 2027, month: 1, day: 6))
    #expect(policy.calendar.day(3, businessDaysAfter: start) == end)
  }

  @Test("gives points that add up to a hundred")
  func points() {
    #expect(policy.rules.map { max(0, $0.points) }.reduce(0, +) == 100)
    #expect(policy.rules.contains { $0.points < 0 })
  }

  @Test("reads rates from their digits")
  func rates() throws {
    let euro = try #require(Currency("EUR"))
    let yen = try #require(Currency("JPY"))
    #expect(policy.rates[euro] == 1_080_000)
    #expect(policy.rates[yen] == 6_600)
  }

  @Test("names a first owner for every reason of a dispute, and takes a person for an owner too")
  func owners() {
    #expect(policy.disputeReasons.allSatisfy { policy.disputes.owner(of: $0.code) != nil })
    #expect(policy.disputes.owner(of: "damaged") == "logistics")
    #expect(policy.disputes.owner(typed: " Cash  application ") == "cash")
    #expect(policy.disputes.owner(typed: "CASH") == "cash")
    #expect(policy.disputes.owner(typed: "Bob  Roe") == "Bob Roe")
  }

  @Test("names who corrects a colleague's entries; nobody as it ships")
  func correctors() throws {
    #expect(policy.correctors.isEmpty)
    let text = PolicyFile.shippedText.replacing(
      "by = []\n\n[rights]", with: "by = [\"Ann Lee\"]\n\n[rights]")
    #expect(try PolicyFile.read(text: text, name: "p").correctors == ["Ann Lee"])
  }

  @Test("leaves to some what others may not write; to everybody everything as it ships")
  func rights() throws {
    #expect(Right.allCases.allSatisfy { policy.rights.allows($0, user: "anybody", groups: []) })
    let text = PolicyFile.shippedText.replacing("erase = []", with: "erase = [\"@legal\", \"ann\"]")
    let rights = try PolicyFile.read(text: text, name: "p").rights
    #expect(rights.holders[.erase] == ["@legal", "ann"])
    #expect(
      !rights.allows(.erase, user: "bob", groups: []) && rights.allows(.approve, user: "bob", groups: []))
    #expect(throws: SettingsError.self) {
      try PolicyFile.read(
        text: PolicyFile.shippedText.replacing("erase = []", with: "delete = []"), name: "p")
    }
  }

  @Test("is told apart from another by its digest")
  func digest() {
    #expect(PolicyFile.digest(of: "") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(PolicyFile.digest(of: "a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")
    #expect(
      PolicyFile.digest(of: PolicyFile.shippedText) != PolicyFile.digest(of: PolicyFile.shippedText + " "))
  }
}
