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
