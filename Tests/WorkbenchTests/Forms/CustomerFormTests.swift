import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("What was learned, on a small form")
struct CustomerFormTests {
  @Test("a new person is one entry, and shows among the people of the account at once")
  func person() throws {
    var bench = try FormBench("person", onAccount: true)
    #expect(bench.desk.lines.contains { $0.contains("somebody new") && $0.contains("Who") })
    try bench.desk.press(.tab)
    try bench.desk.type("Nora Quill")
    try bench.desk.press(.tab, .tab)
    try bench.desk.type("+1 555 0142 mobile")
    try bench.desk.press(.function(10))
    var record = PersonRecord("Nora Quill")
    record.phones = [Phone(number: "+1 555 0142", label: "mobile")]
    #expect(bench.saved?.body.first(PersonRecord.self) == record)
    #expect(bench.desk.message.contains("contact Nora Quill, +1 555 0142 mobile"))
    try bench.desk.press(.backTab)
    #expect(bench.desk.lines.contains { $0.contains("Nora Quill") })
    #expect(bench.desk.lines.contains { $0.contains("+1 555 0142 mobile, from note of Mon 23 Nov") })
    #expect(bench.desk.lines.contains { $0.contains("People 3 and habits") })
  }

  @Test("somebody known is corrected: what stays empty stays, a dash takes away, and the mark is said")
  func corrected() throws {
    var bench = try FormBench("person")
    try bench.desk.press(.right)
    for text in [
      "Jane Doe, accounts payable", "as it is; - takes it away", "+1 555 0100; not NUMBER drops one",
    ] {
      #expect(bench.desk.lines.contains { $0.contains(text) }, "\(text)")
    }
    try bench.desk.press(.tab, .tab)
    try bench.desk.type("-")
    #expect(bench.desk.lines.contains { $0.contains("not known any more") })
    for _ in 0..<7 { try bench.desk.press(.tab) }
    try bench.desk.press(.right, .right, .right)
    try bench.desk.press(.function(10))
    var record = PersonRecord("Jane Doe", role: "")
    record.standing = .left
    #expect(bench.saved?.body.first(PersonRecord.self) == record)
  }

  @Test("nothing said about somebody known is not saved")
  func nothing() throws {
    var bench = try FormBench("person")
    try bench.desk.press(.right, .function(10))
    #expect(bench.saved == nil)
    #expect(bench.desk.message.contains("Nothing new is said about Jane Doe."))
  }

  @Test("a payment run says its next day and by when a document has to be there")
  func paymentRun() throws {
    var bench = try FormBench("payment_run", onAccount: true)
    try bench.desk.type("2nd thu")
    #expect(
      bench.desk.lines.contains {
        $0.contains("on the second Thursday of the month, next Thu 10 Dec 2026")
      })
    try bench.desk.press(.tab)
    try bench.desk.type("2")
    #expect(bench.desk.lines.contains { $0.contains("The next run that can still pay is Thu 10 Dec 2026") })
    #expect(bench.desk.lines.contains { $0.contains("there by Tue 8 Dec.") })
    try bench.desk.press(.function(10))
    let run = PaymentCalendar(.nthWeekday(2, .thursday), cutOffDays: 2)
    #expect(bench.saved?.body == EntryBody(PaymentRunRecord(run)))
    #expect(bench.desk.lines.contains { $0.contains("run Thu 10 Dec") })
    try bench.desk.press(.backTab)
    #expect(bench.desk.lines.contains { $0.contains("pays 2nd Thu, cut-off 2 days before") })
  }

  @Test("what is no rhythm is said where it is typed, and none is one")
  func noRhythm() throws {
    var bench = try FormBench("payment_run")
    try bench.desk.press(.function(10))
    #expect(bench.desk.message.contains("When do they pay?"))
    try bench.desk.type("5th thu")
    try bench.desk.press(.function(10))
    #expect(bench.saved == nil)
    #expect(bench.desk.message.contains("is no rhythm"))
    for _ in 0..<7 { try bench.desk.press(.backspace) }
    try bench.desk.type("none")
    try bench.desk.press(.function(10))
    #expect(bench.saved?.body == EntryBody(PaymentRunRecord(nil)))
  }

  @Test("a hold of the account stands among its promises, and can be withdrawn there")
  func hold() throws {
    var bench = try FormBench("hold", onAccount: true)
    try bench.desk.type("sales")
    #expect(bench.desk.lines.contains { $0.contains("sales asked") })
    try bench.desk.press(.tab)
    try bench.desk.type("+10")
    #expect(
      bench.desk.lines.contains {
        $0.contains("The account is not chased until then and comes back on Thu 3 Dec.")
      })
    try bench.desk.press(.function(10))
    let hold = try #require(bench.saved?.body.first(HoldTerms.self))
    #expect(hold == HoldTerms(reason: "sales_asked", by: "jane", until: Book.today.advanced(by: 10)))
    #expect(bench.desk.message.contains("on hold until Thu 3 Dec 2026"))
    try bench.desk.press(.tab, .tab)
    #expect(bench.desk.lines.contains { $0.contains("Promises 2, disputes 1, holds 1") })
    #expect(
      bench.desk.lines.contains { $0.contains("on hold") && $0.contains("sales asked until") }
    )
    try bench.desk.press(.end)
    try bench.desk.type("x")
    #expect(bench.desk.lines.contains { $0.contains("hold sales asked until Thu 3 Dec") })
  }

  @Test("a hold says the year when it is another one, and which steps stay before it is over")
  func holdOutlook() throws {
    var bench = try FormBench("hold", onAccount: true)
    try bench.desk.press(.tab)
    try bench.desk.type("t")
    #expect(!bench.desk.lines.contains { $0.contains("Still before that") })
    try bench.desk.press(.control("u"))
    try bench.desk.type("20 nov")
    let shown = bench.desk.lines.joined(separator: "\n")
    #expect(shown.contains("comes back on Mon 22 Nov 2027."), "\(shown)")
    #expect(shown.contains("Still before that: ") && shown.contains("dispute on "), "\(shown)")
  }

  @Test("a hold of tagged invoices is offered for them alone")
  func tagged() throws {
    var bench = try FormBench("hold", onAccount: true)
    try bench.desk.press(.escape)
    try bench.desk.type(" ")
    try bench.desk.type("H")
    try bench.desk.type("their audit")
    try bench.desk.press(.tab)
    try bench.desk.type("+10")
    try bench.desk.press(.function(10))
    let hold = try #require(bench.saved?.body.first(HoldTerms.self))
    #expect(hold.reason == "their audit")
    #expect(hold.covers.map(\.amount) == [Money(minor: 500_000, Book.usd)])
    #expect(bench.desk.lines.contains { $0.contains("on hold") })
  }
}
