import Receivables
import Testing

@testable import Interchange

/// Read again by a parser that knows nothing of the writer: RFC 5545, 3.1 to 3.3.
struct ICalendarTests {
  private static let now = Instant(milliseconds: 1_795_795_200_000)

  private static func text(_ events: CalendarEvent...) -> String {
    var calendar = ICalendar()
    for event in events { calendar.add(event, now: now) }
    return calendar.text
  }

  private static func event(
    _ start: CalendarEvent.Start, _ summary: String = "call back", _ description: String = ""
  ) -> CalendarEvent {
    CalendarEvent(uid: "3f2a-7@kept", sequence: 4, start: start, summary: summary, description: description)
  }

  /// The properties of the events, by name with parameters.
  private static func events(_ text: String) throws -> [[String: String]] {
    var lines: [[UInt8]] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let end = try #require(rest.firstIndex(of: 13), "a line without an end")
      try #require(rest[end...].dropFirst().first == 10)
      let line = rest[..<end]
      try #require(line.count <= 75, "\(line.count) octets")
      // A fold may not divide a character.
      try #require(String(validating: line, as: UTF8.self) != nil)
      if line.first == 0x20 { lines[lines.count - 1] += line.dropFirst() } else { lines.append(Array(line)) }
      rest = rest[end...].dropFirst(2)
    }
    var (found, open): ([[String: String]], [String: String]?) = ([], nil)
    for line in lines.map({ String(decoding: $0, as: UTF8.self) }) {
      let colon = try #require(line.firstIndex(of: ":"))
      let (name, value) = (String(line[..<colon]), String(line[line.index(after: colon)...]))
      switch (name, value) {
      case ("BEGIN", "VEVENT"): open = [:]
      case ("END", "VEVENT"):
        found.append(try #require(open))
        open = nil
      default: open?[name] = unescaped(value)
      }
    }
    #expect(lines.first.map { String(decoding: $0, as: UTF8.self) } == "BEGIN:VCALENDAR")
    #expect(lines.last.map { String(decoding: $0, as: UTF8.self) } == "END:VCALENDAR")
    return found
  }

  private static func unescaped(_ value: String) -> String {
    var text = ""
    var isEscaped = false
    for character in value.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(character)
      }
    }
    return text
  }

  @Test func anEventHasWhatCalendarsAskFor() throws {
    let day = try #require(CalendarDay(iso: "2026-11-27"))
    let events = try Self.events(
      Self.text(Self.event(.day(day)), Self.event(.moment(Instant(milliseconds: 1_795_876_200_999)))))
    #expect(events.map { $0["UID"] } == ["3f2a-7@kept", "3f2a-7@kept"])
    #expect(events.map { $0["DTSTAMP"] } == ["20261127T160000Z", "20261127T160000Z"])
    #expect(events.map { $0["SEQUENCE"] } == ["4", "4"])
    #expect(events[0]["DTSTART;VALUE=DATE"] == "20261127" && events[0]["TRANSP"] == "TRANSPARENT")
    #expect(events[1]["DTSTART"] == "20261128T143000Z" && events[1]["DURATION"] == "PT15M")
  }

  @Test(arguments: [
    "plain", "a;b,c\\d", "line\nnext", "\\n is no line end", "BEGIN:VEVENT\nEND:VCALENDAR", "", ";", "日本語",
    String(repeating: "ü", count: 120), String(repeating: "a", count: 67) + "👩‍👩‍👧👩‍👩‍👧",
    String(repeating: "x", count: 300),
  ])
  func anyTextComesBack(_ text: String) throws {
    let day = try #require(CalendarDay(iso: "2026-11-27"))
    let events = try Self.events(Self.text(Self.event(.day(day), text, text + "\n" + text)))
    #expect(events.count == 1)
    #expect(events.first?["SUMMARY"] == text)
    #expect(events.first?["DESCRIPTION"] == text + "\n" + text)
  }

  @Test func whatEndsALineDoesNotComeThrough() throws {
    let day = try #require(CalendarDay(iso: "2026-11-27"))
    let events = try Self.events(Self.text(Self.event(.day(day), "a\r\nATTENDEE:mailto:x\u{0}\u{7}\u{85}b")))
    #expect(events.first?["SUMMARY"] == "a\nATTENDEE:mailto:xb")
    #expect(events.first?["ATTENDEE"] == nil)
  }

  @Test func aCalendarWithoutEventsHasNone() throws { #expect(try Self.events(Self.text()).isEmpty) }
}
