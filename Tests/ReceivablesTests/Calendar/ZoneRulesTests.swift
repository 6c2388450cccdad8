import Foundation
import Receivables
import Testing

@Suite("Clocks elsewhere", .enabled(if: Zone.isInstalled, "needs /usr/share/zoneinfo"))
struct ZoneRulesTests {
  @Test("turn a moment into the day there")
  func dayThere() throws {
    let berlin = try Zone.rules("Europe/Berlin")
    let clock = berlin.clock(at: Instant(milliseconds: 1_772_321_400_000))
    #expect(clock.day.iso == "2026-03-01")
    #expect(clock.time.text == "00:30")
    #expect(berlin.offset(at: Instant(milliseconds: 1_772_321_400_000)) == 3_600)
  }

  @Test(
    "resolve what a clock skips or shows twice",
    arguments: [
      ("Europe/Berlin", "2026-03-29", "0230", "03:30", ClockReading.Fit.skipped, "2026-03-29T01:30"),
      ("Europe/Berlin", "2026-10-25", "0230", "02:30", .twice, "2026-10-25T00:30"),
      ("Europe/Berlin", "2026-03-29", "0300", "03:00", .exact, "2026-03-29T01:00"),
      ("Europe/Berlin", "2026-03-29", "0159", "01:59", .exact, "2026-03-29T00:59"),
      ("America/New_York", "2026-11-27", "1400", "14:00", .exact, "2026-11-27T19:00"),
      ("America/New_York", "2099-03-08", "0215", "03:15", .skipped, "2099-03-08T07:15"),
      ("Australia/Sydney", "2026-01-15", "0900", "09:00", .exact, "2026-01-14T22:00"),
      ("Asia/Kolkata", "2026-07-01", "0900", "09:00", .exact, "2026-07-01T03:30"),
      ("UTC", "2026-07-01", "0900", "09:00", .exact, "2026-07-01T09:00"),
      ("Australia/Lord_Howe", "2026-10-04", "0210", "02:40", .skipped, "2026-10-03T15:40"),
    ])
  func readings(zone: String, iso: String, typed: String, shown: String, fit: ClockReading.Fit, utc: String)
    throws
  {
    let reading = try Zone.rules(zone).reading(try day(iso), at: try TypedTime.read(typed))
    #expect(reading.time.text == shown)
    #expect(reading.day.iso == iso)
    #expect(reading.fit == fit)
    let clock = try Zone.rules("UTC").clock(at: reading.instant)
    #expect("\(clock.day.iso)T\(clock.time.text)" == utc)
    #expect((reading.remark(at: "there") == nil) == (fit == .exact))
  }

  @Test(
    "say what a clock does not show, or shows twice",
    arguments: [
      (
        "2026-03-29",
        "02:30 does not exist there on Sun 29 Mar 2026, when clocks go forward: 03:30 is meant."
      ),
      (
        "2026-10-25",
        "02:30 comes twice there on Sun 25 Oct 2026, when clocks go back: the first is meant."
      ),
      ("2026-03-30", nil),
    ])
  func remarks(iso: String, remark: String?) throws {
    let reading = try Zone.rules("Europe/Berlin").reading(try day(iso), at: try TypedTime.read("0230"))
    #expect(reading.remark(at: "there") == remark)
  }

  @Test(
    "agree with the system over two centuries",
    arguments: [
      "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Sydney", "Asia/Kolkata",
      "Asia/Tokyo",
      "Africa/Casablanca", "Asia/Gaza", "America/Santiago", "Europe/Dublin", "Pacific/Chatham",
      "America/Nuuk",
    ])
  func agree(zone: String) throws {
    let rules = try Zone.rules(zone)
    let system = try #require(TimeZone(identifier: zone))
    var random = Randomness(seed: 5)
    for _ in 0..<1_500 {
      let second = random.below(4_100_000_000) - 1_000_000_000
      let expected = system.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
      #expect(
        rules.offset(at: Instant(milliseconds: Int64(second) * 1_000)) == expected, "\(zone) at \(second)")
    }
  }

  @Test("are refused, not trapped on, when the bytes are damaged")
  func hostile() throws {
    let bytes = try Zone.bytes("Europe/Berlin")
    #expect(ZoneRules(tzif: []) == nil)
    #expect(ZoneRules(tzif: Array("TZif".utf8)) == nil)
    var random = Randomness(seed: 6)
    for _ in 0..<2_000 {
      var damaged = bytes
      for _ in 0...random.below(4) {
        damaged[random.below(min(damaged.count, 400))] = UInt8(random.below(256))
      }
      damaged.removeLast(random.below(2) * random.below(damaged.count))
      let rules = ZoneRules(tzif: damaged)
      for milliseconds in [Int64.min, -1, 0, 1_772_321_400_000, .max] {
        _ = rules?.offset(at: Instant(milliseconds: milliseconds))
      }
    }
  }
}

/// The zone files of the machine that runs the tests.
enum Zone {
  static let isInstalled = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")))
  }

  static func rules(_ name: String) throws -> ZoneRules { try #require(ZoneRules(tzif: try bytes(name))) }
}
