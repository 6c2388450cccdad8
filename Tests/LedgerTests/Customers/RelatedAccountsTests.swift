import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// Customers that are worked together are one account on every list and two in the books.
struct RelatedAccountsTests {
  @Test func twoBecomeOneAndTwoAgain() throws {
    let bench = try RelatedBench()
    let before = try bench.lists()
    try bench.relate(.same, "1", "2")
    #expect(try bench.numbers() == ["1", "3"])
    let file = try bench.file("2")
    #expect(file.customer.number == "1" && file.invoices.map(\.number).sorted() == ["A", "B"])
    #expect(file.related.map(\.words) == ["also 2 Elm Limited"])
    #expect(try bench.found("elm limited") == ["1"] && bench.found("B") == ["1"])
    #expect(try bench.faults() == [])
    try bench.relate(.different, "1", "2")
    #expect(try bench.lists() == before)
    #expect(try bench.faults() == [])
  }

  @Test func whatWasSaidTogetherIsOfBothAfterwards() throws {
    let bench = try RelatedBench()
    try bench.say("before", "2")
    let merge = try bench.relate(.same, "1", "2")
    try bench.say("together", "1")
    #expect(try bench.notes("2") == ["before", "together"])
    try bench.undo(merge, "1")
    try bench.say("after", "1")
    #expect(try bench.notes("1") == ["together", "after"])
    #expect(try bench.notes("2") == ["before", "together"])
    #expect(try bench.faults() == [])
  }

  @Test func aPromiseOverBothHoldsItsPartOfEachAfterwards() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let promise = try bench.promise(["A", "B"], on: "1")
    #expect(try bench.picture("1").promises.map(\.id.entry) == [promise])
    try bench.relate(.different, "1", "2")
    for number in ["1", "2"] {
      let picture = try bench.picture(number)
      #expect(picture.promises.map(\.id.entry) == [promise])
      #expect(picture.promises.map(\.terms.amount.minor) == [100])
      #expect(picture.invoices.map { $0.slices[.promised] } == [100])
      #expect(
        picture.file.entries.last { $0.number == promise }?.body.first(PromiseTerms.self)?.amount.minor == 200
      )
    }
    #expect(try bench.faults() == [])
  }

  @Test func whatIsAboutOneOnlyIsNoneOfTheOthers() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let promise = try bench.promise(["B"], on: "1")
    try bench.relate(.different, "1", "2")
    #expect(try bench.picture("1").promises.isEmpty)
    #expect(try bench.picture("1").timeline.count == 3)
    #expect(try bench.picture("2").promises.map(\.id.entry) == [promise])
    #expect(try bench.ledger.verify().map(\.sentence) == [])
  }

  @Test func anImportOfAPartIsSeenOnTheWhole() throws {
    let bench = try RelatedBench()
    try bench.relate(.branch, "1", "2")
    try bench.books.take([try .invoice("C", of: "2", amount: 70)])
    #expect(try bench.picture("1").invoices.map(\.invoice.number).sorted() == ["A", "B", "C"])
    #expect(try bench.numbers() == ["1", "3"])
    #expect(try bench.faults() == [])
    #expect(try bench.ledger.aging(asOf: TestBooks.start).map(\.number) == ["1", "3"])
    try bench.books.takeBack()
    #expect(try bench.picture("1").invoices.map(\.invoice.number).sorted() == ["A", "B"])
    #expect(try bench.faults() == [])
  }

  @Test func aGroupStaysApartAndIsFoundByItsHead() throws {
    let bench = try RelatedBench()
    try bench.relate(.group, "1", "2")
    #expect(try bench.numbers() == ["1", "2", "3"])
    #expect(try bench.found("elm inc") == ["1", "2"])
    #expect(try bench.file("1").related.map(\.words) == ["group with 2 Elm Limited"])
    #expect(try bench.file("2").related.map(\.words) == ["in the group of 1 Elm Inc"])
    try bench.books.take([try .invoice("C", of: "1", name: "Oak Inc")])
    #expect(try bench.found("oak inc") == ["1", "2"])
    #expect(try bench.faults() == [])
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let refused: [(String, String, String)] = [
      ("1", "1", "Nothing was recorded: 1 is the account itself."),
      ("1", "9", "Nothing was recorded: the books have no customer 9."),
      ("3", "2", "Nothing was recorded: 2 is worked together with 1 Elm Inc."),
      ("2", "1", "Nothing was recorded: 1 is a part of this account already."),
    ]
    for (head, other, sentence) in refused {
      #expect(bench.refusal(head, other) == sentence)
    }
  }

  @Test func aPartMayHavePartsAndNoneIsLost() throws {
    let bench = try RelatedBench()
    let first = try bench.relate(.branch, "2", "3")
    try bench.relate(.same, "1", "2")
    #expect(try bench.file("3").invoices.map(\.number).sorted() == ["A", "B", "D"])
    #expect(try bench.numbers() == ["1"])
    try bench.undo(first, "1")
    #expect(try bench.numbers() == ["1", "3"])
    #expect(try bench.faults() == [])
  }

  @Test func theIndexIsWhatTheJournalSays() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    try bench.ledger.write("spoil the test") {
      try bench.ledger.connection.run("update account_relation set kind = 'branch'")
    }
    #expect(try bench.ledger.verify().contains { $0.sentence.hasPrefix("account_relation says") })
  }

  /// Whatever is merged, split and undone in any order: every list is what the journal says, and once nothing belongs
  /// together any more the lists are those of a book that nobody ever merged.
  @Test(arguments: 1...20)
  func nothingIsLostInAnyOrder(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let (bench, plain) = (try RelatedBench(), try RelatedBench())
    var made: [EntryNumber] = []
    for step in 0..<14 {
      let numbers = ["1", "2", "3"]
      let (one, other) = (
        numbers[Int.random(in: 0...2, using: &random)], numbers[Int.random(in: 0...2, using: &random)]
      )
      switch Int.random(in: 0...4, using: &random) {
      case 0, 1:
        let kind = CustomerRelation.Kind.allCases[Int.random(in: 0...3, using: &random)]
        if let entry = try? bench.relate(kind, one, other) { made.append(entry) }
      case 2 where !made.isEmpty:
        try? bench.undo(made.remove(at: Int.random(in: made.indices, using: &random)), one)
      default:
        for books in [bench, plain] {
          try books.books.take([
            try .invoice("N\(step)", of: one, amount: 50), try .credit("P\(step)", of: other, amount: 5),
          ])
        }
      }
      #expect(try bench.faults() == [])
      #expect(try bench.open() == plain.open())
    }
    for (one, other) in [("1", "2"), ("2", "1"), ("1", "3"), ("3", "1"), ("2", "3"), ("3", "2")] {
      _ = try? bench.relate(.different, one, other)
    }
    #expect(try bench.lists() == plain.lists())
    #expect(try bench.faults() == [])
  }
}

/// A book of three customers, and short ways to relate them.
private struct RelatedBench {
  let books: ImportBench
  var ledger: LedgerFile { books.ledger }

  init() throws {
    books = try ImportBench()
    try books.take([
      try .invoice("A", of: "1", name: "Elm Inc"), try .invoice("B", of: "2", name: "Elm Limited"),
      try .invoice("D", of: "3", name: "Fir"),
    ])
  }

  func id(_ number: String) throws -> AccountID { try #require(try ledger.accountID(number: number)) }

  func file(_ number: String) throws -> AccountFile { try ledger.account(try id(number)) }

  func picture(_ number: String) throws -> AccountPicture {
    try AccountPicture(of: file(number), policy: ledger.policy, asOf: TestBooks.start)
  }

  @discardableResult
  func relate(_ kind: CustomerRelation.Kind, _ head: String, _ other: String) throws -> EntryNumber {
    func name(_ number: String) throws -> AccountName {
      AccountName(
        number: number,
        title: try ledger.connection.first(
          "select name from account where number = $1", number
        ) { $0.text(0) } ?? "")
    }
    let relation = CustomerRelation(kind, of: try name(head), to: try name(other))
    return try record(EntryBody(relation), head)
  }

  func refusal(_ head: String, _ other: String) -> String? {
    do {
      try relate(.same, head, other)
      return nil
    } catch {
      return "\(error)"
    }
  }

  func undo(_ entry: EntryNumber, _ number: String) throws {
    try record(EntryBody(Reversal(of: entry, reason: "wrong")), number)
  }

  func say(_ text: String, _ number: String) throws { try record(.note(text), number) }

  func promise(_ invoices: [String], on number: String) throws -> EntryNumber {
    let usd = try #require(Currency("USD"))
    let covers = invoices.map { CoveredInvoice(number: $0, amount: Money(minor: 100, usd)) }
    let terms = PromiseTerms(
      amount: Money(minor: 100 * Int64(invoices.count), usd), day: TestBooks.day(3), covers: covers,
      graceDays: 2, tolerance: .init(basisPoints: 0, amount: 0))
    return try record(EntryBody(terms), number)
  }

  @discardableResult
  private func record(_ body: EntryBody, _ number: String) throws -> EntryNumber {
    try ledger.record(body, on: try id(number), day: TestBooks.start, action: .new()).number
  }

  func faults() throws -> [String] { try ledger.verify().map(\.sentence) }

  func notes(_ number: String) throws -> [String] {
    try file(number).entries.compactMap { $0.body.first(Remark.self)?.text }
  }

  /// Numbers of all accounts that lists have.
  func numbers() throws -> [String] {
    try ledger.connection.all("select number from account_summary order by number") { $0.text(0) }
  }

  func lists() throws -> [[SQLCell]] { try books.content() }

  func found(_ text: String) throws -> [String] {
    let query = WorklistQuery(view: .all, collector: "ann", text: text, today: TestBooks.start)
    return try ledger.worklist(query, range: 0..<9).rows.map(\.number).sorted()
  }

  /// What is open over all accounts, minor units.
  func open() throws -> Int64 { try books.open().values.reduce(0, +) }
}
