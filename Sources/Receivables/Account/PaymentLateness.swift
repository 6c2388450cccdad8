/// How many calendar days after their due days a customer's invoices were paid, in the order of payment.
struct PaymentLateness {
  /// How many of the last paid invoices tell how the customer pays lately.
  static let recentCount = 6
  private let days: [Int]

  init(_ books: BooksAsOf) {
    var paid: [(on: CalendarDay, late: Int)] = []
    for position in books.positions where position.isClearedByMoney {
      if let day = position.clearedOn { paid.append((day, position.invoice.due.distance(to: day))) }
    }
    days = paid.sorted { $0.on < $1.on }.map(\.late)
  }

  var count: Int { days.count }
  var meanTenths: Int? { Self.meanTenths(days[...]) }
  var recentTenths: Int? { Self.meanTenths(days.suffix(Self.recentCount)) }

  /// How much later than before the customer pays lately, in tenths of a day (DOMAIN §11): the last 3 to 6 paid
  /// invoices against the earlier ones. Nil unless the difference is at least a day and more than twice its
  /// standard error, which is as much as the customer's own spread explains (Welch 1947).
  var driftTenths: Int? {
    let recent = days.suffix(min(Self.recentCount, days.count / 2))
    let before = days.dropLast(recent.count)
    guard recent.count >= 3 else { return nil }
    let difference = Self.mean(recent) - Self.mean(before)
    let error = Self.squaredError(recent) + Self.squaredError(before)
    guard difference >= 1, difference * difference > 4 * error else { return nil }
    return Int((difference * 10).rounded())
  }

  /// The mean in tenths, halves away from zero; nil of nothing.
  static func meanTenths(_ values: ArraySlice<Int>) -> Int? {
    values.isEmpty ? nil : Int((mean(values) * 10).rounded())
  }

  private static func mean(_ values: ArraySlice<Int>) -> Double {
    Double(values.reduce(0, +)) / Double(values.count)
  }

  /// The square of the standard error of the mean.
  private static func squaredError(_ values: ArraySlice<Int>) -> Double {
    let mean = mean(values)
    let squares = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return squares / Double(values.count - 1) / Double(values.count)
  }
}
