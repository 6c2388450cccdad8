import Receivables
import Testing

@testable import BankStatements

/// What camt.053 and camt.054 say, of two versions and with every part that a payment may have.
struct CamtTests {
  @Test func aStatementOfTheEighthVersion() throws {
    let statement = try #require(try SampleStatement.sample("camt053-v8.xml").first)
    #expect(statement.account.iban == "DE50100500550001234567")
    #expect(statement.currency == Currency("EUR"))
    #expect((statement.id, statement.number) == ("STMT-2026-221", "221"))
    #expect(
      statement.first == CalendarDay(iso: "2026-11-16") && statement.last == CalendarDay(iso: "2026-11-17"))
    #expect(statement.opening?.minor == 1_000_000 && statement.closing?.minor == 2_200_750)
    #expect(statement.notBooked == 1 && statement.warnings.isEmpty)
    #expect(
      statement.entries.map(\.told) == [
        "13 2026-11-16 2026-11-16 7350.00 EUR wire",
        "48 2026-11-16 2026-11-17 4410.00 EUR wire part of 2",
        "66 2026-11-16 2026-11-17 900.00 EUR wire part of 2",
        "75 2026-11-17 2026-11-13 -640.00 EUR direct_debit returned AM04",
        "93 2026-11-17 2026-11-17 -12.50 EUR -",
      ])
    #expect(
      statement.entries.map(\.named) == [
        "e2e FICHTE-2026-1107, bank 2026111600417, by F-1107",
        "bank 2026111600555-1, ref RF62INV2030",
        "e2e EIBE-88, bank 2026111600555-2",
        "e2e INV-2003, bank 2026111700012, mandate M-1002", "",
      ])
    #expect(
      statement.entries.map(\.from) == [
        "Fichte GmbH Möbelwerkstätten | DE68200411770007654321 | for Fichte Handel KG | Rechnung INV-2016 vom "
          + "16.09.2026 Kundennummer 1006",
        "Lärche & Co. KG | 4711-0815 | abzgl. Gutschrift",
        "Eibe Elektro | DE05305512340000456789 | INV-2041", "Birken Bäckerei | INV-2003", "",
      ])
    let documents = [
      ReferredDocument(number: "INV-2030", kind: "CINV", amount: try euros("4500.00")),
      ReferredDocument(number: "CN-77", kind: "CREN", amount: try euros("90.00")),
    ]
    #expect(statement.entries[1].documents == documents)
    let batch = PaymentBatch(
      reference: "2026111600555", total: try euros("5310.00"), count: 2, isWhole: false)
    #expect(statement.entries[1].batch == batch)
    #expect(statement.entries.map(\.references.booking) == ["1", "2", "2", "3", "4"])
    #expect(statement.entries[3].returned?.reason == "not enough money in the account")
    #expect(statement.entries.map(\.title) == ["SEPA-GUTSCHRIFT", nil, nil, nil, "ENTGELT"])
  }

  @Test func aStatementOfTheSecondVersionWithPrefixesAndAnotherEncoding() throws {
    let statement = try #require(try SampleStatement.sample("camt053-v2.xml").first)
    #expect(statement.account.bank == "71000505" && statement.account.spelt == "0123456789")
    #expect((statement.id, statement.number) == ("2026-11-02/1", "44"))
    #expect(statement.opening?.text == "-500.00" && statement.closing?.text == "1250.50")
    #expect(statement.notBooked == 1 && statement.warnings.isEmpty)
    #expect(
      statement.entries.map(\.told) == [
        "17 2026-11-02 - 1500.50 USD ach part of 2", "23 2026-11-02 - 500.00 USD ach part of 2",
        "30 2026-11-02 - -250.00 USD check reversal",
      ])
    #expect(statement.entries.map(\.named) == ["e2e E-1", "e2e E-2", "check 1055"])
    #expect(statement.entries.map(\.from) == ["Alder & Sons | INV-2031", "Cèdre Café | ", ""])
  }

  @Test func aNoticeTellsThePaymentsOfOneBooking() throws {
    let statement = try #require(try SampleStatement.sample("camt054-v4.xml").first)
    #expect(statement.opening == nil && statement.closing == nil && statement.warnings.isEmpty)
    #expect(
      statement.entries.map(\.told) == [
        "19 2026-11-16 2026-11-16 500.00 CHF wire part of 3",
        "25 2026-11-16 2026-11-16 500.00 CHF wire part of 3",
        "30 2026-11-16 2026-11-16 500.00 CHF wire part of 3",
      ])
    let reference = "ref 000000000000000000000020161"
    #expect(statement.entries.map(\.named) == [reference, reference, ""])
  }

  private func euros(_ text: String) throws -> Money {
    try Money(plain: text, #require(Currency("EUR")))
  }

  /// A statement with one entry, made of what stands in it.
  private func entry(_ inside: String, _ details: String = "", amount: String = "100.00") throws
    -> BankStatement
  {
    let document = """
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
      <Acct><Id><IBAN>DE50100500550001234567</IBAN></Id><Ccy>EUR</Ccy></Acct>
      <Ntry><Amt Ccy="EUR">\(amount)</Amt>\(inside)<BookgDt><Dt>2026-11-16</Dt></BookgDt>
      <NtryDtls>\(details)</NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
      """
    return try #require(try SampleStatement.read(document).first)
  }

  private static let credit = "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
  private static let debit = "<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>"

  @Test(
    arguments: [
      ("RCDT", "ESCT", "wire"), ("RCDT", "ACDT", "ach"), ("RRCT", "ESCT", "wire"),
      ("IDDT", "ESDD", "direct_debit"),
      ("RCHQ", "CCHQ", "check"), ("CCRD", "POSD", "card"), ("CNTR", "CDPT", "cash"),
      ("CNTR", "CHKD", "check"),
      ("MDOP", "CHRG", nil),
    ] as [(String, String, String?)])
  func codesTellHowMoneyMoved(_ family: String, _ subfamily: String, _ method: String?) throws {
    let code =
      "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>\(family)</Cd><SubFmlyCd>\(subfamily)</SubFmlyCd></Fmly></Domn></BkTxCd>"
    #expect(try entry(Self.credit + code).entries.map(\.method) == [method])
  }

  @Test(
    arguments: [
      ("NTRF+166+9310", "DK", "wire"), ("NDDT+109+0", "ZKA", "direct_debit"), ("195", "BAI", "wire"),
      ("195", "", nil),
      ("NCHK+101", "", "check"),
    ] as [(String, String, String?)])
  func codesOfABankAreReadByTheirIssuer(_ code: String, _ issuer: String, _ method: String?) throws {
    let own = "<BkTxCd><Prtry><Cd>\(code)</Cd><Issr>\(issuer)</Issr></Prtry></BkTxCd>"
    #expect(try entry(Self.credit + own).entries.map(\.method) == [method])
  }

  /// Amounts of the parts, beside a booking of 100.00; what comes of it.
  @Test(arguments: [
    (["60.00", "40.00"], ["60.00", "40.00"], false), (["60.00", "39.50"], ["100.00"], true),
    (["60.00", "-"], ["100.00"], false), (["130.00", "-30.00"], ["130.00", "-30.00"], false),
    (["99.00"], ["100.00"], false),
  ])
  func partsStandApartWhenTheyComeToTheBooking(
    _ parts: [String], _ expected: [String], _ isTold: Bool
  ) throws {
    let details = parts.map { part in
      let isDebit = part.hasPrefix("-") && part != "-"
      let amount = part == "-" ? "" : "<Amt Ccy=\"EUR\">\(isDebit ? String(part.dropFirst()) : part)</Amt>"
      let side = "<CdtDbtInd>\(isDebit ? "DBIT" : "CRDT")</CdtDbtInd>"
      return "<TxDtls>\(amount)\(side)<RmtInf><Ustrd>\(part)</Ustrd></RmtInf></TxDtls>"
    }
    let statement = try entry(Self.credit, details.joined())
    #expect(statement.entries.map(\.amount.text) == expected)
    #expect(statement.warnings.isEmpty != isTold)
    // Whatever becomes of the parts, what the payers wrote stays.
    #expect(statement.entries.map(\.remittance).joined(separator: " ") == parts.joined(separator: " "))
  }

  @Test(arguments: [
    (credit, "", "Payer"), (debit, "", "Payee"),
    (debit, "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>", "Payer"),
    (debit + "<RvslInd>true</RvslInd>", "", "Payer"),
    (credit, "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>", "Payee"),
    (
      debit, "<RltdPties><CdtrAcct><Id><IBAN>DE50100500550001234567</IBAN></Id></CdtrAcct></RltdPties>",
      "Payer"
    ),
  ])
  func theOtherSideIsWhoIsNotUs(_ side: String, _ more: String, _ name: String) throws {
    let parties = "<RltdPties><Dbtr><Pty><Nm>Payer</Nm></Pty></Dbtr><Cdtr><Nm>Payee</Nm></Cdtr></RltdPties>"
    let statement = try entry(side, "<TxDtls>\(parties)\(more)</TxDtls>")
    #expect(statement.entries.map(\.counterparty.name) == [name])
  }

  @Test func aBookingOfManyPaymentsThatAreNotToldIsAWhole() throws {
    let statement = try entry(Self.credit, "<Btch><PmtInfId>RUN-7</PmtInfId><NbOfTxs>12</NbOfTxs></Btch>")
    let whole = PaymentBatch(reference: "RUN-7", total: try euros("100.00"), count: 12, isWhole: true)
    #expect(statement.entries.map(\.batch) == [whole])
  }

  @Test func whatDoesNotAddUpIsToldAndStays() throws {
    var text = String(decoding: try SampleStatement.bytes("camt053-v8.xml"), as: UTF8.self)
    text = text.replacing("22007.50", with: "22007.51")
    let statement = try #require(try SampleStatement.read(text).first)
    #expect(statement.entries.count == 5)
    #expect(
      statement.warnings.map(\.description) == [
        "The opening balance of 10 000.00 EUR and entries of 12 007.50 EUR do not come to the closing balance of "
          + "22 007.51 EUR: entries are missing, or told twice."
      ])
  }

  @Test(arguments: ["PDNG", "INFO", "<Cd>FUTR</Cd>", "<Prtry>BOOKED?</Prtry>"])
  func whatIsNotBookedIsLeftOutAndCounted(_ state: String) throws {
    let statement = try entry("<CdtDbtInd>CRDT</CdtDbtInd><Sts>\(state)</Sts>")
    #expect(statement.entries.isEmpty && statement.notBooked == 1)
  }

  @Test(
    arguments: [("100", 10_000), ("100.5", 10_050), ("0100.50000", 10_050), ("100.", 10_000), (".5", 50)]
      as [(String, Int64)])
  func amountsAreReadExactly(_ text: String, _ minor: Int64) throws {
    #expect(try entry(Self.credit, amount: text).entries.map(\.amount.minor) == [minor])
  }

  @Test(arguments: [
    "1.005", "1,00", "1 000.00", "1e3", "-1.00", "", ".", "0x10", "92233720368547758.08", "1.0.0",
  ])
  func whatIsNoAmountIsRefused(_ text: String) {
    let refusal = #expect(throws: Refusal.self) { try entry(Self.credit, amount: text) }
    #expect(refusal?.line == 3)
  }
}
