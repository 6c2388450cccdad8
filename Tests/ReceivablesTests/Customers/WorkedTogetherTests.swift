import Receivables
import Testing

/// Books of two customers as one account: what both have counts once, and nobody is asked for what one list knows to be
/// paid.
struct WorkedTogetherTests {
  @Test("everything of both is there, and says whose it is")
  func both() throws {
    var file = try Self.file("1", [("A", 100)])
    file.take(try Self.file("2", [("B", 70)]), as: Self.second)
    #expect(file.invoices.map(\.number).sorted() == ["A", "B"])
    #expect(Set(file.invoices.map(\.id)).count == 2)
    let b = try #require(file.invoices.first { $0.number == "B" })
    #expect(file.owner(of: b.id) == Self.second)
    let a = try #require(file.invoices.first { $0.number == "A" })
    #expect(file.owner(of: a.id) == nil)
    #expect(file.version == 2)
  }

  @Test(
    "an invoice that both have counts once, by the books in which less is open",
    arguments: [(0, 0, 100), (40, 0, 60), (0, 40, 60), (100, 0, 0), (0, 100, 0), (30, 40, 60)])
  func once(_ own: Int64, _ others: Int64, _ open: Int64) throws {
    var file = try Self.file("1", [("A", 100)], paid: own)
    file.take(try Self.file("2", [("A", 100)], paid: others), as: Self.second)
    #expect(file.invoices.count == 1)
    let applied = file.applications.reduce(0) { $0 + $1.amount }
    #expect(100 - applied == open)
    // Money that came is put against it or was never there twice.
    let received = file.credits.reduce(0) { $0 + $1.amount.minor }
    #expect(received == applied)
  }

  @Test("another invoice of the same number has the customer's behind it")
  func renamed() throws {
    var file = try Self.file("1", [("A", 100)])
    file.take(try Self.file("2", [("A", 70)]), as: Self.second)
    #expect(file.invoices.map(\.number).sorted() == ["A", "A/2"])
  }

  @Test("a payment that waits in one list and is put against something in the other counts once")
  func credit() throws {
    var file = try Self.file("1", [("A", 100)], paid: 100)
    var other = try Self.file("2", [("B", 70)])
    other.credits = [
      Credit(
        id: DocumentID(rawValue: 9), number: "P", kind: .payment, dated: try day("2026-09-10"),
        amount: Money(minor: 100, .usd))
    ]
    file.take(other, as: Self.second)
    #expect(file.credits.map(\.number) == ["P"])
    #expect(file.applications.count == 1)
  }

  @Test("people are taken over once")
  func people() throws {
    let jo = Contact(name: "Jo", email: "jo@elm.example", phones: [Phone(number: "+49 30 5550101")])
    var same = jo
    same.phones = [Phone(number: "030 5550101")]
    var (file, other) = (try Self.file("1", []), try Self.file("2", []))
    file.contacts = [jo]
    other.contacts = [same, Contact(name: "Al")]
    file.take(other, as: Self.second)
    #expect(file.contacts.map(\.name) == ["Jo", "Al"])
  }

  @Test("a relation holds until a newer entry of the pair, or until it is taken back")
  func spans() throws {
    func entry(_ number: Int64, _ body: EntryBody) throws -> JournalEntry {
      JournalEntry(
        number: EntryNumber(rawValue: number), action: ActionID(random: 0, UInt64(number)),
        recorded: Instant(milliseconds: 0), day: try day("2026-11-02"), actor: "a", collector: "a",
        account: AccountID(rawValue: 1), body: body)
    }
    func relation(_ kind: CustomerRelation.Kind, _ other: String) -> EntryBody {
      EntryBody(
        CustomerRelation(
          kind, of: AccountName(number: "1", title: ""), to: AccountName(number: other, title: "")))
    }
    let spans = RelationSpan.all(in: [
      try entry(1, relation(.same, "2")), try entry(2, relation(.branch, "3")),
      try entry(3, relation(.different, "2")),
      try entry(4, EntryBody(Reversal(of: EntryNumber(rawValue: 3), reason: "wrong"))),
      try entry(5, EntryBody(Reversal(of: EntryNumber(rawValue: 2), reason: "wrong"))),
    ])
    let told = spans.map { span in
      "\(span.relation.kind) \(span.relation.other.number) \(span.from.rawValue)-\(span.to?.rawValue ?? 0)"
    }
    #expect(told == ["same 2 1-3", "branch 3 2-5", "different 2 3-4", "same 2 4-0"])
  }

  private static let second = RelatedCustomer(
    AccountName(number: "2", title: "Elm Limited"), standing: .together(.same))

  private static func file(
    _ number: String, _ invoices: [(number: String, amount: Int64)], paid: Int64 = 0
  ) throws -> AccountFile {
    let issued = try day("2026-09-01")
    var file = AccountFile(
      customer: Customer(id: AccountID(rawValue: 1), number: number, name: "Elm"),
      invoices: invoices.enumerated().map { place, invoice in
        Invoice(
          id: DocumentID(rawValue: Int64(place + 1)), number: invoice.number, issued: issued,
          due: issued.advanced(by: 30), original: Money(minor: invoice.amount, .usd))
      }, version: 1)
    guard paid > 0 else { return file }
    file.credits = [
      Credit(
        id: DocumentID(rawValue: 5), number: "P", kind: .payment, dated: try day("2026-09-10"),
        amount: Money(minor: paid, .usd))
    ]
    file.applications = [
      Application(
        id: 1, invoice: DocumentID(rawValue: 1), credit: DocumentID(rawValue: 5), source: .payment,
        dated: try day("2026-09-10"), amount: paid)
    ]
    return file
  }
}
