import Receivables
import Testing

@testable import BankStatements

/// What BAI2 says.
struct BAI2Tests {
  @Test func aStatement() throws {
    let statement = try #require(try SampleStatement.sample("bai2.txt").first)
    #expect(statement.account.number == "123456789" && statement.account.bank == "71000505")
    #expect(statement.opening?.text == "10000.00" && statement.closing?.text == "19745.75")
    #expect(statement.first?.iso == "2026-11-16" && statement.warnings.isEmpty && statement.notBooked == 0)
    #expect(
      statement.entries.map(\.told) == [
        "5 2026-11-16 2026-11-16 2890.50 USD ach", "7 2026-11-16 2026-11-17 5000.00 USD wire",
        "9 2026-11-16 - 2000.00 USD check part of 2", "10 2026-11-16 - 750.25 USD check part of 2",
        "12 2026-11-16 - -255.00 USD check", "13 2026-11-16 - -640.00 USD ach returned -",
      ])
    #expect(
      statement.entries.map(\.named) == [
        "bank ACH7781, by ALDER-31", "bank FED2026111600991", "bank LBX0042, by 5501",
        "bank LBX0042, by 5502",
        "bank CHK991, check 10777", "bank RET55",
      ])
    #expect(
      statement.entries.map(\.remittance) == [
        "ALDER & SONS PAYMENT, INV-2031 THANK YOU", "ORIG:ELM ELECTRIC/INV-2022", "BIRCH BAKERIES INV-2019",
        "DOGWOOD DESIGN", "", "RETURNED DEBIT BIRCH R01",
      ])
  }

  /// A file with the lines of one account; control totals that fit nothing are told, and not looked at here.
  private func statement(
    _ lines: String, currency: String = "", group: String = "1", modifier: String = ""
  ) throws -> BankStatement {
    let text = """
      01,071000505,KEPT,261117,0630,1,,,2/
      02,KEPT,071000505,\(group),261116,,\(currency),\(modifier)/
      03,0123456789,,,,,/
      \(lines)
      49,0,0/
      98,0,1,0/
      99,0,1,0/
      """
    return try #require(try SampleStatement.read(text).first)
  }

  @Test(arguments: [
    ("16,195,100,,,,/", "", "4 2026-11-16 - 1.00 USD wire"),
    ("16,495,100,Z,,,", "USD", "4 2026-11-16 - -1.00 USD wire"),
    ("16,142,100,0,,,", "CAD", "4 2026-11-16 2026-11-16 1.00 CAD ach"),
    ("16,142,100,1,A,B,T", "JPY", "4 2026-11-16 - 100 JPY ach"),
    ("16,399,100,V,261118,,,,", "KWD", "4 2026-11-16 2026-11-18 0.100 KWD -"),
    ("16,252,100,S,1,2,3,,,", "", "4 2026-11-16 - 1.00 USD - reversal"),
    ("16,555,100,D,3,1,10,2,20,3,70,R,,", "", "4 2026-11-16 - -1.00 USD check returned -"),
    ("16,142,100/\n88,V,261120/\n88,1200,BR/\n88,CR,T", "", "4 2026-11-16 2026-11-20 1.00 USD ach"),
  ])
  func transactionsOfEveryForm(_ line: String, _ currency: String, _ told: String) throws {
    #expect(try statement(line, currency: currency).entries.map(\.told) == [told])
  }

  @Test func aTextHasCommasAndSlashesInIt() throws {
    let entry = try #require(
      try statement("16,142,1,V,,,A/B/1,C/2,PAID, INV-1/INV-2/\n88,AND, LAST/\n88:EREF: 7").entries.first)
    #expect(entry.named == "bank A/B/1, by C/2")
    #expect(entry.remittance == "PAID, INV-1/INV-2 AND, LAST EREF: 7")
  }

  @Test(arguments: [
    ("16,115,300,,L,,\n16,116,100,,,,A\n16,116,200,,,,B", ["1.00", "2.00"], false),
    ("16,115,300,,L,,\n16,116,100,,,,A\n16,116,199,,,,B", ["3.00"], true),
    ("16,116,100,,,,A\n16,116,200,,,,B", ["1.00", "2.00"], false),
    ("16,115,300,,L,,\n16,142,5,,,,\n16,116,100,,,,A", ["3.00", "0.05", "1.00"], false),
  ])
  func itemsOfADepositAreNotMoneyTwice(_ lines: String, _ amounts: [String], _ isTold: Bool) throws {
    let statement = try statement(lines)
    #expect(statement.entries.map(\.amount.text) == amounts)
    #expect(statement.warnings.contains { if case .parts = $0 { true } else { false } } == isTold)
  }

  @Test func codesThatTellNoSideAreLeftOutAndTold() throws {
    let lines = "16,721,500,,,,LOAN\n16,890,,,,,HELLO\n16,930,100,,,,\n16,970,40,,,,"
    let statement = try statement(lines)
    #expect(statement.entries.map(\.amount.text) == ["1.00", "-0.40"])
    #expect(statement.notBooked == 1)
    #expect(
      statement.warnings.first?.description
        == "The code 721 on line 4 does not say whether money came or went: 5.00 USD was left out.")
  }

  @Test(
    arguments: [
      ("1", "", 1, nil), ("2", "", 0, "a deletion of what was sent before"),
      ("3", "", 1, "a correction of what was sent before"),
      ("4", "", 0, "a test"), ("1", "3", 1, "preliminary"), ("1", "4", 1, nil),
    ] as [(String, String, Int, String?)])
  func theStateOfAGroupIsToldAndDeletionsAreLeftOut(
    _ group: String, _ modifier: String, _ count: Int, _ what: String?
  ) throws {
    let statement = try statement("16,142,100,,,,", group: group, modifier: modifier)
    #expect(statement.entries.count == count && statement.notBooked == 1 - count)
    #expect(statement.warnings.contains { $0 == .status(line: 2, what: what ?? "") } == (what != nil))
  }

  @Test func controlTotalsThatDoNotFitAreTold() throws {
    let statement = try #require(try SampleStatement.sample("damaged/bai2-totals.txt").first)
    #expect(statement.entries.map(\.amount.text) == ["289.05"])
    #expect(
      statement.warnings.map(\.description) == [
        "Line 5 says an account total of 1, but what is there comes to 29005.",
        "Line 5 says a number of records of 2, but what is there comes to 3.",
        "Line 6 says a group total of 1, but what is there comes to 29005.",
        "Line 7 says a file total of 1, but what is there comes to 29005.",
      ])
  }

  @Test(arguments: [
    "16,1424,1,,,,", "16,,1,,,,", "16,142,1.00,,,,", "16,142,,,,,", "16,142,1,X,,,", "16,142,1,V,261131,,,,",
    "17,142,1,,,,", "no record", "8", "03,1,,/", "02,a,b,1,261116,,,/", "16,142,9223372036854775808,,,,",
  ])
  func recordsThatAreNoneAreRefused(_ line: String) {
    let refusal = #expect(throws: Refusal.self) { try statement(line) }
    #expect(refusal?.line == 4)
  }

  @Test func sumsThatDoNotFitAreRefused() {
    let largest = "16,142,9223372036854775807,,,,\n"
    let refusal = #expect(throws: Refusal.self) { try statement(largest + largest) }
    #expect(refusal?.reason.hasPrefix("The amounts up to here come to more than") == true)
  }
}
