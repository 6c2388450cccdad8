import Receivables
import SampleEntries
import Testing

@Suite("What a search found of an account")
struct SearchMatchTests {
  private static let usd = Currency("USD")

  private static func file() throws -> AccountFile {
    let usd = try #require(usd)
    var file = AccountFile(
      customer: Customer(id: AccountID(rawValue: 1), number: "12548", name: "Corner Logistics Inc"),
      invoices: try [("272828", "PO-1129", 690_216), ("272829", "PO-4299", 156_401)].map {
        (number, order, minor) in
        Invoice(
          id: DocumentID(rawValue: Int64(number) ?? 0), number: number, issued: try day("2026-09-27"),
          due: try day("2026-10-27"), original: Money(minor: minor, usd), reference: order)
      }, version: 1)
    file.contacts = [
      Contact(name: "Wanda Sato", email: "ap@corner.example", phones: [Phone(number: "+1 457 555 1663")])
    ]
    file.credits = [
      Credit(
        id: DocumentID(rawValue: 9), number: "P1", kind: .payment, dated: try day("2026-10-15"),
        amount: Money(minor: 196_225, usd), spent: try day("2026-10-15"))
    ]
    file.entries = try [
      EntryBody.note("She said that the goods came late and in broken crates, so they wait for the insurer."),
      ProposedCall(
        action: "OUT", result: "PP",
        promise: ProposedPromise(
          amount: Money(minor: 440_000, usd), day: day("2026-12-04"), invoices: [file.invoices[0].id])
      ).stored(in: file),
    ].enumerated().map { index, body in
      JournalEntry(
        number: EntryNumber(rawValue: Int64(index + 1)), action: ActionID(rawValue: "a\(index)"),
        recorded: Instant(milliseconds: 0), day: try day("2026-11-20"), actor: "ann", collector: "ann",
        account: AccountID(rawValue: 1), body: body)
    }
    return file
  }

  private static func found(_ typed: String) throws -> [SearchMatch]? {
    let file = try file()
    let today = try #require(CalendarDay(iso: "2026-11-26"))
    return SearchQuery(typed).matches(
      file, try ListedAccount(of: file, policy: .shipped, asOf: today).amounts)
  }

  @Test(
    "is said where the row does not show it",
    arguments: [
      ("corner", []), ("12548", []), ("0012548", []), ("corner 1254", []), ("272829", [.invoice("272829")]),
      ("po-4299", [.reference("PO-4299")]), ("wanda sato", [.person("Wanda Sato")]),
      ("corner WANDA", [.person("Wanda Sato")]), ("457 555 1663", [.address("+1 457 555 1663")]),
      ("1663", [.address("+1 457 555 1663")]), ("0014575551663", [.address("+1 457 555 1663")]),
      ("ap@", [.address("ap@corner.example")]),
      ("crates", [.note("… in broken crates, so they wait for the insurer.")]),
      ("272829 wanda", [.invoice("272829"), .person("Wanda Sato")]),
      ("nobody", nil), ("wanda nobody", nil), ("1564.02", nil),
    ] as [(String, [SearchMatch]?)])
  func texts(_ typed: String, _ matches: [SearchMatch]?) throws {
    #expect(try Self.found(typed) == matches)
  }

  @Test(
    "names what an amount is",
    arguments: [
      ("1564.01", SearchedAmount.Kind.open(invoice: "272829"), 156_401),
      ("1 564,01", .open(invoice: "272829"), 156_401), ("8466", .pastDue, 846_617),
      ("4066.17", .toCollect, 406_617),
      ("corner 1962", .credit(.payment, CalendarDay(number: 20_741)), 196_225),
      ("4400", .promised(CalendarDay(number: 20_791)), 440_000),
    ] as [(String, SearchedAmount.Kind, Int64)])
  func amounts(_ typed: String, _ kind: SearchedAmount.Kind, _ minor: Int64) throws {
    let found = try #require(try Self.found(typed))
    guard case .amount(let amount)? = found.first, found.count == 1 else {
      Issue.record("\(found)")
      return
    }
    #expect(amount.kind == kind)
    #expect(amount.amount.minor == minor)
  }

}
