import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("A call in one line, in the workbench")
struct LineFormTests {
  @Test("is told in sentences before it is saved, and is one entry")
  func preview() throws {
    var form = try FormBench("line")
    try form.desk.type("di #31 400 price; ps 1000 jane")
    for told in [
      "DI disputes 400.00 USD, price", "PS says payment is sent 1 000.00 USD", "With Jane Doe",
      "So you dispute",
    ] {
      #expect(form.desk.lines.contains { $0.contains(told) }, "\(told)")
    }
    try form.desk.press(.enter)
    let body = try #require(form.saved).body
    #expect(body.all(Outcome.self).map(\.result) == ["DI", "PS"])
    #expect(!form.isOpen)
  }

  @Test("its preview shows the note, why it is unpaid, and what speaks against the day")
  func doubts() throws {
    var form = try FormBench("line")
    try form.desk.type("pp 500 28 nov cash flow \"after lunch\"")
    for told in ["PP why unpaid: cash flow", "Note “after lunch”", "Sat 28 Nov is on a weekend"] {
      #expect(form.desk.lines.contains { $0.contains(told) }, "\(told)")
    }
  }

  @Test("what is not understood is told with its place and is not saved")
  func misunderstood() throws {
    var form = try FormBench("line")
    try form.desk.type("pp 1200 fir")
    #expect(form.desk.lines.contains { $0.contains("“fir” is not understood here") })
    try form.desk.press(.enter)
    #expect(form.isOpen && form.saved == nil)
    #expect(form.desk.message.contains("(at 9)"))
  }

  @Test("typed in the list of commands it goes on in the form")
  func fromCommands() throws {
    var form = try FormBench("line")
    try form.desk.press(.escape)
    try form.desk.type(":na \"rang out\"")
    #expect(form.desk.lines.contains { $0.contains("logs it as a call") })
    try form.desk.press(.enter)
    #expect(form.isOpen)
    #expect(form.desk.lines.contains { $0.contains("NA no answer") })
    try form.desk.press(.enter)
    #expect(try #require(form.saved).body.first(ContactRecord.self)?.note == "rang out")
  }

  @Test("typed in the list of commands and left it comes back, also when the line drops")
  func leftInCommands() throws {
    var form = try FormBench("line")
    try form.desk.type("ps 500 jane")
    try form.desk.press(.escape)
    try form.desk.type(":pp 1200 fri ach")
    try form.desk.press(.escape)
    #expect(form.desk.message.contains("What you typed is kept: ; here goes on with it."))
    #expect(form.draft?.fields[LineInquiry.line] == "pp 1200 fri ach")
    try form.desk.type(";")
    #expect(form.desk.cursorLine.contains("pp 1200 fri ach"))
    try form.desk.press(.enter)
    #expect(try #require(form.saved).body.all(Outcome.self).map(\.result) == ["PP"])
    // What was left in the form before stands behind it.
    try form.desk.type(";")
    #expect(form.desk.cursorLine.contains("ps 500 jane"))
    try form.desk.press(.escape)
    try form.desk.type(":di #31 400 pri")
    try form.desk.send(.input(.hangUp))
    #expect(form.draft?.fields[LineInquiry.line] == "di #31 400 pri")
  }

  @Test(
    "a search of the list of commands is no call and is not kept", arguments: ["pp", "log line", "zz 12"])
  func noCall(text: String) throws {
    var form = try FormBench("line")
    try form.desk.press(.escape)
    try form.desk.type(":" + text)
    try form.desk.press(.escape)
    #expect(form.draft == nil)
    #expect(form.desk.message.isEmpty)
  }

  @Test("its preview shows the instalments of a plan, and what of earlier promises ends")
  func plan() throws {
    var form = try FormBench("line")
    try form.desk.type("pl 4 dec 1000, 18 dec 500, 8 jan #30")
    for told in ["Plan: Fri 4 Dec 1 000.00, Fri 18 Dec 500.00, Fri 8 Jan", "Earlier: 5 000.00 USD on"] {
      #expect(form.desk.lines.contains { $0.contains(told) }, "\(told) \(form.desk.lines)")
    }
  }

  @Test("why a promise is so late has a name, which the sentence tells")
  func late() throws {
    var form = try FormBench("line")
    try form.desk.type("pp 500 +60")
    try form.desk.press(.enter)
    #expect(form.desk.message.contains("late:"), "\(form.desk.message)")
    try form.desk.type(" late:\"a grant; in January\"")
    try form.desk.press(.enter)
    #expect(try #require(form.saved).body.first(PromiseTerms.self)?.exception == "a grant; in January")
  }
}
