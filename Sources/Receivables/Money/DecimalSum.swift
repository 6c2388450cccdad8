/// Adds up decimal digits into minor units, exactly.
///
/// Digits beyond the kept places round half away from zero; `isRounded` says that something was lost.
struct DecimalSum {
  /// Whether a digit other than zero fell beyond the kept places.
  private(set) var isRounded = false
  private let places: Int
  private var magnitude: UInt64 = 0
  private var decimals = 0
  private var roundsUp = false

  init(places: Int) { self.places = places }

  mutating func append(digit: UInt8, isDecimal: Bool) throws(AmountProblem) {
    if isDecimal {
      decimals += 1
      guard decimals <= places else {
        if decimals == places + 1 { roundsUp = digit >= 5 }
        if digit != 0 { isRounded = true }
        return
      }
    }
    try shift(adding: UInt64(digit))
  }

  /// The sum in minor units. Throws `AmountProblem.tooLarge`.
  func minor(isNegative: Bool) throws(AmountProblem) -> Int64 {
    var padded = self
    for _ in min(decimals, places)..<places { try padded.shift(adding: 0) }
    if roundsUp { padded.magnitude += 1 }
    guard padded.magnitude <= (isNegative ? Int64.min.magnitude : Int64.max.magnitude) else {
      throw .tooLarge
    }
    return isNegative ? Int64(truncatingIfNeeded: 0 &- padded.magnitude) : Int64(padded.magnitude)
  }

  private mutating func shift(adding digit: UInt64) throws(AmountProblem) {
    // One digit more than the limit still fits 64 bits, so the check can come first.
    guard magnitude <= Int64.min.magnitude / 10 else { throw .tooLarge }
    magnitude = magnitude * 10 + digit
  }
}
