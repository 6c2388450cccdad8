import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("What must hold of every small form")
struct SmallFormTests {
  static let all = Inquiries.all.map(\.name)

  @Test("its key opens it, in the list and on the account", arguments: all, [false, true])
  func opens(name: DraftName, onAccount: Bool) throws {
    #expect(try FormBench(name, onAccount: onAccount).isOpen)
  }

  @Test("forms, commands and fields have names of their own")
  func names() throws {
    #expect(Set(Self.all).count == Self.all.count)
    #expect(Set(Inquiries.all.map(\.row.id)).count == Self.all.count)
    #expect(Inquiries.named(.call) == nil)
    for name in Self.all {
      let fields = try FormBench(name).fields().map(\.name)
      #expect(!fields.isEmpty && Set(fields).count == fields.count)
      #expect(!fields.contains(CallDraft.formField), "it names the form of a draft")
    }
  }

  @Test("a draft is kept at every field that is left", arguments: all)
  func keptAtEveryExit(name: DraftName) throws {
    var bench = try FormBench(name)
    try bench.fill()
    let texts = try bench.fields().filter(\.isTyped).map(\.name)
    #expect(try #require(bench.draft).form == name)
    for field in texts { #expect(bench.draft?.fields[field] == FormBench.samples[field]) }
  }

  @Test(
    "what was typed is offered, taken up in every field, and recorded as it would have been", arguments: all)
  func roundTrip(name: DraftName) throws {
    var bench = try FormBench(name)
    try bench.fill()
    try bench.desk.send(.input(.hangUp))
    let draft = try #require(bench.draft)
    let names = try bench.fields().map(\.name) + [CallDraft.formField, CallDraft.dayField]
    #expect(Set(draft.fields.keys) == Set(names), "every field is filled")
    #expect(CallDraft.fields(in: draft.fieldsText) == draft.fields)

    var next = try FormBench(name)
    next.desk = try DeskBench([FormBench.file()])
    try next.desk.send(.drafts([OfferedDraft(draft: draft, account: "1003 Acme Tools")]))
    #expect(next.desk.lines.contains { $0.contains("A \(next.inquiry.noun) for 1003 Acme Tools") })
    try next.desk.type("t")
    #expect(next.isOpen && next.desk.message.isEmpty)
    for field in try next.fields() where field.isTyped {
      let text = try #require(FormBench.samples[field.name])
      #expect(next.desk.lines.contains { $0.contains(field.title) && $0.contains(text) })
    }
    try next.desk.press(.function(10))
    try bench.desk.press(.function(10))
    #expect(next.saved != nil && next.saved?.body == bench.saved?.body)
    #expect(next.saved?.action == draft.action)
    #expect(next.desk.desk.sitting.drafts.isEmpty)
  }

  @Test("every field says how its sample is understood, a day as the day that it is", arguments: all)
  func explains(name: DraftName) throws {
    var bench = try FormBench(name)
    try bench.fill()
    let fields = try bench.fields()
    for field in fields where FormBench.samples[field.name] == "fri" {
      #expect(bench.desk.lines.contains { $0.contains("Fri 27 Nov 2026, in 4 days") })
    }
    let sitting = bench.desk.desk.sitting
    let picture = try sitting.picture(of: try FormBench.file())
    for field in fields {
      let empty = FormAnswers(picture: picture, sitting: sitting, texts: [field.name: field.start])
      #expect(!field.explain(empty).text.isEmpty)
      #expect(field.explain(empty).kind != .problem, "nothing is wrong before anything is typed")
      let filled = FormAnswers(picture: picture, sitting: sitting, texts: FormBench.samples)
      #expect(!field.isTyped || field.explain(filled).kind != .problem)
    }
  }

  @Test("nothing empty is recorded: the cursor and a sentence stand at the field to fill in", arguments: all)
  func empty(name: DraftName) throws {
    var bench = try FormBench(name)
    try bench.desk.press(.function(10))
    #expect(bench.saved == nil && bench.isOpen)
    let sentence = bench.desk.message
    #expect(!sentence.isEmpty)
    try bench.desk.press(.end)
    #expect(bench.desk.message.isEmpty)
    #expect(bench.desk.lines[bench.desk.frame.cursor.row + 1].contains(sentence), "it stays at the field")
    try bench.desk.type("x")
    #expect(!bench.desk.lines.contains { $0.contains(sentence) })
  }
}

@Suite("How small forms are filled in")
struct FillingInTests {
  @Test(
    "a mistake is shown at its field while it is typed, and keeps the form open",
    arguments: [
      ("banana", "“banana” is not a day."), ("31 feb", "“31 feb” is not a day."),
      ("-3", "until a day after today"),
      ("12/5", "“12/5” could be two different days."),
    ])
  func mistake(text: String, sentence: String) throws {
    var bench = try FormBench("snooze")
    try bench.desk.type(text)
    let row = bench.desk.frame.cursor.row + 1
    #expect(bench.desk.lines[row].contains(sentence))
    #expect(!bench.desk.frame.roleLetters()[row].contains("!!!"), "it may not be typed to its end")
    try bench.desk.press(.tab)
    #expect(bench.desk.frame.roleLetters()[row].contains("!!!"), "it looks wrong")
    try bench.desk.type("on holiday")
    try bench.desk.press(.enter)
    #expect(bench.saved == nil)
    #expect(bench.desk.message.contains(sentence))
    #expect(bench.desk.cursorLine.contains("Until"))
  }

  @Test("who withdrew is picked from the people of the account", arguments: [Key.function(4), .control("o")])
  func picked(key: Key) throws {
    var bench = try FormBench("withdrawal")
    try bench.desk.press(.tab)
    #expect(bench.desk.lines.contains { $0.contains("Who    Jane Doe") })
    try bench.desk.press(key)
    try bench.desk.type("treas")
    try bench.desk.press(.enter)
    #expect(bench.desk.cursorLine.contains("Reason"), "it goes on to the next field")
    #expect(bench.desk.lines.contains { $0.contains("Bob Roe, treasurer") })
    try bench.desk.type("no money")
    try bench.desk.press(.enter)
    #expect(bench.saved?.body.line(policy: bench.desk.office.policy) == "promise withdrawn by Bob Roe")
  }

  @Test("a list is closed without a choice, and one of a few values can be picked from one too")
  func list() throws {
    var bench = try FormBench("withdrawal")
    try bench.desk.press(.function(4), .escape)
    #expect(bench.isOpen && bench.desk.cursorLine.contains("900.00 USD"))
    try bench.desk.press(.function(4), .down, .enter)
    #expect(bench.desk.lines.contains { $0.contains("What   promise 5 000.00 USD on Fri 27 Nov") })
    #expect(bench.desk.cursorLine.contains("Who"))
    bench = try FormBench("note")
    try bench.desk.press(.function(4))
    #expect(bench.isOpen && bench.desk.message == "Type here; there is nothing to pick from.")
  }

  @Test("a click puts the cursor on a field")
  func click() throws {
    var bench = try FormBench("withdrawal")
    let row = try #require(bench.desk.lines.firstIndex { $0.contains("│ Reason") })
    try bench.desk.send(.input(.click(Position(column: 30, row: row + 1))))
    try bench.desk.type("no money")
    #expect(bench.desk.cursorLine.contains("Reason no money"))
  }

  @Test("what an earlier version kept by the titles of the fields is taken up")
  func titles() throws {
    let text = "Reason on holiday\nUntil fri\nform snooze"
    let draft = CallDraft(
      action: ActionID(rawValue: "old"), account: FormBench.account, basedOn: 1, collector: "jane",
      fields: CallDraft.fields(in: text))
    var desk = try DeskBench([FormBench.file()])
    try desk.send(.drafts([OfferedDraft(draft: draft, account: "1003 Acme Tools")]))
    try desk.type("t")
    #expect(desk.lines.contains { $0.contains("Until  fri") })
    #expect(desk.lines.contains { $0.contains("Reason on holiday") })
  }

  @Test("a draft of a form that this version does not know is kept")
  func unknown() throws {
    let draft = CallDraft(
      action: ActionID(rawValue: "new"), account: FormBench.account, basedOn: 1, collector: "jane",
      fields: ["form": "visit", "note": "x"])
    var desk = try DeskBench([FormBench.file()])
    try desk.send(.drafts([OfferedDraft(draft: draft, account: "1003 Acme Tools")]))
    #expect(desk.lines.contains { $0.contains("form of a later version") })
    try desk.type("d")
    try desk.press(.enter)
    #expect(desk.passedOn == [])
  }
}
