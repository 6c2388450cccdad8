/// A wall-clock time, in minutes after midnight. `TimeOfDay(hour: 14, minute: 5)?.text == "14:05"`.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// 0 to 1439.
  public let minutes: Int

  /// `00:00`.
  public static let midnight = TimeOfDay(minutes: 0)

  private init(minutes: Int) { self.minutes = minutes }

  /// Nil outside 00:00–23:59.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// `"14:05"`.
  public var text: String {
    let hour = minutes / 60
    let minute = minutes % 60
    return (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
  }

  /// Earlier is less.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
