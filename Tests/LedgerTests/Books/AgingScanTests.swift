import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// The age of all accounts, read on one core or on two.
struct AgingScanTests {
  private static func book(accounts: Int) throws -> ImportBench {
    let bench = try ImportBench()
    var random = Randomness(seed: UInt64(accounts))
    var rows: [IncomingRow] = []
    for account in 1...accounts {
      for number in 0..<Int.random(in: 0...4, using: &random) {
        let (amount, isOpen) = (Int64.random(in: 1...900, using: &random), Bool.random(using: &random))
        rows.append(
          try .invoice("I\(number)", of: "\(account)", amount: amount, currency: isOpen ? "USD" : "EUR"))
        if number % 2 == 0 {
          rows.append(
            try .credit(
              "P\(number)", of: "\(account)", amount: amount, day: Int.random(in: -9...20, using: &random),
              for: [IncomingApplication(invoice: "I\(number)", amount: isOpen ? amount : amount / 2)]))
        }
      }
    }
    try bench.take(rows)
    return bench
  }

  @Test(arguments: [1, 30, 1_300])
  func isWhatEachAccountOwes(accounts: Int) throws {
    let bench = try Self.book(accounts: accounts)
    for offset in [-50, -7, 0, 15, 90] {
      let day = TestBooks.day(offset)
      var wanted: [[String]] = []
      try bench.ledger.forEachAccount { file in
        let balances = try AccountSummary(of: file, policy: bench.ledger.policy, asOf: day).balances
        if !balances.isEmpty { wanted.append(Self.text(file.customer.number, balances)) }
        return true
      }
      let found = try bench.ledger.aging(asOf: day).map { Self.text($0.number, $0.balances) }
      #expect(found == wanted, "day \(offset)")
    }
  }

  private static func text(_ number: String, _ balances: [CurrencyBalance]) -> [String] {
    [number] + balances.map { "\($0.currency) \($0.buckets) \($0.credits)" }
  }

  @Test func whatCannotBeReadIsTold() throws {
    let bench = try Self.book(accounts: 1_300)
    try bench.ledger.connection.execute(
      "update invoice set currency = 'dollars' where account_id = (select max(account_id) from invoice)")
    #expect(throws: LedgerError.unreadable("an amount in “dollars”")) {
      try bench.ledger.aging(asOf: TestBooks.start)
    }
  }
}
