/// How a customer pays, with the counts behind every figure.
public struct PaymentHabits: Hashable, Sendable {
  /// Invoices that were paid in full.
  public var paidInvoices: Int
  /// Mean calendar days from due to paid in full over all of them, in tenths of a day; nil without any.
  public var meanDaysLateTenths: Int?
  /// The same over the last six paid.
  public var recentDaysLateTenths: Int?
  /// How much later than before it pays lately, in tenths of a day, when that is more than the customer's own
  /// spread explains.
  public var driftTenths: Int?
  /// Promises by outcome.
  public var kept: Int
  /// Promises of which only a part came.
  public var partlyKept: Int
  /// Promises of which nothing came.
  public var broken: Int
  /// Mean days from promised day to payment in full over promises that were paid after their day, in tenths.
  public var slipTenths: Int?
  /// The weekday on which at least four of five of its last payments came, with at least five payments.
  public var usualWeekday: Weekday?
}

extension PaymentHabits {
  /// How many of the last payment days tell the usual weekday, and how many of them must agree.
  private static let weekdaySample = (count: 5, agreeing: 4)

  /// What the books and the promises tell of how a customer pays.
  init(_ items: OpenItems, _ promises: [PromiseStatus]) {
    let lateness = PaymentLateness(items)
    paidInvoices = lateness.count
    meanDaysLateTenths = lateness.meanTenths
    recentDaysLateTenths = lateness.recentTenths
    driftTenths = lateness.driftTenths
    let made = promises.filter { $0.terms.kind == .promise }
    kept = made.count { $0.state == .kept }
    partlyKept = made.count { $0.state == .partlyKept }
    broken = made.count { $0.state == .broken }
    let slips = made.compactMap { promise in
      promise.paidInFullOn.map { promise.terms.day.distance(to: $0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    slipTenths = PaymentLateness.meanTenths(slips[...])
    usualWeekday = Self.usualWeekday(items)
  }

  private static func usualWeekday(_ items: OpenItems) -> Weekday? {
    let days = Set(items.applications.lazy.filter { $0.isMoney && $0.amount > 0 }.map(\.dated))
    let last = days.sorted().suffix(weekdaySample.count)
    guard last.count == weekdaySample.count else { return nil }
    return Weekday.allCases.first { day in
      last.count { $0.weekday == day } >= weekdaySample.agreeing
    }
  }
}

/// How many calendar days after their due days a customer's invoices were paid, in the order of payment.
struct PaymentLateness {
  /// How many of the last paid invoices tell how the customer pays lately.
  static let recentCount = 6
  private let days: [Int]

  init(_ items: OpenItems) {
    var paid: [(on: CalendarDay, late: Int)] = []
    for item in items.items where item.isClearedByMoney {
      if let day = item.clearedOn { paid.append((day, item.invoice.due.distance(to: day))) }
    }
    days = paid.sorted { $0.on < $1.on }.map(\.late)
  }

  var count: Int { days.count }
  var meanTenths: Int? { Self.meanTenths(days[...]) }
  var recentTenths: Int? { Self.meanTenths(days.suffix(Self.recentCount)) }

  /// How much later than before the customer pays lately, in tenths of a day: the last 3 to 6 paid
  /// invoices against the earlier ones. Nil unless the difference is at least a day and more than twice its
  /// standard error, which is as much as the customer's own spread explains (Welch 1947).
  var driftTenths: Int? {
    let recent = days.suffix(min(Self.recentCount, days.count / 2))
    let before = days.dropLast(recent.count)
    guard recent.count >= 3 else { return nil }
    let (late, early) = (Sample(recent), Sample(before))
    // Everything times the sizes of both samples: whole numbers, and no rounding decides.
    let difference = late.sum * early.count - early.sum * late.count
    guard difference >= late.count * early.count else { return nil }
    let error =
      late.spread * early.count * early.count * (early.count - 1)
      + early.spread * late.count * late.count * (late.count - 1)
    guard difference * difference * (late.count - 1) * (early.count - 1) > 4 * error else { return nil }
    return Self.rounded(10 * difference, dividedBy: late.count * early.count)
  }

  /// The mean in tenths, halves away from zero; nil of nothing.
  static func meanTenths(_ values: ArraySlice<Int>) -> Int? {
    let sample = Sample(values)
    return sample.count == 0 ? nil : rounded(10 * sample.sum, dividedBy: sample.count)
  }

  /// Halves away from zero.
  private static func rounded(_ value: Int128, dividedBy divisor: Int128) -> Int {
    let size = (2 * Int128(value.magnitude) + divisor) / (2 * divisor)
    return Int(clamping: value < 0 ? -size : size)
  }

  /// Numbers of days with their sum and n Σx² − (Σx)², which is n² (n − 1) times the square of the standard error of
  /// their mean.
  private struct Sample {
    let count: Int128
    let sum: Int128
    let spread: Int128

    init(_ values: ArraySlice<Int>) {
      count = Int128(values.count)
      sum = values.reduce(0) { $0 + Int128($1) }
      let squares = values.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
      spread = count * squares - sum * sum
    }
  }
}
