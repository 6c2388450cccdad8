import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("A form that was opened for the wrong result")
struct ChangedResultTests {
  @Test("gives way to the results, and what both ask is carried over")
  func carriedOver() throws {
    var bench = try CallBench()
    bench.play("2c+2⏎")
    bench.press(.escape)
    #expect(bench.screen.form == nil && !bench.isGone)
    #expect(bench.lines.contains { $0.contains("What you typed is kept.") })
    #expect(bench.lines.contains { $0.contains(">2 Jane Doe") })
    bench.play("p")
    #expect(bench.screen.form?.result.code == "PP")
    #expect(bench.screen.form?.text(.date) == "+2")
    bench.press(.function(10))
    let record = try bench.record()
    #expect(record.outcome.promise?.day == CallBench.today.advanced(by: 2))
    #expect(record.phone == "+1 555 0101")
  }

  @Test(
    "keeps what the new result does not ask: it shows, goes into the note, and comes back with the old result"
  )
  func unasked() throws {
    var bench = try CallBench()
    bench.play("ctom⏎2pm")
    bench.press(.function(12))
    bench.play("p")
    #expect(bench.lines.contains { $0.contains("Kept") && $0.contains("Time: 2pm") })
    bench.press(.function(12))
    bench.play("c")
    #expect(bench.screen.form?.text(.time) == "2pm")
    #expect(bench.screen.form?.text(.note) == "")
    bench.press(.function(12))
    bench.play("p")
    bench.press(.control("s"))
    #expect(try bench.record().note == "Time: 2pm")
    #expect(bench.drafts.last?.fields["time"] == "2pm")
    let texts = try CallBench(draft: bench.drafts.last).screen.form?.state.typed
    #expect(texts == bench.screen.form?.state.typed)
  }

  @Test("is not saved by a result that asks nothing before somebody looked at it")
  func noneAsked() throws {
    var bench = try CallBench()
    bench.play("ctom⏎2pm")
    bench.press(.escape)
    bench.play("n")
    #expect(bench.sent == nil && bench.screen.form?.result.code == "NA")
    bench.press(.function(10))
    #expect(try bench.record().note == "Date: tom\nTime: 2pm")
  }

  @Test("is there again with Enter")
  func again() throws {
    var bench = try CallBench()
    bench.play("Hlate")
    let form = bench.screen.form
    bench.press(.escape, .enter)
    #expect(bench.screen.form?.state.typed == form?.state.typed)
    #expect(bench.screen.form?.result == form?.result)
    #expect(bench.sent == nil)
  }

  @Test("keeps a draft in the list of results when the line drops, and when it is left")
  func keptOnTheList() throws {
    var bench = try CallBench()
    bench.play("c")
    bench.press(.escape)
    #expect(bench.drafts.isEmpty)
    bench.play("ctom")
    bench.press(.escape)
    bench.effects = []
    bench.hear(.input(.hangUp))
    #expect(bench.effects.isEmpty, "it is kept already")
    bench.press(.function(3))
    #expect(bench.isGone)
    #expect(bench.message?.text.contains("draft is kept") == true)
  }

  @Test("can be discarded on purpose, after a question", arguments: [false, true])
  func discard(onTheList: Bool) throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.function(6))
    try bench.press(.control("x"))
    #expect(bench.message.contains("Nothing was typed"))
    try bench.type("ctom")
    if onTheList { try bench.press(.escape) }
    #expect(bench.lines.contains { $0.contains("ctrl-x discard") })
    for key in [Key.character("n"), .enter, .escape] {
      try bench.press(.control("x"), key)
      #expect(
        !bench.passedOn.contains { if case .write(.discardDraft) = $0 { true } else { false } }, "\(key)")
    }
    try bench.press(.control("x"))
    try bench.type("y")
    guard case .write(.discardDraft) = bench.passedOn.last else {
      Issue.record("the draft is still there")
      return
    }
    #expect(bench.message.contains("discarded"))
    try bench.press(.function(6))
    #expect(bench.lines.contains { $0.contains("Capital letter") })
    #expect(bench.office.files[0].entries.count == 1)
  }
}
