/// Elects the value that most rows have, whatever their order: the same rows shuffled give the same book.
struct Majority {
  private var leader: String?
  private var count = 0
  private var others: [String: Int] = [:]

  /// Counts a vote. Nearly all rows of a customer agree, so that costs a comparison.
  mutating func add(_ value: String) {
    guard value != leader else {
      count += 1
      return
    }
    if leader == nil {
      (leader, count) = (value, 1)
    } else {
      others[value, default: 0] += 1
    }
  }

  /// The most frequent value, of equals the first in byte order; nil without votes.
  var value: String? {
    guard let leader else { return nil }
    return others.reduce((leader, count)) { best, next in
      next.value > best.1 || (next.value == best.1 && next.key < best.0) ? (next.key, next.value) : best
    }.0
  }
}
