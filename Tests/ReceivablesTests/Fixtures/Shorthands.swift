import Receivables
import Settings
import Testing

/// The day of an ISO text in a test's table.
func day(_ iso: String) throws -> CalendarDay { try #require(CalendarDay(iso: iso), "\(iso) is not a day") }

/// Document numbers in a test's table.
func ids(_ numbers: Int64...) -> [DocumentID] { numbers.map { DocumentID(rawValue: $0) } }

extension Currency {
  static let usd = named("USD")
  static let eur = named("EUR")
  static let jpy = named("JPY")

  private static func named(_ code: String) -> Currency {
    guard let currency = Currency(code) else { fatalError("\(code) is not a currency") }
    return currency
  }
}

extension Randomness {
  /// A number from 0 up to but not including `limit`.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

extension Policy {
  /// The policy that ships, read once for all tests.
  static var shipped: Policy { get throws { try read.get() } }

  /// The same with business days Monday to Friday and no holiday: Thu 26 November 2026 is worked.
  static var withoutHolidays: Policy {
    get throws {
      var policy = try shipped
      policy.calendar.holidays = []
      return policy
    }
  }

  /// A country that works from Sunday to Thursday, but not every day.
  static let elsewhere = CountryCalendar(
    country: "EG", zones: ["Africa/Cairo"],
    calendar: BusinessCalendar(
      weekend: [.friday, .saturday],
      holidays: Set((0..<40).map { RandomAccount.start.advanced(by: $0 * 9) })))

  /// The same with that country.
  static var withCountries: Policy {
    get throws {
      var policy = try shipped
      policy.abroad.append(elsewhere)
      return policy
    }
  }

  private static let read = Result { try PolicyFile.shipped() }
}
