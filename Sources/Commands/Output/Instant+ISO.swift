import Receivables

extension Instant {
  /// ISO 8601 in UTC to the millisecond: `"2026-11-21T23:05:01.250Z"`.
  var iso: String {
    let (days, rest) = milliseconds.dividedRoundingDown(by: 86_400_000)
    let day = CalendarDay(number: Int(days))
    let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60].map { Self.padded($0, 2) }
    return "\(day.iso)T\(parts.joined(separator: ":")).\(Self.padded(rest % 1_000, 3))Z"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int64 {
  fileprivate func dividedRoundingDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
