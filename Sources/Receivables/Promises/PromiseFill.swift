/// A promise while the books' money is poured into it: oldest promise first,
/// no unit of money twice.
struct PromiseFill {
  let takenOn: CalendarDay
  /// The promised day.
  let day: CalendarDay
  /// The last day on which money still counts.
  let deadline: CalendarDay
  let isClaim: Bool
  let isVoided: Bool
  /// Places of the covered invoices that are kept in the promise's currency.
  let places: [Int]
  /// Money that counts, minor units.
  private(set) var paid: Int64 = 0
  /// Credit notes that reduce what was promised.
  private(set) var credited: Int64 = 0
  /// The day on which enough had come in time.
  private(set) var keptOn: CalendarDay?
  /// The day on which enough had come, but too late.
  private(set) var paidLateOn: CalendarDay?
  private var late: Int64 = 0
  private var paidBefore: Int64
  private let amount: Int64
  private let basisPoints: Int64
  private let fixedTolerance: Int64
  /// The day on which a person ended it.
  private let endedOn: CalendarDay?

  init(_ taken: TakenPromise, endedOn: CalendarDay?, _ policy: PromisePolicy, _ books: BooksAsOf) {
    takenOn = taken.day
    day = taken.terms.day
    deadline = day.advanced(by: policy.graceDays)
    isClaim = taken.terms.kind == .saysPaid
    isVoided = taken.voidedBecause != nil
    amount = taken.terms.amount.minor
    paidBefore = taken.terms.paidBefore
    self.endedOn = endedOn
    let currency = taken.terms.amount.currency
    places = books.places(of: taken.terms.invoices, in: currency)
    basisPoints = Int64(min(max(policy.toleranceBasisPoints, 0), 10_000))
    let (fixed, isHuge) = Int64(policy.toleranceMajor).multipliedReportingOverflow(by: currency.minorPerMajor)
    fixedTolerance = isHuge ? .max : fixed
  }

  /// Takes what it can of the `left` minor units of an application and returns how much that was.
  mutating func fill(_ left: Int64, from application: Application) -> Int64 {
    guard !isVoided, application.dated >= takenOn else { return 0 }
    var left = left
    if application.dated == takenOn, application.isMoney {
      let before = min(paidBefore, application.amount)
      paidBefore -= before
      left = min(left, application.amount - before)
    }
    guard left > 0 else { return 0 }
    guard isClaim || application.dated <= deadline else {
      if application.isMoney { fillLate(left, on: application.dated) }
      return 0
    }
    if let endedOn, application.dated >= endedOn { return 0 }
    let used = min(left, max(amount - paid - credited, 0))
    if application.isMoney {
      paid += used
    } else {
      credited += used
    }
    if keptOn == nil, paid >= needed { keptOn = application.dated }
    return used
  }

  private mutating func fillLate(_ left: Int64, on day: CalendarDay) {
    guard keptOn == nil, paidLateOn == nil else { return }
    late += min(left, max(amount - paid - late, 0))
    if paid + late >= needed { paidLateOn = day }
  }

  /// The least money that keeps it: the promised amount less credit notes and the tolerance. A tolerance larger
  /// than the promise does not keep it without any money.
  private var needed: Int64 {
    let amount = amount - credited
    guard amount > 0 else { return 0 }
    let share = amount / 10_000 * basisPoints + amount % 10_000 * basisPoints / 10_000
    return max(amount - max(share, min(fixedTolerance, amount)), 1)
  }

  /// Whether it was kept by the end of `day`.
  func wasKept(by day: CalendarDay) -> Bool { keptOn.map { $0 <= day } ?? false }

  /// Whether a person ended it before it had its outcome.
  var isEndedEarly: Bool { keptOn == nil && endedOn.map { isClaim || $0 <= deadline } ?? false }
}
