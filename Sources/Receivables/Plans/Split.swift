/// Divides amounts so that the parts add up to the whole, to the last minor unit.
public enum Split {
  /// `count` equal parts, the remainder on the last: 1000.00 in 3 is 333.33, 333.33, 333.34. Nothing for `count` < 1.
  public static func even(_ amount: Int64, into count: Int) -> [Int64] {
    guard count >= 1 else { return [] }
    let part = amount / Int64(count)
    var parts = Array(repeating: part, count: count)
    parts[count - 1] = amount - part * Int64(count - 1)
    return parts
  }

  /// Parts in proportion to `weights`, none of them negative, by largest remainder with ties to the oldest, which is
  /// first: 50.00 over 100, 200 and 300 is 8.33, 16.67, 25.00. Nil when the weights add up to nothing.
  public static func proRata(_ amount: Int64, over weights: [Int64]) -> [Int64]? {
    let total = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard total > 0, weights.allSatisfy({ $0 >= 0 }) else { return nil }
    let shares = weights.map {
      (Int128(amount.magnitude) * Int128($0)).quotientAndRemainder(dividingBy: total)
    }
    var parts = shares.map(\.quotient)
    let missing = Int(Int128(amount.magnitude) - parts.reduce(0, +))
    let byRemainder = shares.indices.sorted {
      (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
    }
    for index in byRemainder.prefix(missing) { parts[index] += 1 }
    return parts.map { Int64(amount < 0 ? -$0 : $0) }
  }
}
