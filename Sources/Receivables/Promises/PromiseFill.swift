/// A promise while the books' money is poured into it (DOMAIN §5).
struct PromiseFill {
  let taken: JournalAsOf.Taken
  /// Places of the covered invoices that are kept in the promise's currency.
  let places: [Int]
  private let ending: JournalAsOf.Ending?
  private let policy: PromisePolicy
  /// Money that counts, minor units.
  private(set) var paid: Int64 = 0
  /// Credit notes that reduce what was promised.
  private(set) var credited: Int64 = 0
  /// The day on which enough had come in time.
  private(set) var keptOn: CalendarDay?
  private var late: Int64 = 0
  private var paidLateOn: CalendarDay?
  private var paidBefore: Int64
  /// Whether nothing is open of what it covers.
  private let isCleared: Bool

  init(
    _ taken: JournalAsOf.Taken, _ ending: JournalAsOf.Ending?, _ policy: PromisePolicy, _ books: BooksAsOf
  ) {
    self.taken = taken
    self.ending = ending
    self.policy = policy
    paidBefore = taken.terms.paidBefore
    places = books.places(of: taken.terms.invoices, in: taken.terms.amount.currency)
    isCleared = !places.isEmpty && places.allSatisfy { books.positions[$0].open <= 0 }
  }

  var isVoided: Bool { taken.voidedBecause != nil }
  var isClaim: Bool { taken.terms.kind == .saysPaid }
  /// The last day on which money still counts.
  var deadline: CalendarDay { taken.terms.day.advanced(by: policy.graceDays) }

  /// Takes what it can of `amount` and returns how much that was.
  mutating func fill(_ amount: Int64, from application: Application) -> Int64 {
    let day = application.dated
    guard !isVoided, day >= taken.entry.day else { return 0 }
    var amount = amount
    if day == taken.entry.day, application.isMoney {
      let before = min(paidBefore, application.amount)
      paidBefore -= before
      amount = min(amount, application.amount - before)
    }
    guard amount > 0, isClaim || day <= deadline else {
      if amount > 0, application.isMoney { fillLate(amount, on: day) }
      return 0
    }
    if let ending, day >= ending.day { return 0 }
    let used = min(amount, max(taken.terms.amount.minor - paid - credited, 0))
    if application.isMoney {
      paid += used
    } else {
      credited += used
    }
    if keptOn == nil, paid >= needed { keptOn = day }
    return used
  }

  private mutating func fillLate(_ amount: Int64, on day: CalendarDay) {
    guard keptOn == nil, paidLateOn == nil else { return }
    late += min(amount, max(taken.terms.amount.minor - paid - late, 0))
    if paid + late >= needed { paidLateOn = day }
  }

  /// The least money that keeps it: the promised amount less credit notes and the tolerance. A tolerance larger
  /// than the promise does not keep it without any money.
  private var needed: Int64 {
    let amount = taken.terms.amount.minor - credited
    guard amount > 0 else { return 0 }
    let basisPoints = Int64(min(max(policy.toleranceBasisPoints, 0), 10_000))
    let share = amount / 10_000 * basisPoints + amount % 10_000 * basisPoints / 10_000
    let (fixed, isHuge) = Int64(policy.toleranceMajor)
      .multipliedReportingOverflow(by: taken.terms.amount.currency.minorPerMajor)
    return max(amount - max(share, isHuge ? amount : min(fixed, amount)), 1)
  }

  /// How it ended by a person's doing, unless it had its outcome before that.
  private var endedEarly: JournalAsOf.Ending? {
    guard let ending, keptOn == nil, isClaim || ending.day <= deadline else { return nil }
    return ending
  }

  /// Whether it was kept by the end of `day`.
  func wasKept(by day: CalendarDay) -> Bool { keptOn.map { $0 <= day } ?? false }

  private func state(_ outlook: inout Outlook) -> PromiseState {
    if isVoided { return .voided }
    if keptOn != nil { return .kept }
    if let endedEarly { return endedEarly.state }
    if isClaim { return isCleared ? .kept : .verifying }
    if !outlook.hasPassed(taken.terms.day) { return .open }
    if !outlook.hasPassed(deadline) { return .inGrace }
    return paid == 0 ? .broken : .partlyKept
  }

  /// How it stands as of the outlook's day.
  func status(level: Int, _ outlook: inout Outlook) -> PromiseStatus {
    let lateOn = keptOn == nil && endedEarly == nil ? paidLateOn : nil
    return PromiseStatus(
      entry: taken.entry.number, takenOn: taken.entry.day, contact: taken.record.contact, terms: taken.terms,
      state: state(&outlook), paid: paid, credited: credited, level: level, paidInFullOn: keptOn ?? lateOn,
      daysLate: lateOn.map { taken.terms.day.distance(to: $0) },
      endedBecause: taken.voidedBecause ?? endedEarly?.because)
  }
}
