import Receivables
import Testing

@testable import BankStatements

/// What OFX says, as SGML and as XML.
struct OFXTests {
  @Test func aStatementOfTheFirstVersion() throws {
    let statement = try #require(try SampleStatement.sample("ofx1.ofx").first)
    #expect(statement.account.number == "123456789" && statement.account.bank == "71000505")
    #expect(statement.first?.iso == "2026-11-16" && statement.closing?.text == "19745.75")
    #expect(statement.opening == nil && statement.notBooked == 1 && statement.warnings.isEmpty)
    #expect(
      statement.entries.map(\.told) == [
        "19 2026-11-16 - 2890.50 USD -", "27 2026-11-16 - -255.00 USD check", "35 2026-11-16 - 2000.00 USD -",
      ])
    #expect(
      statement.entries.map(\.named) == [
        "bank 202611160001", "bank 202611160002, check 10777", "bank 202611160003, by 5501",
      ])
    #expect(
      statement.entries.map(\.from) == [
        "ALDER & SONS PAYM | INV-2031 THANK YOU", "", "Café Birch | 99-5 | ",
      ])
  }

  @Test func aStatementOfTheSecondVersion() throws {
    let statement = try #require(try SampleStatement.sample("ofx2.ofx").first)
    #expect(statement.closing?.text == "-12.34" && statement.last?.iso == "2026-11-17")
    #expect(
      statement.entries.map(\.told) == [
        "14 2026-11-17 2026-11-18 5000.00 USD ach", "19 2026-11-17 - -640.00 USD -",
        "23 2026-11-17 - -80.00 CAD card",
      ])
    #expect(
      statement.entries.map(\.from) == [
        "ELM ELECTRIC | INV-2022 & INV-2034", "BIRCH BAKERIES | RETURNED <R01>", "HARDWARE | ",
      ])
    #expect(
      statement.warnings.map(\.description) == [
        "The entry on line 19 is called CREDIT, but is -640.00 USD: its sign was followed.",
        "The entry on line 23 is -80.00 CAD, not in the currency of its statement.",
      ])
  }

  @Test func bothVersionsAreReadByOneReader() throws {
    // The same tags, closed, under the header of each version.
    let xml = String(decoding: try SampleStatement.bytes("ofx2.ofx"), as: UTF8.self)
      .replacing("<![CDATA[RETURNED <R01>]]>", with: "RETURNED &lt;R01&gt;")
    let sgml =
      "OFXHEADER:100\nDATA:OFXSGML\n" + xml.split(separator: "\n").dropFirst(2).joined(separator: "\n") + "\n"
    let entries = try SampleStatement.read(sgml).flatMap(\.entries)
    let expected = try SampleStatement.read(xml).flatMap(\.entries)
    #expect(entries.map(\.told) == expected.map(\.told))
    #expect(entries.map(\.from) == expected.map(\.from))
  }

  private func statement(_ transaction: String, currency: String = "USD") throws -> BankStatement {
    let text = """
      OFXHEADER:100
      <OFX><STMTTRNRS><STMTRS><CURDEF>\(currency)<BANKACCTFROM><ACCTID>1234567</BANKACCTFROM><BANKTRANLIST>
      <STMTTRN>\(transaction)</STMTTRN>
      </BANKTRANLIST></STMTRS></STMTTRNRS></OFX>
      """
    return try #require(try SampleStatement.read(text).first)
  }

  @Test(arguments: [
    ("<TRNTYPE>CREDIT<DTPOSTED>20261116<TRNAMT>1.5", "3 2026-11-16 - 1.50 USD -"),
    ("<TRNTYPE>ATM<DTPOSTED>20261116<TRNAMT>-1,50", "3 2026-11-16 - -1.50 USD cash"),
    (
      "<TRNTYPE>DIRECTDEBIT<DTPOSTED>20261116235959.999[-5:EST]<TRNAMT>-1",
      "3 2026-11-16 - -1.00 USD direct_debit"
    ),
    ("<TRNTYPE>POS<DTPOSTED>202611160000[+5.30:IST]<TRNAMT>+1.", "3 2026-11-16 - 1.00 USD card"),
    ("<trntype>check<dtposted>20261116<trnamt>-1.00", "3 2026-11-16 - -1.00 USD check"),
    ("<DTPOSTED>20261116<TRNAMT>1<CORRECTFITID>7<CORRECTACTION>REPLACE", "3 2026-11-16 - 1.00 USD -"),
  ])
  func transactionsOfEveryForm(_ text: String, _ told: String) throws {
    #expect(try statement(text).entries.map(\.told) == [told])
  }

  @Test func whatIsDeletedOrHeldIsNoMoney() throws {
    let deleted = try statement(
      "<TRNTYPE>CREDIT<DTPOSTED>20261116<TRNAMT>1<CORRECTFITID>7<CORRECTACTION>DELETE")
    #expect(deleted.entries.isEmpty && deleted.notBooked == 1 && deleted.warnings.count == 1)
    let held = try statement("<TRNTYPE>HOLD<DTPOSTED>20261116<TRNAMT>1")
    #expect(held.entries.isEmpty && held.notBooked == 1 && held.warnings.isEmpty)
  }

  @Test(arguments: [
    "<TRNAMT>1", "<DTPOSTED>20261116", "<DTPOSTED>20261131<TRNAMT>1", "<DTPOSTED>2026<TRNAMT>1",
    "<DTPOSTED>20261116<TRNAMT>1.005", "<DTPOSTED>20261116<TRNAMT>1,234.56", "<DTPOSTED>20261116<TRNAMT>--1",
    "<DTPOSTED>20261116<TRNAMT>(1.00)", "<DTPOSTED>20261116<TRNAMT>92233720368547758.08",
    "<DTPOSTED>20261116<TRNAMT>1<CURRENCY><CURSYM>DOLLAR</CURRENCY>",
  ])
  func transactionsWithoutDayOrAmountAreRefused(_ text: String) {
    let refusal = #expect(throws: Refusal.self) { try statement(text) }
    #expect(refusal?.line == 3)
  }

  @Test func textHasEntitiesAndSignsThatAreNone() throws {
    let entry = try #require(
      try statement("<DTPOSTED>20261116<TRNAMT>1<NAME>A &amp; B<MEMO>C & D &lt;E&gt; &nope; &amp;lt;").entries
        .first)
    #expect(entry.from == "A & B | C & D <E> &nope; &lt;")
  }
}
