import Receivables
import SampleEntries
import Testing

@Suite("The text of an entry")
struct EntryTextTests {
  @Test("of a call with a promise is readable as it stands")
  func readable() throws {
    let friday = try day("2026-11-27")
    let covers = [
      CoveredInvoice(number: "INV 7", amount: Money(minor: 100_000, .usd), paid: 30_000),
      CoveredInvoice(number: "9", amount: Money(minor: 20_000, .usd)),
    ]
    let body = EntryBody([
      ContactRecord(
        action: "OUT", effects: [.worked, .rightParty, .leavesQueue], person: "Jane",
        note: "first line\nC:\\temp"),
      Outcome(result: "PP", reason: "cash_flow", invoices: ["INV 7"]),
      PromiseTerms(
        amount: Money(minor: 120_000, .usd), day: friday, method: "ach", covers: covers, graceDays: 2,
        tolerance: .init(basisPoints: 100, amount: 500),
        replaces: [
          .init(
            of: MatterID(EntryNumber(rawValue: 3), 2), invoice: "INV 7", amount: Money(minor: 50_000, .usd))
        ]),
      ContactStep(
        NextAction(
          .callBack, on: friday, at: TimeOfDay(hour: 14, minute: 5), zone: "America/New_York", offset: -18_000
        ), invoices: ["INV 8"]),
    ])
    #expect(
      body.text == """
        [contact]
        action OUT
        counts worked spoken leaves
        person Jane
        note first line\\nC:\\\\temp
        [outcome]
        result PP
        reason cash_flow
        about INV 7
        [promise]
        amount 1200.00 USD
        day 2026-11-27
        method ach
        covers INV 7 1000.00 USD
        found INV 7 300.00 0.00 USD
        covers 9 200.00 USD
        grace 2
        tolerance 100 5.00 USD
        replaces 3.2 INV 7 500.00 USD
        [step]
        do call_back
        day 2026-11-27
        time 14:05
        zone America/New_York
        offset -18000
        about INV 8
        """)
    #expect(try EntryBody(text: body.text) == body)
  }

  @Test("is read back as what was written")
  func roundTrip() throws {
    var random = Randomness(seed: 42)
    for _ in 0..<4_000 {
      let body = try RandomBody.make(&random)
      let read = try EntryBody(text: body.text)
      #expect(read == body)
      #expect(read.hashValue == body.hashValue)
      #expect(read.text == body.text)
    }
  }

  @Test("may hold lines of a later version, which are passed over")
  func laterLines() throws {
    let body = try EntryBody(
      text: "[contact]\naction OUT\nmood cheerful\n\nnote a\n[outcome]\nresult NA\nweather.sunny x")
    #expect(
      body == EntryBody([ContactRecord(action: "OUT", effects: [], note: "a"), Outcome(result: "NA")]))
  }

  @Test(
    "keeps a section of a later version byte for byte",
    arguments: [
      "[goods_back]\nuntil 2026-12-01\ncovers INV-1 5.00 USD",
      "[goods_back]", "[goods_back]\nflag\nempty \n  indented  twice  ", "[a b]\npath C:\\\\temp\\n\\t\\",
      "[goods_back]\nuntil x\n\n\nreason y\n", "[ü 日本]\nk v\r\nk v",
      "[contact]\naction OUT\n[goods_back]\nflag\n[outcome]\nresult NA", "[note]\ntext a\n[x]\n\\n \\q",
    ])
  func unknown(text: String) throws {
    let body = try EntryBody(text: text)
    #expect(body.first(UnknownSection.self) != nil)
    #expect(Array(body.text.utf8) == Array(text.utf8))
    #expect(EntryBody(stored: text) == body)
  }

  @Test("of another section of a later version is another entry")
  func unknownDiffers() throws {
    #expect(try EntryBody(text: "[x]\na 1") != EntryBody(text: "[x]\na 2"))
    #expect(try EntryBody(text: "[x]\na 1") != EntryBody(text: "[y]\na 1"))
    #expect(try EntryBody(text: "[x]\na 1") == EntryBody(text: "[x]\na 1"))
  }

  @Test(
    "that cannot be read is an error and no trap, and is shown as it stands",
    arguments: [
      "", "lines without a section", "note a\n[note]\ntext b",
      "[promise]\namount 12x USD\nday 2026-01-01\ngrace 2\ntolerance 0 0.00 USD",
      "[promise]\namount 12.00 USD\ngrace 2\ntolerance 0 0.00 USD",
      "[promise]\namount 99999999999999999999.00 USD\nday 2026-01-01\ngrace 2\ntolerance 0 0.00 USD",
      "[promise]\namount USD\nday 2026-01-01\ngrace 2\ntolerance 0 0.00 USD",
      "[promise]\namount 12.00 USD\nday 2026-01-01\ngrace 2",
      "[promise]\namount 12.00 USD\nday 2026-01-01\ngrace two\ntolerance 0 0.00 USD",
      "[promise]\namount 12.00 USD\nday 2026-01-01\ngrace 2\ntolerance 0 0.00 USD\ncovers A -1.00 USD",
      "[promise]\namount 12.00 USD\nday 2026-01-01\ngrace 2\ntolerance 0 0.00 USD\nfound A 1.00 0.00 USD",
      "[promise]\namount 12.00 USD\nday 2026-01-01\ngrace 2\ntolerance 0 0.00 USD\nreplaces 3 A 1.00 USD",
      "[promise]\namount 12.00 USD\nday 10000-01-01\ngrace 2\ntolerance 0 0.00 USD",
      "[step]\ndo call\nday 2026-02-30", "[step]\ndo wave\nday 2026-02-03", "[step]\nday 2026-02-03",
      "[step]\ndo call_back\nday 2026-02-03\ntime 24:00", "[step]\ndo call\nday 2026-02-03\noffset x",
      "[plan]\ncurrency USD\ninstalment 2026-02-03\ngrace 2",
      "[plan]\ncurrency USD\ninstalment 2026-02-03 -1.00 USD\ngrace 2",
      "[plan]\ncurrency USD\ninstalment 2026-02-03 1.00 EUR\ngrace 2",
      "[contact]\naction OUT\ncounts double", "[contact]\ncounts worked", "[outcome]\nreason x",
      "[dispute]\nreason price", "[hold]\nreason legal", "[snooze]\nreason x", "[reversal]\nreason x",
      "[withdrawal]\nmatter 12", "[change]\nkind dispute", "[change]\nmatter 12.1\nkind dispute\ndue soon",
      "[change]\nmatter 12.1\nkind dispute\naccepted INV-1 -1.00 USD",
      "[withdrawal]\nmatter 12.1.1", "[policy]\ndigest x", "[account]\nname x",
    ])
  func unreadable(text: String) throws {
    #expect(throws: EntryTextError.self) { try EntryBody(text: text) }
    let stored = EntryBody(stored: text)
    #expect(stored.unreadable != nil)
    #expect(stored.text == text)
  }

  @Test("that cannot be read stops nothing else on its account")
  func aroundUnreadable() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    let before = try account.picture("2026-05-04")
    try account.enter(EntryBody(stored: "[promise]\namount lots"), on: "2026-04-16")
    try account.enter(EntryBody(stored: "[goods_back]\nuntil 2026-12-01"), on: "2026-04-16")
    let after = try account.picture("2026-05-04")
    #expect(after.summary == before.summary)
    #expect(after.promises == before.promises)
    #expect(after.timeline.count == before.timeline.count + 2)
    let words = try after.file.entries.suffix(2).map { $0.body.line(policy: try .shipped) }
    #expect(words.allSatisfy { !$0.isEmpty })
  }

  @Test(
    "with a day at or beyond the end of the calendar reads back or is refused, and derives either way",
    arguments: ["9999-12-31", "9999-12-30", "0001-01-01"])
  func lastDay(iso: String) throws {
    for beyond in 0...1 {
      let last = try day(iso).advanced(by: beyond)
      var account = AccountSketch()
      let invoice = try account.invoice(100_000, due: "2026-04-01")
      let covers = account.file.covers([invoice], Money(minor: 100_000, .usd))
      let money = Money(minor: 100_000, .usd)
      let tolerance = PromiseTerms.Tolerance(basisPoints: 100, amount: 0)
      let sections: [any EntrySection] = [
        PromiseTerms(amount: money, day: last, covers: covers, graceDays: 2, tolerance: tolerance),
        PromiseTerms(
          kind: .saysPaid, amount: money, day: try day("2026-04-15"), covers: covers, graceDays: 2,
          tolerance: tolerance, checkOn: last), DisputeTerms(reason: "price", covers: covers, dueOn: last),
        PlanTerms(
          currency: .usd, instalments: [.init(due: last, amount: 100_000)], covers: covers, graceDays: 2),
        HoldTerms(reason: "legal", by: "Jane", until: last), ContactStep(NextAction(.call, on: last)),
        Snooze(until: last, reason: "away"),
      ]
      for section in sections {
        let body = EntryBody([
          ContactRecord(action: "OUT", effects: [.worked, .leavesQueue]), Outcome(result: "PP"), section,
        ])
        let stored = EntryBody(stored: body.text)
        #expect(stored == body || stored.unreadable != nil)
        #expect(beyond == 1 || stored == body)
        var written = account
        try written.enter(stored, on: "2026-04-15")
        #expect(try written.picture("2026-05-04").invoices.count == 1)
      }
    }
  }

  @Test("says which policy it adopts without being read")
  func adoption() {
    let text = EntryBody(PolicyAdoption(digest: "9f86", text: "a = 1\n[policy]\ndigest 60303\n")).text
    #expect(PolicyAdoption.isNamed("9f86", in: text))
    #expect(!PolicyAdoption.isNamed("9f8", in: text) && !PolicyAdoption.isNamed("60303", in: text))
    #expect(!PolicyAdoption.isNamed("9f86", in: EntryBody(Remark(text)).text))
  }

  @Test("of a draft's fields is read back")
  func drafts() throws {
    var random = Randomness(seed: 7)
    for _ in 0..<200 {
      var fields: [DraftName: String] = [:]
      for name: DraftName in ["note", "amount", "who", "date"] { fields[name] = RandomBody.text(&random) }
      let draft = CallDraft(
        action: ActionID(rawValue: "a"), account: AccountID(rawValue: 1), basedOn: 1, collector: "ann",
        fields: fields)
      #expect(CallDraft.fields(in: draft.fieldsText) == fields)
    }
  }
}
