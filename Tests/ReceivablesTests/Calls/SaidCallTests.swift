import Receivables
import SampleEntries
import Testing

@Suite("The form of a call that was logged")
struct SaidCallTests {
  private static let texts: [CallLine: String] = [
    .amount: "200", .date: "fri", .time: "14:00", .method: "ach", .reference: "R 1", .invoices: "INV-1",
    .instalments: "3 weekly", .disputeReason: "price", .address: "ap@elm.example", .reason: "cash flow",
    .discount: "2%",
  ]

  /// What somebody types for a result, as far as it is asked.
  private func part(_ rule: CallResult) -> TypedCall.Part {
    let lines = TypedCall.lines(of: rule)
    var texts = Self.texts.filter { lines.contains($0.key.rawValue) }
    texts[.note] = "said so"
    texts[.contact] = "Jane"
    texts[.phone] = "+1 555 0100"
    if [.checkPayment, .legal].contains(rule.nextKind) { texts[.date] = "-2" }
    return TypedCall.Part(rule, texts)
  }

  private func call(_ parts: [TypedCall.Part], _ picture: AccountPicture, _ policy: Policy) throws
    -> EntryBody
  {
    try TypedCall(parts, on: picture, tagged: [], policy: policy, zones: [:]).completed().body
  }

  @Test("holds what makes the same call again, for every result and for several in one call")
  func roundTrip() throws {
    let policy = try Policy.shipped
    var account = AccountSketch()
    try account.invoice(100_000, due: "2026-04-01")
    try account.invoice(50_000, due: "2026-04-10")
    let picture = try account.picture("2026-04-15")
    let results = policy.results.filter { !$0.isRetired }
    let several = try ["DI", "PP", "CB"].map { try #require(policy.result($0)) }
    var seen = 0
    for rules in results.map({ [$0] }) + [several] {
      let said = try call(rules.map(part), picture, policy)
      let again = try call(try said.typed(on: picture, policy: policy), picture, policy)
      #expect(again == said, "\(rules.map(\.code))")
      seen += 1
    }
    #expect(seen == results.count + 1)
  }

  @Test(
    "holds what is given up, and who approved it",
    arguments: [
      "2%", "2.5% until fri", "1.05%", "98.00", "fee 12.5 until +2", "98.00 usd until 2026-04-17", "20%",
      "fee 400",
    ])
  func discounts(typed: String) throws {
    let policy = try Policy.shipped
    var account = AccountSketch()
    try account.invoice(1_000_000, due: "2026-04-01")
    let picture = try account.picture("2026-04-15")
    for code in ["PP", "PL"] {
      var part = part(try #require(policy.result(code)))
      (part.texts[.amount], part.texts[.discount], part.texts[.approval]) = (nil, typed, "Ann Lee")
      let said = try call([part], picture, policy)
      #expect((said.first(PromiseTerms.self)?.incentive ?? said.first(PlanTerms.self)?.incentive) != nil)
      #expect(try call(try said.typed(on: picture, policy: policy), picture, policy) == said, "\(code)")
    }
  }

  @Test("is asked about every line that a form has")
  func everyLine() {
    let elsewhere: Set<CallLine> = [.action, .contact, .phone, .note, .because, .exception, .approval]
    #expect(Set(Self.texts.keys).union(elsewhere) == Set(CallLine.allCases))
  }

  @Test("is none for a result that is retired, or for what was no call")
  func none() throws {
    let policy = try Policy.shipped
    let picture = try AccountSketch().picture("2026-04-15")
    let body = EntryBody([ContactRecord(action: "OUT", effects: []), Outcome(result: "gone")])
    #expect(throws: CallProblem.self) { try body.typed(on: picture, policy: policy) }
    #expect(throws: CallProblem.self) { try EntryBody.note("heard").typed(on: picture, policy: policy) }
  }
}
