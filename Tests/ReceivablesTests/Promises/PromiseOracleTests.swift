import Receivables
import Testing

@Suite("Promises filled coin by coin")
struct PromiseOracleTests {
  @Test("agree with the rules on every day", arguments: UInt64(0)..<40)
  func agree(seed: UInt64) throws {
    var policy = try Policy.shipped
    policy.promises.toleranceBasisPoints = 1_000
    let file = try Self.file(seed: seed)
    for offset in 0...45 {
      let asOf = try day("2026-05-01").advanced(by: offset)
      let picture = try AccountPicture(of: file, policy: policy, asOf: asOf)
      let oracle = CoinByCoin(file, policy.promises, asOf)
      for status in picture.promises {
        let expected = try #require(oracle.outcomes[status.entry])
        #expect(status.paid == expected.paid, "seed \(seed), \(asOf.iso), entry \(status.entry.rawValue)")
        #expect(status.credited == expected.credited)
        #expect(status.state == expected.state)
      }
    }
  }

  /// Two invoices, promises that overlap on them, money and its reversals, in small numbers of coins.
  private static func file(seed: UInt64) throws -> AccountFile {
    var random = Randomness(seed: seed)
    var account = AccountSketch()
    let invoices = [try account.invoice(90, due: "2026-04-01"), try account.invoice(60, due: "2026-04-02")]
    func date(_ offset: Int) throws -> String { try day("2026-05-01").advanced(by: offset).iso }
    var made = 0
    for _ in 0..<5 {
      made += random.below(6)
      let covered = random.below(3) == 0 ? invoices : [invoices[random.below(2)]]
      try account.promise(
        Int64(random.below(30) + 1), for: try date(made + random.below(9)), on: try date(made), covered)
    }
    var applied: [(id: Int64, invoice: DocumentID, on: Int)] = []
    for _ in 0..<6 {
      let (invoice, on) = (invoices[random.below(2)], random.below(35))
      let source = [Application.Source.payment, .payment, .creditNote][random.below(3)]
      let id = try account.apply(Int64(random.below(25) + 1), to: invoice, on: try date(on), source)
      if source == .payment { applied.append((id, invoice, on)) }
    }
    for _ in 0..<2 where !applied.isEmpty {
      let target = applied[random.below(applied.count)]
      try account.apply(
        -Int64(random.below(15) + 1), to: target.invoice, on: try date(target.on + random.below(10)),
        reverses: random.below(2) == 0 ? target.id : nil)
    }
    return account.file
  }
}

/// Evaluates promises by handing over one minor unit after the other, day after day.
private struct CoinByCoin {
  struct Outcome {
    var paid: Int64 = 0
    var credited: Int64 = 0
    var state = PromiseState.open
  }

  struct Coin {
    let application: Application
    var isTakenBack = false
  }

  private(set) var outcomes: [EntryNumber: Outcome] = [:]

  init(_ file: AccountFile, _ policy: PromisePolicy, _ asOf: CalendarDay) {
    let coins = Self.coins(file, asOf)
    let promises = file.entries.filter { $0.day <= asOf }.compactMap {
      entry -> (JournalEntry, PromiseTerms)? in
      guard case .call(let record) = entry.body, let terms = record.promise else { return nil }
      return (entry, terms)
    }
    let inOrder = promises.sorted { ($0.1.day, $0.0.number) < ($1.1.day, $1.0.number) }
    for (entry, _) in promises { outcomes[entry.number] = Outcome() }
    for coin in coins where !coin.isTakenBack {
      for (entry, terms) in inOrder {
        guard var outcome = outcomes[entry.number], terms.invoices.contains(coin.application.invoice),
          coin.application.dated >= entry.day,
          coin.application.dated.number <= terms.day.number + policy.graceDays,
          outcome.paid + outcome.credited < terms.amount.minor
        else { continue }
        if coin.application.isMoney { outcome.paid += 1 } else { outcome.credited += 1 }
        outcomes[entry.number] = outcome
        break
      }
    }
    for (entry, terms) in promises {
      guard var outcome = outcomes[entry.number] else { continue }
      let amount = terms.amount.minor - outcome.credited
      let isKept = outcome.paid >= amount - amount * Int64(policy.toleranceBasisPoints) / 10_000
      let wait = asOf.number - terms.day.number
      outcome.state =
        isKept
        ? .kept
        : wait <= 0 ? .open : wait <= policy.graceDays ? .inGrace : outcome.paid == 0 ? .broken : .partlyKept
      outcomes[entry.number] = outcome
    }
  }

  /// Every coin applied by `asOf` in the order in which it was, with those marked that reversals took back.
  private static func coins(_ file: AccountFile, _ asOf: CalendarDay) -> [Coin] {
    var coins: [Coin] = []
    for application in file.applications where application.dated <= asOf {
      if application.amount > 0 {
        coins += (0..<application.amount).map { _ in Coin(application: application) }
        continue
      }
      for _ in 0..<(-application.amount) {
        let named = coins.lastIndex { !$0.isTakenBack && $0.application.id == application.reverses }
        let latest = coins.lastIndex {
          !$0.isTakenBack && $0.application.invoice == application.invoice && $0.application.isMoney
        }
        if let index = named ?? latest { coins[index].isTakenBack = true }
      }
    }
    return coins
  }
}
