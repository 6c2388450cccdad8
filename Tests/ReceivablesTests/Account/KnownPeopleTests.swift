import Receivables
import SampleEntries
import Testing

@Suite("Whom there is to call")
struct KnownPeopleTests {
  /// Jane with two numbers and Bob without one are in the books.
  private var account = AccountSketch()

  init() throws {
    account.file.contacts = [
      Contact(
        name: "Jane Doe", role: "treasurer",
        phones: [Phone(number: "+1 555 0100"), Phone(number: "+1 555 0101")]),
      Contact(name: "Bob Roe"),
    ]
    try account.invoice(100_000, due: "2026-04-01")
  }

  private func people(_ asOf: String = "2026-05-01") throws -> [Contact] {
    try account.picture(asOf).contacts
  }

  private func told(_ account: AccountSketch, _ asOf: String = "2026-05-01") throws -> [String] {
    try account.picture(asOf).contacts.map { contact in
      ([contact.headline]
        + contact.phones.map { [$0.number, $0.note].compactMap { $0 }.joined(separator: " ") })
        .joined(separator: " | ")
    }
  }

  @Test("are the people of the books while nothing else was learned")
  func books() throws {
    #expect(try people() == account.file.contacts)
  }

  @Test("takes what was learned as of its day, and loses it when the entry is taken back")
  func asOf() throws {
    var account = account
    var record = PersonRecord("Jane Doe", role: "controller")
    record.phones = [Phone(number: "+1 555 0142", label: "mobile", source: "the switchboard")]
    record.hours = "9-17"
    let entry = try account.enter(EntryBody(record), on: "2026-04-10")
    let before = ["Jane Doe, treasurer | +1 555 0100 | +1 555 0101", "Bob Roe"]
    #expect(try told(account, "2026-04-09") == before)
    #expect(
      try told(account, "2026-04-10") == [
        "Jane Doe, controller | +1 555 0100 | +1 555 0101 | +1 555 0142 mobile, from the switchboard",
        "Bob Roe",
      ])
    #expect(try account.picture("2026-04-10").contacts[0].hours == "9-17")
    try account.enter(.reversal(of: entry, reason: "mistake"), on: "2026-04-11")
    #expect(try told(account, "2026-04-11") == before)
  }

  @Test("knows somebody by every name they had, whatever the next import brings")
  func renamed() throws {
    var account = account
    try account.enter(EntryBody(PersonRecord("Jane Roe", formerName: "jane  doe")), on: "2026-04-10")
    var left = PersonRecord("Jane Doe")
    left.standing = .left
    try account.enter(EntryBody(left), on: "2026-04-11")
    #expect(try told(account) == ["Bob Roe", "Jane Roe, treasurer, has left | +1 555 0100 | +1 555 0101"])
    // Both names in the books are one person.
    account.file.contacts.append(Contact(name: "Jane Roe", phones: [Phone(number: "+1 555 0103")]))
    #expect(
      try told(account) == [
        "Bob Roe", "Jane Roe, treasurer, has left | +1 555 0100 | +1 555 0101 | +1 555 0103",
      ])
  }

  @Test(
    "corrects one part at a time",
    arguments: [
      ("email jane@acme.example", \Contact.email, "jane@acme.example"), ("role", \.role, nil),
      ("role chief", \.role, "chief"), ("zone Europe/Berlin", \.timeZone, "Europe/Berlin"),
      ("best mornings", \.bestTime, "mornings"), ("language de", \.language, "de"),
      ("hours 8-12", \.hours, "8-12"),
    ] as [(String, any KeyPath<Contact, String?> & Sendable, String?)])
  func parts(line: String, part: any KeyPath<Contact, String?> & Sendable, value: String?) throws {
    var account = account
    try account.enter(try EntryBody(text: "[person]\nname Jane Doe\n\(line)"), on: "2026-04-10")
    #expect(try account.picture("2026-04-10").contacts[0][keyPath: part] == value)
    #expect(try account.picture("2026-04-10").contacts[0].phones.count == 2)
  }

  @Test("drops a number that is not theirs any more, however it is written")
  func dropped() throws {
    var account = account
    var record = PersonRecord("Jane Doe")
    record.dropped = ["(555) 0100"]
    record.phones = [Phone(number: "001 555 0101", label: "desk")]
    try account.enter(EntryBody(record), on: "2026-04-10")
    #expect(try told(account)[0] == "Jane Doe, treasurer | 001 555 0101 desk")
  }

  @Test("puts whoever is to be called first before the others, and whoever may not be called last")
  func order() throws {
    var account = account
    for (name, rank, standing) in [
      ("Bob Roe", 1, nil), ("Nora", 1, nil), ("Jane Doe", nil, .doNotCall),
    ] as [(String, Int?, ContactStanding?)] {
      var record = PersonRecord(name)
      (record.rank, record.standing) = (rank, standing)
      try account.enter(EntryBody(record), on: "2026-04-10")
    }
    #expect(try account.picture("2026-05-01").contacts.map(\.name) == ["Nora", "Bob Roe", "Jane Doe"])
    #expect(try account.picture("2026-05-01").contacts.map(\.rank) == [1, 2, nil])
  }

  @Test(
    "never offers somebody first who has left or is not to be called",
    arguments: [ContactStanding.left, .doNotCall])
  func neverFirst(standing: ContactStanding) throws {
    var account = account
    var record = PersonRecord("Jane Doe")
    record.standing = standing
    try account.enter(EntryBody(record), on: "2026-04-10")
    let picture = try account.picture("2026-04-10")
    #expect(Callee.usual(of: picture)?.name == "Bob Roe")
    let moment = Moment(now: Instant(milliseconds: 0))
    #expect(Callee.all(of: picture).last?.words(moment).contains(try #require(standing.words)) == true)
    account.file.contacts.removeLast()
    #expect(Callee.usual(of: try account.picture("2026-04-10")) == nil)
  }

  @Test(
    "takes a number that was dialled and that nobody has as one of whoever was called",
    arguments: [
      ("+1 555 0177", "Jane", "NA", ["Jane | +1 555 0177 from call of Fri 10 Apr"]),
      ("+1 555 0177", "Jane Doe", "NA", []),
      ("+1 555 0177", nil, "VM", ["name not known | +1 555 0177 from call of Fri 10 Apr"]),
      ("+1 555 0100", "Nora", "NA", []), ("(555) 0100", "Nora", "NA", []), ("ext 12", "Nora", "NA", []),
      ("+1 555 0177", "Nora", "WN", []),
    ] as [(String, String?, String, [String])])
  func dialled(number: String, person: String?, result: String, more: [String]) throws {
    var account = account
    let record = ContactRecord(action: "OUT", effects: try .shipped(result), person: person, phone: number)
    let entry = try account.enter(EntryBody([record, Outcome(result: result)]), on: "2026-04-10")
    let isJanes = person == "Jane Doe"
    let jane =
      "Jane Doe, treasurer | +1 555 0100 | +1 555 0101"
      + (isJanes ? " | +1 555 0177 from call of Fri 10 Apr" : "")
    #expect(try told(account) == [jane, "Bob Roe"] + more)
    #expect(try told(account, "2026-04-09").count == 2)
    try account.enter(.reversal(of: entry, reason: "mistake"), on: "2026-04-11")
    #expect(try account.picture("2026-05-01").contacts == account.file.contacts)
  }

  @Test("gives a name to whoever was only a number")
  func named() throws {
    var account = account
    let call = ContactRecord(action: "OUT", effects: try .shipped("NA"), phone: "+1 555 0177")
    try account.enter(EntryBody([call, Outcome(result: "NA")]), on: "2026-04-10")
    let known = try #require(try account.picture("2026-04-11").contacts.last)
    let body = try ProposedPerson(known, name: "Nora").completed(for: account.picture("2026-04-11"))
    try account.enter(body, on: "2026-04-11")
    #expect(try told(account).last == "Nora | +1 555 0177 from call of Fri 10 Apr")
  }

  @Test("refuses what says nobody or nothing")
  func refused() throws {
    let picture = try account.picture("2026-04-10")
    let jane = picture.contacts[0]
    var strange = ProposedPerson(jane)
    strange.numbers.dropped = ["+1 555 0999"]
    for person in [ProposedPerson(), ProposedPerson(jane), ProposedPerson(name: "bob roe"), strange] {
      #expect(throws: CallProblem.self) { try person.completed(for: picture) }
    }
  }

  @Test(
    "reads numbers with what they are",
    arguments: [
      ("+1 555 0100", ["+1 555 0100"], []),
      ("+1 555 0100 mobile, 030/1234567 front desk", ["+1 555 0100 mobile", "030/1234567 front desk"], []),
      ("not +1 555 0100; +1 555 0101", ["+1 555 0101"], ["+1 555 0100"]), ("", [], []),
    ] as [(String, [String], [String])])
  func numbers(text: String, added: [String], dropped: [String]) throws {
    let numbers = try TypedNumbers.read(text)
    #expect(numbers.added.map { [$0.number, $0.label].compactMap { $0 }.joined(separator: " ") } == added)
    #expect(numbers.dropped == dropped)
  }

  @Test("refuses what is no way to reach anybody")
  func unreachable() {
    for text in ["mobile", "12", "not Jane"] {
      #expect(throws: TypingProblem.self) { try TypedNumbers.read(text) }
    }
    for text in ["9", "17-9", "9-25", "a-b", "9-17-18"] {
      #expect(throws: TypingProblem.self) { try TypedReach.hours(text) }
    }
    for text in ["jane", "jane@", "a b@c", "a@b@c"] {
      #expect(throws: TypingProblem.self) { try TypedReach.email(text) }
    }
    for text in ["Berlin", "Europe/Ber lin", "../etc"] {
      #expect(throws: TypingProblem.self) { try TypedReach.zone(text) }
    }
  }

  @Test("are found by name, address and number of all that was ever said")
  func searched() throws {
    var account = account
    var record = PersonRecord("Nora Quill", phones: [Phone(number: "+49 30 1234-567")])
    record.email = "nora@acme.example"
    try account.enter(EntryBody(record), on: "2026-04-10")
    try account.call("NA", on: "2026-04-11", phone: "+1 (555) 0177")
    let lines = Set(account.file.searchedLines.map(\.text))
    #expect(
      lines.isSuperset(of: ["Nora Quill", "nora@acme.example", "49301234567", "+49 30 1234-567", "15550177"]))
  }

  @Test("a wrong number without any number here is not saved")
  func noNumberToMark() throws {
    var account = account
    account.file.contacts = [Contact(name: "Bob Roe")]
    let picture = try account.picture("2026-04-10")
    let call = ProposedCall(action: "OUT", outcomes: [ProposedOutcome("WN")])
    let policy = try Policy.shipped
    #expect(throws: CallProblem.self) { try call.completed(for: picture, policy: policy) }
    let rule = try #require(policy.result("WN"))
    let problem = #expect(throws: LineProblem.self) {
      try TypedCall([.init(rule, [:])], on: picture, tagged: [], policy: policy, zones: [:]).completed()
    }
    #expect(problem?.field == .phone)
    let typed = try TypedCall(
      [.init(rule, [.phone: "+1 555 0100"])], on: picture, tagged: [], policy: policy, zones: [:]
    ).completed()
    #expect(typed.body.first(ContactRecord.self)?.phone == "+1 555 0100")
  }
}
