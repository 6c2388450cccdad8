import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("What was typed into a call form is never lost")
struct CallDraftTests {
  @Test(
    "a draft is kept at every field exit and restores every field as it was",
    arguments: [
      "pfri⏎900⏎ach⏎77⏎cash f⏎Said: \"sure\".", "d77⏎40⏎price⏎approval⏎broken seal", "y77 78⏎3⏎+5⏎1000⏎o⏎n",
      "c+1⏎1430⏎unk⏎ring twice", "o12 IN 4/26⏎fri⏎insolv⏎court wrote", "p+60⏎grant⏎⏎⏎⏎⏎late",
      "pfir⏎12.x⏎zinc⏎99",
    ])
  func roundTrip(script: String) throws {
    var bench = try CallBench(tagged: [2])
    var exits = 0
    for part in script.split(separator: "⏎", omittingEmptySubsequences: false) {
      let before = bench.screen.form?.state.typed
      bench.play(String(part))
      let hasChanged = bench.screen.form?.state.typed != before
      let kept = bench.drafts.count
      bench.press(.backTab)
      #expect(bench.drafts.count == kept + (hasChanged ? 1 : 0))
      bench.press(.enter)
      exits += 1
      guard !bench.drafts.isEmpty, let draft = bench.drafts.last else { continue }
      let restored = try CallBench(draft: draft)
      #expect(restored.screen.form?.state.typed == bench.screen.form?.state.typed)
      #expect(restored.screen.form?.result == bench.screen.form?.result)
      #expect(restored.screen.form?.fields == bench.screen.form?.fields)
      #expect(restored.screen.action == bench.screen.action)
      #expect(restored.screen.tagged == bench.screen.tagged)
      #expect(restored.screen.started == bench.screen.started)
      if bench.screen.form?.state.isOnLastField == false { bench.press(.enter) }
    }
    #expect(exits > 1)
    #expect(bench.sent == nil || bench.screen.sent != nil)
  }

  @Test("a line that drops keeps what was typed since the last exit")
  func hangUp() throws {
    var bench = try CallBench()
    bench.play("pfri⏎9")
    bench.hear(.input(.hangUp))
    let draft = try #require(bench.drafts.last)
    #expect(draft.fields["amount"] == "9")
    #expect(draft.fields["date"] == "fri")
    #expect(draft.fields["result"] == "PP")
    #expect(draft.account == AccountID(rawValue: 42))
    bench.hear(.input(.hangUp))
    #expect(bench.drafts.count == 2)
  }

  @Test(
    "a day that was typed on another day is the day that was meant then, and the form says how old it is",
    arguments: [
      ("+5", "2026-11-19", "2026-11-24", true), ("fri", "2026-11-13", "2026-11-20", true),
      ("2026-12-04", "2026-11-19", "2026-12-04", true), ("12.x", "2026-11-19", "12.x", true),
      ("fri", "2026-11-23", "fri", false),
    ])
  func older(typed: String, on: String, expected: String, isOlder: Bool) throws {
    var bench = try CallBench()
    bench.play("p" + typed)
    bench.hear(.input(.hangUp))
    var draft = try #require(bench.drafts.last)
    #expect(draft.fields[CallDraft.dayField] == CallBench.today.iso)
    draft.fields[CallDraft.dayField] = on
    var restored = try CallBench(draft: draft)
    #expect(restored.screen.form?.text(.date) == expected)
    let said = restored.lines.contains { $0.contains("Draft       Typed on ") }
    #expect(said == isOlder)
    restored.play("⏎9")
    restored.hear(.input(.hangUp))
    #expect(restored.drafts.last?.fields[CallDraft.dayField] == on, "it goes on being that old")
  }

  @Test("pasted line breaks in a note survive")
  func pastedNote() throws {
    var bench = try CallBench()
    bench.play("N")
    bench.paste("one\ntwo")
    bench.hear(.input(.hangUp))
    let restored = try CallBench(draft: bench.drafts.last)
    #expect(restored.screen.form?.text(.note) == "one\ntwo")
  }

  @Test("nothing stands beside what reached nobody")
  func alone() throws {
    var bench = try CallBench()
    bench.play("Vsaid")
    bench.press(.control("a"))
    #expect(bench.message?.text.contains("VM, left voicemail, reached nobody") == true)
    #expect(bench.screen.form?.result.code == "VM")
  }

  @Test("leaving keeps the draft and says so")
  func leave() throws {
    var bench = try CallBench()
    bench.play("pfri")
    bench.press(.escape)
    #expect(bench.drafts.last?.fields["date"] == "fri")
    #expect(!bench.isGone)
    bench.press(.escape)
    #expect(bench.isGone)
    #expect(bench.message?.text.contains("draft") == true)
    #expect(bench.sent == nil)
  }

  @Test("leaving an empty form goes back to the menu, and from there away")
  func leaveEmpty() throws {
    var bench = try CallBench()
    bench.play("p")
    bench.press(.function(12))
    #expect(bench.screen.form == nil)
    #expect(!bench.isGone)
    bench.press(.function(12))
    #expect(bench.isGone)
    #expect(bench.effects.isEmpty)
  }

  @Test("a draft that was emptied by hand is forgotten when left")
  func emptied() throws {
    var bench = try CallBench()
    bench.play("pfri⏎")
    let action = bench.screen.action
    bench.press(.backTab, .control("u"), .escape)
    #expect(bench.effects.last == .write(.discardDraft(action)))
  }

  @Test("a saved call forgets its draft and goes to the next account")
  func saved() throws {
    let file = CallBench.file()
    var bench = try CallBench(file: file)
    bench.play("pfri⏎§")
    let sent = try #require(bench.sent)
    let (entry, after) = bench.stored(sent.entry, in: file)
    bench.hear(.recorded(entry, after))
    let discards = bench.effects.contains { if case .write(.discardDraft) = $0 { true } else { false } }
    #expect(!discards, "the book let go of the draft when it recorded the call")
    #expect(bench.isNext)
    #expect(
      bench.message?.text == "Saved 1042: PP 1 200.00 USD on Fri 27 Nov. Next: call on Tue 24 Nov.")
  }
}
