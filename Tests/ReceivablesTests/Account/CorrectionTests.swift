import SampleEntries
import Testing

@testable import Receivables

@Suite("An entry that a later one corrects")
struct CorrectionTests {
  /// 1 000.00 past due; on Wed 15 April 2026 a promise for Fri 1 May was written down, meant was Fri 24 April.
  private func promised() throws -> (AccountSketch, DocumentID, EntryNumber) {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    let promise = try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    return (account, invoice, promise)
  }

  /// What a call says with a promise of so much for that day.
  private func said(_ minor: Int64, for iso: String, _ account: AccountSketch, _ invoice: DocumentID) throws
    -> EntryBody
  {
    var other = account
    other.file.entries = []
    try other.promise(minor, for: iso, on: "2026-04-15", [invoice])
    return try #require(other.file.entries.first).body
  }

  @Test("counts for nothing from the day of the correction on, and did count before")
  func replaces() throws {
    var (account, invoice, promise) = try promised()
    let right = try said(60_000, for: "2026-04-24", account, invoice)
    try account.enter(.correction(of: promise, because: "misheard", right), on: "2026-04-17")
    let before = try account.picture("2026-04-16")
    #expect(before.promises.map(\.terms.amount.minor) == [100_000])
    let after = try account.picture("2026-04-17")
    #expect(after.promises.map(\.terms.amount.minor) == [60_000])
    #expect(after.promises.map(\.takenOn.iso) == ["2026-04-15"])
    #expect(after.matters.map(\.id) == [MatterID(promise)])
    #expect(after.summary.lastWorked?.day.iso == "2026-04-15")
    #expect(try account.picture("2026-04-27").promises.map(\.state) == [.broken])
  }

  @Test("stands where the first one stood: what was said after it is still the last word")
  func place() throws {
    var (account, _, promise) = try promised()
    try account.call("CB", on: "2026-04-16", next: (.callBack, "2026-04-30"))
    let body = try #require(account.file.entries.first).body
    try account.enter(
      .correction(of: promise, because: "no promise", EntryBody([body.sections[0], Outcome(result: "NA")])),
      on: "2026-04-17")
    #expect(try account.summary("2026-04-17").next?.day.iso == "2026-04-30")
    #expect(try account.picture("2026-04-17").promises.isEmpty)
  }

  @Test("undone, a correction brings back what it corrects; the last of two counts")
  func undone() throws {
    var (account, invoice, promise) = try promised()
    let first = try account.enter(
      .correction(of: promise, because: "misheard", try said(60_000, for: "2026-04-24", account, invoice)),
      on: "2026-04-17")
    let second = try account.enter(
      .correction(of: first, because: "again", try said(70_000, for: "2026-04-24", account, invoice)),
      on: "2026-04-18")
    func amounts() throws -> [Int64] { try account.picture("2026-04-20").promises.map(\.terms.amount.minor) }
    #expect(try amounts() == [70_000])
    try account.enter(.reversal(of: second, reason: "slip"), on: "2026-04-19")
    #expect(try amounts() == [60_000])
    try account.enter(.reversal(of: first, reason: "slip"), on: "2026-04-19")
    #expect(try amounts() == [100_000])
    try account.enter(.reversal(of: promise, reason: "slip"), on: "2026-04-20")
    #expect(try account.picture("2026-04-20").promises.map(\.state) == [.voided])
  }

  @Test("keeps the names of its matters, so that what was said of them since holds")
  func names() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    let dispute = DisputeTerms(
      reason: "price", amount: nil, covers: account.file.covers([invoice], Money(minor: 10_000, .usd)),
      dueOn: try day("2026-04-20"))
    let promise = try #require(try said(50_000, for: "2026-04-24", account, invoice).promise)
    let call = try account.call("DI", on: "2026-04-15", terms: [dispute, promise])
    try account.enter(
      EntryBody(Withdrawal(of: MatterID(call, 2), kind: "promise", by: "Jane", reason: "lost")),
      on: "2026-04-16")
    let record = try #require(account.file.entries.first?.body.contact)
    let hold = HoldTerms(reason: "legal", by: "Jane", until: try day("2026-05-01"), covers: [])
    try account.enter(
      .correction(
        of: call, because: "no dispute", EntryBody([record, Outcome(result: "PP"), hold, promise])),
      on: "2026-04-17")
    let picture = try account.picture("2026-04-17")
    #expect(picture.promises.map(\.id) == [MatterID(call, 2)])
    #expect(picture.promises.map(\.state) == [.withdrawn])
    #expect(picture.matters.map(\.id).contains(MatterID(call, 3)))
    #expect(picture.disputes.isEmpty)
  }

  @Test("stands in the story below its correction, on the day on which it was made")
  func story() throws {
    var (account, _, promise) = try promised()
    try account.enter(.note("between"), on: "2026-04-16")
    try account.enter(.correction(of: promise, because: "no call", .note("a dream")), on: "2026-04-17")
    let lines = try account.picture("2026-04-17").timeline.compactMap { item -> String? in
      guard case .entry(let entry, let standing) = item.event else { return nil }
      return try? "\(item.day.iso) \(standing.mark)\(entry.body.line(policy: .shipped))"
    }
    #expect(lines.first == "2026-04-16 a comment")
    #expect(lines.dropFirst().first == "2026-04-15 a comment (corrects entry 1: no call)")
    #expect(lines.last?.hasPrefix("2026-04-15 CORRECTED by entry 3: PP promise to pay") == true)
    #expect(try account.picture("2026-04-16").timeline.count == 2)
  }

  enum Refused: CaseIterable, Sendable {
    case unknown, takenBack, corrected, reversal, colleague, same, noReason
  }

  @Test("is refused with what is wrong and what to do", arguments: Refused.allCases)
  func refused(case refused: Refused) throws {
    var (account, _, promise) = try promised()
    var policy = try Policy.shipped
    var number = promise
    var collector = "tester"
    var reason = "misheard"
    var body = EntryBody.note("a dream")
    switch refused {
    case .unknown: number = EntryNumber(rawValue: 9)
    case .takenBack: try account.enter(.reversal(of: promise, reason: "slip"), on: "2026-04-15")
    case .corrected: try account.enter(.correction(of: promise, because: "x", body), on: "2026-04-15")
    case .reversal: number = try account.enter(.reversal(of: promise, reason: "slip"), on: "2026-04-15")
    case .colleague: (policy.correctors, collector) = (["Ann Lee"], "bob")
    case .same: body = try #require(account.file.entries.first).body
    case .noReason: reason = " "
    }
    let sentence =
      switch refused {
      case .unknown: "This account has no entry 9 that could be corrected."
      case .takenBack: "Entry 1 was taken back. Write what is right as a new entry."
      case .corrected: "Entry 1 counts no more. tester corrected it: Entry 2 stands in its place."
      case .reversal: "Entry 2 only takes another one back. It can be taken back itself."
      case .colleague: "Entry 1 is of tester. By the policy these may correct a colleague's: Ann Lee."
      case .same: "That is what entry 1 says. Change what is wrong in it."
      case .noReason: "Say why entry 1 is corrected."
      }
    #expect(throws: CallProblem(nil, sentence)) {
      try CorrectedEntry(number, in: account.file, by: collector, policy: policy)
        .correction(saying: body, because: reason)
    }
  }

  @Test("is anybody's own, anybody's where the policy names nobody, and else of whom it names")
  func allowed() throws {
    let (account, _, promise) = try promised()
    for (correctors, collector) in [([], "bob"), (["Ann Lee"], "tester"), (["Ann Lee"], "ann lee")] {
      var policy = try Policy.shipped
      policy.correctors = correctors
      let corrected = try CorrectedEntry(promise, in: account.file, by: collector, policy: policy)
      #expect(corrected.day.iso == "2026-04-15")
      #expect(corrected.collector == "tester")
    }
  }
}
