/// Reads times as collectors type them: `1400`, `14:00`, `14`, `2pm`, `2:30 pm`.
public enum TypedTime {
  /// The time meant by `text`. Throws `TypingProblem`.
  public static func read(_ text: String) throws(TypingProblem) -> TimeOfDay {
    let problem = TypingProblem("“\(text)” is not a time. Type 1400, 14:00 or 2pm.")
    var typed = text.lowercased().filter { $0 != " " && $0 != "." }
    var isAfternoon: Bool?
    if typed.hasSuffix("am") || typed.hasSuffix("pm") {
      isAfternoon = typed.hasSuffix("pm")
      typed.removeLast(2)
    }
    let parts = typed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2,
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }),
      var hour = Int(parts[0])
    else { throw problem }
    var minute = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, parts[0].utf8.count <= 2, let typed = Int(parts[1]) else {
        throw problem
      }
      minute = typed
    } else if parts[0].utf8.count > 2 {
      minute = hour % 100
      hour /= 100
    }
    if let isAfternoon {
      guard (1...12).contains(hour) else { throw problem }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard let time = TimeOfDay(hour: hour, minute: minute) else { throw problem }
    return time
  }
}
