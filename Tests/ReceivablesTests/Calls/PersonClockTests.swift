import Receivables
import SampleEntries
import Testing

@Suite("Where somebody is called", .enabled(if: Zone.isInstalled))
struct PersonClockTests {
  @Test(
    "shows the time there, and whether it is outside their hours",
    arguments: [
      // 16:58 in Chicago.
      ("America/Chicago", "9-17", "16:58 there"), ("America/Chicago", "9-16:58", "16:58 there"),
      ("America/Chicago", "9-16:57", "16:58 there, outside 9-16:57"),
      ("America/Chicago", "17-20", "16:58 there, outside 17-20"),
      ("America/Chicago", "when the shop is open", "16:58 there"), ("America/Chicago", nil, "16:58 there"),
      ("Europe/Berlin", "9-17", "23:58 there, outside 9-17"),
      (nil, "9-16", "16:58 there, outside 9-16"),
    ] as [(String?, String?, String)])
  func clock(zone: String?, hours: String?, clock: String) throws {
    let zones = ["America/Chicago", "Europe/Berlin"]
    let moment = Moment(
      now: try #require(Instant(iso: "2026-11-26T22:58:00.000Z")),
      zones: Dictionary(uniqueKeysWithValues: try zones.map { ($0, try Zone.rules($0)) }))
    var account = SampleAccount()
    var contact = Contact(name: "Jane Doe", phones: [Phone(number: "+1 555 0100")], timeZone: zone)
    contact.hours = hours
    account.contacts = [contact]
    let callee = try #require(Callee.usual(of: account.picture))
    #expect(account.picture.clock(of: contact, moment) == clock)
    #expect(callee.detail(moment) == "+1 555 0100, \(clock)")
    #expect(callee.isOutOfHours(moment) == clock.contains("outside"))
  }
}
