import Receivables

/// A dispute with what became of it as of a day.
struct PlainDispute {
  /// The contested part of an invoice; `original` is the sum of what became of it.
  struct Part {
    let place: Int
    let original: Int64
    var disputed: Int64 = 0
    var paid: Int64 = 0
    var credited: Int64 = 0
    var writtenOff: Int64 = 0
    var rejected: Int64 = 0
  }

  let id: MatterID
  let withdrawal: JournalEntry?
  /// The last entry that said how it stands; nil where nobody did, or where the customer took it back.
  let turn: JournalEntry?
  /// What people said last: never what only the books or the journal tell.
  let said: DisputeState
  /// When somebody looks at it again.
  let dueOn: CalendarDay
  /// Those of invoices that no newer dispute contests for the same reason, in the order in which they were covered.
  private(set) var parts: [Part] = []
  var state = DisputeState.new
  var isOpen = false

  /// Whether what it still contests is not chased.
  var holds: Bool {
    withdrawal == nil && state != .voided && said != .rejected && said != .toBeCollected
  }

  private var isDecided: Bool { [.accepted, .partly, .rejected].contains(said) }

  /// What it set free of an invoice.
  func freed(_ place: Int) -> Int64 {
    guard let part = parts.first(where: { $0.place == place }) else { return 0 }
    return said == .toBeCollected ? part.disputed : part.rejected
  }
}

extension PlainDispute {
  /// All disputes, oldest first. The latest of an invoice for a reason counts, also where it was taken back since, beside
  /// those that were accepted before anything newer was said. With the coins that settled them.
  static func all(
    _ journal: PlainJournal, _ books: PlainBooks
  ) -> (disputes: [PlainDispute], settling: Set<Int>) {
    let all = journal.opened(DisputeTerms.self)
    var spent: Set<Int> = []
    let disputes = all.enumerated().map { index, opened in
      let newer = all[(index + 1)...].filter { !$0.isVoided && $0.terms.reason == opened.terms.reason }
      let accepted = acceptance(of: opened, journal)
      var replaced: Set<Int> = []
      for one in newer where accepted.map({ one.entry.number <= $0 }) ?? true {
        replaced.formUnion(books.covers(one.terms.covers).map(\.place))
      }
      return PlainDispute(opened, besides: replaced, journal, books, &spent)
    }
    return (disputes, spent)
  }

  /// The entry that said last how it stands, where that accepts it or a part of it.
  private static func acceptance(
    of opened: PlainJournal.Opened<DisputeTerms>, _ journal: PlainJournal
  ) -> EntryNumber? {
    guard opened.withdrawal == nil else { return nil }
    let sayable = ([DisputeState.new] + DisputeState.settable).map(\.rawValue)
    let last = journal.changes(of: opened.id).last { sayable.contains($0.change.state ?? "") }
    let accepts = [DisputeState.accepted, .partly].map(\.rawValue)
    return last.flatMap { accepts.contains($0.change.state ?? "") ? $0.entry.number : nil }
  }

  private init(
    _ opened: PlainJournal.Opened<DisputeTerms>, besides replaced: Set<Int>, _ journal: PlainJournal,
    _ books: PlainBooks, _ spent: inout Set<Int>
  ) {
    id = opened.id
    withdrawal = opened.withdrawal
    let changes = journal.changes(of: opened.id)
    dueOn = changes.last { $0.change.dueOn != nil }?.change.dueOn ?? opened.terms.dueOn
    let sayable = [DisputeState.new] + DisputeState.settable
    let turn = changes.last { made in sayable.contains { $0.rawValue == made.change.state } }
    said = sayable.first { $0.rawValue == turn?.change.state } ?? .new
    self.turn = withdrawal == nil ? turn?.entry : nil
    let covers = books.covers(opened.terms.covers)
    let mine = opened.isVoided ? [] : covers.filter { !replaced.contains($0.place) }
    let new = books.new(to: mine, since: opened.entry.day)
    for cover in mine {
      let coins = new.filter { books.coins[$0].place == cover.place }
      if let withdrawal {
        decide(cover, coins, on: withdrawal.day, accepting: 0, books, &spent)
      } else if isDecided, let turn {
        let accepted = turn.change.accepted.filter { part in
          books.file.invoices[cover.place].number == part.invoice
        }.first?.amount.minor
        let isWhole = said == .accepted && turn.change.accepted.isEmpty
        decide(
          cover, coins, on: turn.entry.day,
          accepting: said == .rejected ? 0 : isWhole ? nil : accepted ?? 0, books, &spent)
      } else {
        leave(cover, coins, books)
      }
    }
    state =
      opened.isVoided
      ? .voided
      : withdrawal != nil ? .withdrawn : mine.isEmpty && !covers.isEmpty ? .replaced : said
  }

  /// What is held of it by then: something of a dispute that holds, or something contested of one that is collected
  /// meanwhile, else it is over.
  mutating func close(held: Int64) {
    isOpen =
      holds
      ? held > 0 : said == .toBeCollected && withdrawal == nil && parts.contains { $0.disputed > 0 }
    if !isOpen, !isDecided, ![.voided, .withdrawn, .replaced].contains(state) { state = .over }
  }
}

// MARK: What became of a part

extension PlainDispute {
  /// Nobody decided: no more is contested than is open. Money pays first what nobody contests, so a part that is not open
  /// any more was credited, written off, and only then paid.
  private mutating func leave(_ cover: PlainBooks.Cover, _ coins: [Int], _ books: PlainBooks) {
    var part = Part(place: cover.place, original: cover.part)
    part.disputed = min(cover.part, books.owed(cover.place))
    _ = part.settle(cover.part - part.disputed, coins, books, besides: [])
    parts.append(part)
  }

  /// What was open by the day of the decision is accepted or owed after all; nil accepts all of it. `accepting` counts what
  /// was credited by then. What is accepted is contested until a credit comes, and one credit closes one dispute: that
  /// which was raised first.
  private mutating func decide(
    _ cover: PlainBooks.Cover, _ coins: [Int], on day: CalendarDay, accepting accepted: Int64?,
    _ books: PlainBooks, _ spent: inout Set<Int>
  ) {
    var part = Part(place: cover.place, original: cover.part)
    let then = min(cover.part, books.owed(cover.place, on: day))
    let before = coins.filter { books.coins[$0].dated <= day }
    spent.formUnion(part.settle(cover.part - then, before, books, besides: spent))
    let waiting = accepted.map { max(min($0 - part.credited - part.writtenOff, then), 0) } ?? then
    part.rejected = then - waiting
    var left = waiting
    for source in [Application.Source.creditNote, .writeOff] {
      for coin in coins where left > 0 && books.coins[coin].source == source && !spent.contains(coin) {
        spent.insert(coin)
        left -= books.worth
        if source == .creditNote { part.credited += books.worth } else { part.writtenOff += books.worth }
      }
    }
    part.disputed = min(left, books.owed(cover.place))
    part.paid += left - part.disputed
    parts.append(part)
  }
}

extension PlainDispute.Part {
  /// So much of it is not open any more. Returns the coins that credited it; those that closed other disputes come last.
  fileprivate mutating func settle(
    _ amount: Int64, _ coins: [Int], _ books: PlainBooks, besides spent: Set<Int>
  ) -> Set<Int> {
    var left = amount
    var used: Set<Int> = []
    for source in [Application.Source.creditNote, .writeOff] {
      let mine = coins.filter { books.coins[$0].source == source }
      for coin in mine.filter({ !spent.contains($0) }) + mine.filter({ spent.contains($0) }) where left > 0 {
        used.insert(coin)
        left -= books.worth
        if source == .creditNote { credited += books.worth } else { writtenOff += books.worth }
      }
    }
    paid = left
    return used
  }
}
