import Receivables
import Testing
import TextScreen

@testable import Workbench

/// Money of a bank statement beside the open invoices.
struct CashScreenTests {
  private static func money(
    _ minor: Int64, _ payer: String?, _ text: String, because: String? = nil
  ) -> ReceivedMoney {
    var booking = BankBooking(format: "MT940", account: "532013000")
    (booking.payer, booking.text) = (payer, text)
    var money = ReceivedMoney(
      day: Book.today.advanced(by: -1), amount: Money(minor: minor, Book.usd), payer: payer, text: text,
      booking: booking)
    money.because = because
    return money
  }

  /// Certain, less than open, by a known payer, of two of one name, by a stranger, and taken back.
  private static let payments = [
    money(500_000, "Acme Tools", "INV-30"), money(1_200_000, "Muster AG", "INV-10"),
    money(80_000, "MUSTER AG", "as agreed"), money(4_711, "Stranger", "thanks"),
    money(-500_000, "Acme Tools", "return INV-30", because: "account closed"),
  ]

  private static func sight(_ files: [AccountFile], _ payments: [ReceivedMoney] = payments) throws
    -> CashSight
  {
    var matching = PaymentMatching(payments)
    for file in files { try matching.see(file, asOf: Book.today) }
    let lines = zip(payments, matching.matches()).map { CashSight.Line(money: $0, matches: $1) }
    return CashSight(path: "banks/november.sta", lines: lines)
  }

  private static func bench(size: Size = Size(columns: 80, rows: 24)) throws -> DeskBench {
    let files = try Book.six()
    var bench = try DeskBench(files, size: size)
    try bench.send(.statement(try sight(files)))
    return bench
  }

  @Test("is readable at every size", arguments: Golden.sizes)
  func looks(size: Size) throws {
    var bench = try Self.bench(size: size)
    try Golden.check(bench.frame, "cash-list-\(size.columns)x\(size.rows)")
    try bench.press(.down, .character(" "))
    try Golden.check(bench.frame, "cash-split-\(size.columns)x\(size.rows)")
  }

  /// What the last key wrote.
  private static func receipt(_ bench: DeskBench) -> (terms: ReceiptTerms, body: EntryBody)? {
    for case .write(.record(let entry, _)) in bench.effects {
      return entry.body.first(ReceiptTerms.self).map { ($0, entry.body) }
    }
    return nil
  }

  @Test("Enter records what is proposed and goes on to the next")
  func takes() throws {
    var bench = try Self.bench()
    try bench.press(.enter)
    let terms = try #require(Self.receipt(bench)).terms
    #expect(terms.covers.map(\.number) == ["INV-30"])
    #expect(terms.amount == Money(minor: 500_000, Book.usd))
    #expect(bench.lines.contains { $0.hasPrefix("  ✓ entry") && $0.contains("Acme Tools") })
    #expect(bench.lines.contains { $0.hasPrefix("> likely") && $0.contains("12 000.00 USD Muster AG") })
    // It is not taken twice.
    try bench.press(.up, .enter)
    #expect(Self.receipt(bench) == nil)
    #expect(bench.message == "This money is recorded already.")
  }

  @Test("a list that came with the money says what it pays")
  func remittance() throws {
    var bench = try Self.bench()
    try bench.press(.down, .character("l"))
    #expect(bench.effects == [.book(.listRemittances)])
    try bench.send(.remittances([ExportOffer(path: "list.csv", detail: "2 kB, 5 min ago")]))
    try bench.press(.enter)
    #expect(bench.effects == [.book(.readRemittance("list.csv"))])
    let rows = [["Invoice", "Net"], ["INV-10", "12000.00"]].enumerated().map {
      RemittanceList.Row(line: $0 + 1, cells: $1)
    }
    try bench.send(.remittance(RemittanceList(name: "list.csv", rows: rows)))
    #expect(bench.message.hasPrefix("list.csv pays 1 invoice."))
    try bench.press(.enter)
    #expect(try #require(Self.receipt(bench)).terms.covers.map(\.number) == ["INV-10"])
  }

  @Test("what is short is left open, granted or contested", arguments: [0, 1, 3])
  func short(_ choice: Int) throws {
    var bench = try Self.bench()
    try bench.press(.down, .character(" "), .character("s"))
    for _ in 0..<choice { try bench.press(.down) }
    try bench.press(.enter, .enter)
    let (terms, body) = try #require(Self.receipt(bench))
    #expect(terms.covers.map(\.amount.minor) == [1_200_000])
    #expect(terms.shortages.map(\.amount.minor) == (choice == 1 ? [40_000] : []))
    #expect(body.all(DisputeTerms.self).map(\.amount?.minor) == (choice == 3 ? [40_000] : []))
  }

  @Test("an amount is typed for an invoice, and another invoice takes the rest")
  func splits() throws {
    var bench = try Self.bench()
    try bench.press(.down, .character(" "), .character("e"))
    try bench.type("11500")
    try bench.press(.enter, .down, .character(" "), .enter)
    let terms = try #require(Self.receipt(bench)).terms
    #expect(terms.covers.map { "\($0.number) \($0.amount.minor)" } == ["INV-10 1150000", "INV-11 50000"])
    // More than is open is refused.
    try bench.press(.up, .up)
    var other = try Self.bench()
    try other.press(.character(" "), .character("e"))
    try other.type("5000.01")
    try other.press(.enter)
    #expect(other.message == "Of invoice INV-30 5 000.00 USD is open.")
  }

  @Test("nobody's money belongs to whom somebody says, and waits there to be applied")
  func whose() throws {
    var bench = try Self.bench()
    while !bench.lines.contains(where: { $0.hasPrefix("> whose?") }) { try bench.press(.down) }
    try bench.press(.enter)
    #expect(bench.message == "Say first whose money it is.")
    try bench.press(.character("w"))
    try bench.type("fresh")
    try bench.press(.enter, .enter)
    let terms = try #require(Self.receipt(bench)).terms
    #expect(terms.covers.isEmpty)
    #expect(terms.booking.payer == "Stranger")
    let fresh = try #require(bench.office.files.first { $0.customer.name == "Fresh Foods" })
    #expect(fresh.entries.last?.body.first(ReceiptTerms.self) == terms)
  }

  @Test("all that is certain is taken at once, after a question, and what fails is left")
  func takesAll() throws {
    let files = try Book.six()
    var bench = try DeskBench(files)
    let payments = [
      Self.money(500_000, "Acme Tools", "INV-30"), Self.money(80_000, "Muster AG", "INV-11"),
      Self.money(1_240_000, "Muster AG", "INV-10"),
    ]
    try bench.send(.statement(try Self.sight(files, payments)))
    try bench.press(.character("a"))
    #expect(bench.lines.contains { $0.contains("3 payments name what it pays: 18 200.00 USD.") })
    try bench.press(.character("y"))
    let recorded = bench.office.files.flatMap(\.entries).filter { $0.body.first(ReceiptTerms.self) != nil }
    #expect(recorded.count == 3)
    #expect(bench.lines[0].contains("3/3 recorded"))
  }

  @Test("the same payment twice is two, and one that somebody else recorded meanwhile is not taken again")
  func twice() throws {
    let files = try Book.six()
    var bench = try DeskBench(files)
    let half = Self.money(250_000, "Acme Tools", "INV-30 part")
    try bench.send(.statement(try Self.sight(files, [half, half, half])))
    try bench.press(.enter)
    #expect(bench.lines[0].contains("1/3 recorded"))
    // Another session records one of those that are left.
    let place = try #require(bench.office.files.firstIndex { $0.customer.name == "Acme Tools" })
    var file = bench.office.files[place]
    let entry = try #require(file.entries.last)
    file.entries.append(
      JournalEntry(
        number: EntryNumber(rawValue: 900), action: ActionID(rawValue: "other"), recorded: entry.recorded,
        day: entry.day, actor: "sam", collector: "sam", account: entry.account, body: entry.body))
    file.version += 1
    bench.office.files[place] = file
    try bench.send(.changedElsewhere)
    #expect(bench.lines[0].contains("2/3 recorded"))
  }

  @Test("what was taken can be taken back and is proposed again")
  func undone() throws {
    var bench = try Self.bench()
    try bench.press(.enter, .character("u"), .character("y"))
    #expect(bench.lines.contains { $0.contains("likely") || $0.contains("certain") })
    #expect(bench.lines[0].contains("0/5 recorded"))
  }

  @Test("when somebody wrote to the account meanwhile, nothing is recorded and it is proposed as it is now")
  func stale() throws {
    var bench = try Self.bench()
    let place = try #require(bench.office.files.firstIndex { $0.customer.name == "Acme Tools" })
    bench.office.files[place].version += 1
    try bench.press(.enter)
    #expect(bench.message.hasPrefix("Not saved: 1003 was changed meanwhile."))
    #expect(bench.lines[0].contains("0/5 recorded"))
    try bench.press(.enter)
    #expect(bench.lines[0].contains("1/5 recorded"))
  }
}
