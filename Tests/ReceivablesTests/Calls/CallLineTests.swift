import Receivables
import Testing

@Suite("Calls in one line")
struct CallLineTests {
  private func read(_ line: String) throws -> [CallRecord] {
    var account = SampleAccount()
    account.contacts.append(Contact(name: "Bob Jansen"))
    return try CallLine.read(line, for: account.picture, policy: try SampleAccount.policy())
  }

  @Test(
    "are understood in any order",
    arguments: [
      ("pp all fri ach jane", "PP promise to pay 1 250.00 USD on Fri 27 Nov by ACH · Jane"),
      ("PP jane fri ach 0.5k", "PP promise to pay 500.00 USD on Fri 27 Nov by ACH · Jane"),
      ("pp 1200 30 check", "PP promise to pay 1 200.00 USD on Mon 30 Nov by check"),
      ("pp 12.50 fri #4712", "PP promise to pay 12.50 USD on Fri 27 Nov"),
      ("in pp full +3", "PP promise to pay 1 250.00 USD on Tue 24 Nov"),
      (
        "pp all 2027-03-05 : budget year ends",
        "PP promise to pay 1 250.00 USD on Fri 5 Mar · budget year ends"
      ),
      ("di 4711 400 price", "DI disputes 400.00 USD, price"), ("di price 4711", "DI disputes, price"),
      ("cb tue 1400 bob", "CB asked to be called back Tue 24 Nov 14:00 · Bob Jansen"),
      ("cb 24 9 @Kim", "CB asked to be called back Tue 24 Nov 09:00 · Kim"), ("na", "NA no answer"),
      ("na : rang out", "NA no answer · rang out"),
      ("pl 3 fri", "PL plan agreed 1 250.00 USD in 3 from Fri 27 Nov"),
      ("pl 1k 4 t", "PL plan agreed 1 000.00 USD in 4 from Sat 21 Nov"),
      ("rf cash", "RF refuses to pay · cash flow"),
      ("ps fri wire R-77", "PS says payment is sent 1 250.00 USD on Fri 20 Nov by wire, reference R-77"),
      ("in HG-1204", "IN insolvency notice · Reference: HG-1204"), ("gk 30 nov", nil),
    ] as [(String, String?)])
  func single(line: String, summary: String?) throws {
    guard let summary else {
      #expect(throws: CallLineProblem.self) { try read(line) }
      return
    }
    let policy = try SampleAccount.policy()
    #expect(try read(line).map { $0.summaryLine(policy: policy) } == [summary])
  }

  @Test("may be several, each complete")
  func several() throws {
    let records = try read("pp 500 fri ach jane; di 4712 100 price ; cb tue 1400;")
    #expect(records.map(\.result) == ["PP", "DI", "CB"])
    #expect(records.allSatisfy { $0.next != nil })
    #expect(records[0].promise?.invoices == ids(1, 2))
    #expect(records[1].dispute?.invoices == ids(2))
  }

  @Test("know the rhythm of a plan")
  func rhythm() throws {
    let days = try read("pl 3 fri fortnightly").first?.plan?.instalments.map(\.due.iso)
    #expect(days == ["2026-11-27", "2026-12-11", "2026-12-25"])
  }

  @Test(
    "name the word that means nothing",
    arguments: [
      ("xx", 1, "xx"), ("na; pp all fir", 2, "fir"), ("pp all fri gold", 1, "gold"), ("na 1200", 1, "1200"),
      ("pp 4711 fri", 1, "4711"), ("di #99 price", 1, "#99"), ("pp 1200 1300 fri", 1, "1300"), ("", 1, nil),
      (";;", 1, nil),
      ("pp all", 1, nil), ("na; ;na", 2, nil), ("cb tue", 1, nil), ("pp 99k fri", 1, nil), (": note", 1, nil),
    ] as [(String, Int, String?)])
  func problems(line: String, call: Int, word: String?) throws {
    do {
      _ = try read(line)
      Issue.record("“\(line)” was understood")
    } catch let problem as CallLineProblem {
      #expect(problem.call == call)
      #expect(problem.word == word)
    }
  }

  @Test("never trap, whatever is typed")
  func hostile() throws {
    let words = [
      "pp", "di", "cb", "pl", "ps", "in", "OUT", "all", "fri", "1200", "99999999999999999999", "+9999",
      "-9999w", "12.5k", "9e9",
      "#", "@", ":", ";", "4711", "#4711", "price", "ach", "31/12", "0", "", "\u{202E}", "1400", "eom",
      "9999-12-31", "0001-01-01",
    ]
    var random = Randomness(seed: 8)
    for _ in 0..<1_500 {
      let line = (0..<random.below(7)).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      _ = try? read(line)
    }
  }
}
