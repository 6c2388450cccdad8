import Receivables
import SampleEntries
import Testing

@Suite("A call that cannot be recorded")
struct CallProblemTests {
  private func problem(_ call: ProposedCall, _ account: SampleAccount = SampleAccount()) throws
    -> CallProblem?
  {
    let policy = try Policy.shipped
    do throws(CallProblem) {
      _ = try call.completed(for: account.picture, policy: policy)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "names the field that its result asks for",
    arguments: [
      ("PP", CallField.date), ("PD", .reason), ("GK", .date), ("PR", .date), ("CB", .date),
      ("DI", .disputeReason),
      ("PL", .instalments), ("RF", .reason), ("UF", .reason), ("SK", .reason), ("ZZ", nil), ("pp", nil),
    ])
  func asks(code: String, field: CallField?) throws {
    let found = try #require(try problem(ProposedCall(action: "OUT", result: code)))
    #expect(found.field == field)
    let end = found.sentence.last
    #expect(end == "." || end == "?")
  }

  @Test("knows only codes in use")
  func codes() throws {
    var policy = try Policy.shipped
    policy.results[0].isRetired = true
    let retired = ProposedCall(action: "OUT", result: policy.results[0].code)
    #expect(throws: CallProblem.self) { try retired.completed(for: SampleAccount().picture, policy: policy) }
    #expect(try problem(ProposedCall(action: "XX", result: "NA")) != nil)
    #expect(try problem(ProposedCall(action: "OUT", result: "NA", reason: "lazy"))?.field == .reason)
    #expect(try problem(ProposedCall(action: "OUT", result: "SK", note: "on holiday")) == nil)
  }

  @Test(
    "holds a promise that nobody could keep",
    arguments: [
      (175_001, "2026-11-27", [], "ach", nil, CallField.amount),
      (100_001, "2026-11-27", [1], nil, nil, .amount),
      (-5, "2026-11-27", [], nil, nil, .amount), (5, "2026-11-20", [], nil, nil, .date),
      (5, "2026-12-22", [], nil, nil, .date), (5, "2026-12-22", [], nil, "", .date),
      (5, "2026-11-27", [], "gold", nil, .method), (5, "2026-11-27", [9], nil, nil, .invoices),
      (5, "2026-11-27", [77], nil, nil, .invoices), (5, "2026-12-22", [], nil, "bank holiday", nil),
      (5, "2026-12-21", [], nil, nil, nil), (175_000, "2026-11-27", [], nil, nil, nil),
    ] as [(Int64, String, [Int64], String?, String?, CallField?)])
  func promises(
    minor: Int64, iso: String, invoices: [Int64], method: String?, exception: String?, field: CallField?
  ) throws {
    let terms = ProposedPromise(
      amount: Money(minor: minor, .usd), day: try day(iso), method: method,
      invoices: invoices.map { DocumentID(rawValue: $0) }, exception: exception)
    #expect(try problem(ProposedCall(action: "OUT", result: "PP", promise: terms))?.field == field)
  }

  @Test("mixes currencies or names the wrong one")
  func currencies() throws {
    var account = SampleAccount()
    account.open.append((4, -5, 7_000, .eur))
    let friday = try day("2026-11-27")
    var terms = ProposedPromise(amount: .zero(.usd), day: friday, invoices: ids(1, 4))
    #expect(
      try problem(ProposedCall(action: "OUT", result: "PP", promise: terms), account)?.field == .invoices)
    terms = ProposedPromise(amount: Money(minor: 5, .usd), day: friday, invoices: ids(4))
    #expect(
      try problem(ProposedCall(action: "OUT", result: "PP", promise: terms), account)?.field == .invoices)
    terms = ProposedPromise(amount: Money(minor: 5, .jpy), day: friday, invoices: [])
    #expect(
      try problem(ProposedCall(action: "OUT", result: "PP", promise: terms), account)?.field == .invoices)
  }

  @Test("disputes more than is open, nothing, or for no reason")
  func disputes() throws {
    func call(_ minor: Int64?, _ reason: String, _ invoices: [DocumentID]) -> ProposedCall {
      ProposedCall(
        action: "OUT", result: "DI",
        dispute: ProposedDispute(
          reason: reason, amount: minor.map { Money(minor: $0, .usd) }, invoices: invoices))
    }
    #expect(try problem(call(25_001, "price", ids(2)))?.field == .amount)
    #expect(try problem(call(0, "price", ids(2)))?.field == .amount)
    #expect(try problem(call(5, "mood", ids(2)))?.field == .disputeReason)
    #expect(try problem(call(5, "price", []))?.field == .invoices)
    #expect(try problem(call(25_000, "price", ids(2))) == nil)
    #expect(try problem(call(nil, "price", ids(3, 1))) == nil)
  }

  @Test("takes its step in the past or without a time")
  func steps() throws {
    let yesterday = try day("2026-11-20")
    let away = ProposedCall(action: "OUT", result: "GK", next: NextAction(.call, on: yesterday))
    #expect(try problem(away)?.field == .date)
    let callback = ProposedCall(
      action: "OUT", result: "CB", next: NextAction(.callBack, on: try day("2026-11-24")))
    #expect(try problem(callback)?.field == .time)
    let claim = ProposedPromise(amount: .zero(.usd), day: try day("2026-11-22"), invoices: [])
    #expect(try problem(ProposedCall(action: "OUT", result: "PS", promise: claim))?.field == .date)
  }

  @Test("holds a plan that does not add up")
  func plans() throws {
    let first = try day("2026-12-01")
    func call(_ days: [Int], _ amounts: [Int64]) -> ProposedCall {
      let instalments = zip(days, amounts).map {
        PlanTerms.Instalment(due: first.advanced(by: $0.0), amount: $0.1)
      }
      return ProposedCall(
        action: "OUT", result: "PL",
        plan: ProposedPlan(currency: .usd, instalments: instalments, invoices: []))
    }
    #expect(try problem(call([0, 7], [50_000, 75_000])) == nil)
    #expect(try problem(call([7, 0], [50_000, 75_000]))?.field == .date)
    #expect(try problem(call([-30, 0], [50_000, 75_000]))?.field == .date)
    #expect(try problem(call([0, 7], [50_000, 0]))?.field == .amount)
    #expect(try problem(call([0, 7], [.max, .max]))?.field == .amount)
    #expect(try problem(call([0, 7], [100_000, 80_000]))?.field == .amount)
    #expect(try problem(call([], []))?.field == .instalments)
  }
}
