import Receivables
import Testing

@testable import Ledger

@Suite("Stored reasons")
struct ReasonTextTests {
  @Test("come back as they were, with or without a time of day")
  func roundTrip() throws {
    let day = CalendarDay(number: 20_781)
    let time = TimeOfDay(hour: 14, minute: 0)
    let usd = try #require(Currency("USD"))
    let findings: [Reason.Finding] = [
      .since(day), .amount(Money(minor: 120_000, usd)), .number(3), .promise(Money(minor: 1, usd), day),
      .failed(Money(minor: 120_000, usd), paid: 50_000, day), .at(day, nil), .at(day, time),
      .inVain(day, next: day.advanced(by: 1), nil), .inVain(day, next: day, time),
    ]
    let reasons = findings.map { Reason(code: "callback", finding: $0, points: 5) }
    #expect(try ReasonText.reasons(in: ReasonText.text(of: reasons)) == reasons)
  }
}
