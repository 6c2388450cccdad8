import Receivables
import Testing

/// Customers that books may have twice are found by what they share, and by nothing that many share.
struct SimilarCustomersTests {
  @Test(
    "names are the same without what only says that it is a company",
    arguments: [
      ("The Elm-Metals Company, Inc.", "ELM METALS", true), ("Elm Metals G.m.b.H.", "Elm Metals", true),
      ("Müller & Söhne KG", "MUELLER SOEHNE", true), ("Müller & Söhne KG", "Muller Sohne", true),
      ("Hans Miller", "Miller, Hans", true), ("Ltd", "Limited", false), ("Elm", "Elmo", false),
      ("Store 1 Unit 23", "Store 12 Unit 3", false), ("O'Neill Steel", "ONeill Steel", true),
      ("Tech-Solutions", "TechSolutions srl", true), ("Café Noir SARL", "cafe noir", true),
      ("Elm Metals", "Elm Metals Berlin", false),
    ])
  func names(_ one: String, _ other: String, _ isSame: Bool) {
    let reasons = pairs(("1", one), ("2", other)).first?.reasons ?? []
    #expect(reasons.contains("same name") == isSame)
  }

  @Test(
    "a slip of the hand is seen in names that are long enough",
    arguments: [
      ("Birch Chemicals", "Brich Chemicals", "nearly the same name"),
      ("Birch Chemicals", "Birch Chemicls", "nearly the same name"),
      ("Birch Chemicals", "Birch Chemicals North", "one name begins with the other"),
      ("Birch", "Birsh", ""), ("Warehouse 12", "Warehouse 13", ""),
      ("Branch A Tools", "Branch B Tools", ""), ("Kita Sonne I", "Kita Sonne II", ""),
      ("Birch Foods", "Beech Goods", ""),
      ("Oak Ltd", "Oak Foods Berlin", ""),
    ])
  func spelling(_ one: String, _ other: String, _ reason: String) {
    #expect(pairs(("1", one), ("2", other)).map(\.reason) == (reason.isEmpty ? [] : [reason]))
  }

  @Test("addresses, telephones and tax numbers are the same however they are written")
  func traits() throws {
    var one = file("1", "Elm")
    one.customer.taxNumber = "DE 123.456.789"
    one.contacts = [Contact(name: "Jo", email: "AP@elm.example", phones: [Phone(number: "+49 30 555-0101")])]
    var other = file("2", "Fir")
    other.customer.taxNumber = "de123456789"
    other.contacts = [Contact(name: "Al", email: "ap@ELM.example", phones: [Phone(number: "030 5550101")])]
    let pair = try #require(pairs([one, other]).first)
    #expect(pair.head.number == "1" && pair.other.number == "2")
    #expect(
      pair.reasons == [
        "same tax number DE123456789", "same e-mail ap@elm.example", "same telephone …305550101",
      ])
  }

  @Test("digits of numbers alone say nothing, and beside a name they do")
  func numbers() {
    #expect(pairs(("C-00123", "Elm"), ("123", "Fir")).isEmpty)
    #expect(
      pairs(("C-00123", "Elm Ltd"), ("123", "Elm")).map(\.reasons) == [
        ["same name", "numbers with the same digits"]
      ])
  }

  @Test("what more than a few share says nothing")
  func shared() {
    let many = (1...7).map { number in
      var file = file("\(number)", "Branch \(number)")
      file.contacts = [Contact(name: "Service", email: "ap@service.example")]
      return file
    }
    #expect(pairs(many).isEmpty)
    #expect(pairs(Array(many.prefix(2))).count == 1)
  }

  @Test("a pair of which something was said is not told again", arguments: CustomerRelation.Kind.allCases)
  func answered(_ kind: CustomerRelation.Kind) {
    var one = file("1", "Elm Ltd")
    let relation = CustomerRelation(
      kind, of: AccountName(number: "1", title: "Elm Ltd"), to: AccountName(number: "2", title: "Elm Inc"))
    one.entries = [
      JournalEntry(
        number: EntryNumber(rawValue: 1), action: ActionID(random: 0, 1),
        recorded: Instant(milliseconds: 0), day: CalendarDay(number: 20_000), actor: "a", collector: "a",
        account: one.customer.id, body: EntryBody(relation))
    ]
    #expect(pairs([one, file("2", "Elm Inc")]).isEmpty)
  }

  private func file(_ number: String, _ name: String) -> AccountFile {
    let id = AccountID(rawValue: Int64(number.filter(\.isNumber)) ?? 0)
    return AccountFile(customer: Customer(id: id, number: number, name: name))
  }

  private func pairs(_ files: [AccountFile]) -> [SimilarPair] {
    var similar = SimilarCustomers()
    for file in files { similar.see(file) }
    return similar.pairs()
  }

  private func pairs(_ customers: (String, String)...) -> [SimilarPair] {
    pairs(customers.map { file($0.0, $0.1) })
  }
}
