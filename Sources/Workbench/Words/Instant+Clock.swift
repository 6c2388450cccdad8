import Receivables

extension Instant {
  /// The time of day in UTC: `"14:05 UTC"`.
  var clock: String {
    let minutes = Int((milliseconds / 60_000 % 1_440 + 1_440) % 1_440)
    return "\((TimeOfDay(hour: minutes / 60, minute: minutes % 60) ?? .midnight).text) UTC"
  }
}
