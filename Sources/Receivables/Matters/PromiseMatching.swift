/// A promise while the books' money is matched with it: oldest money first, no unit of it twice.
struct PromiseMatching {
  let terms: PromiseTerms
  let takenOn: CalendarDay
  let isVoided: Bool
  /// The covered invoices, with what is left of their parts.
  private(set) var coverage: Coverage
  /// Money that counts, minor units.
  private(set) var paid: Int64 = 0
  /// Credit notes and write-offs that reduce what was promised.
  private(set) var credited: Int64 = 0
  /// What newer promises took over.
  private(set) var replaced: Int64 = 0
  /// The day on which enough had come in time.
  private(set) var keptOn: CalendarDay?
  /// The day on which enough had come, but too late.
  private(set) var paidLateOn: CalendarDay?
  private var late: Int64 = 0
  /// The day on which a person or a newer promise ended it.
  private(set) var endedOn: CalendarDay?

  init(_ taken: TakenMatter<PromiseTerms>, _ entries: EntriesInForce, _ items: OpenItems) {
    terms = taken.terms
    takenOn = taken.day
    isVoided = taken.voidedBecause != nil
    coverage = Coverage(terms.covers, items)
    endedOn = taken.withdrawal?.day
    for (day, part) in entries.replaced[taken.id] ?? [] {
      let amount = min(part.amount.minor, max(terms.amount.minor - replaced, 0))
      replaced += amount
      coverage.reduce(part.invoice, by: amount, items)
      if replaced == terms.amount.minor, endedOn == nil { endedOn = day }
    }
  }

  private var isClaim: Bool { terms.kind == .saysPaid }

  /// What is still to come of it, minor units.
  var left: Int64 { max(terms.amount.minor - replaced - paid - credited, 0) }

  /// The least money that keeps it: the promised amount less credit notes and the tolerance. A tolerance larger than
  /// the promise does not keep it without any money.
  private var needed: Int64 {
    let amount = terms.amount.minor - replaced - credited
    guard amount > 0 else { return 0 }
    return max(amount - terms.tolerance.of(amount), 1)
  }

  /// Whether it was kept by the end of `day`.
  func wasKept(by day: CalendarDay) -> Bool { keptOn.map { $0 <= day } ?? false }

  /// Whether a person ended it before it had its outcome.
  var isEndedEarly: Bool { keptOn == nil && endedOn.map { isClaim || $0 <= terms.deadline } ?? false }

  /// Takes what it can of `left` minor units of an application to a covered invoice and returns how much that was.
  private mutating func fill(_ left: Int64, at index: Int, from application: Application) -> Int64 {
    let left = min(left, coverage.room[index])
    guard !isVoided, left > 0 else { return 0 }
    // Money that came to the books later counts although it was dated before.
    let day = max(application.dated, takenOn)
    guard isClaim || day <= terms.deadline else {
      if application.isMoney { fillLate(left, on: day) }
      return 0
    }
    if let endedOn, day >= endedOn { return 0 }
    let used = min(left, self.left)
    coverage.count(used, at: index)
    if application.isMoney {
      paid += used
    } else {
      credited += used
    }
    if keptOn == nil, paid >= needed { keptOn = day }
    return used
  }

  private mutating func fillLate(_ left: Int64, on day: CalendarDay) {
    guard keptOn == nil, paidLateOn == nil else { return }
    late += min(left, max(self.left - late, 0))
    if paid + late >= needed { paidLateOn = day }
  }

  /// Matches what came to promised invoices, oldest money first.
  ///
  /// Money that several promises could take goes to the one with the earliest day; a claim that something was paid
  /// takes nothing away from a promise. Each promise sees only what was not in the books when it was taken.
  static func match(_ items: OpenItems, with promises: inout [PromiseMatching]) {
    struct Arrival {
      let application: Application
      let promise: Int
      /// Place of the invoice among those that the promise covers.
      let index: Int
      let amount: Int64
    }
    let byDay = promises.indices.sorted { (promises[$0].terms.day, $0) < (promises[$1].terms.day, $1) }
    var arrivals: [Arrival] = []
    for index in byDay where !promises[index].isVoided {
      for (place, new) in promises[index].coverage.since(promises[index].takenOn, items).enumerated() {
        arrivals += new.map {
          Arrival(application: $0.application, promise: index, index: place, amount: $0.net)
        }
      }
    }
    guard !arrivals.isEmpty else { return }
    // By money first, and for one piece of money in the order of the promises' days.
    let order = arrivals.indices.sorted { left, right in
      let (one, other) = (arrivals[left].application, arrivals[right].application)
      return (one.dated, one.id, left) < (other.dated, other.id, right)
    }
    var current: Int64?
    var used: Int64 = 0
    for index in order {
      let arrival = arrivals[index]
      if current != arrival.application.id { (current, used) = (arrival.application.id, 0) }
      if promises[arrival.promise].isClaim {
        _ = promises[arrival.promise].fill(arrival.amount, at: arrival.index, from: arrival.application)
      } else {
        used += promises[arrival.promise].fill(
          arrival.amount - used, at: arrival.index, from: arrival.application)
      }
    }
  }
}
