import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("An account")
struct AccountTests {
  @Test("shows standing, aging and its parts", arguments: Golden.sizes)
  func looks(size: Size) throws {
    var bench = try DeskBench(try Self.book(), size: size)
    try bench.press(.enter)
    for section in ["invoices", "timeline", "promises", "people"] {
      try Golden.check(bench.frame, "account-\(section)-\(size.columns)x\(size.rows)")
      try bench.press(.tab)
    }
  }

  @Test("tags all that are due, a range, and says how much that is")
  func tagging() throws {
    var bench = try DeskBench(try Self.book())
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("3 due · 13 200.00 USD + 400.00 CAD · 0 tagged") })
    try bench.type("a")
    #expect(bench.lines.contains { $0.contains("3 tagged, 13 200.00 USD + 400.00 CAD") })
    try bench.type("a")
    #expect(bench.lines.contains { $0.contains("0 tagged") })
    try bench.press(.character(" "), .down)
    try bench.type("T")
    #expect(bench.lines.count { $0.hasPrefix("*") } == 3)
  }

  @Test("sorts and filters the invoices and keeps the cursor on its own")
  func sorting() throws {
    var bench = try DeskBench(try Self.book())
    try bench.press(.enter, .down)
    #expect(bench.cursorLine.contains("INV-11"))
    try bench.type("s")
    #expect(bench.message == "Invoices largest first.")
    #expect(bench.cursorLine.contains("INV-11"))
    let numbers = bench.lines.compactMap { line in
      ["INV-10", "INV-11", "INV-15", "CA-16"].first { line.contains("  \($0) ") || line.hasPrefix("  \($0)") }
    }
    #expect(numbers == ["CA-16", "INV-10", "INV-15", "INV-11"], "by currency, the largest first")
    try bench.type("f")
    #expect(bench.message == "Invoices: past due.")
    #expect(bench.lines.contains { $0.contains("past due: 3 of 4") })
    #expect(!bench.lines.contains { $0.hasPrefix("  INV-15") })
  }

  @Test("the story shows everything, or what people wrote, or money only")
  func storyParts() throws {
    var bench = try DeskBench(try Self.book())
    try bench.press(.enter, .tab)
    #expect(bench.lines.contains { $0.contains("payment PAY-1") })
    try bench.type("f")
    #expect(!bench.lines.contains { $0.contains("payment PAY-1") })
    #expect(bench.lines.contains { $0.contains("PP promise to pay") })
    try bench.type("f")
    #expect(bench.lines.contains { $0.contains("payment PAY-1") })
    #expect(!bench.lines.contains { $0.contains("PP promise to pay") })
  }

  @Test("an invoice that was searched for is the one under the cursor")
  func found() throws {
    var bench = try DeskBench(try Self.book())
    try bench.type("/inv-15")
    try bench.press(.enter, .enter)
    #expect(bench.cursorLine.contains("INV-15"))
  }

  @Test("amounts that do not fit are said, and the account as it was before is not shown")
  func overflow() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter)
    let shown = bench.lines[0]
    var file = bench.office.files[0]
    file.version += 1
    for id in Int64(1)...2 { file.invoices.append(Book.invoice(900 + id, "HUGE-\(id)", due: -10, .max)) }
    try bench.send(.account(file))
    #expect(bench.message.contains("\(file.customer.number) \(file.customer.name) cannot be shown: "))
    #expect(bench.lines[0] != shown)
    #expect(bench.lines[0].contains("my queue"))
  }

  @Test("tagged invoices go into the call")
  func tags() throws {
    var bench = try DeskBench(try Self.book())
    try bench.press(.enter, .down, .character(" "))
    #expect(bench.lines.contains { $0.hasPrefix("*") && $0.contains("INV-11") })
    try bench.press(.function(6))
    try bench.type("p")
    #expect(bench.lines.contains { $0.contains("INV-11, 800.00 USD, tagged") })
  }

  @Test(
    "goes to the next and the previous account without the queue",
    arguments: [
      [Key.function(8), .function(7)], [.character("J"), .character("K")],
      [.character("]"), .character("[")],
    ])
  func neighbours(keys: [Key]) throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter)
    try bench.press(keys[0])
    #expect(bench.lines[0].contains("2 of 4 · 1005"))
    try bench.press(keys[1])
    #expect(bench.lines[0].contains("1 of 4 · 1001"))
    try bench.press(keys[1])
    #expect(bench.message.contains("first account"))
    try bench.press(.escape)
    #expect(bench.cursorLine.contains("Muster"))
  }

  @Test("lists the instalments of a plan above the promises, and tells its rhythm in the story")
  func plan() throws {
    var file = Book.account(1, "Muster AG", [(-33, 1_000_000)])
    let plan = try ProposedPlan(
      splitting: Money(minor: 1_000_000, Book.usd), into: 3, first: Book.today.advanced(by: 4),
      every: .weekly,
      invoices: [file.invoices[0].id])
    let call = ProposedCall(
      action: "OUT", result: "PL", plan: plan, next: NextAction(.checkPlan, on: Book.today.advanced(by: 4)))
    file.entries = [Book.entry(1, on: 1, 0, try call.stored(in: file))]
    var bench = try DeskBench([file])
    try bench.type("vall acc")
    try bench.press(.enter, .enter, .tab)
    #expect(bench.lines.contains { $0.contains("10 000.00 USD in 3 weekly from Fri 27 Nov") })
    try bench.press(.tab)
    #expect(bench.lines.contains { $0.contains("[Promises 0, plans 1]") })
    #expect(
      bench.lines.contains { $0.hasPrefix("plan      10 000.00 USD active") && $0.contains("3 weekly") })
    #expect(bench.lines.contains { $0.hasPrefix("27 Nov 26  3 333.33 USD due") })
    #expect(
      bench.lines.contains { $0.contains("11 Dec 26  3 333.34 USD due") && $0.contains("instalment 3 of 3") })
  }

  @Test("a plan that was broken or agreed anew says so in every line, and nothing of it reads as due")
  func endedPlans() throws {
    var file = Book.account(1, "Muster AG", [(-120, 900_000)])
    func plan(_ days: [Int]) -> EntryBody {
      let amount = Money(minor: 900_000, Book.usd)
      return EntryBody(
        PlanTerms(
          currency: Book.usd,
          instalments: days.map { .init(due: Book.today.advanced(by: $0), amount: 300_000) },
          covers: file.covers([file.invoices[0].id], amount), graceDays: 2, breaksAfter: 2))
    }
    file.entries = [
      Book.entry(1, on: 1, -90, plan([-60, -30, 10])), Book.entry(2, on: 1, -40, plan([-30, -10, 20])),
    ]
    var bench = try DeskBench([file])
    try bench.type("vall acc")
    try bench.press(.enter, .enter, .tab, .tab)
    #expect(bench.lines.contains { $0.contains("[Promises 0, plans 2]") })
    let lines = bench.lines.filter { $0.dropFirst(9).hasPrefix(" 3 000.00 USD") || $0.hasPrefix("plan ") }
    let states = ["broken", "missed", "missed", "broken", "replaced", "missed", "replaced", "replaced"]
    #expect(lines.count == states.count)
    for (line, state) in zip(lines, states) { #expect(line.contains("USD \(state)"), "\(line)") }
    var wide = try DeskBench([file], size: Size(columns: 132, rows: 43))
    try wide.type("vall acc")
    try wide.press(.enter, .enter)
    #expect(wide.lines.contains { $0.contains("9 000.00 USD replaced") }, "\(wide.lines)")
    #expect(wide.lines.contains { $0.contains("3 000.00 USD broken") }, "\(wide.lines)")
    #expect(!wide.lines.contains { $0.contains("3 000.00 USD due") })
  }

  @Test("says of a discount until when it is, and in list and story when it has lapsed", arguments: [3, -2])
  func discount(days: Int) throws {
    var file = Book.account(1, "Muster AG", [(-33, 1_000_000)])
    let amount = Money(minor: 1_000_000, Book.usd)
    let until = Book.today.advanced(by: days)
    let terms = PromiseTerms(
      amount: amount, day: Book.today.advanced(by: 4), covers: file.covers([file.invoices[0].id], amount),
      graceDays: 2, tolerance: .init(basisPoints: 100, amount: 0),
      incentive: Incentive(.discount, Money(minor: 20_000, Book.usd), until: until))
    file.entries = [Book.entry(1, on: 1, -5, EntryBody(terms))]
    var bench = try DeskBench([file])
    try bench.type("vall acc")
    try bench.press(.enter, .enter, .tab)
    #expect(bench.lines.contains { $0.contains("discount of 200.00 USD lapsed") } == (days < 0))
    try bench.press(.tab)
    let told = days < 0 ? "200.00 off lapsed \(until.short)" : "200.00 off by \(until.short)"
    #expect(bench.lines.contains { $0.contains(told) }, "\(bench.lines)")
    var wide = try DeskBench([file], size: Size(columns: 132, rows: 43))
    try wide.type("vall acc")
    try wide.press(.enter, .enter)
    #expect(wide.lines.contains { $0.contains(days < 0 ? "discount of 200.00 USD" : "200.00 USD off if") })
  }

  @Test("says whom to dial, and the figures that a call is about, above everything")
  func figures() throws {
    var bench = try DeskBench(try Self.book())
    try bench.press(.enter)
    #expect(bench.lines[1].hasPrefix("☎ +49 30 1234  Anna Schmidt"))
    #expect(bench.lines[1].contains("net 30 · 79 % limit"))
    #expect(bench.lines[2].hasPrefix("TO COLLECT") && bench.lines[2].contains("PROMISES"))
    #expect(bench.lines[3].contains("12 400.00 USD") && bench.lines[3].contains("0 of 1 kept"))
    #expect(bench.lines.contains { $0.hasPrefix("WHY   promise broken") })
    #expect(bench.lines.contains { $0.hasPrefix("LAST  ") })
  }

  @Test("says what was paid, and in which currency, where the books know only the invoice")
  func payments() throws {
    var file = try Self.book()[0]
    file.applications = [
      Application(
        id: 1, invoice: DocumentID(rawValue: 160), source: .payment, dated: Book.today.advanced(by: -400),
        amount: 12_345),
      Application(
        id: 2, invoice: DocumentID(rawValue: 160), source: .payment, dated: Book.today.advanced(by: -3),
        amount: -2_345, reverses: 1),
    ]
    var bench = try DeskBench([file], size: Size(columns: 132, rows: 43))
    try bench.press(.enter, .tab)
    #expect(bench.lines.contains { $0.contains("19 Oct 25 books     paid 123.45 CAD, invoice CA-16") })
    #expect(bench.lines.contains { $0.contains("taken back -23.45 CAD, invoice CA-16") })
  }

  @Test("copies the number of the selected invoice")
  func copies() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter, .down)
    try bench.type("y")
    #expect(bench.passedOn.last == .terminal(.copy("INV-11")))
  }

  @Test("takes in what somebody else wrote, without moving")
  func refreshes() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter, .tab)
    bench.office.write(.note("called the director"), by: "bob", on: AccountID(rawValue: 1))
    try bench.send(.changedElsewhere)
    #expect(bench.lines.contains { $0.contains("called the director") })
    #expect(bench.lines.contains { $0.contains("[Story 2]") })
  }

  @Test("every line of a long story can be reached")
  func longStory() throws {
    var file = Book.account(1, "Muster AG", [(-5, 100)])
    file.entries = (1...60).map { number in
      Book.entry(Int64(number), on: 1, -1, .note("note \(number) " + String(repeating: "word ", count: 40)))
    }
    var bench = try DeskBench([file])
    try bench.press(.enter, .tab)
    var seen = Set<String>()
    for _ in 0..<60 {
      for line in bench.lines { seen.formUnion(line.split(separator: " ").map(String.init)) }
      try bench.press(.pageDown)
    }
    #expect((1...60).allSatisfy { seen.contains(String($0)) })
  }

  /// The account with something in every part.
  static func book() throws -> [AccountFile] {
    var file = try Book.six()[0]
    let freight = try Book.six()[4]
    file.customer.terms = .net(30)
    file.customer.creditLimit = Money(minor: 2_000_000, Book.usd)
    file.customer.timeZone = "Europe/Berlin"
    file.customer.paymentRun = .weekly(.thursday)
    file.contacts = freight.contacts
    file.invoices.append(Book.invoice(150, "INV-15", due: 12, 300_000))
    file.invoices.append(Book.invoice(160, "CA-16", due: -8, 40_000, Book.cad))
    file.credits = [
      Credit(
        id: DocumentID(rawValue: 170), number: "PAY-1", kind: .payment, dated: Book.today.advanced(by: -2),
        amount: Money(minor: 25_000, Book.usd), method: "ach")
    ]
    file.entries.append(
      Book.entry(2, on: 1, -3, by: "bob", try Book.promise(80_000, on: 4, for: [101], of: file)))
    file.entries.append(
      Book.entry(
        3, on: 1, -1,
        try ProposedCall(
          action: "OUT", result: "WN", phone: "+49 170 99",
          note: "Nobody of that name.\nAsk the office for the new number.",
          next: NextAction(.call, on: Book.today)
        ).stored(in: file)))
    return [file]
  }
}
