import SampleEntries
import Testing

@testable import Receivables

@Suite("What speaks against the time of a callback", .enabled(if: Zone.isInstalled))
struct CallbackCheckTests {
  /// Thu 26 Nov 2026 16:58 in Chicago, and 23:58 here.
  private static let now = "2026-11-26T22:58:00.000Z"

  private static func remarks(
    _ step: NextAction, hours: String? = nil, now: String = now, person: String = "Jane Doe"
  ) throws -> [String] {
    var account = SampleAccount()
    account.asOf = try day("2026-11-26")
    var contact = Contact(name: "Jane Doe", timeZone: "America/Chicago")
    contact.hours = hours
    account.contacts = [contact]
    let body = EntryBody([
      ContactRecord(action: "OUT", effects: [.worked], person: person), Outcome(result: "CB"),
      ContactStep(step),
    ])
    let zones = ["America/Chicago": try Zone.rules("America/Chicago")]
    let moment = Moment(
      now: try #require(Instant(iso: now)), zones: zones, localOffset: 3_600,
      localRules: try Zone.rules("Europe/Berlin"))
    return CallbackCheck.remarks(on: body, for: account.picture, moment)
  }

  @Test(
    "is that it has passed, by the clock there",
    arguments: [
      ("2026-11-26", 16, 57, true), ("2026-11-26", 16, 58, false), ("2026-11-26", 17, 30, false),
      ("2026-11-27", 9, 0, false),
    ])
  func passed(on: String, hour: Int, minute: Int, isPast: Bool) throws {
    let step = NextAction(
      .callBack, on: try day(on), at: TimeOfDay(hour: hour, minute: minute), zone: "America/Chicago")
    let remarks = try Self.remarks(step)
    #expect(remarks == (isPast ? ["16:57 on Thu 26 Nov 2026 has passed: it is 16:58 there now."] : []))
    #expect(try Self.remarks(step, now: "2026-12-03T22:58:00.000Z").isEmpty, "the book is of another day")
  }

  @Test(
    "is that the person is not there then",
    arguments: [
      (8, 59, "9-17", true), (9, 0, "9-17", false), (17, 0, "9-17", false), (17, 1, "9-17", true),
      (8, 45, "8:30-16", false), (20, 0, nil, false), (20, 0, "when the shop is open", false),
    ] as [(Int, Int, String?, Bool)])
  func outside(hour: Int, minute: Int, hours: String?, isOutside: Bool) throws {
    let time = try #require(TimeOfDay(hour: hour, minute: minute))
    let step = NextAction(.callBack, on: try day("2026-11-30"), at: time, zone: "America/Chicago")
    let sentence =
      "\(time.text) on Mon 30 Nov 2026 is outside the hours of Jane Doe, who is there \(hours ?? "")."
    #expect(try Self.remarks(step, hours: hours) == (isOutside ? [sentence] : []))
    #expect(try Self.remarks(step, hours: hours, person: "Bob Roe").isEmpty, "their hours are not known")
  }

  @Test("is nothing about other steps")
  func others() throws {
    #expect(try Self.remarks(NextAction(.call, on: day("2026-11-26")), hours: "9-17").isEmpty)
  }

  /// Berlin goes forward on Sun 28 March 2027, New York on Sun 14 March: two weeks between are five hours apart.
  @Test(
    "both clocks are read as they go on the day that is meant",
    arguments: [
      ("2027-03-12", "14:00 in New York, 20:00 here"), ("2027-03-15", "14:00 in New York, 19:00 here"),
      ("2027-03-29", "14:00 in New York, 20:00 here"),
    ])
  func bothClocks(on: String, said: String) throws {
    let zones = ["America/New_York": try Zone.rules("America/New_York")]
    let policy = try Policy.shipped
    var account = SampleAccount()
    account.asOf = try day("2026-11-26")
    account.contacts = [Contact(name: "Jane Doe", timeZone: "America/New_York")]
    let call = TypedCall(
      [.init(try #require(policy.result("CB")), [.date: on, .time: "1400"])],
      on: account.picture, tagged: [], policy: policy, zones: zones)
    let moment = Moment(
      now: try #require(Instant(iso: Self.now)), zones: zones, localOffset: 3_600,
      localRules: try Zone.rules("Europe/Berlin"))
    #expect(call.reading(of: 0).reading(.time, moment).text == said)
    let step = NextAction(
      .callBack, on: try day(on), at: TimeOfDay(hour: 14, minute: 0), zone: "America/New_York")
    let instant = try #require(moment.instant(of: step))
    #expect(moment.here(instant)?.time.text == String(said.suffix(10).prefix(5)))
  }

  /// Clocks in Berlin go forward on Sun 28 March 2027 and back on Sun 31 October.
  @Test(
    "is that its hour does not exist or comes twice on the clock of whoever is called",
    arguments: [
      ("2027-03-28", "0230", "Europe/Berlin", "02:30 does not exist there on Sun 28 Mar 2027, when"),
      ("2027-10-31", "0230", "Europe/Berlin", "02:30 comes twice there on Sun 31 Oct 2027, when"),
      ("2027-03-28", "0230", nil, "02:30 does not exist here on Sun 28 Mar 2027, when"),
      ("2027-10-31", "0230", nil, "02:30 comes twice here on Sun 31 Oct 2027, when"),
      ("2027-03-28", "0330", "Europe/Berlin", nil), ("2027-03-28", "0230", "America/Chicago", nil),
      ("2027-03-27", "0230", nil, nil),
    ] as [(String, String, String?, String?)])
  func odd(on: String, time: String, zone: String?, said: String?) throws {
    let policy = try Policy.shipped
    var account = SampleAccount()
    account.asOf = try day("2026-11-26")
    account.customer.timeZone = nil
    account.contacts = [Contact(name: "Jane Doe", timeZone: zone)]
    let rules = try zone.map { [$0: try Zone.rules($0)] } ?? [:]
    let call = TypedCall(
      [.init(try #require(policy.result("CB")), [.date: on, .time: time])], on: account.picture, tagged: [],
      policy: policy, zones: rules)
    let moment = Moment(
      now: try #require(Instant(iso: Self.now)), zones: rules, localOffset: 3_600,
      localRules: try Zone.rules("Europe/Berlin"))
    let body = try call.completed().body
    let remarks = CallbackCheck.remarks(on: call, body, for: account.picture, moment)
    #expect(remarks.count == (said == nil ? 0 : 1))
    #expect(remarks.first?.hasPrefix(said ?? "") ?? true, "\(remarks)")
  }
}
