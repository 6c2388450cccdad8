/// How open amounts are put into buckets.
public struct AgingPolicy: Hashable, Sendable {
  /// From which date age is counted.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Days past due.
    case due
    /// Days since the invoice date.
    case issued
  }

  /// Upper bounds in days, ascending, at most six: `[0, 30, 60, 90]` gives Current · 1–30 · 31–60 · 61–90 · 91+.
  public var bounds: [Int]
  /// From which date age is counted.
  public var basis: Basis

  /// Buckets with these upper bounds.
  public init(bounds: [Int] = [0, 30, 60, 90], basis: Basis = .due) {
    self.bounds = bounds
    self.basis = basis
  }
}

extension AgingPolicy {
  /// How many buckets the bounds make: one more than there are bounds.
  public var bucketCount: Int { bounds.count + 1 }

  /// The index of the bucket for an age in calendar days. With the shipped bounds 30 is in 1, 31 in 2, 91 in 4.
  public func bucket(forDays days: Int) -> Int { bounds.firstIndex { days <= $0 } ?? bounds.count }

  /// What people read: `["Current", "1-30", "31-60", "61-90", "91+"]`.
  public var titles: [String] {
    names(first: { $0 == 0 ? "Current" : "to \($0)" }, middle: { "\($0)-\($1)" }, last: { "\($0)+" })
  }

  /// What machines read: `["current", "d1_30", "d31_60", "d61_90", "d91_plus"]`.
  public var columns: [String] {
    names(first: { $0 == 0 ? "current" : "to_d\($0)" }, middle: { "d\($0)_\($1)" }, last: { "d\($0)_plus" })
  }

  private func names(
    first: (Int) -> String, middle: (Int, Int) -> String, last: (Int) -> String
  ) -> [String] {
    guard let lowest = bounds.first, let highest = bounds.last else { return [first(0)] }
    return [first(lowest)] + zip(bounds, bounds.dropFirst()).map { middle($0 + 1, $1) } + [last(highest + 1)]
  }

  /// The bucket of an invoice as of a day.
  func bucket(of invoice: Invoice, _ asOf: inout AsOf) -> Int {
    let start = basis == .due ? invoice.due : invoice.issued
    for (index, bound) in bounds.enumerated() where !asOf.hasPassed(start.advanced(by: bound)) {
      return index
    }
    return bounds.count
  }
}
