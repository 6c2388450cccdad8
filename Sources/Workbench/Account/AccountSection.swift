/// The parts of the account screen that share its lower half.
enum AccountSection: Int, Hashable, Sendable, CaseIterable {
  case invoices, timeline, promises, people

  /// The part so many places further, round and round.
  func advanced(by steps: Int) -> AccountSection {
    let count = Self.allCases.count
    return Self.allCases[((rawValue + steps) % count + count) % count]
  }
}
