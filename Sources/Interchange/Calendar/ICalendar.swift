public import Receivables

/// Something to do on a day or at a moment, for a calendar.
public struct CalendarEvent: Hashable, Sendable {
  /// When it is.
  public enum Start: Hashable, Sendable {
    /// All day.
    case day(CalendarDay)
    /// A quarter of an hour from then on.
    case moment(Instant)
  }

  /// Names it for good: the same text takes the place of the same event.
  public var uid: String
  /// Grows with every change of it.
  public var sequence: Int64
  /// When it is.
  public var start: Start
  /// In a line.
  public var summary: String
  /// The rest, with line ends.
  public var description: String

  /// An event.
  public init(uid: String, sequence: Int64, start: Start, summary: String, description: String) {
    self.uid = uid
    self.sequence = sequence
    self.start = start
    self.summary = summary
    self.description = description
  }
}

/// Writes events as iCalendar (RFC 5545), every moment in UTC.
public struct ICalendar: Sendable {
  private var lines = ""

  /// A calendar without events.
  public init() {
    for line in [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kept//kept//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ] {
      add(line)
    }
  }

  /// Adds an event as it was at the moment `now`.
  public mutating func add(_ event: CalendarEvent, now: Instant) {
    add("BEGIN:VEVENT")
    add("UID:" + Self.escaped(event.uid))
    add("DTSTAMP:" + Self.utc(now))
    add("SEQUENCE:\(event.sequence)")
    switch event.start {
    case .day(let day):
      add("DTSTART;VALUE=DATE:" + Self.date(day))
      // What is to be done some time on a day keeps nobody from anything.
      add("TRANSP:TRANSPARENT")
    case .moment(let moment):
      add("DTSTART:" + Self.utc(moment))
      add("DURATION:PT15M")
    }
    add("SUMMARY:" + Self.escaped(event.summary))
    add("DESCRIPTION:" + Self.escaped(event.description))
    add("END:VEVENT")
  }

  /// All of it, each line ended by CR LF.
  public var text: String { lines + "END:VCALENDAR\r\n" }

  /// Folds a line that has more than 75 octets, between characters.
  private mutating func add(_ line: String) {
    var room = 75
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if width > room {
        lines += "\r\n "
        room = 74
      }
      lines.unicodeScalars.append(scalar)
      room -= width
    }
    lines += "\r\n"
  }

  /// A text in which what would end or divide it is escaped; other control characters are left out.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n": escaped += "\\n".unicodeScalars
      default: if scalar.properties.generalCategory != .control { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }

  /// `"20261127"`.
  private static func date(_ day: CalendarDay) -> String { day.iso.filter { $0 != "-" } }

  /// `"20261127T143000Z"`.
  private static func utc(_ moment: Instant) -> String {
    let seconds = moment.milliseconds >= 0 ? moment.milliseconds / 1_000 : (moment.milliseconds - 999) / 1_000
    let (day, clock) = (
      seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400, (seconds % 86_400 + 86_400) % 86_400
    )
    let parts = [clock / 3_600, clock / 60 % 60, clock % 60].map { $0 < 10 ? "0\($0)" : String($0) }
    return date(CalendarDay(number: Int(day))) + "T" + parts.joined() + "Z"
  }
}

extension UTF8 {
  /// Octets of a character.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}
