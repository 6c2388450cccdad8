import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Calls logged from the queue")
struct CallThroughDeskTests {
  /// Twelve accounts that are past due.
  private func bench() throws -> DeskBench {
    try DeskBench((1...12).map { Book.account($0, "Customer \($0)", [(-40, 100_000 * $0), (-9, 5_000)]) })
  }

  @Test("ten accounts in a row, ten results, never back to the queue by hand")
  func tenInARow() throws {
    var bench = try bench()
    let scripts: [(result: String, keys: [Key], most: Int)] = [
      ("NA", keys("cn"), 2), ("PP", keys("cpfri⏎§"), 8), ("VM", keys("cv"), 2), ("BZ", keys("cb"), 2),
      ("CB", keys("cctom⏎1400§"), 20), ("DI", keys("cd70⏎400⏎price§"), 20), ("HU", keys("ch"), 2),
      ("RF", keys("cfunw§"), 20), ("PS", keys("csy§"), 20), ("SK", keys("ckunk§"), 20),
    ]
    var worked: [AccountID] = []
    for script in scripts {
      #expect(script.keys.count <= script.most)
      let before = bench.office.files
      for key in script.keys { try bench.press(key) }
      let changed = bench.office.files.filter { file in !before.contains(file) }
      let file = try #require(changed.first, "\(script.result): \(bench.message)")
      let call = try #require(file.entries.last).body
      #expect(changed.count == 1)
      #expect(call.outcome?.result == script.result)
      #expect(call.next(bench.office.policy) != nil)
      worked.append(file.customer.id)
      #expect(bench.message.contains("Saved \(file.customer.number)"))
    }
    #expect(Set(worked).count == 10)
    #expect(bench.office.files.allSatisfy { $0.entries.count <= 1 })
  }

  @Test("after a wrong number the account stays, and where it was the only one a new one is asked for")
  func wrongNumber() throws {
    var files = (1...3).map { Book.account($0, "Customer \($0)", [(-40, 100_000 * $0)]) }
    for place in files.indices {
      files[place].contacts = [
        Contact(name: "Jane Doe", phones: [Phone(number: "+1 555 0100"), Phone(number: "+1 555 0101")])
      ]
    }
    var bench = try DeskBench(files)
    let first = bench.desk.sitting.list.selected
    try bench.type("cw")
    #expect(bench.lines.contains { $0.contains("What came of it?") })
    #expect(!bench.message.contains("No number"))
    try bench.type("w")
    #expect(bench.message.contains("No number is left to call here: e adds one."), "\(bench.message)")
    #expect(bench.desk.sitting.list.selected == first)
    try bench.type("e")
    #expect(bench.lines.contains { $0.contains("Person at") })
  }

  @Test(
    "a letter for the results never ends up in a field of what was left there before",
    arguments: [false, true])
  func draftPresent(onTheAccount: Bool) throws {
    var bench = try bench()
    try bench.type("cpfri")
    try bench.press(.escape, .escape)
    #expect(bench.message.contains("draft is kept"))
    if onTheAccount { try bench.press(.enter) }
    try bench.type("c")
    #expect(bench.message.contains("What you typed here for PP is kept; Enter goes on with it."))
    #expect(bench.lines.contains { $0.contains("What came of it?") })
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("Fri 27 Nov 2026") })
    try bench.press(.escape, .escape)
    try bench.type("cn")
    #expect(bench.lines.contains { $0.contains("NA  no answer") })
    #expect(!bench.lines.contains { $0.contains("frin") || $0.contains("n fri") })
    try bench.press(.function(10))
    #expect(bench.message.contains("NA no answer"))
    #expect(bench.office.files.flatMap(\.entries).count == 1)
  }

  @Test("a colleague's entry in between: told what, nothing lost, saved with F10")
  func stale() throws {
    var bench = try bench()
    try bench.type("cpfri")
    try bench.press(.enter)
    let account = try #require(opened(bench))
    bench.office.write(.note("They moved to Leeds."), by: "omar", on: account)
    try bench.press(.function(10))
    #expect(bench.message.contains("omar logged a comment"))
    #expect(bench.office.file(account)?.entries.count == 1)
    try bench.press(.function(10))
    let entries = try #require(bench.office.file(account)?.entries)
    try #require(entries.count == 2)
    #expect(entries[1].body.promise?.day == Book.today.advanced(by: 4))
  }

  @Test("a colleague's entry shows as soon as it is written, before anything is saved")
  func meanwhile() throws {
    var bench = try bench()
    try bench.type("cpfri")
    let account = try #require(opened(bench))
    bench.office.write(.note("They moved to Leeds."), by: "omar", on: account)
    try bench.send(.changedElsewhere)
    #expect(bench.message.contains("omar logged a comment"))
    #expect(bench.lines.contains { $0.contains("Fri 27 Nov 2026, in 4 days") })
    try bench.press(.function(10))
    #expect(bench.office.file(account)?.entries.count == 2)
  }

  @Test("a call that is open when the day or the policy changes is saved by the new ones")
  func newDay() throws {
    var bench = try bench()
    try bench.type("cH")
    let account = try #require(opened(bench))
    let tomorrow = Book.today.advanced(by: 1)
    let book = BookState(name: "small book", isEmpty: false, booksDay: Book.today)
    bench.office.today = tomorrow
    try bench.send(.began(tomorrow, book))
    try bench.send(
      .notRecorded(
        NewEntry(
          action: ActionID(rawValue: "x"), account: account, day: Book.today, collector: "jane",
          body: .note("")), "Not saved."))
    #expect(bench.message == "Not saved.")
    var policy = bench.desk.sitting.policy
    policy.restDays += 3
    try bench.send(.adopted(policy))
    #expect(bench.desk.sitting.pictures.picture(of: bench.office.files[0], asOf: tomorrow) == nil)
    try bench.press(.function(10))
    let entry = try #require(bench.office.file(account)?.entries.last)
    #expect(entry.day == tomorrow)
    let step = try #require(entry.body.step)
    #expect(step.day == policy.calendar.day(1, businessDaysAfter: tomorrow))
  }

  @Test("a draft that could not be kept is said, and kept at the next field")
  func notKept() throws {
    var bench = try bench()
    try bench.type("cpfri")
    try bench.press(.enter)
    guard case .write(.saveDraft(let draft))? = bench.effects.last else {
      Issue.record("\(bench.effects)")
      return
    }
    try bench.send(.notKept(draft.action, "The disk is full."))
    #expect(bench.message == "The disk is full.")
    try bench.press(.enter)
    guard case .write(.saveDraft(draft))? = bench.effects.last else {
      Issue.record("not kept again: \(bench.effects)")
      return
    }
  }

  @Test("leaving with a draft and logging a call there again goes on with it")
  func resume() throws {
    var bench = try bench()
    try bench.type("cpfri")
    try bench.press(.enter)
    try bench.type("700")
    try bench.press(.escape, .escape)
    #expect(bench.message.contains("draft is kept"))
    try bench.type("c")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("Fri 27 Nov 2026, in 4 days") })
    #expect(bench.lines.contains { $0.contains("700.00 USD") })
    try bench.press(.function(10))
    #expect(bench.message.contains("Saved"))
    try bench.press(.function(7))
    try bench.type("c")
    #expect(bench.lines.contains { $0.contains("What came of it?") })
  }

  private func opened(_ bench: DeskBench) -> AccountID? {
    bench.office.files.first { bench.lines[0].contains($0.customer.number) }?.customer.id
  }

  /// ⏎ is Enter, § is ctrl-s.
  private func keys(_ script: String) -> [Key] {
    script.map { $0 == "⏎" ? .enter : $0 == "§" ? .control("s") : .character($0) }
  }
}
