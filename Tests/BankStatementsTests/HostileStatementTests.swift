import Receivables
import Testing

@testable import BankStatements

/// Damaged files, and files that were made to do harm: a sentence with the line, nothing read, in little time.
struct HostileStatementTests {
  @Test(arguments: [
    ("camt-doctype.xml", 3, "A DOCTYPE begins here."), ("camt-external.xml", 2, "A DOCTYPE begins here."),
    ("camt-cut.xml", 7, "The file ends here within a statement: it was cut off."),
    ("camt-no-side.xml", 7, "The entry does not say all of how much, which way and whether it is booked."),
    ("camt-amount.xml", 7, "\"92233720368547758.08\" is larger than can be kept exactly."),
    ("mt940-cut.sta", 1, "The statement that begins here has no closing balance (:62F:)"),
    ("mt940-day.sta", 4, "\"261131\" is not a day of the calendar."),
    (
      "mt940-side.sta", 4, "\"2611161116X7350,00NTRFNONREF\" does not say whether money came (C) or went (D)."
    ),
    ("bai2-cut.txt", 4, "The file ends within a statement: its trailer (99) is missing"),
    ("bai2-decimals.txt", 4, "\"289.05\" is not an amount."),
    ("ofx-unclosed.ofx", 7, "A transaction begins here before that of line 6 has ended."),
    ("ofx-error.ofx", 5, "The bank answered with error 2003: \"Account not found\"."),
    ("ofx-doctype.ofx", 3, "A DOCTYPE begins here."),
    ("csv-bare.csv", 1, "The file has no line of headings"),
    ("csv-cut.csv", 3, "The row ends before this column: the file was cut off."),
    ("csv-day.csv", 3, "\"31.11.2026\" is not a day of the calendar."),
    ("csv-days.csv", 2, "\"05/11/2026\" could be two different days, and no date of the file decides."),
    (
      "csv-days-mixed.csv", 3,
      "\"11/16/2026\" can only be month first, but \"16/11/2026\" on line 2 only day first."
    ),
    (
      "csv-marks-mixed.csv", 3,
      "\"1.000,50\" has a decimal comma, but \"1,000.50\" on line 2 a decimal point."
    ),
    (
      "csv-no-side.csv", 2, "No amount of the file has a sign, and no column says whether money came or went."
    ),
    ("csv-side.csv", 3, "\"Om\" is no word that is known here for money that came or went."),
    (
      "csv-both-sides.csv", 2,
      "The row has a debit and a credit, so that nobody can say which way money went."
    ),
    ("csv-debit-sign.csv", 3, "The sign of this amount is another one than in the rest of its column"),
    ("csv-status.csv", 2, "\"Quarantined\" is no word that is known here"),
    ("csv-currency.csv", 2, "\"E\" is not the code of a currency, such as EUR."),
    ("csv-wide.csv", 2, "The row has more columns than there are headings"),
    ("csv-no-amount.csv", 2, "The row has no amount."),
    ("csv-invoices.csv", 1, "This is a list of invoices, customers or payments, not a statement of a bank"),
    ("csv-two-amounts.csv", 1, "Several columns have this name, so that nobody can say which is meant."),
    (
      "csv-no-text.csv", 1,
      "These headings may be of a bank's statement, but none is known that tells who paid"
    ),
  ])
  func damagedFilesAreRefusedWithTheirLine(_ name: String, _ line: Int, _ beginning: String) throws {
    let refusal = try #require(SampleStatement.refusal(try SampleStatement.bytes("damaged/" + name)))
    #expect(refusal.line == line && refusal.reason.hasPrefix(beginning), "\(refusal)")
    #expect(refusal.reason.hasSuffix("."))
  }

  @Test func aClosingBalanceThatIsNotComeToIsTold() throws {
    let statement = try #require(try SampleStatement.sample("damaged/mt940-sum.sta").first)
    #expect(statement.entries.count == 1 && statement.warnings.count == 1)
  }

  /// Two statements in one file are not tried: cut between them it is a file of one. CSV has no end: see `CSVTests`.
  @Test(
    arguments: SampleStatement.names.filter {
      $0 != "mt940-dutch.sta" && !SampleStatement.csvNames.contains($0)
    })
  func aFileCutOffAnywhereIsRefused(_ name: String) throws {
    let bytes = try SampleStatement.bytes(name)
    // What ends the statement; behind it a file may end anywhere.
    let ends = [":62F:", "</OFX>", "99,", "</"].compactMap { end in
      bytes.indices.last { bytes[$0...].starts(with: end.utf8) }
    }
    let end = try #require(ends.max())
    for place in stride(from: 0, to: end, by: 7) {
      #expect(SampleStatement.refusal(Array(bytes[..<place])) != nil, "cut at \(place)")
    }
  }

  private static func camt(_ inside: String) -> String {
    "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>\(inside)</BkToCstmrStmt></Document>"
  }

  private static func much(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static let message = ":20:A\n:25:123456\n:60F:C261101EUR"
  private static let csv = "Date,Description,Amount\n"
  private static let account = "01,a,b,261116,,1,,,2/\n02,a,b,1,261116,,,/\n03,1,"

  private static let harmful: [String: String] = [
    "elements in elements": camt(much("<a>", 100_000)),
    "a long text": camt("<Stmt><Id>" + much("x", 20_000_000) + "</Id></Stmt>"),
    "a long text in pieces": camt("<Stmt><Id>" + much("<b>x</b>", 200_000) + "</Id></Stmt>"),
    "a long name": camt("<Stmt " + much("x", 12_000_000) + "=\"1\"/>"),
    "a long comment that does not end": camt("<!--" + much("x", 12_000_000)),
    "an entity": camt("<Stmt><Id>&lol;</Id></Stmt>"),
    "a character that is none": camt("<Stmt><Id>&#0;</Id></Stmt>"),
    "ends that do not fit": camt("<Stmt></Stmts>"),
    "a DOCTYPE in the middle": camt("<!DOCTYPE a><Stmt/>"),
    "two documents": camt("") + "<Document/>",
    "an entry without an account": camt("<Stmt><Ntry/></Stmt>"),
    "a tag that does not end": camt("<x"),
    "an encoding that does not exist": "<?xml version=\"1.0\" encoding=\"nonsense\"?>" + camt("<Stmt/>"),
    "no statement": camt(""),
    "a field of many lines": message + "0,\n:61:261116C1,NTRFX\n:86:" + much("x\n", 1_000_000),
    "a long amount": message + much("9", 1_000_000) + ",\n",
    "a record of many lines": account + ",,,,/\n16,142,1,,,,X\n" + much("88,x\n", 1_000_000),
    "another long amount": account + ",010," + much("1", 400) + ",,/\n",
    "statements in statements": "OFXHEADER:100\n<OFX>" + much("<STMTRS>", 1_000_000),
    "groups in groups": "OFXHEADER:100\n<OFX>" + much("<BAL>", 1_000_000),
    "a long value": "OFXHEADER:100\n<OFX><NAME>" + much("x", 5_000_000),
    "a long tag": "OFXHEADER:100\n<OFX><" + much("x", 5_000_000),
    "nothing": "OFXHEADER:100\n<OFX></OFX>",
    "a DOCTYPE in SGML": "<OFX>\n<!DOCTYPE x>\n</OFX>",
    "a quotation mark that is never closed": csv + "2026-11-16,\"" + much("x", 20_000_000),
    "a long amount in CSV": csv + "2026-11-16,X," + much("9", 5_000_000) + "\n",
    "many columns": csv + much("2026-11-16,", 2_000_000),
    "a long word for a day": csv + much("9", 5_000_000) + ",X,1\n",
    "headings without end": much("Date,Amount,", 1_000_000),
    "delimiters alone": csv + "1" + much(",", 5_000_000),
    "a NUL in CSV": csv + "2026-11-16,\u{0},1\n",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: harmful.keys.sorted())
  func whatIsBuiltToDoHarmIsRefusedInLittleTime(_ name: String) throws {
    let text = try #require(Self.harmful[name])
    let refusal = try #require(SampleStatement.refusal(text))
    #expect(refusal.reason.hasSuffix("."), "\(refusal)")
    #expect(!refusal.reason.hasPrefix("unexpected") && refusal.reason.utf8.count < 400, "\(refusal)")
  }

  @Test func elementsAreNestedAsDeepAsInStatementsAndNotMuchDeeper() throws {
    let account = "<Acct><Id><IBAN>DE50100500550001234567</IBAN></Id></Acct>"
    func nested(_ depth: Int) -> String {
      Self.camt("<Stmt>\(account)\(Self.much("<a>", depth))\(Self.much("</a>", depth))</Stmt>")
    }
    #expect(try SampleStatement.read(nested(60)).count == 1)
    let refusal = try #require(SampleStatement.refusal(nested(62)))
    #expect(refusal.reason.hasPrefix("The elements of this file are nested deeper"), "\(refusal)")
  }

  @Test(.timeLimit(.minutes(1))) func longFilesOfManyEntriesAreRead() throws {
    let entry =
      "<Ntry><Amt Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-16</Dt></BookgDt></Ntry>\n"
    let account = "<Acct><Id><IBAN>DE50100500550001234567</IBAN></Id></Acct>\n"
    let text = Self.camt("<Stmt>\(account)\(String(repeating: entry, count: 70_000))</Stmt>")
    let statement = try #require(try SampleStatement.read(text).first)
    #expect(statement.entries.count == 70_000)
    // Beyond the 65,535 lines that libxml2 counts in its own trees.
    #expect(statement.entries.last?.line == 70_001)
  }
}
