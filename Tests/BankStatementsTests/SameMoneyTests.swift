import Receivables
import Testing

@testable import BankStatements

/// The same payment by two formats, and two payments that only look alike.
struct SameMoneyTests {
  /// An entry of 100.00 EUR on 16 November, with what is changed.
  private func entry(
    _ format: BankFormat, account: String = "DE50100500550001234567", day: String = "2026-11-16",
    valued: String? = nil, minor: Int64 = 10_000, _ change: (inout BankEntry) -> Void = { _ in }
  ) throws -> BankEntry {
    let statement = BankStatement(format, line: 1, account: BankAccount(account))
    var entry = BankEntry(
      statement, line: 1, booked: try #require(CalendarDay(iso: day)),
      amount: Money(minor: minor, try #require(Currency("EUR"))))
    entry.valued = try valued.map { try #require(CalendarDay(iso: $0)) }
    change(&entry)
    return entry
  }

  private func certain(_ known: Int, _ new: Int) -> SameMoney {
    SameMoney(known: [known], new: [new], certainty: .certain)
  }

  private func likely(_ known: Int, _ new: Int) -> SameMoney {
    SameMoney(known: [known], new: [new], certainty: .likely)
  }

  @Test func theSampleOfOneBankInTwoFormatsIsTheSameMoney() throws {
    let camt = try SampleStatement.entries("camt053-v8.xml")
    let mt940 = try SampleStatement.entries("mt940-german.sta")
    let expected = [
      certain(0, 0), SameMoney(known: [1, 2], new: [1], certainty: .certain), certain(3, 2),
      // Fees: one text says nothing of the other's.
      likely(4, 3),
    ]
    #expect(SameMoney.find(known: camt, new: mt940) == expected)
    let turned = SameMoney.find(known: mt940, new: camt)
    #expect(
      turned == [
        certain(0, 0), SameMoney(known: [1], new: [1, 2], certainty: .certain), certain(2, 3), likely(3, 4),
      ])
    #expect(MoneyKey(camt[0]) == MoneyKey(mt940[0]))
  }

  @Test func theSampleOfAnotherBankInTwoFormatsIsTheSameMoney() throws {
    let bai2 = try SampleStatement.entries("bai2.txt")
    let ofx = try SampleStatement.entries("ofx1.ofx")
    #expect(SameMoney.find(known: bai2, new: ofx) == [certain(0, 0), certain(4, 1), likely(2, 2)])
  }

  @Test func theSampleOfOneBankInCSVIsTheSameMoneyToo() throws {
    let csv = try SampleStatement.entries("csv-sparkasse.csv")
    let camt = try SampleStatement.entries("camt053-v8.xml")
    let mt940 = try SampleStatement.entries("mt940-german.sta")
    // Fee, return, the booking of two payments, a payment. Beside its parts only sum and day speak for the booking.
    #expect(
      SameMoney.find(known: mt940, new: csv) == [certain(3, 0), certain(2, 1), certain(1, 2), certain(0, 3)])
    #expect(
      SameMoney.find(known: camt, new: csv) == [
        likely(4, 0), certain(3, 1), SameMoney(known: [1, 2], new: [2], certainty: .likely), certain(0, 3),
      ])
  }

  @Test func aFileThatNamesNoAccountIsStillTheSameMoney() throws {
    let csv = try SampleStatement.entries("csv-chase.csv")
    #expect(csv.allSatisfy { $0.account.number.isEmpty })
    let ofx = try SampleStatement.entries("ofx1.ofx")
    // The wire has neither text nor reference in common; the check has its number, the payment its text.
    #expect(SameMoney.find(known: ofx, new: csv) == [likely(2, 0), certain(1, 1), certain(0, 2)])
    #expect(SameMoney.find(known: csv, new: ofx) == [certain(2, 0), certain(1, 1), likely(0, 2)])
  }

  @Test func anAccountWithoutANameIsNotDroppedForANameAlone() throws {
    let named = try entry(.camt053) { $0.counterparty.name = "Alder Ltd" }
    let unnamed = try entry(.csv, account: "") { $0.counterparty.name = "Alder" }
    #expect(SameMoney.find(known: [named], new: [unnamed]) == [likely(0, 0)])
    let plain = try entry(.csv, account: "")
    #expect(SameMoney.find(known: [named], new: [plain]) == [likely(0, 0)])
    // A file of its own account that has it goes first.
    let other = try entry(.mt940) { $0.counterparty.name = "Alder Ltd" }
    #expect(SameMoney.find(known: [unnamed, other], new: [named]).first?.known == [1])
    // A file that is read again, and another form of CSV with less in it.
    #expect(SameMoney.find(known: [unnamed], new: [unnamed]) == [certain(0, 0)])
    #expect(
      SameMoney.find(known: [plain, unnamed], new: [unnamed, plain]) == [certain(1, 0), certain(0, 1)])
    #expect(SameMoney.find(known: [unnamed], new: [plain]) == [likely(0, 0)])
    // Another account that is named is another one.
    let elsewhere = try entry(.csv, account: "DE68200411770007654321") { $0.counterparty.name = "Alder" }
    #expect(SameMoney.find(known: [named], new: [elsewhere]).isEmpty)
  }

  @Test(arguments: SampleStatement.names)
  func aFileReadAgainIsTheSameMoney(_ name: String) throws {
    let entries = try SampleStatement.entries(name)
    #expect(SameMoney.find(known: entries, new: entries) == entries.indices.map { certain($0, $0) })
    #expect(SameMoney.find(known: [], new: entries).isEmpty)
    #expect(SameMoney.find(known: entries, new: []).isEmpty)
  }

  @Test func whatTellsTwoPaymentsApart() throws {
    let known = try entry(.camt053) { $0.references.endToEnd = "A-1" }
    let others: [BankEntry] = [
      try entry(.mt940, minor: 10_001) { $0.references.endToEnd = "A-1" },
      try entry(.mt940, minor: -10_000) { $0.references.endToEnd = "A-1" },
      try entry(.mt940, account: "20041177/1234567") { $0.references.endToEnd = "A-1" },
      try entry(.mt940, day: "2026-11-17") { $0.references.endToEnd = "A-1" },
      try entry(.mt940) { $0.references.endToEnd = "A-2" },
    ]
    for other in others { #expect(SameMoney.find(known: [known], new: [other]).isEmpty, "\(other.told)") }
  }

  @Test func theValueDayStandsInForADayOfBookingThatIsMissing() throws {
    // MT940 without a day of booking has the value day twice.
    let camt = try entry(.camt053, day: "2026-11-16", valued: "2026-11-13") { $0.references.endToEnd = "A-1" }
    let mt940 = try entry(.mt940, day: "2026-11-13", valued: "2026-11-13") { $0.references.endToEnd = "A-1" }
    #expect(SameMoney.find(known: [camt], new: [mt940]) == [certain(0, 0)])
    // A payment of every day with one reference is another one each day.
    let next = try entry(.mt940, day: "2026-11-17", valued: "2026-11-17") { $0.references.endToEnd = "A-1" }
    #expect(SameMoney.find(known: [camt], new: [next]).isEmpty)
  }

  /// Text and payer in camt.053, the same in another format, and how sure it is that both are one payment.
  @Test(
    arguments: [
      (
        "Rechnung INV-2016 vom 16.09.2026", "Möbel Müller", "RECHNUNG INV-2016 VOM 16.09", "MOEBEL MUELLER",
        .certain
      ),
      ("Rechnung INV-2016", "", "ORIG:FICHTE RECHNUNG INV-2016 SEPA", "", .certain),
      ("Rechnung INV-2016", "Fichte GmbH", "", "FICHTE GMB", .certain),
      ("", "Fichte GmbH", "", "Fichte GmbH", .certain),
      ("INV-2016", "Fichte", "ACH CREDIT", "FICHTE", .likely),
      ("INV-2016", "Fichte", "", "", .likely), ("INV-2016", "Fichte GmbH", "INV-2041", "Eibe GmbH", nil),
      ("", "", "", "", .likely),
    ] as [(String, String, String, String, SameMoney.Certainty?)])
  func textsAreComparedAsFormatsWriteThem(
    _ text: String, _ payer: String, _ otherText: String, _ otherPayer: String,
    _ certainty: SameMoney.Certainty?
  ) throws {
    let known = try entry(.camt053) { ($0.remittance, $0.counterparty.name) = (text, payer) }
    let new = try entry(.mt940) { ($0.remittance, $0.counterparty.name) = (otherText, otherPayer) }
    #expect(SameMoney.find(known: [known], new: [new]).map(\.certainty) == (certainty.map { [$0] } ?? []))
  }

  @Test func swiftCutsAReferenceOfTheBank() throws {
    let known = try entry(.camt053) { $0.references.bank = "2026111600417-000000001" }
    let new = try entry(.mt940) { $0.references.bank = "2026111600417-00" }
    #expect(SameMoney.find(known: [known], new: [new]) == [certain(0, 0)])
    // In one format another reference is another payment; in two it may be another list of numbers.
    let other = try entry(.camt053) { $0.references.bank = "2026111600418-000000001" }
    #expect(SameMoney.find(known: [known], new: [other]).isEmpty)
    let foreign = try entry(.bai2) { $0.references.bank = "FED1" }
    #expect(SameMoney.find(known: [known], new: [foreign]) == [likely(0, 0)])
  }

  @Test func checksAndReferencesOfInvoicesTell() throws {
    let check = try entry(.bai2) { $0.references.check = "0010777" }
    #expect(
      SameMoney.find(known: [check], new: [try entry(.ofx1) { $0.references.check = "10777" }]) == [
        certain(0, 0)
      ])
    #expect(SameMoney.find(known: [check], new: [try entry(.ofx1) { $0.references.check = "10778" }]).isEmpty)
    let reference = try entry(.camt053) { $0.references.structured = ["RF62 INV2030"] }
    let same = try entry(.mt940) { $0.references.structured = ["RF62INV2030"] }
    let other = try entry(.mt940) { $0.references.structured = ["RF11INV2031"] }
    #expect(SameMoney.find(known: [reference], new: [other, same]) == [certain(0, 1)])
  }

  @Test func equalPaymentsOfADayStayAsManyAsTheyAre() throws {
    let camt = try entry(.camt053) { $0.remittance = "Miete November" }
    let mt940 = try entry(.mt940) { $0.remittance = "MIETE NOVEMBER" }
    #expect(SameMoney.find(known: [camt, camt], new: [mt940, mt940]) == [certain(0, 0), certain(1, 1)])
    #expect(
      SameMoney.find(known: [camt, camt], new: [mt940, mt940, mt940]) == [certain(0, 0), certain(1, 1)])
    #expect(SameMoney.find(known: [camt, camt, camt], new: [mt940]) == [certain(0, 0)])
    // The better evidence goes first, whatever the order.
    let plain = try entry(.mt940)
    #expect(SameMoney.find(known: [camt], new: [plain, mt940]) == [certain(0, 1)])
  }

  @Test func aNoticeTellsThePartsOfABookingOfAStatement() throws {
    let notice = try SampleStatement.entries("camt054-v4.xml")
    let account = try #require(notice.first).account.spelt
    let whole = try #require(notice.first?.batch)
    var statement = BankEntry(
      BankStatement(.camt053, line: 9, account: BankAccount(account)), line: 9, booked: notice[0].booked,
      amount: whole.total)
    statement.references.bank = "QR20261116"
    let certain = [SameMoney(known: [0], new: [0, 1, 2], certainty: .certain)]
    #expect(SameMoney.find(known: [statement], new: notice) == certain)
    #expect(
      SameMoney.find(known: notice, new: [statement]) == [
        SameMoney(known: [0, 1, 2], new: [0], certainty: .certain)
      ])
    // One of the parts is missing: then nobody can say.
    #expect(SameMoney.find(known: [statement], new: Array(notice.dropLast())).isEmpty)
    // Without its reference the sum and the day are all there is.
    statement.references.bank = nil
    #expect(SameMoney.find(known: [statement], new: notice).map(\.certainty) == [.likely])
    // The statement twice: two bookings of one sum, told in parts once.
    statement.references.bank = "QR20261116"
    #expect(SameMoney.find(known: [statement, statement], new: notice) == certain)
  }

  @Test(.timeLimit(.minutes(1))) func manyEqualEntriesTakeLittleTime() throws {
    let many = 20_000
    let camt = try entry(.camt053)
    let mt940 = try entry(.mt940)
    let same = SameMoney.find(
      known: .init(repeating: camt, count: many), new: .init(repeating: mt940, count: many))
    #expect(same.count == many)
    // None of the one is any of the other, and each would have to be asked.
    let named = try entry(.camt053) { $0.counterparty.name = "Alder" }
    let other = try entry(.mt940) { $0.counterparty.name = "Birch" }
    #expect(
      SameMoney.find(
        known: .init(repeating: named, count: many), new: .init(repeating: other, count: many)
      ).isEmpty)
  }

  @Test func manyEqualAmountsOfADayAreToldApartByWhatIsLeftOfTheirTexts() throws {
    let count = 300
    let camt = try (0..<count).map { number in
      try entry(.camt053) { $0.remittance = "Beitrag 2026 Mitglied \(number + 1_000) Dauerauftrag" }
    }
    let mt940 = try (0..<count).reversed().map { number in
      try entry(.mt940) { $0.remittance = "BEITRAG 2026 MITGLIED \(number + 1_000)" }
    }
    #expect(
      SameMoney.find(known: camt, new: mt940) == (0..<count).map { certain(count - 1 - $0, $0) })
  }
}
