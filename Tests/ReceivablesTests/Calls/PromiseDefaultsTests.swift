import Receivables
import Testing

@Suite("What a promise covers and replaces")
struct PromiseDefaultsTests {
  private func promise(
    _ minor: Int64, on invoices: [DocumentID] = [], _ account: SampleAccount = SampleAccount(),
    currency: Currency? = nil, result: String = "PP"
  ) throws -> PromiseTerms {
    let terms = PromiseTerms(
      amount: Money(minor: minor, currency ?? .usd),
      day: try day(result == "PS" ? "2026-11-20" : "2026-11-27"),
      invoices: invoices)
    let call = CallRecord(action: "OUT", result: result, promise: terms)
    let stored = try call.completed(
      for: account.picture, policy: try SampleAccount.policy(), currency: currency)
    #expect(stored.invoices == stored.promise?.invoices)
    return try #require(stored.promise)
  }

  @Test("is all that is past due, oldest first, when nothing was chosen")
  func everything() throws {
    let terms = try promise(0)
    #expect(terms.amount.minor == 125_000)
    #expect(terms.invoices == ids(1, 2))
    #expect(try promise(0, on: ids(3, 2)).invoices == ids(2, 3))
    #expect(try promise(0, on: ids(3, 2)).amount.minor == 75_000)
    #expect(try promise(125_001).invoices == ids(1, 2, 3))
  }

  @Test("leaves out what is contested")
  func contested() throws {
    var account = SampleAccount()
    account.disputed = [1: 40_000]
    #expect(try promise(0, account).amount.minor == 85_000)
  }

  @Test("is what is open when nothing is past due, and one currency of several")
  func others() throws {
    var account = SampleAccount()
    account.open = [(3, 15, 50_000, .usd), (4, 20, 7_000, .eur)]
    #expect(try promise(0, account).invoices == ids(3))
    #expect(try promise(0, account, currency: .eur).amount == Money(minor: 7_000, .eur))
    #expect(try promise(0, on: ids(4), account).amount == Money(minor: 7_000, .eur))
  }

  @Test("notes the money that came today, before the call")
  func paidBefore() throws {
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
      application(3, 2, .creditNote, 0, 50),
      application(4, 2, .payment, 1, 1_000), application(5, 3, .payment, 0, 5_000),
      application(6, 2, .cleared, 0, 7),
    ]
    #expect(try promise(0, account).paidBefore == 207)
  }

  @Test(
    "replaces open promises that cannot stand beside it",
    arguments: [
      (100_000, [1, 2], [(5, 100_000, [1], 0)], [5]), (25_000, [1, 2], [(5, 100_000, [1], 0)], []),
      (25_001, [1, 2], [(5, 100_000, [1], 0)], [5]), (25_100, [1, 2], [(5, 100_000, [1], 100)], []),
      (25_000, [2], [(5, 100_000, [1], 0)], []),
      (100_000, [1], [(6, 60_000, [1], 0), (5, 40_000, [1], 0)], [6, 5]),
      (50_000, [1], [(6, 40_000, [1], 0), (5, 60_000, [1], 0)], [5]),
      (125_000, [], [(5, 10_000, [2, 3], 0)], []),
    ] as [(Int64, [Int64], [(Int64, Int64, [Int64], Int64)], [Int64])])
  func replaces(
    minor: Int64, invoices: [Int64], old: [(Int64, Int64, [Int64], Int64)], replaced: [Int64]
  ) throws {
    var account = SampleAccount()
    account.promises = try old.map {
      try .open($0.0, $0.1, on: $0.2.map { DocumentID(rawValue: $0) }, paid: $0.3)
    }
    let terms = try promise(minor, on: invoices.map { DocumentID(rawValue: $0) }, account)
    #expect(terms.supersedes.map(\.rawValue) == replaced)
  }

  @Test("replaces nothing when the money is said to be sent already")
  func claims() throws {
    var account = SampleAccount()
    account.promises = [try .open(5, 125_000, on: ids(1, 2))]
    let terms = try promise(0, account, result: "PS")
    #expect(terms.kind == .saysPaid)
    #expect(terms.supersedes.isEmpty)
    let bare = try CallRecord(action: "IN", result: "PS")
      .completed(for: account.picture, policy: try SampleAccount.policy())
    #expect(bare.promise?.day == account.asOf)
    #expect(bare.promise?.amount.minor == 125_000)
  }
}
