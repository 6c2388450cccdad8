import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("The mouse on the call log")
struct CallPointingTests {
  @Test(
    "a click selects what is drawn there, a second one opens it", arguments: ["BZ", "SK", "PP", "PL", "HU"])
  func menu(code: String) throws {
    var bench = try CallBench()
    let place = try #require(bench.place(of: "\(code)  "))
    bench.point(.click(place))
    #expect(bench.screen.menu.selected?.code == code)
    #expect(bench.screen.form == nil)
    bench.point(.click(place))
    #expect(bench.screen.form?.result.code == code)
    #expect(bench.sent == nil)
  }

  @Test("a click beside the results does nothing")
  func beside() throws {
    var bench = try CallBench()
    let before = bench.screen.menu
    bench.point(.click(try #require(bench.place(of: "Will pay"))))
    bench.point(.click(Position(column: 79, row: 0)))
    #expect(bench.screen.menu == before)
  }

  @Test("a click on a field puts the cursor there and keeps what was typed")
  func field() throws {
    var bench = try CallBench()
    bench.play("pfri")
    bench.point(.click(try #require(bench.place(of: "Method"))))
    #expect(bench.screen.form?.focus == .method)
    #expect(bench.drafts.last?.fields["date"] == "fri")
    bench.point(.wheel(1, at: Position(column: 5, row: 5)))
    #expect(bench.screen.form?.focus == .method, "the wheel turns the account over")
  }
}
