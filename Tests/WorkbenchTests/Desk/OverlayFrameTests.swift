import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("What is laid over a screen")
struct OverlayFrameTests {
  /// What is pressed on the queue, by the name of the picture.
  static let scripts: [String: [Key]] = [
    "commands": [.character(":")], "views": [.character("v")], "orders": [.character("o")],
    "colours": [.character("t")], "search": [.character("/")], "as-of": [.character("D")],
    "undo": [.character("c"), .character("n"), .escape, .character("u")],
    "discard": [.character("c"), .character("p"), .character("f"), .control("x")],
    "results": [.character("c"), .function(4)],
    "methods": [.character("c"), .character("p"), .enter, .enter, .function(4)],
    "invoices": [.character("c"), .character("d"), .function(4)],
    "help": [.character("?")], "account-help": [.enter, .character("?"), .down, .down, .down],
    "found": [.character("/")] + "12 400".map { .character($0) } + [.enter],
    "story-search": [.enter, .tab, .character("/"), .character("s"), .character("i"), .enter],
  ]

  @Test("is readable at every size", arguments: scripts.keys.sorted(), Golden.sizes)
  func golden(name: String, size: Size) throws {
    var bench = try DeskBench(Book.six(), size: size)
    for key in try #require(Self.scripts[name]) { try bench.press(key) }
    try Golden.check(bench.frame, "over-\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(
    "and so is every small form", arguments: Inquiries.all.map(\.name.text), Golden.sizes)
  func form(name: String, size: Size) throws {
    var form = try FormBench(try #require(DraftName(name)))
    try form.desk.send(.input(.resize(size)))
    try Golden.check(form.desk.frame, "form-\(name)-\(size.columns)x\(size.rows)")
  }
}
