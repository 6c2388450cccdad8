import Receivables
import SampleEntries
import Testing

/// Clocks go forward in Chicago on Sun 14 March 2027 at 02:00, in Berlin on Sun 28 March, and back on 31 October.
@Suite("A callback on a day with another clock than today's", .enabled(if: Zone.isInstalled))
struct CallbackClockTests {
  @Test(
    "has the offset of its own day",
    arguments: [
      ("Europe/Berlin", "2027-03-27", 14, 0, "14:00", 3_600),
      ("Europe/Berlin", "2027-03-29", 14, 0, "14:00", 7_200),
      ("Europe/Berlin", "2027-03-28", 2, 30, "03:30", 7_200),
      ("Europe/Berlin", "2027-10-31", 2, 30, "02:30", 7_200),
      ("Europe/Berlin", "2027-10-31", 3, 0, "03:00", 3_600),
      ("America/Chicago", "2027-03-13", 9, 0, "09:00", -21_600),
      ("America/Chicago", "2027-03-15", 9, 0, "09:00", -18_000),
    ])
  func offset(zone: String, on: String, hour: Int, minute: Int, shown: String, offset: Int) throws {
    let asked = NextAction(.callBack, on: try day(on), at: TimeOfDay(hour: hour, minute: minute), zone: zone)
    let call = ProposedCall(action: "OUT", result: "CB", next: asked)
    let body = try call.completed(
      for: SampleAccount().picture, policy: .shipped, zones: [zone: try Zone.rules(zone)]
    ).body
    let step = try #require(body.first(ContactStep.self)?.action)
    #expect(step.time?.text == shown)
    #expect(step.offset == offset)
    #expect(step.day == asked.day && step.zone == zone)
  }

  @Test(
    "says in the form when the time does not exist, or comes twice",
    arguments: [
      ("2027-03-14", "0230", "02:30 does not exist there on Sun 14 Mar 2027"),
      ("2027-11-07", "0130", "01:30 comes twice there on Sun 7 Nov 2027"),
      ("2027-03-14", "0330", nil), ("2027-03-15", "0230", nil),
    ])
  func remark(on: String, time: String, remark: String?) throws {
    let zones = ["America/Chicago": try Zone.rules("America/Chicago")]
    let policy = try Policy.shipped
    let call = TypedCall(
      [.init(try #require(policy.result("CB")), [.date: on, .time: time])], on: SampleAccount().picture,
      tagged: [], policy: policy, zones: zones)
    let moment = Moment(now: try #require(Instant(iso: "2026-11-21T15:00:00.000Z")), zones: zones)
    let reading = call.reading(of: 0).reading(.time, moment)
    #expect((reading.kind == .doubt) == (remark != nil))
    if let remark { #expect(reading.text.hasPrefix(remark)) }
  }
}
