import Receivables
import Testing

@Suite("Promises filled coin by coin")
struct PromiseOracleTests {
  @Test("agree with the rules on every day", arguments: UInt64(0)..<120)
  func agree(seed: UInt64) throws {
    let story = try Story(seed: seed)
    let policy = try Policy.shipped
    for offset in 0...50 {
      let asOf = try day("2026-05-01").advanced(by: offset)
      let picture = try AccountPicture(of: story.account.file, policy: policy, asOf: asOf)
      let oracle = CoinByCoin(story, asOf)
      for status in picture.promises {
        let expected = try #require(oracle.outcomes[status.id.entry])
        let place: Comment = "seed \(seed), \(asOf.iso), promise \(status.id.text)"
        #expect(status.paid == expected.paid, place)
        #expect(status.credited == expected.credited, place)
        #expect(status.state == expected.state, place)
      }
    }
  }
}

/// Two invoices, promises that overlap on them or take over parts of older ones, money and its reversals, in small
/// numbers of coins, in the order in which they came to the books and the journal. A third of the money comes to the
/// books some days after its date; no more is taken back than is there.
private struct Story {
  static let graceDays = 2
  static let tolerancePercent: Int64 = 10

  private(set) var account = AccountSketch()
  /// Each promise by its entry: when it came in the story, what it is about.
  private(set) var promises: [EntryNumber: (order: Int, invoices: Set<DocumentID>)] = [:]
  /// What newer promises took over of older ones.
  private(set) var taken: [(from: EntryNumber, invoice: DocumentID, on: CalendarDay, amount: Int64)] = []
  /// When each application came in the story.
  private(set) var orders: [Int64: Int] = [:]

  init(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let invoices = [try account.invoice(90, due: "2026-04-01"), try account.invoice(60, due: "2026-04-02")]
    var policy = try Policy.shipped
    policy.promises = PromisePolicy(
      graceDays: Self.graceDays, toleranceBasisPoints: Int(Self.tolerancePercent) * 100)
    var payments: [(id: Int64, invoice: DocumentID, dated: CalendarDay, left: Int64)] = []
    var today = try day("2026-05-01")
    for order in 0..<14 {
      today = today.advanced(by: random.below(4))
      switch random.below(7) {
      case 0, 1, 2:
        let covered = random.below(3) == 0 ? invoices : [invoices[random.below(2)]]
        let replaced = try replacement(of: covered, on: today, &random)
        let entry = try account.promise(
          Int64(random.below(30) + 2), for: today.advanced(by: random.below(9)).iso, on: today.iso, covered,
          replaces: replaced.map { [$0] } ?? [], policy)
        promises[entry] = (order, Set(covered))
      case 3:
        let there = payments.filter { $0.left > 0 }
        guard !there.isEmpty else { continue }
        let target = there[random.below(there.count)]
        let amount = Int64(random.below(Int(target.left)) + 1)
        let isNamed = random.below(2) == 0
        let id = try account.apply(
          -amount, to: target.invoice, on: today.iso, reverses: isNamed ? target.id : nil)
        orders[id] = order
        // The latest first, where none is named.
        let latest = payments.indices.filter { payments[$0].invoice == target.invoice }
          .sorted { (payments[$0].dated, payments[$0].id) > (payments[$1].dated, payments[$1].id) }
        var left = amount
        for index in latest where !isNamed || payments[index].id == target.id {
          let taken = min(left, payments[index].left)
          payments[index].left -= taken
          left -= taken
        }
      default:
        let source = [Application.Source.payment, .payment, .creditNote][random.below(3)]
        let invoice = invoices[random.below(2)]
        let dated = today.advanced(by: random.below(3) == 0 ? -random.below(8) : 0)
        let amount = Int64(random.below(25) + 1)
        let id = try account.apply(amount, to: invoice, on: dated.iso, source)
        orders[id] = order
        if source == .payment { payments.append((id, invoice, dated, amount)) }
      }
    }
  }

  /// What of a promise lies on an invoice.
  func part(of promise: EntryNumber, on invoice: DocumentID) -> Int64? {
    let terms = account.file.entries[Int(promise.rawValue) - 1].body.first(PromiseTerms.self)
    return terms?.covers.first { $0.number == account.number(invoice) }?.amount.minor
  }

  /// A part of an older promise that a new one takes over, on one invoice where both meet.
  private mutating func replacement(
    of covered: [DocumentID], on today: CalendarDay, _ random: inout Randomness
  ) throws -> PromiseTerms.Replacement? {
    let older = promises.keys.sorted().last { !(promises[$0]?.invoices.isDisjoint(with: covered) ?? true) }
    guard random.below(2) == 0, let older, !taken.contains(where: { $0.from == older }),
      let met = covered.first(where: { promises[older]?.invoices.contains($0) ?? false }),
      let part = part(of: older, on: met), part > 1
    else { return nil }
    let amount = Int64(random.below(Int(part) - 1) + 1)
    taken.append((older, met, today, amount))
    return account.replacing(older, met, amount)
  }
}

/// Evaluates promises by handing over one minor unit after the other, day after day.
private struct CoinByCoin {
  struct Outcome {
    var amount: Int64
    /// How many coins of an invoice still count, where a newer promise took a part over.
    var room: [DocumentID: Int64] = [:]
    var paid: Int64 = 0
    var credited: Int64 = 0
    var state = PromiseState.open
  }

  struct Coin {
    let application: Application
    var isTakenBack = false

    func isLike(_ other: Coin) -> Bool {
      application.invoice == other.application.invoice
        && application.isMoney == other.application.isMoney
    }
  }

  private(set) var outcomes: [EntryNumber: Outcome] = [:]

  init(_ story: Story, _ asOf: CalendarDay) {
    let made = story.account.file.entries.filter { $0.day <= asOf }.compactMap { entry in
      entry.body.first(PromiseTerms.self).map { (entry: entry, terms: $0) }
    }
    for (entry, terms) in made {
      var outcome = Outcome(amount: terms.amount.minor)
      for taken in story.taken where taken.from == entry.number && taken.on <= asOf {
        outcome.amount -= taken.amount
        outcome.room[taken.invoice] = (story.part(of: taken.from, on: taken.invoice) ?? 0) - taken.amount
      }
      outcomes[entry.number] = outcome
    }
    let inOrder = made.sorted { ($0.terms.day, $0.entry.number) < ($1.terms.day, $1.entry.number) }
    let coins = Self.coins(story.account.file, asOf) { _ in true }.filter { !$0.isTakenBack }
    let new = made.reduce(into: [EntryNumber: Set<Int>]()) { new, promise in
      new[promise.entry.number] = Self.new(coins, to: promise.entry, story, asOf)
    }
    for (index, coin) in coins.enumerated() {
      for (entry, terms) in inOrder {
        guard var outcome = outcomes[entry.number], new[entry.number]?.contains(index) ?? false,
          let promise = story.promises[entry.number],
          promise.invoices.contains(coin.application.invoice),
          coin.application.dated.number <= terms.day.number + Story.graceDays,
          outcome.paid + outcome.credited < outcome.amount,
          outcome.room[coin.application.invoice] ?? 1 > 0
        else { continue }
        outcome.room[coin.application.invoice]? -= 1
        if coin.application.isMoney { outcome.paid += 1 } else { outcome.credited += 1 }
        outcomes[entry.number] = outcome
        break
      }
    }
    for (entry, terms) in made {
      guard var outcome = outcomes[entry.number] else { continue }
      let amount = outcome.amount - outcome.credited
      let isKept = outcome.paid >= amount - amount * Story.tolerancePercent / 100
      let wait = asOf.number - terms.day.number
      outcome.state =
        amount == 0
        ? .voided
        : isKept
          ? .kept
          : wait <= 0 ? .open : wait <= Story.graceDays ? .inGrace : outcome.paid == 0 ? .broken : .partlyKept
      outcomes[entry.number] = outcome
    }
  }

  /// Places of the coins that were not there when a promise was taken: as many as were there then are known to it, the
  /// oldest of those dated up to then.
  private static func new(
    _ coins: [Coin], to entry: JournalEntry, _ story: Story, _ asOf: CalendarDay
  ) -> Set<Int> {
    let order = story.promises[entry.number]?.order ?? 0
    var known = Self.coins(story.account.file, asOf) { (story.orders[$0.id] ?? 0) < order }
      .filter { !$0.isTakenBack }
    var new: Set<Int> = []
    for (index, coin) in coins.enumerated() {
      if coin.application.dated <= entry.day, let place = known.firstIndex(where: { $0.isLike(coin) }) {
        known.remove(at: place)
      } else {
        new.insert(index)
      }
    }
    return new
  }

  /// Every coin applied by `asOf` in the order in which it was, with those marked that reversals took back.
  private static func coins(
    _ file: AccountFile, _ asOf: CalendarDay, _ isThere: (Application) -> Bool
  ) -> [Coin] {
    var coins: [Coin] = []
    for application in file.applications where application.dated <= asOf && isThere(application) {
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
