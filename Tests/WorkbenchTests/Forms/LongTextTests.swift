import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("What is too long for a field")
struct LongTextTests {
  private static let long = String(repeating: "0123456789", count: 630)
  private static let sentence = "takes 4000 characters at most: 2300 characters were not taken."

  @Test("a note takes 4000 characters, and what did not fit is said at once", arguments: [false, true])
  func note(isCall: Bool) throws {
    var form = try FormBench("note")
    if isCall {
      try form.desk.press(.escape)
      try form.desk.type("cV")
    }
    try form.desk.send(.input(.paste(Self.long)))
    #expect(form.desk.message.contains(Self.sentence), "\(form.desk.message)")
    try form.desk.type("x")
    #expect(form.desk.message.contains("1 character was not taken."))
    try form.desk.press(.backspace)
    #expect(form.desk.message.isEmpty)
    try form.desk.press(.function(10))
    let body = try #require(form.saved).body
    let note = isCall ? body.first(ContactRecord.self)?.note : body.first(Remark.self)?.text
    #expect(note == String(Self.long.prefix(3_999)))
  }

  @Test("every field that is typed says it", arguments: SmallFormTests.all)
  func fields(name: DraftName) throws {
    var form = try FormBench(name)
    for field in try form.fields() where field.isOpen {
      if field.isTyped {
        try form.desk.send(.input(.paste(String(repeating: "a ", count: 11_000))))
        #expect(form.desk.message.contains("\(field.title) takes"), "\(field.title): \(form.desk.message)")
      }
      try form.desk.press(.tab)
    }
  }

  @Test("a search says it too")
  func prompt() throws {
    var desk = try FormBench("note").desk
    try desk.press(.escape)
    try desk.type("/")
    try desk.send(.input(.paste(Self.long)))
    #expect(
      desk.lines.contains { $0.contains("takes 200 characters at most: 6100 characters were not taken.") })
  }
}
