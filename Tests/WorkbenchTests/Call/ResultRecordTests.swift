import Receivables
import SampleEntries
import Settings
import Testing
import TextScreen

@testable import Workbench

@Suite("From keys to the record of every result")
struct ResultRecordTests {
  /// Keys, ⏎ for Enter and § for ctrl-s, and what they record besides who was called.
  struct Case: Sendable {
    var keys: String
    var change: @Sendable (inout ProposedCall) -> Void

    init(_ keys: String, _ change: @escaping @Sendable (inout ProposedCall) -> Void) {
      self.keys = keys
      self.change = change
    }
  }

  static let today = CallBench.today
  static let usd = CallBench.currency("USD")
  static let past = [DocumentID(rawValue: 1), DocumentID(rawValue: 2)]

  static func day(_ days: Int) -> CalendarDay { today.advanced(by: days) }

  /// What is past due and not covered, 400.00 CAD at least, is called about on the next business day.
  static let rest = NextAction(.call, on: day(1))

  /// Monday 23 November 2026; Thursday 26 is a holiday.
  static let cases: [String: Case] = [
    "NA": Case("n") { $0.outcome.next = NextAction(.call, on: day(1)) },
    "BZ": Case("b") { $0.outcome.next = NextAction(.call, on: day(0)) },
    "VM": Case("v") { $0.outcome.next = NextAction(.call, on: day(2)) },
    "LM": Case("lMia§") {
      $0.contact = "Mia"
      $0.outcome.next = NextAction(.call, on: day(2))
    },
    "WN": Case("w") { $0.outcome.next = NextAction(.call, on: day(0)) },
    "GK": Case("g+9§") { $0.outcome.next = NextAction(.call, on: day(9)) },
    "PP": Case("pfri⏎⏎ach§") {
      $0.outcome.promise = ProposedPromise(
        amount: Money(minor: 120_000, usd), day: day(4), method: "ach", invoices: past)
      $0.outcome.next = rest
    },
    "PD": Case("tfri⏎700⏎cash f§") {
      $0.outcome.promise = ProposedPromise(amount: Money(minor: 70_000, usd), day: day(4), invoices: past)
      $0.outcome.reason = "cash_flow"
      $0.outcome.next = NextAction(.call, on: day(4))
    },
    "PS": Case("sfri⏎chec⏎No 81§") {
      $0.outcome.promise = ProposedPromise(
        kind: .saysPaid, amount: Money(minor: 120_000, usd), day: day(-3), method: "check",
        reference: "No 81",
        invoices: past)
      $0.outcome.next = rest
    },
    "PR": Case("r3 dec§") { $0.outcome.next = NextAction(.checkRun, on: day(10)) },
    "WA": Case("aMr Big§") {
      $0.contact = "Mr Big"
      $0.outcome.next = NextAction(.call, on: day(4))
    },
    "NR": Case("i78⏎new@muster.example§") {
      $0.outcome.invoices = [DocumentID(rawValue: 2)]
      $0.note = "Send to: new@muster.example"
      $0.outcome.next = NextAction(.resend, on: day(2))
    },
    "DI": Case("d77⏎400⏎price§") {
      $0.outcome.invoices = [DocumentID(rawValue: 1)]
      $0.outcome.dispute = ProposedDispute(
        reason: "price", amount: Money(minor: 40_000, usd), invoices: [DocumentID(rawValue: 1)])
      $0.outcome.next = rest
    },
    "PL": Case("y↑77⏎3⏎+8§") {
      let due = [day(8), day(8).advanced(byMonths: 1), day(8).advanced(byMonths: 2)]
      $0.outcome.plan = ProposedPlan(
        currency: usd,
        instalments: zip(due, [33_333, 33_333, 33_334]).map { .init(due: $0.0, amount: $0.1) },
        invoices: [DocumentID(rawValue: 1)])
      $0.outcome.invoices = [DocumentID(rawValue: 1)]
      $0.outcome.next = rest
    },
    "CB": Case("ctom⏎2pm§") {
      $0.outcome.next = NextAction(
        .callBack, on: day(1), at: TimeOfDay(hour: 14, minute: 0), zone: "America/New_York", offset: -18_000)
    },
    "RF": Case("funw§") {
      $0.outcome.reason = "unwilling"
      $0.outcome.next = NextAction(.escalate, on: day(0))
    },
    "UF": Case("ucash_flow§") {
      $0.outcome.reason = "cash_flow"
      $0.outcome.next = NextAction(.call, on: day(1))
    },
    "IN": Case("o12 IN 4/26⏎20 nov§") {
      $0.note = "Reference: 12 IN 4/26\nDate: Fri 20 Nov 2026"
      $0.outcome.next = NextAction(.legal, on: day(0))
    },
    "HU": Case("h") { $0.outcome.next = NextAction(.call, on: day(1)) },
    "SK": Case("kunknown§") {
      $0.outcome.reason = "unknown"
      $0.outcome.next = NextAction(.call, on: day(1))
    },
  ]

  @Test("every result of these is in the shipped policy")
  func complete() throws {
    #expect(try Set(Self.cases.keys).isSubset(of: PolicyFile.shipped().results.map(\.code)))
  }

  @Test("keys make exactly this record", arguments: cases.keys.sorted())
  func record(code: String) throws {
    let given = try #require(Self.cases[code])
    var bench = try CallBench()
    bench.play(given.keys)
    var expected = ProposedCall(
      action: "OUT", result: code, contact: "Jane Doe", phone: "+1 555 0100", started: CallBench.now,
      ended: CallBench.now)
    given.change(&expected)
    #expect(try bench.record() == expected, "\(bench.message?.text ?? "")")
    let sent = try #require(bench.sent)
    #expect(sent.basedOn == 5)
    #expect(sent.entry.day == Self.today)
    #expect(sent.entry.collector == "jane")
  }

  @Test("a capital letter opens the form for a note first")
  func noteFirst() throws {
    var bench = try CallBench()
    bench.play("NRang ten times.⏎")
    #expect(try bench.record().note == "Rang ten times.")
    #expect(try bench.record().outcome.result == "NA")
  }

  @Test("the cursor and Enter pick a result too")
  func cursor() throws {
    var bench = try CallBench()
    bench.press(.down, .down, .enter)
    #expect(try bench.record().outcome.result == "BZ")
  }

  @Test("an amount in another currency covers the invoices of that currency")
  func otherCurrency() throws {
    var bench = try CallBench()
    bench.play("pfri⏎300 cad§")
    let promise = try #require(try bench.record().outcome.promise)
    #expect(promise.amount == Money(minor: 30_000, CallBench.currency("CAD")))
    #expect(promise.invoices == [DocumentID(rawValue: 3)])
  }

  @Test("tagged invoices are what is promised")
  func tagged() throws {
    var bench = try CallBench(tagged: [2])
    bench.play("pfri⏎§")
    let promise = try #require(try bench.record().outcome.promise)
    #expect(promise.amount == Money(minor: 20_000, Self.usd))
    #expect(promise.invoices == [DocumentID(rawValue: 2)])
  }

  @Test("a promise beyond the longest range asks for a reason, and keeps it")
  func late() throws {
    var bench = try CallBench()
    bench.play("p+45§")
    #expect(bench.sent == nil)
    #expect(bench.screen.form?.focus == .exception)
    bench.play("waits for a grant§")
    #expect(try bench.record().outcome.promise?.exception == "waits for a grant")
  }

  @Test("invoices picked from the list are covered")
  func pickInvoices() throws {
    var bench = try CallBench()
    bench.play("pfri⏎⏎⏎")
    bench.press(.function(4), .character(" "), .enter)
    #expect(bench.screen.form?.text(.invoices) == "INV-78")
    bench.play("§")
    #expect(try bench.record().outcome.promise?.invoices == [DocumentID(rawValue: 2)])
  }

  @Test(
    "a wrong field gets the cursor and a sentence; nothing is sent",
    arguments: [
      ("pfir§", CallLine.date), ("pfri⏎12.x§", .amount), ("pfri⏎⏎zinc§", .method), ("tfri⏎§", .amount),
      ("d§", .invoices), ("d77§", .disputeReason), ("y§", .instalments), ("ctom§", .time), ("g§", .date),
      ("d77⏎4000⏎price§", .amount), ("k§", .reason), ("i79§", .invoices),
    ])
  func wrongField(keys: String, field: CallLine) throws {
    var bench = try CallBench()
    bench.play(keys)
    #expect(bench.sent == nil)
    #expect(bench.screen.form?.focus == field)
    #expect(bench.message?.kind == .failure)
    #expect(bench.message?.text.isEmpty == false)
  }

  @Test("hundreds of picked invoices are all kept, and all of them is a word")
  func pickMany() throws {
    var file = CallBench.file()
    file.invoices = (100..<700).map { id in
      Invoice(
        id: DocumentID(rawValue: id), number: "NUMBER-\(id)", issued: Self.day(-70), due: Self.day(-40),
        original: Money(minor: 100, Self.usd))
    }
    var bench = try CallBench(file: file)
    bench.play("pfri⏎⏎⏎")
    bench.press(.function(4), .end, .character(" "), .enter)
    #expect(bench.screen.form?.text(.invoices).split(separator: " ").count == 599)
    bench.play("§")
    #expect(try bench.record().outcome.promise?.invoices.count == 599)
    bench = try CallBench(file: file)
    bench.play("d")
    bench.press(.function(4), .character("a"), .enter)
    #expect(bench.screen.form?.text(.invoices) == "all")
  }

  @Test("plans are monthly unless said otherwise", arguments: [("3", 31), ("3 weekly", 7), ("3 fort", 14)])
  func rhythm(typed: String, days: Int) throws {
    var bench = try CallBench()
    bench.play("y\(typed)⏎+8§")
    let plan = try #require(try bench.record().outcome.plan)
    #expect(plan.instalments[0].due.distance(to: plan.instalments[1].due) == days)
  }

  @Test(
    "a time is read on both clocks when they differ",
    arguments: [
      ("2pm", 3_600, "14:00 in New York, 20:00 here"),
      ("2000", 3_600, "20:00 in New York, 02:00 here next day"),
      ("1am", -28_800, "01:00 in New York, 22:00 here day before"),
      ("2pm", -18_000, "14:00"), ("2pm", nil, "14:00 in New York"),
    ] as [(String, Int?, String)])
  func bothClocks(typed: String, home: Int?, reading: String) throws {
    var bench = try CallBench()
    bench.sitting.moment.localOffset = home
    bench.play("ctom⏎\(typed)")
    #expect(bench.lines.contains { $0.hasSuffix(reading) })
  }

  @Test("a dispute is about the only invoice past due, which shows before anything is typed")
  func onlyPastDue() throws {
    var file = CallBench.file()
    file.invoices.removeAll { [2, 3].contains($0.id.rawValue) }
    var bench = try CallBench(file: file)
    bench.play("d")
    #expect(bench.lines.contains { $0.contains("INV-77, 1 000.00 USD, past due") })
    bench.play("⏎⏎price§")
    #expect(try bench.record().outcome.dispute?.invoices == [DocumentID(rawValue: 1)])
  }

  @Test(
    "an unknown text in a field with a list says what to do in two lines",
    arguments: ["xyz", String(repeating: "long ", count: 30), "p", "o"])
  func unknownReason(typed: String) throws {
    var bench = try CallBench()
    bench.play("pfri⏎⏎⏎⏎\(typed)")
    let first = try #require(bench.lines.firstIndex { $0.hasPrefix(" Why unpaid  “") })
    let said = bench.lines[first...].prefix { !$0.hasPrefix(" Check") && !$0.hasPrefix(" Ask") }
    #expect(said.count <= 2)
    #expect(said.joined().contains("F4") || said.joined().contains("could be"))
  }

  @Test("digits on the menu say who is called")
  func callee() throws {
    var bench = try CallBench()
    bench.play("3n")
    #expect(try bench.record().contact == "Bob Roe")
    #expect(try bench.record().phone == "+1 555 0200")
  }
}
