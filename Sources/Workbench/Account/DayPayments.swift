import Receivables

/// The payments that were booked on one day, told as one line: `"3 payments: 4 000.00 USD  200.00 EUR"`.
struct DayPayments: Hashable, Sendable {
  /// Their places in the story, in its order; the first stands for all.
  let places: [Int]
  /// How many they are, and what they come to in each currency.
  let headline: String

  /// Those of a story by the place of the first. A single payment tells itself, and so does what takes one back; sums that
  /// do not fit are not made.
  static func groups(_ story: [TimelineItem], among shown: [Int], _ policy: Policy) -> [Int: DayPayments] {
    var byDay: [CalendarDay: [Int]] = [:]
    for place in shown where payment(story[place]) != nil {
      byDay[story[place].day, default: []].append(place)
    }
    var groups: [Int: DayPayments] = [:]
    for places in byDay.values where places.count > 1 {
      let amounts = places.compactMap { payment(story[$0]) }
      guard let sums = try? sums(of: amounts).largestFirst(policy) else { continue }
      groups[places[0]] = DayPayments(places: places, headline: "\(places.count) payments: \(sums.exact)")
    }
    return groups
  }

  private static func payment(_ item: TimelineItem) -> Money? {
    guard case .credit(let credit) = item.event, credit.kind == .payment, credit.amount.minor > 0 else {
      return nil
    }
    return credit.amount
  }

  private static func sums(of amounts: [Money]) throws(MoneyError) -> [Money] {
    var sums: [Currency: Money] = [:]
    for amount in amounts {
      sums[amount.currency] = try (sums[amount.currency] ?? .zero(amount.currency)).adding(amount)
    }
    return Array(sums.values)
  }
}
