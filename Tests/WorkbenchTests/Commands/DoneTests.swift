import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

/// A command that has a row but that nobody carries out would look alive in help and do nothing.
@Suite("Every command does something wherever a key asks for it")
struct DoneTests {
  /// A desk where every command of a scope can be done: amid a search, an account, a form.
  private func bench(in scope: Scope) throws -> DeskBench {
    guard scope != .start else { return try DeskBench([]) }
    var files = try Book.six()
    var file = Book.account(
      3, "Milton Tools", [(-33, 500_000), (-30, 100), (-29, 100), (-28, 100), (-27, 100)])
    file.contacts = [
      Contact(name: "Jane", phones: [Phone(number: "+1 555 0100"), Phone(number: "+1 555 0101")])
    ]
    let promises = try [(1, 300, 500_000), (2, 301, 100)].map { number, invoice, minor in
      Book.entry(
        Int64(number), on: 3, -3,
        try Book.promise(Int64(minor), on: 4, for: [Int64(invoice)], of: file))
    }
    file.entries = promises + [Book.entry(3, on: 3, -3, Book.dispute(50, on: 302, of: file))]
    files[2] = file
    var bench = try DeskBench(files, size: Size(columns: 132, rows: 43))
    try bench.type("/100")
    try bench.press(.enter)
    try bench.type("oname")
    try bench.press(.enter, .home)
    while !bench.cursorLine.contains("Milton") { try bench.press(.down) }
    switch scope {
    case .account: try bench.press(.enter, .down, .down)
    case .callMenu:
      try bench.press(.function(6))
      try bench.type("pfri")
      try bench.press(.escape)
    case .call:
      try bench.press(.function(6))
      try bench.type("pfri")
      try bench.press(.enter, .enter)
    case .form:
      try bench.type("x")
      try bench.press(.tab)
    case .choice: try bench.type("x")
    default: break
    }
    return bench
  }

  /// Where what holds everywhere has to mean something too.
  private static let screens: [Scope] = [.queue, .account]

  @Test(
    "on the screens, and in small forms", arguments: screens + [.start, .callMenu, .call, .form, .choice])
  func done(scope: Scope) throws {
    let table = CommandTable.standard
    let screen = try bench(in: scope)
    var commands = 0
    for row in table.rows(in: scope) {
      let own = row.bindings.contains { $0.scopes.contains(scope) }
      guard own || Self.screens.contains(scope) else { continue }
      // The field of a few values is the first one of its form.
      guard scope != .choice || row.id != .previousField else { continue }
      // Payments of a day stand in another part of the account: StoryTests opens them.
      guard scope != .account || row.id != .details else { continue }
      var start = screen
      // What somebody wrote stands in the story.
      if row.id == .correct { try start.press(.tab) }
      let situation = start.desk.screens.top.situation(start.desk.sitting)
      let isForm = scope == .form || scope == .choice
      #expect(isForm || table.reason(row.id, in: situation) == nil, "\(row.id) is tried where it can be done")
      var bench = start
      let before = bench.frame.roleLetters() + bench.lines + ["\(bench.frame.cursor)"]
      try bench.press(try #require(row.keys(in: scope).first))
      let after = bench.frame.roleLetters() + bench.lines + ["\(bench.frame.cursor)"]
      #expect(before != after || !bench.effects.isEmpty, "\(row.id) does nothing in \(scope)")
      commands += 1
    }
    #expect(commands > 1)
  }
}
