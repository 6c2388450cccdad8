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

  @Test func aNumberThatBothHaveMeansTheInvoiceOfWhoeverItWasSaidOf() throws {
    let bench = try RelatedBench()
    try bench.books.take([
      try .invoice("X", of: "1", amount: 100), try .invoice("X", of: "2", amount: 300),
    ])
    let first = try bench.promise(["X"], on: "2", each: 300)
    try bench.relate(.same, "1", "2")
    func promised(_ number: String) throws -> [String: Int64] {
      Dictionary(
        try bench.picture(number).invoices.map { ($0.invoice.number, $0.slices[.promised]) }
          .filter { $0.1 > 0 }, uniquingKeysWith: { $1 })
    }
    #expect(try promised("1") == ["X/2": 300])
    try bench.ledger.record(
      .withdrawn(first, by: "Jo", reason: "x"), on: try bench.id("1"), day: TestBooks.start, action: .new())
    _ = try bench.promise(["X", "X/2", "B"], on: "1")
    #expect(try promised("1") == ["X": 100, "X/2": 100, "B": 100])
    try bench.relate(.different, "1", "2")
    #expect(try promised("1") == ["X": 100])
    #expect(try promised("2") == ["X": 100, "B": 100])
    #expect(try bench.faults() == [])
  }

  @Test func whatReplacesAPartReplacesNothingOfTheOther() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let promise = try bench.promise(["A", "B"], on: "1")
    let usd = try #require(Currency("USD"))
    _ = try bench.promise(
      ["A"], on: "1",
      replaces: [.init(of: MatterID(promise), invoice: "A", amount: Money(minor: 100, usd))])
    try bench.relate(.different, "1", "2")
    #expect(try bench.picture("2").promises.map(\.terms.amount.minor) == [100])
    #expect(try bench.picture("2").invoices.map { $0.slices[.promised] } == [100])
    #expect(try bench.picture("1").openPromises.map(\.terms.amount.minor) == [100])
    #expect(try bench.faults() == [])
  }

  @Test func instalmentsPayTheInvoicesOneAfterTheOther() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let usd = try #require(Currency("USD"))
    let covers = ["A", "B"].map { CoveredInvoice(number: $0, amount: Money(minor: 100, usd)) }
    let plan = PlanTerms(
      currency: usd,
      instalments: [(3, 80), (10, 80), (17, 40)].map { .init(due: TestBooks.day($0), amount: $1) },
      covers: covers, graceDays: 2)
    _ = try bench.record(EntryBody(plan), "1")
    try bench.relate(.different, "1", "2")
    #expect(try bench.picture("1").plans.first?.terms.instalments.map(\.amount) == [80, 20])
    #expect(try bench.picture("2").plans.first?.terms.instalments.map(\.amount) == [60, 40])
    #expect(try bench.faults() == [])
  }

  @Test func whatIsTakenBackIsTakenBackFromBoth() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let promise = try bench.promise(["A", "B"], on: "1")
    try bench.relate(.different, "1", "2")
    try bench.undo(promise, "1")
    for number in ["1", "2"] { #expect(try bench.picture(number).openPromises.isEmpty) }
    #expect(try bench.faults() == [])
  }

  @Test func erasedTextIsErasedOnBoth() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    try bench.say("secretword", "1")
    let note = try #require(try bench.file("1").entries.last?.number)
    try bench.relate(.different, "1", "2")
    try bench.ledger.erase(
      [note], of: try bench.id("1"), ground: "x", action: .new(), as: "ann", signed: .ann)
    #expect(try bench.found("secretword") == [])
    #expect(try bench.faults() == [])
  }

  @Test func anImportStaysOnWhichTheWholeWasBuilt() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    try bench.books.take([try .invoice("N", of: "2", amount: 70)])
    _ = try bench.promise(["N"], on: "1", each: 70)
    #expect(bench.books.refusal()?.contains("recorded entry") == true)
    #expect(try bench.faults() == [])
  }

  @Test func theNewestWordOnAPairHoldsWhicheverIsNamedFirst() throws {
    let bench = try RelatedBench()
    try bench.relate(.group, "2", "1")
    try bench.relate(.same, "1", "2")
    #expect(try bench.ledger.relations().map(\.kind) == [.same])
    try bench.relate(.same, "2", "3")
    try bench.relate(.different, "3", "2")
    #expect(try bench.numbers() == ["1", "3"])
    #expect(bench.refusal("1", "2") == "Nothing was recorded: that was said of 1 and 2 already.")
    try bench.relate(.different, "2", "1")
    #expect(try bench.numbers() == ["1", "2", "3"])
    #expect(try bench.faults() == [])
  }

  @Test func aSalvagedBookHasWhoBelongsTogether() throws {
    let bench = try RelatedBench()
    try bench.relate(.same, "1", "2")
    let path = bench.ledger.path + ".salvaged"
    try bench.ledger.connection.checkpoint()
    _ = try LedgerFile.salvage(bench.ledger.path, to: path, signed: .ann, on: TestBooks.start)
    let salvaged = try LedgerFile(path: path, policy: bench.ledger.policy)
    try salvaged.roll(to: TestBooks.start)
    #expect(try salvaged.aging(asOf: TestBooks.start).map(\.number) == ["1", "3"])
    #expect(try salvaged.verify().map(\.sentence) == [])
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

extension RelatedAccountsTests {
  /// Whatever was promised while some were one is promised once, whoever is split from whom since.
  @Test(arguments: 1...15)
  func aPromiseIsPartedAndNeverDoubled(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let bench = try RelatedBench()
    var promised: [EntryNumber: Int64] = [:]
    for _ in 0..<12 {
      let one = "\(Int.random(in: 1...3, using: &random))"
      let other = "\(Int.random(in: 1...3, using: &random))"
      if Bool.random(using: &random) {
        let kind = [CustomerRelation.Kind.same, .branch, .different][Int.random(in: 0...2, using: &random)]
        _ = try? bench.relate(kind, one, other)
      } else {
        let invoices = try bench.file(one).invoices.map(\.number)
        promised[try bench.promise(invoices, on: one)] = Int64(100 * invoices.count)
      }
      var found: [EntryNumber: Int64] = [:]
      for number in try bench.numbers() {
        for promise in try bench.picture(number).promises {
          found[promise.id.entry, default: 0] += promise.terms.amount.minor
        }
      }
      #expect(found == promised)
      #expect(try bench.faults() == [])
    }
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

  func promise(
    _ invoices: [String], on number: String, each: Int64 = 100, replaces: [PromiseTerms.Replacement] = []
  ) throws -> EntryNumber {
    let usd = try #require(Currency("USD"))
    let covers = invoices.map { CoveredInvoice(number: $0, amount: Money(minor: each, usd)) }
    let terms = PromiseTerms(
      amount: Money(minor: each * Int64(invoices.count), usd), day: TestBooks.day(3), covers: covers,
      graceDays: 2, tolerance: .init(basisPoints: 0, amount: 0), replaces: replaces)
    return try record(EntryBody(terms), number)
  }

  @discardableResult
  func record(_ body: EntryBody, _ number: String) throws -> EntryNumber {
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
