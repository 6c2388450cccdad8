import Receivables
import Testing

@Suite("Terms and payment runs")
struct TermsTests {
  @Test(
    "make an invoice due",
    arguments: [
      (Terms.net(30), "2026-01-31", "2026-03-02"), (.net(30), "2024-01-31", "2024-03-01"),
      (.netThenEndOfMonth(30), "2026-01-15", "2026-02-28"),
      (.endOfMonthThenNet(30), "2026-02-14", "2026-03-30"),
      (.net(0), "2026-02-14", "2026-02-14"),
    ])
  func due(terms: Terms, issued: String, due: String) throws {
    #expect(terms.due(from: try day(issued)).iso == due)
  }

  @Test(
    "are read as exports write them",
    arguments: [
      ("net 30", Terms.net(30)), ("NET30", .net(30)), ("N/30", .net(30)), ("30 days", .net(30)),
      ("30", .net(30)),
      ("2/10 net 30", .net(30)), ("2% 10, Net 30 days", .net(30)), ("Due on receipt", .net(0)),
      ("COD", .net(0)),
      ("30 EOM", .netThenEndOfMonth(30)), ("Net 30 EOM", .netThenEndOfMonth(30)),
      ("EOM 30", .endOfMonthThenNet(30)),
      ("EOM+30", .endOfMonthThenNet(30)), ("EOM", .endOfMonthThenNet(0)), ("NAA8", nil), ("", nil),
      ("net", nil),
      ("99999999999999999999 days", nil), ("net 9999", nil), ("prepaid", nil),
    ])
  func reads(text: String, terms: Terms?) { #expect(Terms(text: text) == terms) }

  @Test(
    "read back what they write", arguments: [Terms.net(45), .netThenEndOfMonth(30), .endOfMonthThenNet(10)])
  func roundTrip(terms: Terms) { #expect(Terms(text: terms.text) == terms) }

  @Test(
    "of a payment run give the next one",
    arguments: [
      ("Thu", "2026-05-01", "2026-05-07"), ("Thu", "2026-05-07", "2026-05-07"),
      ("fortnightly from 2026-01-08", "2026-01-09", "2026-01-22"),
      ("fortnightly from 2026-01-08", "2026-01-08", "2026-01-08"),
      ("fortnightly from 2026-01-08", "2025-12-20", "2025-12-25"), ("monthly 15", "2026-11-21", "2026-12-15"),
      ("monthly 15", "2026-12-21", "2027-01-15"), ("monthly 15", "2026-11-15", "2026-11-15"),
      ("monthly eom", "2026-02-01", "2026-02-28"), ("monthly 31", "2026-03-01", "2026-03-31"),
    ])
  func next(run: String, from: String, expected: String) throws {
    let run = try #require(PaymentRun(text: run))
    #expect(run.next(onOrAfter: try day(from)).iso == expected)
    #expect(PaymentRun(text: run.text) == run)
  }

  @Test(
    "of a payment run are refused when unknown",
    arguments: ["", "x", "monthly", "monthly 32", "fortnightly", "sometimes"])
  func refuses(text: String) { #expect(PaymentRun(text: text) == nil) }

  @Test("of a fortnightly run come every 14 days, on or after any day")
  func fortnights() throws {
    let anchor = try day("2026-01-08")
    for offset in -400...400 {
      let from = anchor.advanced(by: offset)
      let run = PaymentRun.fortnightly(anchor: anchor).next(onOrAfter: from)
      #expect(run >= from && from.distance(to: run) < 14 && anchor.distance(to: run) % 14 == 0)
    }
  }
}
