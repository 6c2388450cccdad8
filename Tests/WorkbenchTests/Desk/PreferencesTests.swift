import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("How the desk looks is remembered")
struct PreferencesTests {
  @Test("theme, view, order and pane are kept as soon as they are chosen")
  func kept() throws {
    var bench = try DeskBench(Book.six(), size: Size(columns: 140, rows: 40))
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("oname")
    try bench.press(.enter)
    try bench.type("tlight")
    try bench.press(.enter)
    try bench.type("w")
    let remembered = bench.passedOn.compactMap {
      if case .terminal(.remember(let preferences)) = $0 { preferences } else { nil }
    }
    var expected = Preferences()
    (expected.view, expected.order, expected.theme, expected.hidesPane) = (.all, .name, "light", true)
    #expect(remembered.last == expected)
    #expect(remembered.count == 4)
  }

  @Test("they come back from their text, and what a version does not know changes nothing")
  func text() throws {
    var preferences = Preferences()
    (preferences.view, preferences.order, preferences.theme, preferences.hidesPane) = (
      .disputes, .oldest, "high contrast", true
    )
    preferences.ringsForCallbacks = true
    #expect(Preferences(text: preferences.text) == preferences)
    #expect(Preferences(text: "view zzz\norder\nlater thing\n") == Preferences())
  }

  @Test("a sitting begins as the last one was left")
  func begins() throws {
    var bench = try DeskBench(Book.six())
    var preferences = Preferences()
    (preferences.view, preferences.order) = (.all, .name)
    bench.desk.sitting.take(preferences)
    #expect(bench.desk.sitting.list.query.view == .all && bench.desk.sitting.list.query.order == .name)
  }
}
