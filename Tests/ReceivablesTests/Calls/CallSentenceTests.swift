import Receivables
import SampleEntries
import Testing

@Suite("A call in one line")
struct CallSentenceTests {
  private func account() throws -> AccountPicture {
    var account = AccountSketch()
    account.file.contacts = [Contact(name: "Jane Doe"), Contact(name: "Bob Roe")]
    try account.invoice(690_216, due: "2026-10-27", number: "INV-77")
    try account.invoice(1_500_000, due: "2026-11-07", number: "4711")
    return try account.picture("2026-11-26")
  }

  private func parts(_ line: String) throws -> [TypedCall.Part] {
    try CallSentence(on: try account(), policy: try .shipped).parts(of: line)
  }

  @Test(
    "each word is understood by what it is, in any order",
    arguments: [
      ("pp 12.5k fri ach jane", ["PP amount=12.5k date=fri method=ach contact=Jane Doe"]),
      ("PP jane ach fri 12.5k", ["PP amount=12.5k date=fri method=ach contact=Jane Doe"]),
      ("pp 15 15", ["PP amount=15 date=15"]),
      ("pp 500 usd 27 nov wire", ["PP amount=500 usd date=27 nov method=wire"]),
      ("pp fri inv-77 4711", ["PP date=fri invoices=INV-77 4711"]),
      ("pp fri #77 ref:TR-9", ["PP date=fri reference=TR-9 invoices=77"]),
      ("di inv-77 400 not delivered", ["DI amount=400 invoices=INV-77 dispute_reason=not delivered"]),
      ("cb tue 1400", ["CB date=tue time=1400"]),
      ("pl 3 weekly fri", ["PL date=fri instalments=3 weekly"]),
      (
        "ps y ach ref:TR-1 \"sent; by the bank\"",
        ["PS date=y method=ach reference=TR-1 note=sent; by the bank"]
      ),
      ("pp 12.5k fri ach less 2%", ["PP amount=12.5k date=fri method=ach discount=2%"]),
      (
        "pp less fee 40.00 until 27 nov fri jane",
        ["PP date=fri contact=Jane Doe discount=fee 40.00 until 27 nov"]
      ),
      ("pl 3 less 98 +5", ["PL date=+5 instalments=3 discount=98"]),
      ("pp 500 +60 late:\"a grant; in January\"", ["PP amount=500 date=+60 exception=a grant; in January"]),
      ("pp fri who:doe", ["PP date=fri contact=Jane Doe"]),
      ("pp fri who:\"roe bob\"", ["PP date=fri contact=Bob Roe"]),
      ("pp fri who:Wanda", ["PP date=fri contact=Wanda"]), ("pp fri who:jan", ["PP date=fri contact=jan"]),
      ("pl 500 weekly fri approved:Ann", ["PL date=fri instalments=500 weekly approval=Ann"]),
      ("pl inst:500 fri", ["PL date=fri instalments=500"]),
      (
        "pl 4 dec 1k, 18 dec 500, 8 jan jane", ["PL contact=Jane Doe instalments=4 dec 1k, 18 dec 500, 8 jan"]
      ),
      ("na", ["NA "]), ("pp fri in", ["PP date=fri action=IN"]),
      ("pp fri reason:di", ["PP date=fri reason=di"]), ("pp fri disputed", ["PP date=fri reason=disputed"]),
      ("rf cash flow who:Ann", ["RF contact=Ann reason=cash flow"]),
      (
        "pp 12.5k fri ach jane; di INV-77 400 price; cb tue 1400",
        [
          "PP amount=12.5k date=fri method=ach contact=Jane Doe",
          "DI amount=400 invoices=INV-77 dispute_reason=price", "CB date=tue time=1400",
        ]
      ),
    ])
  func understood(line: String, told: [String]) throws {
    let found = try parts(line).map { part in
      let texts = CallLine.allCases.compactMap { line in part.texts[line].map { "\(line.rawValue)=\($0)" } }
      return "\(part.result.code) \(texts.joined(separator: " "))"
    }
    func sorted(_ lines: [String]) -> [[String]] {
      lines.map { $0.split(separator: " ").map(String.init).sorted() }
    }
    #expect(sorted(found) == sorted(told))
  }

  @Test(
    "what is not understood is told with its place",
    arguments: [
      ("pp 12.5k fir", 9, "“fir” is not understood"), ("xx 12", 0, "“xx” is no result"),
      ("pp fri; zz", 8, "“zz” is no result"), ("pp fri mon", 7, "“mon” is not understood"),
      ("pp -5 fri", 3, "“-5” is Sat 21 Nov 2026, which has passed."),
      ("cb 2026-11-01 1400", 3, "“2026-11-01” is Sun 1 Nov 2026, which has passed."),
      ("na 400", 3, "“400” is not understood"), ("ps less 2%", 3, "“less” is not understood"),
      ("pp fri less x", 7, "“less” is not understood"), ("na amount:400", 3, "asks for no amount"),
      ("pp 400 amount:500 fri", 7, "Amount is “400” already"), ("", 0, "Type a result"),
      (" ; ;", 0, "Type a result"),
      ("na; pp 5k fri", 0, "NA, no answer, reached nobody"),
      ("pp 5k fri; vm", 11, "VM, left voicemail, reached nobody"),
      ("pp fri ach 500 di", 15, "“di” begins another outcome, DI, disputes: put ; before it"),
      ("pp fri cb tue", 7, "“cb” begins another outcome"),
      ("pp fri jane; cb tue 14 bob", 13, "Contact is said twice"),
    ])
  func misunderstood(line: String, place: Int, sentence: String) throws {
    let problem = try #require(throws: SentenceProblem.self) { try parts(line) }
    #expect(problem.place == place)
    #expect(problem.sentence.contains(sentence), "\(problem.sentence)")
    #expect(problem.description.hasSuffix("(at \(place + 1))"))
  }

  @Test("a line tells one entry, the same as the forms")
  func entry() throws {
    let line = "pp fri ach jane; di inv-77 400 price \"they will pay the rest\""
    let call = TypedCall(
      try parts(line), on: try account(), tagged: [], policy: try .shipped, zones: [:])
    let body = try call.told().body
    #expect(body.all(ContactRecord.self).map(\.person) == ["Jane Doe"])
    #expect(body.first(ContactRecord.self)?.note == "they will pay the rest")
    #expect(body.first(PromiseTerms.self)?.amount == Money(minor: 2_150_216, .usd))
    #expect(body.first(DisputeTerms.self)?.amount == Money(minor: 40_000, .usd))
  }
}
