import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("How the call log looks")
struct CallFrameTests {
  /// What is pressed, by the name of the picture.
  static let scripts = [
    "menu": "", "promise": "pfri⏎", "problem": "pfri⏎12.5kk", "dispute": "d77⏎400⏎price",
    "callback": "ctom⏎2pm",
    "plan": "y6⏎+5", "approval": "y7⏎+5⇓", "several": "d77⏎400⏎price~pfri", "contact": "pfri↑↑",
    "added": "d77⏎400⏎price~", "discount": "pfri↑↑↑↑2%",
  ]

  @Test("at every size a collector can read it", arguments: scripts.keys.sorted(), Golden.sizes)
  func golden(name: String, size: Size) throws {
    var bench = try CallBench(file: CallBench.called(), size: size)
    bench.play(try #require(Self.scripts[name]))
    try Golden.check(bench.frame, "call-\(name)-\(size.columns)x\(size.rows)")
  }

  @Test("a form of a long account shows a page of its invoices and its story, and turns both over")
  func pages() throws {
    var bench = try CallBench(file: CallBench.long())
    bench.play("pfri")
    #expect(bench.lines.contains { $0.contains("Invoices, 1–") && $0.contains("of 60") })
    #expect(bench.lines.contains { $0.contains("L-001 ") } && !bench.lines.contains { $0.contains("L-020 ") })
    for _ in 0..<10 where !bench.lines.contains(where: { $0.contains("L-020 ") }) { bench.press(.pageDown) }
    #expect(bench.lines.contains { $0.contains("L-020 ") } && !bench.lines.contains { $0.contains("L-001 ") })
    #expect(bench.screen.form?.text(.date) == "fri", "the cursor stays where it was")
    for _ in 0..<100 { bench.press(.pageDown) }
    #expect(bench.lines.contains { $0.contains("of 60") && $0.contains("–60") })
    for _ in 0..<100 { bench.press(.pageUp) }
    #expect(bench.lines.contains { $0.contains("L-001 ") })
  }

  @Test("a story that is turned over further than there are invoices leaves these where they are")
  func fewInvoices() throws {
    var file = try CallBench.called()
    let first = try #require(file.entries.first)
    file.entries += (0..<60).map { index in
      JournalEntry(
        number: EntryNumber(rawValue: 1_000 + index), action: ActionID(rawValue: "note-\(index)"),
        recorded: first.recorded, day: first.day, actor: "ann", collector: "ann", account: first.account,
        body: EntryBody(Remark("note \(index)")))
    }
    var bench = try CallBench(file: file)
    bench.play("pfri")
    let before = bench.lines
    for _ in 0..<100 { bench.press(.pageDown) }
    #expect(bench.lines != before, "the story was turned over")
    let number = try #require(file.invoices.first?.number)
    #expect(bench.lines.contains { $0.contains("Invoices \(file.invoices.count) ") })
    #expect(bench.lines.contains { $0.contains(number + " ") })
  }

  @Test("a wide screen shows the script and the last entries beside, and moves nothing")
  func wide() throws {
    var narrow = try CallBench(file: CallBench.called())
    var wide = try CallBench(file: CallBench.called(), size: Size(columns: 132, rows: 43))
    narrow.play("psat")
    wide.play("psat")
    for row in 2..<10 { #expect(wide.lines[row].hasPrefix(narrow.lines[row])) }
    let beside = wide.lines.map { String($0.dropFirst(84)) }
    #expect(beside.contains("Who releases the payment?"))
    #expect(beside.contains { $0.contains("20 Nov omar  VM left voicemail") })
  }

  @Test("the cursor stands on the focus")
  func cursor() throws {
    var bench = try CallBench()
    #expect(bench.frame.cursor == Position(column: 1, row: 2), "on who is called: no result is marked")
    bench.press(.down)
    #expect(bench.frame.cursor == Position(column: 1, row: 14))
    bench.press(.up)
    #expect(bench.frame.cursor == Position(column: 1, row: 2))
    bench.play("pfri")
    #expect(bench.frame.cursor == Position(column: 16, row: 3))
    bench.press(.enter)
    #expect(bench.frame.cursor == Position(column: 13, row: 4))
  }

  @Test(
    "hostile names neither escape nor move anything",
    arguments: [
      "\u{1B}[2J\u{1B}]0;owned\u{7}", "a\u{202E}b\u{2066}c\u{200B}d", "東京電力株式会社 経理部",
      String(repeating: "x", count: 10_000), "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦 Ltd", "",
    ])
  func hostile(name: String) throws {
    for script in ["", "pfri⏎", "ctom⏎2pm", "pfri⏎⏎⏎"] {
      var plain = try CallBench(file: CallBench.file(name: name))
      var bench = try CallBench(file: CallBench.file(name: name, contact: name))
      plain.play(script)
      bench.play(script)
      let (frame, plainFrame, plainLines) = (bench.frame, plain.frame, plain.lines)
      for row in 0..<24 {
        let cells = frame.row(row)
        #expect(
          cells.allSatisfy {
            $0.glyph.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
          })
        let isName = plainLines[row].contains("Jane Doe") || row == 0
        if !isName { #expect(cells == plainFrame.row(row)) }
      }
    }
  }

  @Test(
    "a day of any year keeps to its column", arguments: [-1 << 31, -1_000_000, 0, 20_788, 2_932_896, 1 << 31])
  func anyYear(number: Int) {
    let day = CalendarDay(number: number)
    #expect((5...6).contains(day.compact(CalendarDay(number: 20_785)).count))
    #expect(day.dated.count == 9)
  }

  @Test("a contact with a hostile name can be picked and keeps its number")
  func pickHostile() throws {
    var bench = try CallBench(file: CallBench.file(contact: "Ja\u{202E}ne\u{1B}[31m"))
    bench.play("2pfri⏎§")
    #expect(try bench.record().phone == "+1 555 0101")
    #expect(try bench.record().contact == "Jane[31m")
  }
}

extension Frame {
  fileprivate func row(_ row: Int) -> [Cell] {
    Array(cells[row * size.columns..<(row + 1) * size.columns])
  }
}
