public import Receivables

/// A believable company that sells industrial supplies: its customers, what they were billed, how they paid
/// and what its collectors heard. The same seed and day always give the same company.
public struct Company: Sendable {
  /// Where all of it comes from.
  public let seed: UInt64
  /// The business date on which its books end.
  public let today: CalendarDay
  /// How many customers it has.
  public let customerCount: Int
  /// How many months its books go back.
  public let months: Int

  /// About 400 customers and 18 months unless said otherwise.
  public init(seed: UInt64, today: CalendarDay, customerCount: Int = 400, months: Int = 18) {
    self.seed = seed
    self.today = today
    self.customerCount = customerCount
    self.months = months
  }

  /// Each customer draws from a sequence of its own, so that one can be made without the others.
  func randomness(of index: Int, salt: UInt64) -> Randomness {
    var mixed = Randomness(seed: seed ^ (UInt64(index) &* 0x9E37_79B9_7F4A_7C15) ^ (salt << 56))
    return Randomness(seed: mixed.next())
  }

  func customer(_ index: Int) -> DemoCustomer {
    var random = randomness(of: index, salt: 1)
    return DemoCustomer(index: index, &random)
  }
}
