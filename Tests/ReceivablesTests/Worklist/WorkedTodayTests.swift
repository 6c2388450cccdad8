import Receivables
import SampleEntries
import Testing

@Suite("An account that was worked today")
struct WorkedTodayTests {
  private func account() throws -> AccountSketch {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    return account
  }

  @Test(
    "every result of the policy leaves the queue or stays in its lane, as the table says",
    arguments: [
      "NA", "BZ", "VM", "LM", "WN", "GK", "PS", "PR", "WA", "NR", "DI", "PL", "CB", "RF", "UF", "IN", "HU",
      "SK",
    ])
  func leaves(code: String) throws {
    var account = try account()
    #expect(try account.summary("2026-04-01").lane == .newPastDue)
    try account.call(code, on: "2026-04-01", next: (.call, "2026-04-02"))
    let result = try #require(try Policy.shipped.result(code))
    let summary = try account.summary("2026-04-01")
    let isConcluded = result.leavesQueue || result.isRightParty
    #expect(summary.lane == (isConcluded ? nil : .newPastDue))
    #expect(summary.next == NextAction(.call, on: try day(isConcluded ? "2026-04-02" : "2026-04-01")))
    #expect(summary.lastWorked?.result == (result.isWorked ? code : nil))
    #expect(summary.lastContact == (result.isRightParty ? try day("2026-04-01") : nil))
    #expect(try account.summary("2026-04-02").lane == .followUp)
  }

  @Test("a comment is no contact whatever came of it: neither worked, nor spoken, nor out of the queue")
  func comment() throws {
    var account = try account()
    for code in try Policy.shipped.results.map(\.code) {
      try account.call(code, on: "2026-04-01", action: "CM")
    }
    let summary = try account.summary("2026-04-01")
    #expect(summary.lane == .newPastDue)
    #expect(summary.lastWorked == nil)
    #expect(summary.lastContact == nil)
    #expect(try account.picture("2026-04-01").deadNumbers.isEmpty)
    #expect(try account.summary("2026-04-07").flags.contains(.neverContacted))
    let call = ProposedCall(action: "CM", result: "HU")
    let body = try account.log(call, on: "2026-04-01").body
    #expect(body.first(ContactRecord.self)?.effects == [])
    #expect(try account.summary("2026-04-01").lastWorked == nil)
  }

  @Test("comes back for a callback of the same day")
  func callback() throws {
    var account = try account()
    try account.call("VM", on: "2026-04-01", next: (.call, "2026-04-03"))
    #expect(try account.summary("2026-04-01").lane == nil)
    try account.call(
      "CB", on: "2026-04-01", next: (.callBack, "2026-04-01"), at: TimeOfDay(hour: 16, minute: 0))
    #expect(try account.summary("2026-04-01").lane == .callback)
  }

  @Test(
    "stays for a callback that was called in vain, also the next day",
    arguments: [("NA", "2026-04-09"), ("BZ", "2026-04-08"), ("WN", "2026-04-08"), ("SK", "2026-04-09")])
  func callbackInVain(code: String, again: String) throws {
    var account = try account()
    let time = TimeOfDay(hour: 10, minute: 0)
    let asked = NextAction(.callBack, on: try day("2026-04-08"), at: time)
    try account.call("CB", on: "2026-04-07", next: (.callBack, "2026-04-08"), at: time)
    #expect(try account.summary("2026-04-08").reasons.first?.finding == .at(try day("2026-04-08"), time))
    for _ in 1...2 {
      try account.call(code, on: "2026-04-08", next: (.call, again))
      for asOf in ["2026-04-08", "2026-04-09"] {
        let tried = try account.picture(asOf)
        #expect(tried.summary.lane == .callback)
        #expect(tried.summary.reasons.first?.finding == .at(try day("2026-04-08"), time))
        #expect(tried.summary.next == asked)
        #expect(tried.candidates.map(\.action).contains(NextAction(.call, on: try day(again))))
      }
    }
    try account.call("VM", on: "2026-04-08", next: (.call, "2026-04-10"))
    #expect(try account.summary("2026-04-08").lane == nil)
    #expect(try account.summary("2026-04-10").lane == .followUp)
  }

  @Test("stands where a new callback puts it, not where the one before it did")
  func callbackAgain() throws {
    var account = try account()
    let (ten, two) = (TimeOfDay(hour: 10, minute: 0), TimeOfDay(hour: 14, minute: 0))
    try account.call("CB", on: "2026-04-07", next: (.callBack, "2026-04-08"), at: ten)
    try account.call("CB", on: "2026-04-08", next: (.callBack, "2026-04-08"), at: two)
    #expect(try account.summary("2026-04-08").reasons.first?.finding == .at(try day("2026-04-08"), two))
    try account.call("CB", on: "2026-04-08", next: (.callBack, "2026-04-10"), at: two)
    #expect(try account.summary("2026-04-08").lane == nil)
    try account.call("NA", on: "2026-04-08", next: (.call, "2026-04-09"))
    #expect(try account.summary("2026-04-08").lane == nil)
  }

  @Test("stays for a callback of the same day that was called in vain")
  func callbackOfTodayInVain() throws {
    var account = try account()
    try account.call("CB", on: "2026-04-01", next: (.callBack, "2026-04-01"))
    try account.call("NA", on: "2026-04-01", next: (.call, "2026-04-02"))
    #expect(try account.summary("2026-04-01").lane == .callback)
  }

  @Test("stays away once a result took it from the queue, and is back when that entry is reversed")
  func undone() throws {
    var account = try account()
    let message = try account.call("VM", on: "2026-04-01", next: (.call, "2026-04-03"))
    try account.call("NA", on: "2026-04-01", next: (.call, "2026-04-02"))
    #expect(try account.summary("2026-04-01").lane == nil)
    try account.enter(.reversal(of: message, reason: "slip"), on: "2026-04-01")
    #expect(try account.summary("2026-04-01").lane == .newPastDue)
  }

  @Test("an escalation that nobody took is due the next day")
  func escalated() throws {
    var account = try account()
    try account.call("RF", on: "2026-04-01", next: (.escalate, "2026-04-01"))
    let today = try account.summary("2026-04-01")
    #expect(today.lane == nil)
    #expect(today.flags.contains(.escalated))
    #expect(try account.summary("2026-04-02").lane == .followUp)
  }

  @Test("a call that is taken back leaves the account as it was")
  func reversal() throws {
    var account = try account()
    let before = try account.summary("2026-04-01")
    let call = try account.call("VM", on: "2026-04-01", next: (.call, "2026-04-03"))
    try account.enter(.reversal(of: call, reason: "slip"), on: "2026-04-01")
    var after = try account.summary("2026-04-01")
    after.changesOn = before.changesOn
    #expect(after == before)
  }
}
