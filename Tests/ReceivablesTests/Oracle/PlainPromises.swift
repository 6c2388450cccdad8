import Receivables

/// A promise or a claim of payment with what came of it as of a day.
struct PlainPromise {
  let id: MatterID
  let takenOn: CalendarDay
  let terms: PromiseTerms
  let isVoided: Bool
  let withdrawal: JournalEntry?
  var covers: [PlainBooks.Cover]
  var paid: Int64 = 0
  var credited: Int64 = 0
  var replaced: Int64 = 0
  /// The day on which it was taken back, or on which newer ones had taken over all of it.
  var endedOn: CalendarDay?
  /// The day on which enough had come.
  var keptOn: CalendarDay?
  /// The day on which credit notes had left nothing of it.
  var creditedAwayOn: CalendarDay?
  /// The day on which enough had come, too late to keep it.
  var lateOn: CalendarDay?
  var state = PromiseState.open
  /// 1 for the first on its invoices.
  var level = 0
  /// What is given up when it is kept by a day.
  var incentive: PlainIncentive?
  /// What was counted of what came to an invoice.
  fileprivate var counted: [Int: Int64] = [:]
  /// How much of what comes to an invoice still counts, where a part of it was taken over.
  fileprivate var room: [Int: Int64] = [:]
  /// The last day of what came in time.
  fileprivate var paidUpTo: CalendarDay?
  /// Money that came after day and grace.
  fileprivate var late: [(coin: PlainBooks.Coin, day: CalendarDay)] = []

  var isClaim: Bool { terms.kind == .saysPaid }
  var deadline: CalendarDay { terms.day.advanced(by: terms.graceDays) }
  /// What stands of it.
  var standing: Int64 { terms.amount.minor - replaced }
  /// What is still to come.
  var left: Int64 { max(standing - paid - credited, 0) }

  /// The least money that keeps it. Credit notes reduce what was promised, then the tolerance applies; where that is all
  /// of it, something must have come (the product's choice: `PromiseMatching.needed`).
  fileprivate var needed: Int64 { least(of: standing - credited) }

  private func least(of amount: Int64) -> Int64 {
    let tolerance = max(amount * Int64(terms.tolerance.basisPoints) / 10_000, terms.tolerance.amount)
    return max(amount - tolerance, 1)
  }

  /// The first day on which there was as much as keeps what is promised less what is given up.
  func earnedOn(worth: Int64) -> CalendarDay? {
    guard let incentive, replaced == 0 else { return nil }
    return incentive.earnedOn(
      since: takenOn,
      isEnough: { paid, credited in
        paid >= 1 && paid >= least(of: max(standing - credited - incentive.terms.amount.minor, 0))
      }, worth: worth)
  }

  /// What is missing of its part of an invoice.
  func missing(of place: Int) -> Int64 {
    max((covers.first { $0.place == place }?.part ?? 0) - (counted[place] ?? 0), 0)
  }
}

extension PlainPromise {
  /// All promises and claims, oldest first, with their states by the table of the domain.
  /// `settling` are the coins that settled a dispute.
  static func all(_ journal: PlainJournal, _ books: PlainBooks, settling: Set<Int>) -> [PlainPromise] {
    var promises = journal.opened(PromiseTerms.self).map { PlainPromise($0, journal, books) }
    handOver(books, settling, &promises)
    for index in promises.indices {
      promises[index].state = promises[index].state(books)
      promises[index].judgeIncentive(books)
    }
    receive(books, &promises)
    raise(&promises)
    return promises
  }

  private init(_ opened: PlainJournal.Opened<PromiseTerms>, _ journal: PlainJournal, _ books: PlainBooks) {
    id = opened.id
    takenOn = opened.entry.day
    terms = opened.terms
    isVoided = opened.isVoided
    withdrawal = opened.withdrawal
    covers = books.covers(opened.terms.covers)
    endedOn = opened.withdrawal?.day
    for (day, part) in journal.replacements(of: opened.id) {
      let amount = min(part.amount.minor, standing)
      replaced += amount
      for index in covers.indices where books.file.invoices[covers[index].place].number == part.invoice {
        covers[index].part = max(covers[index].part - amount, 0)
        room[covers[index].place] = covers[index].part
      }
      if standing == 0, endedOn == nil { endedOn = day }
    }
    if !isClaim {
      incentive = terms.incentive.map {
        PlainIncentive($0, isOver: isVoided || replaced > 0 || withdrawal != nil)
      }
    }
  }

  private mutating func judgeIncentive(_ books: PlainBooks) {
    if state == .voided { incentive?.isOver = true }
    let (earned, left) = (earnedOn(worth: books.worth), left)
    incentive?.judge(books.day, earned: earned, left: left, worth: books.worth)
  }

  /// Every coin goes to the promise with the earliest day that it counts for, and to one only; a claim takes none away. A
  /// coin that settled a dispute counts where more is promised than is open without it, once all that came with it lies
  /// there, and for the last of them.
  private static func handOver(_ books: PlainBooks, _ settling: Set<Int>, _ promises: inout [PlainPromise]) {
    let order = promises.indices.sorted { (promises[$0].terms.day, $0) < (promises[$1].terms.day, $1) }
    let new = promises.map { Set(books.new(to: $0.covers, since: $0.takenOn)) }
    for place in books.inOrder(Array(books.coins.indices), last: settling) {
      let coin = books.coins[place]
      let settles = settling.contains(place)
      var isTaken = false
      var open = books.owedAfterAll[place]
      for index in order where !promises[index].isVoided {
        let isClaim = promises[index].isClaim
        if new[index].contains(place), isClaim || !isTaken,
          !settles || promises[index].part(coin) > (isClaim ? books.owedAfterAll[place] : open)
        {
          let takes = promises[index].takes(coin, worth: books.worth)
          if !isClaim { isTaken = takes }
        }
        if settles, !isClaim { open = max(open - promises[index].part(coin), 0) }
      }
    }
    for index in promises.indices { promises[index].takeLate(worth: books.worth) }
  }

  /// What is still to come of its part of the invoice of a coin, on the day of the coin.
  private func part(_ coin: PlainBooks.Coin) -> Int64 {
    guard isClaim || (coin.dated <= deadline && endedOn.map { coin.dated < $0 } ?? true) else { return 0 }
    let part = covers.first { $0.place == coin.place }?.part ?? 0
    return max(min(part - (counted[coin.place] ?? 0), left), 0)
  }

  /// Whether a coin that is new to it counts. It must be there by day and grace, and before it ended; what came to the
  /// books after it was taken counts from the day on which it was taken.
  private mutating func takes(_ coin: PlainBooks.Coin, worth: Int64) -> Bool {
    let day = coin.counts(since: takenOn)
    guard left > 0, room[coin.place].map({ $0 > 0 }) ?? true else { return false }
    if !isClaim, day > deadline {
      late.append((coin, day))
      // Only the credit note of what was given up and earned is still to come then.
      guard !coin.isMoney, let incentive, let earned = earnedOn(worth: worth),
        incentive.expected(since: earned, worth: worth) > 0
      else { return false }
    }
    if let endedOn, day >= endedOn { return false }
    // Nobody has to pay what is given up: money beyond the rest is for something else.
    if coin.isMoney, let terms = incentive?.terms, replaced == 0,
      day <= terms.until || earnedOn(worth: worth) != nil, left <= terms.amount.minor
    {
      return false
    }
    room[coin.place]? -= worth
    counted[coin.place, default: 0] += worth
    if coin.isMoney { paid += worth } else { credited += worth }
    if coin.isMoney { paidUpTo = max(paidUpTo ?? day, day) }
    incentive?.count(day, isMoney: coin.isMoney)
    if keptOn == nil, paid >= needed || earnedOn(worth: worth) != nil { keptOn = paidUpTo ?? day }
    if credited == standing { creditedAwayOn = day }
    return true
  }

  /// Later money does not turn broken into kept; that it came is kept as a fact.
  private mutating func takeLate(worth: Int64) {
    var taken: Int64 = 0
    for (coin, day) in late where coin.isMoney && keptOn == nil && lateOn == nil {
      guard left > taken, room[coin.place].map({ $0 > 0 }) ?? true else { continue }
      room[coin.place]? -= worth
      taken += worth
      if paid + taken >= needed { lateOn = day }
    }
  }

  /// Money that is not applied and came by day and grace: while it covers all that is missing of a promise, that is not
  /// broken. The promise with the earliest day comes first.
  private static func receive(_ books: PlainBooks, _ promises: inout [PlainPromise]) {
    var pieces: [(credit: Credit, left: Int64)] = []
    let unapplied = books.unapplied.filter { $0.credit.kind == .payment }
    for (credit, left) in unapplied.enumerated().sorted(by: {
      ($0.element.credit.dated, $0.offset) < ($1.element.credit.dated, $1.offset)
    }).map(\.element) {
      pieces.append((credit, max(left, 0)))
      // What takes a payment back takes back the latest before it.
      var back = max(-left, 0)
      for index in pieces.indices.reversed()
      where pieces[index].credit.amount.currency == credit.amount.currency {
        let taken = min(back, pieces[index].left)
        pieces[index].left -= taken
        back -= taken
      }
    }
    for index in promises.indices.sorted(by: { (promises[$0].terms.day, $0) < (promises[$1].terms.day, $1) })
    {
      let promise = promises[index]
      let isFailed = promise.state == .broken || promise.state == .partlyKept
      let isLapsed = [.open, .inGrace].contains(promise.state) && promise.incentive?.state == .lapsed
      guard isFailed || isLapsed, promise.lateOn == nil,
        promise.covers.contains(where: { books.owed($0.place) > 0 })
      else { continue }
      // What is enough by the last day of what is given up, else, once it failed, what is enough by day and grace.
      var ways: [(missing: Int64, last: CalendarDay, earns: Bool)] = []
      if let missing = promise.missingToEarn(worth: books.worth), let incentive = promise.incentive {
        ways.append((missing, incentive.terms.until, true))
      }
      if isFailed { ways.append((promise.needed - promise.paid, promise.deadline, false)) }
      for (missing, last, earns) in ways {
        let inTime = pieces.indices.filter { piece in
          let credit = pieces[piece].credit
          return credit.amount.currency == promise.terms.amount.currency && credit.dated >= promise.takenOn
            && credit.dated <= last
        }
        guard inTime.reduce(0, { $0 + pieces[$1].left }) >= missing else { continue }
        if isFailed { promises[index].state = .received }
        if earns { promises[index].incentive?.state = .open }
        var missing = missing
        for piece in inTime {
          let taken = min(missing, pieces[piece].left)
          pieces[piece].left -= taken
          missing -= taken
        }
        break
      }
    }
  }

  /// What would still earn what is given up, by what was there on its last day; nil where nothing can.
  private func missingToEarn(worth: Int64) -> Int64? {
    guard let incentive, replaced == 0, takenOn <= incentive.terms.until else { return nil }
    let there = incentive.coins.filter { $0.day <= incentive.terms.until }
    let (paid, credited) = (
      Int64(there.count(where: \.isMoney)) * worth, Int64(there.count { !$0.isMoney }) * worth
    )
    return least(of: max(standing - credited - incentive.terms.amount.minor, 0)) - paid
  }

  private func state(_ books: PlainBooks) -> PromiseState {
    if isVoided { return .voided }
    if keptOn != nil { return .kept }
    if creditedAwayOn != nil { return .voided }
    if let endedOn, isClaim || endedOn <= deadline {
      return withdrawal?.day == endedOn ? .withdrawn : .superseded
    }
    if isClaim {
      let isCleared = !covers.isEmpty && covers.allSatisfy { books.owed($0.place) == 0 }
      return isCleared ? .kept : .verifying
    }
    if books.day <= terms.day { return .open }
    if books.day <= deadline { return .inGrace }
    return paid == 0 ? .broken : .partlyKept
  }

  /// The first on an invoice has level 1; one more for each after one that was not kept by then. A claim raises nothing
  /// and an entry taken back never was. The level of a promise is the highest among its invoices (docs/DECISIONS.md).
  private static func raise(_ promises: inout [PlainPromise]) {
    var levels: [Int: Int] = [:]
    var last: [Int: Int] = [:]
    for index in promises.indices {
      let promise = promises[index]
      let raises = !promise.isVoided && !promise.isClaim
      var level = raises ? 1 : 0
      for place in promise.covers.map(\.place) {
        if raises {
          let before = last[place].map { promises[$0] }
          if !(before?.wasSettled(by: promise.takenOn) ?? false) { levels[place, default: 0] += 1 }
          last[place] = index
        }
        level = max(level, levels[place] ?? 0)
      }
      promises[index].level = level
    }
  }

  private func wasSettled(by day: CalendarDay) -> Bool {
    [keptOn, creditedAwayOn].contains { $0.map { $0 <= day } ?? false }
  }
}
