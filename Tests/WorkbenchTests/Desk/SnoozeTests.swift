import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("The form that puts an account off")
struct SnoozeTests {
  @Test(
    "says in a sentence what is no day, beside the line and when it is saved", arguments: ["12/5", "banana"])
  func noDay(text: String) throws {
    var bench = try DeskBench(Book.six())
    try bench.type("z" + text)
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("“\(text)” ") })
    try bench.press(.function(10))
    #expect(bench.message.contains("“\(text)” "))
    #expect(!bench.lines.contains { $0.contains("Problem(") || $0.contains("sentence:") })
    #expect("\(FormProblem(sentence: "No such day.", field: "until"))" == "No such day.")
    #expect("\(LineProblem(.date, "No such day."))" == "No such day.")
  }

  @Test(
    "offers only days that work under the policy", arguments: [nil, DateOrder.dayMonthYear, .monthDayYear])
  func examples(order: DateOrder?) throws {
    var sitting = try CallBench().sitting
    sitting.policy.dateOrder = order
    let picture = try sitting.picture(of: CallBench.file())
    let inquiry = SnoozeInquiry()
    let field = inquiry.fields(Subject(picture: picture, sitting: sitting))[0]
    let hint = field.explain(FormAnswers(picture: picture, sitting: sitting, texts: [:])).text
    let examples = hint.split { $0 == "," }.flatMap { $0.split(separator: " or ") }
      .map { String($0.drop { $0 == " " }) }
    #expect(examples.count > 5)
    #expect(examples.contains("12/5") == (order != nil))
    for example in examples {
      let texts: FormTexts = ["until": example, "reason": "on holiday"]
      let answers = FormAnswers(picture: picture, sitting: sitting, texts: texts)
      #expect(throws: Never.self) { try inquiry.body(answers) }
    }
  }
}
