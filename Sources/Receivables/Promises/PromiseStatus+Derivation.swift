extension PromiseStatus {
  /// How a promise stands as of the outlook's day, after the money was poured.
  init(
    _ taken: TakenPromise, _ fill: PromiseFill, _ ending: TakenPromise.Ending?, level: Int,
    _ books: BooksAsOf, _ outlook: inout Outlook
  ) {
    let ending = fill.isEndedEarly ? ending : nil
    let lateOn = fill.keptOn == nil && ending == nil ? fill.paidLateOn : nil
    self.init(
      entry: taken.entry, takenOn: taken.day, contact: taken.contact, terms: taken.terms,
      state: Self.state(fill, ending, books, &outlook), paid: fill.paid, credited: fill.credited,
      level: level,
      paidInFullOn: fill.keptOn ?? lateOn, daysLate: lateOn.map { taken.terms.day.distance(to: $0) },
      endedBecause: taken.voidedBecause ?? ending?.because)
  }

  private static func state(
    _ fill: PromiseFill, _ ending: TakenPromise.Ending?, _ books: BooksAsOf, _ outlook: inout Outlook
  ) -> PromiseState {
    if fill.isVoided { return .voided }
    if fill.keptOn != nil { return .kept }
    if let ending { return ending.state }
    if fill.isClaim {
      // Nothing is left to verify once everything that it covers is cleared.
      let isCleared = !fill.places.isEmpty && fill.places.allSatisfy { books.positions[$0].open <= 0 }
      return isCleared ? .kept : .verifying
    }
    if !outlook.hasPassed(fill.day) { return .open }
    if !outlook.hasPassed(fill.deadline) { return .inGrace }
    return fill.paid == 0 ? .broken : .partlyKept
  }
}
