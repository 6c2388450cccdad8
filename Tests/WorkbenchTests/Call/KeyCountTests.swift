import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Hands on the call log: the key that opens it counts as one")
struct KeyCountTests {
  @Test("no answer costs two keys and is saved at once")
  func noAnswer() throws {
    var bench = try CallBench()
    bench.type("n")
    #expect(bench.presses + 1 == 2)
    let record = try bench.record()
    #expect(record.outcome.result == "NA")
    #expect(record.contact == "Jane Doe")
    #expect(record.phone == "+1 555 0100")
    #expect(record.outcome.next == NextAction(.call, on: CallBench.today.advanced(by: 1)))
  }

  @Test("voicemail costs two keys and is saved at once")
  func voicemail() throws {
    var bench = try CallBench()
    bench.type("v")
    #expect(bench.presses + 1 == 2)
    #expect(try bench.record().outcome.result == "VM")
  }

  @Test("a callback costs nine keys")
  func callback() throws {
    var bench = try CallBench()
    bench.play("ctom⏎14§")
    #expect(bench.presses + 1 == 9)
    let next = try #require(try bench.record().outcome.next)
    #expect(next.kind == .callBack && next.time == TimeOfDay(hour: 14, minute: 0))
  }

  @Test("a dispute of a part and a promise of the rest cost at most twenty keys in one call")
  func disputeAndPromise() throws {
    var bench = try CallBench()
    bench.play("d77⏎400⏎pr~pfri§")
    #expect(bench.presses + 1 <= 20)
    let body = try #require(bench.sent).entry.body
    #expect(body.first(DisputeTerms.self)?.amount == Money(minor: 40_000, CallBench.currency("USD")))
    #expect(body.first(PromiseTerms.self)?.amount == Money(minor: 80_000, CallBench.currency("USD")))
    #expect(body.all(ContactRecord.self).count == 1)
  }

  @Test("a customer who calls in is at the form of a call for the keys of the name and three more")
  func inbound() throws {
    var bench = try DeskBench(Book.six())
    let name = "muster"
    try bench.type("/\(name)")
    try bench.press(.enter)
    try bench.type("c")
    #expect(bench.lines[0].contains("Call 1001 Muster AG"))
  }

  @Test(
    "a promise of all that is past due for Friday costs six keys, by F10 or by ctrl-s", arguments: ["§", "⇓"])
  func promise(save: String) throws {
    var bench = try CallBench()
    bench.play("pfri\(save)")
    #expect(bench.presses + 1 == 6)
    let friday = CallBench.today.advanced(by: 4)
    let record = try bench.record()
    let promise = try #require(record.outcome.promise)
    #expect(promise.day == friday)
    #expect(promise.amount == Money(minor: 120_000, CallBench.currency("USD")))
    #expect(promise.invoices == [DocumentID(rawValue: 1), DocumentID(rawValue: 2)])
    // 400.00 CAD are past due too, and nothing was said about them.
    #expect(record.outcome.next == NextAction(.call, on: CallBench.today.advanced(by: 1)))
  }

  @Test("three instalments cost eight keys, because the cursor stands on the first field without a default")
  func instalments() throws {
    var bench = try CallBench()
    bench.play("y3⏎fri§")
    #expect(bench.presses + 1 == 8)
    let plan = try #require(try bench.record().outcome.plan)
    #expect(plan.instalments.count == 3 && plan.instalments[0].due == CallBench.today.advanced(by: 4))
    #expect(plan.invoices == [DocumentID(rawValue: 1), DocumentID(rawValue: 2)])
  }

  @Test("a discount is one line above the others, and costs nobody else a key")
  func discount() throws {
    var bench = try CallBench()
    bench.play("pfri")
    #expect(!bench.lines.contains { $0.hasPrefix(" Discount") })
    bench.play("↑↑↑↑2%§")
    let promise = try #require(bench.sent?.entry.body.first(PromiseTerms.self))
    #expect(promise.incentive?.amount == Money(minor: 2_400, CallBench.currency("USD")))
    #expect(promise.incentive?.until == promise.day && promise.incentive?.basisPoints == 200)
  }

  @Test("a discount beyond what the policy allows asks who approved it, and nothing is saved until then")
  func approvedDiscount() throws {
    var bench = try CallBench()
    bench.play("pfri↑↑↑↑5%§")
    #expect(bench.sent == nil)
    #expect(bench.screen.form?.focus == .approval)
    #expect(bench.lines.contains { $0.hasPrefix(" Discount    5%") })
    bench.play("Ann Lee§")
    #expect(bench.sent?.entry.body.first(PromiseTerms.self)?.incentive?.approvedBy == "Ann Lee")
  }

  @Test("a count that is typed into the invoices is no ending of a number")
  func singleDigit() throws {
    var bench = try CallBench()
    bench.play("d7⏎")
    #expect(bench.lines.contains { $0.contains("No open invoice is called “7”") })
    bench.press(.up)
    bench.play("7")
    #expect(bench.lines.contains { $0.hasPrefix(" Invoices    77") && $0.contains("INV-77") })
  }

  @Test("Enter saves on the last field and nowhere else")
  func enter() throws {
    var bench = try CallBench()
    bench.type("pfri")
    var count = 0
    while bench.sent == nil, count < 20 {
      #expect(bench.screen.form?.state.isOnLastField == (count == 5))
      bench.press(.enter)
      count += 1
    }
    #expect(count == 6)
  }

  @Test("Enter takes no result that nobody moved to")
  func strayEnter() throws {
    var bench = try CallBench()
    #expect(!bench.screen.keyBar.contains(.take))
    bench.press(.enter, .enter, .up, .enter)
    #expect(bench.sent == nil && bench.screen.form == nil)
    #expect(bench.message?.text.contains("No result is marked") == true)
    bench.press(.down)
    #expect(bench.screen.keyBar.first == .take)
    bench.press(.enter)
    #expect(try bench.record().outcome.result == "NA")
  }

  @Test("Down stops at the last field and never saves")
  func down() throws {
    var bench = try CallBench()
    bench.type("pfri")
    for _ in 0..<20 { bench.press(.down) }
    #expect(bench.sent == nil)
    #expect(bench.screen.form?.focus == .note)
  }
}
