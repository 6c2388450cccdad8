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
}
