import Receivables
import SampleEntries
import Testing

@Suite("What a promise covers and replaces")
struct PromiseDefaultsTests {
  private func promise(
    _ minor: Int64, on invoices: [DocumentID] = [], _ account: SampleAccount = SampleAccount(),
    currency: Currency? = nil, result: String = "PP"
  ) throws -> PromiseTerms {
    let proposed = ProposedPromise(
      amount: Money(minor: minor, currency ?? .usd),
      day: try day(result == "PS" ? "2026-11-20" : "2026-11-27"), invoices: invoices)
    var call = ProposedCall(action: "OUT", result: result, promise: proposed)
    call.outcome.currency = currency
    let stored = try call.completed(for: account.picture, policy: .shipped).body
    return try #require(stored.first(PromiseTerms.self))
  }

  private func parts(_ terms: PromiseTerms) -> [String] {
    terms.covers.map { "\($0.number) \($0.amount.minor)" }
  }

  @Test("is all that is past due, oldest first, when nothing was chosen")
  func everything() throws {
    let terms = try promise(0)
    #expect(terms.amount.minor == 125_000)
    #expect(parts(terms) == ["4711 100000", "4712 25000"])
    #expect(parts(try promise(0, on: ids(3, 2))) == ["4712 25000", "4713 50000"])
    #expect(try promise(0, on: ids(3, 2)).amount.minor == 75_000)
    #expect(parts(try promise(125_001)) == ["4711 100000", "4712 25000", "4713 1"])
    #expect(parts(try promise(110_000)) == ["4711 100000", "4712 10000"])
  }

  @Test("is taken under the grace and tolerance of the policy in force")
  func rules() throws {
    let terms = try promise(0)
    #expect(terms.graceDays == 2)
    #expect(terms.tolerance == .init(basisPoints: 100, amount: 0))
  }

  @Test("leaves out what is contested")
  func contested() throws {
    var account = SampleAccount()
    account.disputed = [1: 40_000]
    #expect(try promise(0, account).amount.minor == 85_000)
    #expect(parts(try promise(0, account)) == ["4711 60000", "4712 25000"])
    // More than that was said: it lies on the contested part too.
    #expect(parts(try promise(110_000, account)) == ["4711 85000", "4712 25000"])
  }

  @Test("is what is open when nothing is past due, and one currency of several")
  func others() throws {
    var account = SampleAccount()
    account.open = [(3, 15, 50_000, .usd), (4, 20, 7_000, .eur)]
    #expect(parts(try promise(0, account)) == ["4713 50000"])
    #expect(try promise(0, account, currency: .eur).amount == Money(minor: 7_000, .eur))
    #expect(try promise(0, on: ids(4), account).amount == Money(minor: 7_000, .eur))
  }

  @Test("notes what the books have on its invoices, money and credit apart, whatever its day")
  func found() throws {
    var account = SampleAccount()
    let today = account.asOf
    func application(_ id: Int64, _ invoice: Int64, _ source: Application.Source, _ ago: Int, _ amount: Int64)
      -> Application
    {
      Application(
        id: id, invoice: DocumentID(rawValue: invoice), source: source, dated: today.advanced(by: -ago),
        amount: amount)
    }
    account.applications = [
      application(1, 1, .payment, 0, 300), application(2, 1, .payment, 0, -100),
      application(3, 2, .creditNote, 0, 50), application(7, 2, .writeOff, 3, 20),
      application(4, 2, .payment, 40, 1_000), application(5, 3, .payment, 0, 5_000),
      application(6, 2, .cleared, 0, 7),
    ]
    let covers = try promise(0, account).covers
    #expect(covers.map(\.paid) == [200, 1_007])
    #expect(covers.map(\.credited) == [0, 70])
    account.applications = [application(1, 1, .payment, 0, -40_000)]
    #expect(try promise(0, account).covers.map(\.paid) == [0, 0])
  }

  @Test(
    "replaces open promises only on the invoices where both meet, by as much as is too much",
    arguments: [
      // What is promised now on which invoices, the older promises with their parts and what came of them, what of
      // them is replaced. 4711 has 1 000.00 open, 4712 250.00, 4713 500.00.
      (100_000, [1], [(5, [(1, 100_000)], 0)], ["5.1 4711 100000"]),
      (25_000, [2], [(5, [(1, 100_000)], 0)], []),
      (25_000, [2], [(5, [(1, 100_000), (2, 25_000)], 0)], ["5.1 4712 25000"]),
      (100_000, [1, 2], [(5, [(1, 100_000)], 0)], ["5.1 4711 100000"]),
      (40_000, [1], [(5, [(1, 60_000)], 0)], []), (40_001, [1], [(5, [(1, 60_000)], 0)], ["5.1 4711 1"]),
      (40_000, [1], [(5, [(1, 70_000)], 10_000)], []),
      (100_000, [1], [(6, [(1, 60_000)], 0), (5, [(1, 40_000)], 0)], ["5.1 4711 40000", "6.1 4711 60000"]),
      (50_000, [1], [(6, [(1, 40_000)], 0), (5, [(1, 60_000)], 0)], ["5.1 4711 50000"]),
      (125_000, [], [(5, [(2, 5_000), (3, 5_000)], 0)], ["5.1 4712 5000"]),
      (100_000, [1], [(5, [(1, 100_000), (2, 25_000)], 120_000)], ["5.1 4711 5000"]),
      // 100.00 of what was promised on 4711 came already: the rest of it and all of the other stand.
      (
        125_000, [1, 2], [(5, [(1, 110_000), (2, 25_000)], 10_000)], ["5.1 4711 100000", "5.1 4712 25000"]
      ),
    ] as [(Int64, [Int64], [(Int64, [(invoice: Int64, minor: Int64)], Int64)], [String])])
  func replaces(
    minor: Int64, invoices: [Int64], old: [(Int64, [(invoice: Int64, minor: Int64)], Int64)],
    replaced: [String]
  ) throws {
    var account = SampleAccount()
    account.promises = try old.map { try .open($0.0, $0.1, paid: $0.2) }
    let terms = try promise(minor, on: invoices.map { DocumentID(rawValue: $0) }, account)
    #expect(terms.replaces.map { "\($0.promise.text) \($0.invoice) \($0.amount.minor)" } == replaced)
  }

  @Test("a plan replaces as a promise does, and both say before they are saved what becomes of earlier ones")
  func plans() throws {
    var account = SampleAccount()
    account.promises = [
      try .open(5, [(1, 100_000)]), try .open(6, [(2, 5_000)]), try .open(7, [(3, 50_000)]),
    ]
    let call = ProposedCall(
      action: "OUT", result: "PL",
      plan: try ProposedPlan(
        splitting: Money(minor: 80_000, .usd), into: 2, first: try day("2026-11-27"), every: .weekly,
        invoices: ids(1, 2)))
    let body = try call.completed(for: account.picture, policy: .shipped).body
    let replaces = try #require(body.first(PlanTerms.self)).replaces
    #expect(replaces.map { "\($0.promise.text) \($0.invoice) \($0.amount.minor)" } == ["5.1 4711 80000"])
    let due = try #require(account.promises.first).terms.day.brief
    #expect(
      account.picture.takenOver(by: body, try .shipped).map(\.sentence) == [
        "800.00 USD of 1 000.00 USD on \(due) ends", "50.00 USD on \(due) stands beside it",
      ])
    let promise = ProposedCall(
      action: "OUT", result: "PP",
      promise: ProposedPromise(
        amount: Money(minor: 125_000, .usd), day: try day("2026-11-27"), invoices: ids(1, 2)))
    let later = try promise.completed(for: account.picture, policy: .shipped).body
    #expect(
      account.picture.takenOver(by: later, try .shipped).map(\.sentence) == [
        "1 000.00 USD on \(due) ends", "50.00 USD on \(due) ends",
      ])
    let unrelated = try ProposedCall(action: "OUT", result: "NA")
      .completed(for: account.picture, policy: .shipped).body
    #expect(account.picture.takenOver(by: unrelated, try .shipped).isEmpty)
  }

  @Test("replaces nothing when the money is said to be sent already")
  func claims() throws {
    var account = SampleAccount()
    account.promises = [try .open(5, [(1, 100_000), (2, 25_000)])]
    let terms = try promise(0, account, result: "PS")
    #expect(terms.kind == .saysPaid)
    #expect(terms.replaces.isEmpty)
    let bare = try ProposedCall(action: "IN", result: "PS")
      .completed(for: account.picture, policy: .shipped).body.first(PromiseTerms.self)
    #expect(bare?.day == account.asOf)
    #expect(bare?.amount.minor == 125_000)
  }
}
