import Receivables
import Testing

@Suite("Dates as exports write them")
struct DateTextTests {
  @Test(
    "are read whatever the notation",
    arguments: [
      ("2026-11-27", nil, "2026-11-27"), ("27-11-2026", nil, "2026-11-27"), ("11/27/2026", nil, "2026-11-27"),
      ("1/2/2013", DateOrder.monthDayYear, "2013-01-02"), ("1/2/2013", .dayMonthYear, "2013-02-01"),
      ("20190220", nil, "2019-02-20"), ("20190220.0", .monthDayYear, "2019-02-20"),
      ("2019-03-07 00:00:00", nil, "2019-03-07"), ("2019-03-07T09:30:00.000Z", nil, "2019-03-07"),
      ("2019/3/7", .dayMonthYear, "2019-03-07"), ("27.11.2026", .dayMonthYear, "2026-11-27"),
      ("11/27/2026 9:30 AM", .monthDayYear, "2026-11-27"), ("27 Nov 2026", nil, "2026-11-27"),
      ("27-Nov-26", nil, "2026-11-27"), ("Nov 27, 2026", nil, "2026-11-27"),
      ("Fri 27 Nov 2026", nil, "2026-11-27"),
      ("Friday, 27. November 2026", nil, "2026-11-27"), ("Sept 3 2026", nil, "2026-09-03"),
      ("3/3/2026", nil, "2026-03-03"),
      ("3/4/26", .monthDayYear, "2026-03-04"), ("3/4/79", .dayMonthYear, "2079-04-03"),
      ("3/4/80", .dayMonthYear, "1980-04-03"),
      ("26-11-27", .yearMonthDay, "2026-11-27"), ("  2026-11-27  ", nil, "2026-11-27"),
      ("29/2/2024", nil, "2024-02-29"),
    ] as [(String, DateOrder?, String)])
  func reads(cell: String, order: DateOrder?, iso: String) throws {
    #expect(try DateText.read(cell, order: order).iso == iso)
  }

  @Test(
    "are refused with the reason",
    arguments: [
      ("", nil, DateProblem.empty), ("  ", nil, .empty), ("00:00.0", nil, .destroyed),
      ("12:30", .dayMonthYear, .destroyed),
      ("3/4/2026", nil, .ambiguous), ("3/4/26", nil, .ambiguous), ("31.04.2026", .dayMonthYear, .noSuchDay),
      ("27/11/2026", .monthDayYear, .noSuchDay), ("2026-02-29", nil, .noSuchDay),
      ("0000-01-01", nil, .noSuchDay),
      ("20191320", nil, .noSuchDay), ("45987", nil, .notADate), ("45987.0", nil, .notADate),
      ("1/2", .dayMonthYear, .notADate),
      ("1/2/3", .dayMonthYear, .notADate), ("1/2-2013", .dayMonthYear, .notADate),
      ("2026-11-27x", nil, .notADate),
      ("2026-11-27 noon", nil, .notADate), ("27 Foo 2026", nil, .notADate), ("NULL", nil, .notADate),
      ("3/4/2026", .yearMonthDay, .notADate), ("99999999999999999999", nil, .notADate),
      ("-1-1-2026", nil, .notADate),
    ] as [(String, DateOrder?, DateProblem)])
  func refuses(cell: String, order: DateOrder?, problem: DateProblem) {
    #expect(throws: problem) { try DateText.read(cell, order: order) }
  }

  @Test("are read back from every notation, over the whole range")
  func roundTrip() throws {
    var random = Randomness(seed: 3)
    let first = try #require(CalendarDay(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDay(year: 9999, month: 12, day: 31))
    let span = first.distance(to: last) + 1
    for step in 0..<5_000 {
      let day = step == 0 ? first : step == 1 ? last : first.advanced(by: random.below(span))
      #expect(CalendarDay(iso: day.iso) == day)
      #expect(try DateText.read(day.iso, order: nil) == day)
      let (year, month, number) = day.components
      guard year >= 1000 else { continue }
      #expect(try DateText.read(day.long, order: nil) == day)
      #expect(try DateText.read("\(number)/\(month)/\(year)", order: .dayMonthYear) == day)
      #expect(try DateText.read("\(month).\(number).\(year)", order: .monthDayYear) == day)
      #expect(CalendarDay(year: year, month: month, day: number) == day)
    }
  }

  @Test("never trap, whatever the bytes")
  func hostile() {
    var random = Randomness(seed: 4)
    let alphabet = Array("0123456789/-.: TZNovFriday\u{0}\u{202E},é".utf8)
    for _ in 0..<15_000 {
      let bytes = (0..<random.below(24)).map { _ in alphabet[random.below(alphabet.count)] }
      for order in DateOrder.allCases.map(Optional.some) + [nil] {
        guard let day = try? DateText.read(bytes.span, order: order) else { continue }
        #expect((1...9999).contains(day.components.year))
      }
      var evidence = DateOrderEvidence()
      evidence.see(bytes.span)
      _ = evidence.verdict
    }
  }
}
