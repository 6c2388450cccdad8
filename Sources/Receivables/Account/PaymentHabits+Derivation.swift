extension PaymentHabits {
  /// How many of the last payment days tell the usual weekday, and how many of them must agree.
  private static let weekdaySample = (count: 5, agreeing: 4)

  /// What the books and the promises tell of how a customer pays.
  init(_ books: BooksAsOf, _ promises: PromiseBook) {
    let lateness = PaymentLateness(books)
    paidInvoices = lateness.count
    meanDaysLateTenths = lateness.meanTenths
    recentDaysLateTenths = lateness.recentTenths
    driftTenths = lateness.driftTenths
    let made = promises.statuses.filter { $0.terms.kind == .promise }
    // A promise that credit notes alone settled says nothing about the customer's word.
    kept = made.count { $0.state == .kept && $0.paid > 0 }
    partlyKept = made.count { $0.state == .partlyKept }
    broken = made.count { $0.state == .broken }
    let slips = made.compactMap { promise in
      promise.paidInFullOn.map { promise.terms.day.distance(to: $0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    slipTenths = PaymentLateness.meanTenths(slips[...])
    usualWeekday = Self.usualWeekday(books)
  }

  private static func usualWeekday(_ books: BooksAsOf) -> Weekday? {
    let days = Set(books.applications.lazy.filter { $0.isMoney && $0.amount > 0 }.map(\.dated))
    let last = days.sorted().suffix(weekdaySample.count)
    guard last.count == weekdaySample.count else { return nil }
    return Weekday.allCases.first { day in
      last.count { $0.weekday == day } >= weekdaySample.agreeing
    }
  }
}
