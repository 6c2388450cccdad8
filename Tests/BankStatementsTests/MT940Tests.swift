import Receivables
import Testing

@testable import BankStatements

/// What MT940 says, in the ways in which banks write its field 86.
struct MT940Tests {
  @Test func aGermanStatement() throws {
    let statement = try #require(try SampleStatement.sample("mt940-german.sta").first)
    #expect(statement.account.number == "1234567" && statement.account.bank == "10050055")
    #expect((statement.id, statement.number) == ("STARTUMS", "221/1"))
    #expect(statement.opening?.minor == 1_000_000 && statement.closing?.minor == 2_200_750)
    #expect(statement.warnings.isEmpty && statement.notBooked == 0)
    #expect(
      statement.entries.map(\.told) == [
        "5 2026-11-16 2026-11-16 7350.00 EUR wire", "10 2026-11-16 2026-11-17 5310.00 EUR wire whole of 0",
        "12 2026-11-17 2026-11-13 -640.00 EUR direct_debit returned 914",
        "15 2026-11-17 2026-11-17 -12.50 EUR -",
      ])
    #expect(
      statement.entries.map(\.named) == [
        "e2e FICHTE-2026-1107, bank 2026111600417, by F-1107", "bank 2026111600555",
        "e2e INV-2003, bank 2026111700012, mandate M-1002", "",
      ])
    #expect(
      statement.entries.map(\.from) == [
        "Fichte GmbH Moebelwerkstaetten | DE68200411770007654321 | for Fichte Handels KG | Rechnung INV-2016 vom "
          + "16.09.2026 Kundennummer 1006",
        "ANZAHL 2", "Birken Baeckerei | Retoure INV-2003", "Kontofuehrung",
      ])
    #expect(statement.entries.first?.title == "SEPA-GUTSCHRIFT")
  }

  @Test func twoMessagesOfADutchBankAcrossTheTurnOfTheYear() throws {
    let statements = try SampleStatement.sample("mt940-dutch.sta")
    #expect(statements.map(\.account.iban) == ["NL20KEPT0123456789", "NL20KEPT0123456789"])
    #expect(statements.map(\.number) == ["00001", "00002/2"])
    #expect(statements.map { $0.opening?.text } == ["-100.00", "1101.00"])
    #expect(statements.map { $0.closing?.text } == ["1101.00", "1136.00"])
    #expect(statements.allSatisfy { $0.warnings.isEmpty })
    #expect(
      statements.flatMap(\.entries).map(\.told) == [
        "6 2026-01-02 2025-12-31 1210.50 EUR wire", "11 2026-01-02 2026-01-02 -10.50 EUR - reversal",
        "13 2025-12-31 2026-01-02 1.00 EUR - reversal", "21 2026-01-05 2026-01-05 99.00 EUR wire",
        "24 2026-01-05 2026-01-05 -64.00 EUR direct_debit returned MS03",
      ])
    #expect(
      statements.flatMap(\.entries).map(\.named) == [
        "e2e BEUK-77, bank 26002000001234", "", "", "ref RF62INV2030", "e2e INV-2099",
      ])
    #expect(
      statements.flatMap(\.entries).map(\.from) == [
        "Beukema Bakkerijen B.V. | NL23OUDE0987654321 | Factuur INV-2101 minus korting volgens afspraak",
        "TERUGBOEKING RENTE", "", "BEUKEMA BAKKERIJEN | NL23OUDE0987654321 | ", "Iep Import | ",
      ])
  }

  /// A statement with one entry.
  private func entry(_ line: String, _ information: String = "", currency: String = "EUR") throws -> BankEntry
  {
    let text = """
      :20:T
      :25:DE50100500550001234567
      :28C:1
      :60F:C261101\(currency)0,00
      :61:\(line)
      \(information.isEmpty ? "" : ":86:\(information)\n"):62F:C261130\(currency)0,00
      """
    return try #require(try SampleStatement.read(text).first?.entries.first)
  }

  @Test(arguments: [
    ("2611161116C1234,56NTRFNONREF", "5 2026-11-16 2026-11-16 1234.56 EUR wire"),
    ("261116C1234,NCHK4711//B1", "5 2026-11-16 2026-11-16 1234.00 EUR check"),
    ("261116CR1234,5N051X", "5 2026-11-16 2026-11-16 1234.50 EUR -"),
    ("2611161116DR1,NDDTX", "5 2026-11-16 2026-11-16 -1.00 EUR direct_debit"),
    ("2611161116RC1,NTRFX", "5 2026-11-16 2026-11-16 -1.00 EUR wire reversal"),
    ("2611161116RDR1,NTRFX", "5 2026-11-16 2026-11-16 1.00 EUR wire reversal"),
    ("2612310102C1,NTRFX", "5 2027-01-02 2026-12-31 1.00 EUR wire"),
    ("2701021231C1,NTRFX", "5 2026-12-31 2027-01-02 1.00 EUR wire"),
    ("2402280229C1,NTRFX", "5 2024-02-29 2024-02-28 1.00 EUR wire"),
    ("261116C1,NRTIX", "5 2026-11-16 2026-11-16 1.00 EUR - returned -"),
    ("261116C1,", "5 2026-11-16 2026-11-16 1.00 EUR -"),
  ])
  func linesOfEveryForm(_ line: String, _ told: String) throws {
    #expect(try entry(line).told == told)
  }

  @Test func minorUnitsAreThoseOfTheCurrency() throws {
    #expect(try entry("261116C1234,NTRFX", currency: "JPY").amount.minor == 1_234)
    #expect(try entry("261116C1234,00NTRFX", currency: "JPY").amount.minor == 1_234)
    #expect(try entry("261116C1,234NTRFX", currency: "BHD").amount.minor == 1_234)
    #expect(throws: Refusal.self) { try entry("261116C1,234NTRFX") }
  }

  @Test(arguments: [
    "261116X1,NTRF", "26111C1,NTRF", "261131C1,NTRF", "2611160230C1,NTRF", "261116C,NTRF", "261116CNTRF",
    "261116C1.00NTRF", "261116C1,2,3NTRF", "261116C99999999999999999999,NTRF", "",
  ])
  func linesOfNoFormAreRefused(_ line: String) {
    let refusal = #expect(throws: Refusal.self) { try entry(line) }
    #expect(refusal?.line == 5)
  }

  @Test(arguments: [
    // The tags of SEPA, each at its beginning, within a subfield and broken over two.
    ("166?00GUT?20EREF+A-1?21SVWZ+RE 1?32Alder", "e2e A-1", "Alder | RE 1"),
    ("166?00GUT?20EREF+A-1 SVWZ+RE 1?32Alder", "e2e A-1", "Alder | RE 1"),
    ("166?00GUT?20EREF+12345678901234567890SV?21WZ+RE 1", "e2e 12345678901234567890", "RE 1"),
    (
      "166?00GUT?20EREF+12345678901234567890AB?21CDSVWZ?22SVWZ+RE 1", "e2e 12345678901234567890ABCDSVWZ",
      "RE 1"
    ),
    ("166?00GUT?20EREF+NOTPROVIDED?21SVWZ+EREF", "", "EREF"),
    (
      "166?00GUT?20Rechnung 2031 vom 16.9.202?216 ohne Abzug?60Danke", "",
      "Rechnung 2031 vom 16.9.202 6 ohne Abzug Danke"
    ),
    ("166>00GUT>20EREF+A-1>21SVWZ+RE 1>31123>32Al>33der", "e2e A-1", "Al der | 123 | RE 1"),
    ("177?00ONLINE?20SVWZ+RE?32", "", "RE"),
    // Tags in plain text, and no tags at all.
    ("EREF+A-1 SVWZ+RE 1", "e2e A-1", "RE 1"), ("ZAHLUNG RE 2031", "", "ZAHLUNG RE 2031"),
    ("/INV/2031/2032", "", "/INV/2031/2032"), ("1662031", "", "1662031"), ("166", "", "166"),
    // Slashes.
    ("/EREF/A-1/ORDP//NAME/Alder/REMI/RE 1/2", "e2e A-1", "Alder | RE 1/2"),
    ("/NAME/Alder/REMI/USTD//RE 1/EREF/NOTPROVIDED/ULTD/Elm/", "", "Alder | for Elm | RE 1"),
  ])
  func informationOfEveryForm(_ text: String, _ named: String, _ from: String) throws {
    let entry = try entry("261116C1,NTRFNONREF", text)
    #expect(entry.named == named)
    #expect(entry.from == from)
  }

  @Test func linesThatAreFullGoOnAndShorterOnesLostASpace() {
    let full = String(repeating: "x", count: 27)
    #expect(TaggedText([full, "y", "z"], width: 27).line == full + "y z")
    #expect(TaggedText(["RE 2031 vom", "16.9."], width: 27).line == "RE 2031 vom 16.9.")
  }

  @Test func expectedEntriesAreLeftOut() throws {
    let text = ":20:T\n:25:123456\n:60F:C261101EUR0,\n:61:261116EC1,NTRFX\n:86:later\n:62F:C261130EUR0,\n-"
    let statement = try #require(try SampleStatement.read(text).first)
    #expect(statement.entries.isEmpty && statement.notBooked == 1 && statement.warnings.isEmpty)
  }
}
