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
  /// How much of what comes to an invoice still counts, where a part of it was taken over.
  fileprivate var room: [Int: Int64] = [:]
  /// Money that came after day and grace.
  fileprivate var late: Int64 = 0

  var isClaim: Bool { terms.kind == .saysPaid }
  var deadline: CalendarDay { terms.day.advanced(by: terms.graceDays) }
  /// What stands of it.
  var standing: Int64 { terms.amount.minor - replaced }
  /// What is still to come.
  var left: Int64 { max(standing - paid - credited, 0) }

  /// The least money that keeps it. Credit notes reduce what was promised, then the tolerance applies; where that is all
  /// of it, something must have come (the product's choice: `PromiseMatching.needed`).
  fileprivate var needed: Int64 {
    let amount = standing - credited
    let tolerance = max(amount * Int64(terms.tolerance.basisPoints) / 10_000, terms.tolerance.amount)
    return max(amount - tolerance, 1)
  }
}

extension PlainPromise {
  /// All promises and claims, oldest first, with their states by the table of the domain.
  static func all(_ journal: PlainJournal, _ books: PlainBooks) -> [PlainPromise] {
    var promises = journal.opened(PromiseTerms.self).map { PlainPromise($0, journal, books) }
    handOver(books, &promises)
    for index in promises.indices { promises[index].state = promises[index].state(books) }
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
  }

  /// Every coin goes to the promise with the earliest day that it counts for, and to one only; a claim takes none away.
  private static func handOver(_ books: PlainBooks, _ promises: inout [PlainPromise]) {
    let order = promises.indices.sorted { (promises[$0].terms.day, $0) < (promises[$1].terms.day, $1) }
    let new = promises.map { Set(books.new(to: $0.covers, since: $0.takenOn)) }
    for (place, coin) in books.coins.enumerated() {
      var isTaken = false
      for index in order where new[index].contains(place) && !promises[index].isVoided {
        if promises[index].isClaim {
          _ = promises[index].takes(coin, worth: books.worth)
        } else if !isTaken {
          isTaken = promises[index].takes(coin, worth: books.worth)
        }
      }
    }
  }

  /// Whether a coin that is new to it counts. It must be there by day and grace, and before it ended; what came to the
  /// books after it was taken counts from the day on which it was taken.
  private mutating func takes(_ coin: PlainBooks.Coin, worth: Int64) -> Bool {
    let day = max(coin.dated, takenOn)
    guard left > late, room[coin.place].map({ $0 > 0 }) ?? true else { return false }
    guard isClaim || day <= deadline else {
      takeLate(coin, day, worth)
      return false
    }
    if let endedOn, day >= endedOn { return false }
    room[coin.place]? -= worth
    if coin.isMoney { paid += worth } else { credited += worth }
    if keptOn == nil, paid >= needed { keptOn = day }
    if credited == standing { creditedAwayOn = day }
    return true
  }

  /// Later money does not turn broken into kept; that it came is kept as a fact.
  private mutating func takeLate(_ coin: PlainBooks.Coin, _ day: CalendarDay, _ worth: Int64) {
    guard coin.isMoney, keptOn == nil, lateOn == nil else { return }
    room[coin.place]? -= worth
    late += worth
    if paid + late >= needed { lateOn = day }
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
