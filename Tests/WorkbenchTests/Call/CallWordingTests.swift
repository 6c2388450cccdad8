import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("The words of the call form agree with what is saved")
struct CallWordingTests {
  private func row(_ label: String, _ bench: CallBench) -> String? {
    bench.lines.first { $0.hasPrefix(" \(label) ") }
  }

  @Test("resent invoices are asked about, as the customer is told")
  func resent() throws {
    var bench = try CallBench()
    bench.play("i")
    #expect(row("Then", bench)?.contains("check resent invoices on Wed 25 Nov") == true)
    #expect(row("Say", bench)?.contains("again and call") == true)
  }

  @Test("what a refusal proposes, and the gate that it skips, is said before it is saved")
  func proposed() throws {
    var bench = try CallBench()
    bench.play("funw")
    #expect(row("Ladder", bench)?.contains("final demand proposed, before its gate: ") == true)
    bench.play("§")
    let terms = try #require(bench.sent?.entry.body.first(EscalationTerms.self))
    #expect(terms.exception?.hasPrefix("before its gate: ") == true)
  }

  @Test(
    "what to ask is what the policy has for the result, else for every call, below the form or beside it",
    arguments: [
      ("d", "What is wrong, and on which invoices?"), ("f", "What would have to happen for you to pay?"),
      ("v", "When did you send your payment?"),
    ], [80, 140])
  func questions(_ asked: (key: String, first: String), columns: Int) throws {
    var bench = try CallBench(size: Size(columns: columns, rows: 40))
    bench.play(asked.key)
    let others = ["What is wrong", "What would have to", "When did you send"].filter {
      !asked.first.hasPrefix($0)
    }
    #expect(bench.lines.contains { $0.contains(asked.first) }, "\(bench.lines)")
    #expect(!bench.lines.contains { line in others.contains { line.contains($0) } })
  }

  @Test("a promise for more than is past due names what it covers", arguments: ["p", "y"])
  func beyondPastDue(key: String) throws {
    var bench = try CallBench()
    bench.play(key == "p" ? "pfri⏎1500" : "y3⏎fri⏎1500")
    #expect(row("Invoices", bench)?.contains("3 invoices, 1 700.00 USD, some not due") == true)
    #expect(row("Invoices", bench)?.contains("INV-77") == false, "those past due are not all of them")
    bench.press(.function(10))
    #expect(
      try (bench.record().outcome.promise?.invoices ?? bench.record().outcome.plan?.invoices)?.count == 3)
  }

  @Test("a contested part that is left out is said")
  func contested() throws {
    var file = CallBench.file()
    let dispute = ProposedDispute(
      reason: "price", amount: Money(minor: 30_000, CallBench.currency("USD")),
      invoices: [DocumentID(rawValue: 1)])
    let call = ProposedCall(action: "OUT", result: "DI", dispute: dispute)
    file.entries = [entry(1, try call.stored(in: file), file)]
    var bench = try CallBench(file: file)
    bench.play("p")
    #expect(row("Amount", bench)?.contains("900.00 USD, past due, not disputed") == true)
    #expect(row("Invoices", bench)?.contains("2 invoices, 900.00 USD not disputed") == true)
  }

  @Test("an entry that was taken back is marked among the last ones", arguments: [80, 132])
  func takenBack(columns: Int) throws {
    var file = CallBench.file()
    file.entries = [
      entry(1, .note("call after lunch"), file),
      entry(2, .reversal(of: EntryNumber(rawValue: 1), reason: "wrong account"), file),
    ]
    var bench = try CallBench(file: file, size: Size(columns: columns, rows: 43))
    bench.play("p")
    #expect(bench.lines.contains { $0.contains("omar  TAKEN BACK: a comment") })
  }

  @Test(
    "what is typed as a number does not change who is called",
    arguments: [("+1 555 9999 mobile", "Jane Doe"), ("+1 555 9999", "Jane Doe"), ("+1 555 0200", "Bob Roe")])
  func number(text: String, name: String) throws {
    var bench = try CallBench()
    bench.play("pfri")
    bench.press(.up, .up)
    bench.screen.form?.state.focus(on: "phone")
    bench.play(text)
    #expect(row("Number", bench)?.contains(name) == true)
    #expect(row("Number", bench)?.contains("not in the books") == (text != "+1 555 0200"))
    bench.press(.function(10))
    #expect(try bench.record().contact == name)
    #expect(try bench.record().phone == text)
  }

  @Test(
    "what cannot be dialled is no number, and is not saved",
    arguments: ["28 nov", "80k", "yesterday", "tomorrow 14h", "not +1 555 0100", "+1 555 0100, +1 555 0101"])
  func noNumber(text: String) throws {
    var bench = try CallBench()
    bench.play("pfri")
    bench.press(.up, .up)
    bench.screen.form?.state.focus(on: "phone")
    bench.play(text)
    bench.press(.function(10))
    #expect(bench.sent == nil)
    #expect(bench.screen.form?.focus == .phone)
    #expect(bench.message?.text.contains("Type +1 555 0100") == true, "\(bench.message?.text ?? "")")
  }

  @Test("what was saved is told to its end")
  func saved() throws {
    let file = CallBench.file()
    var bench = try CallBench(file: file)
    bench.play("gfri⏎§")
    let words = SavingWords(bench.sitting)
    let (entry, after) = bench.stored(try #require(bench.sent).entry, in: file)
    #expect(words.saved(entry, after).hasPrefix("Saved 1042: GK contact away until Fri 27 Nov. Next: "))
    let endless = self.entry(1, try ProposedCall(action: "OUT", result: "GK").stored(in: file), file)
    #expect(words.saved(endless, file) == "Saved 1042: GK contact away. Next: call, due since Tue 13 Oct.")
  }

  @Test("an attempt in vain leaves what was due, and the message says so")
  func inVain() throws {
    var file = CallBench.file()
    let callback = ProposedCall(
      action: "IN", result: "CB",
      next: NextAction(.callBack, on: CallBench.today, at: TimeOfDay(hour: 10, minute: 0)))
    file.entries = [entry(1, try callback.stored(in: file), file)]
    var bench = try CallBench(file: file)
    bench.play("n")
    let (entry, after) = bench.stored(try #require(bench.sent).entry, in: file)
    let said = SavingWords(bench.sitting).saved(entry, after)
    #expect(said == "Saved 1042: NA no answer. Next: call back on Mon 23 Nov 10:00.")
  }

  @Test(
    "days on which nobody pays are doubted in plans and payment runs, the first one by name",
    arguments: [
      ("y3 w⏎sat", "Sat 28 Nov is on a weekend"), ("y3⏎27 nov", "Sun 27 Dec is on a weekend"),
      ("rsun", "Sun 29 Nov is on a weekend"), ("rfri", nil), ("y3 w⏎fri", nil),
    ])
  func closedDays(script: String, doubt: String?) throws {
    var bench = try CallBench()
    bench.play(script)
    let checks = bench.lines.filter { $0.hasPrefix(" Check ") }
    #expect(checks.count == (doubt == nil ? 0 : 1))
    if let doubt { #expect(checks.first?.contains(doubt) == true) }
  }

  private func entry(_ number: Int64, _ body: EntryBody, _ file: AccountFile) -> JournalEntry {
    JournalEntry(
      number: EntryNumber(rawValue: number), action: ActionID(rawValue: "\(number)"), recorded: CallBench.now,
      day: CallBench.today.advanced(by: -1), actor: "om", collector: "omar", account: file.customer.id,
      body: body)
  }
}
