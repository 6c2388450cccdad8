import Foundation
import Testing

/// Money of a bank from its statement to the promise, through the program.
struct BankCommandTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let invoices = """
    Customer No,Customer Name,Type,Invoice No,Invoice Date,Due Date,Amount,Currency
    1001,Alder & Sons,Invoice,INV-17,2026-09-01,2026-10-01,1000.00,USD
    1001,Alder & Sons,Invoice,INV-18,2026-09-01,2026-10-01,250.00,USD
    1002,Birch GmbH,Invoice,INV-21,2026-09-01,2026-10-01,4000.00,USD

    """

  /// A payment of 1 000.00 on 26 November, or what came back of it on the next day.
  private static func camt(isReturn: Bool = false) -> String {
    let day = isReturn ? "2026-11-27" : "2026-11-26"
    let back = isReturn ? "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>" : ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <GrpHdr><MsgId>M</MsgId><CreDtTm>\(day)T18:00:00</CreDtTm></GrpHdr><Stmt><Id>S</Id>
      <CreDtTm>\(day)T18:00:00</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>USD</Ccy></Acct>
      <Ntry><Amt Ccy="USD">1000.00</Amt><CdtDbtInd>\(isReturn ? "DBIT" : "CRDT")</CdtDbtInd>
      <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>\(day)</Dt></BookgDt><ValDt><Dt>\(day)</Dt></ValDt>
      <AcctSvcrRef>\(isReturn ? "B2" : "B1")</AcctSvcrRef>
      <NtryDtls><TxDtls><Refs><EndToEndId>ALDER-1</EndToEndId></Refs>
      <RltdPties><Dbtr><Pty><Nm>Alder and Sons</Nm></Pty></Dbtr></RltdPties>
      <RmtInf><Ustrd>Invoice INV-17</Ustrd></RmtInf>\(back)</TxDtls></NtryDtls></Ntry>
      </Stmt></BkToCstmrStmt></Document>

      """
  }

  /// The payment as MT940 has it.
  private static let mt940 = """
    :20:S1
    :25:37040044/0532013000
    :28C:1/1
    :60F:C261125USD0,00
    :61:2611261126C1000,00NTRFALDER-1//B1
    :86:166?00GUTSCHRIFT?20Invoice INV-17?32Alder and Sons
    :62F:C261126USD1000,00

    """

  @Test(
    "keeps a promise, counts once in two formats, breaks it when it comes back, and gives way to the books")
  func endToEnd() throws {
    let home = try Home()
    func run(_ arguments: String..., day: String = "2026-11-26") throws -> ProgramRun {
      try ProgramRun(arguments + ["--today", day], in: home)
    }
    let book = try run("import", try home.write(Self.invoices, to: "invoices.csv"), day: "2026-11-20")
    #expect(book.status == 0, "\(book.said)")
    let logged = try run(
      "log", "1001", "--result", "PP", "--amount", "1000", "--date", "2026-11-25", "--invoice", "INV-17",
      "--who", "Jane", day: "2026-11-20")
    #expect(logged.status == 0, "\(logged.said)")
    let first = try home.write(Self.camt(), to: "first.xml")
    let second = try home.write(Self.mt940, to: "second.sta")
    let back = try home.write(Self.camt(isReturn: true), to: "back.xml")

    let applied = try run("bank", first, "--apply", "--format", "csv")
    #expect(applied.status == 0, "\(applied.said)")
    #expect(applied.said.contains("1 payment was recorded."))
    #expect(applied.output.contains("recorded,1001,INV-17 1000.00,entry "))
    // The same file again, and the same payment in another format.
    for file in [first, second] {
      let again = try run("bank", file, "--apply", "--format", "csv")
      #expect(again.said.contains("0 payments were recorded."), "\(again.said)")
      #expect(again.output.contains("recorded,1001"), "\(again.output)")
    }
    func state(_ day: String) throws -> String {
      let lines = try run("promises", "--format", "csv", day: day).output.split(separator: "\n")
      return lines.count > 1 ? String(lines[1]) : ""
    }
    #expect(try state("2026-11-26").contains(",kept,"))
    #expect(try run("aging", "--format", "csv").output.contains("1001,Alder & Sons,USD,0.00,0.00,250.00,"))

    let returned = try run("bank", back, "--apply", "--format", "csv", day: "2026-11-28")
    #expect(returned.said.contains("1 payment was recorded."), "\(returned.said)\(returned.output)")
    #expect(try state("2026-11-28").contains(",broken,"))
    let account = try run("account", "1001", day: "2026-11-28").output
    #expect(account.contains("1 000.00 USD taken back by the bank on Fri 27 Nov 2026"))
    #expect(account.contains("not enough money in the account (AM04)"))
    #expect(
      try run("aging", "--format", "csv", day: "2026-11-28").output
        .contains("1001,Alder & Sons,USD,0.00,0.00,1250.00,"))
    // The day before looks as it did.
    let before = try run("promises", "--format", "csv", "--as-of", "2026-11-26", day: "2026-11-28").output
    #expect(before.contains(",kept,"))
    #expect(try run("verify", day: "2026-11-28").status == 0)

    // The accounting system has both, and a new payment.
    let payments = try home.write(
      """
      Customer No,Type,Payment No,Payment Date,Amount,Currency,Invoice No,Applied Amount
      1001,Payment,P-1,2026-11-27,1000.00,USD,INV-17,1000.00
      1001,Payment,P-2,2026-11-28,-1000.00,USD,INV-17,-1000.00

      """, to: "payments.csv")
    let taken = try run("import", payments, day: "2026-11-28")
    #expect(taken.status == 0, "\(taken.said)")
    #expect(
      try run("aging", "--format", "csv", day: "2026-11-28").output
        .contains("1001,Alder & Sons,USD,0.00,0.00,1250.00,"))
    #expect(try state("2026-11-28").contains(",broken,"))
    #expect(try run("verify", day: "2026-11-28").status == 0)
  }

  @Test("a statement that is imported as invoices is refused with what to do instead")
  func imported() throws {
    let home = try Home()
    let run = try ProgramRun(["import", try home.write(Self.camt(), to: "first.xml")], in: home)
    #expect(run.status == 65)
    #expect(
      run.output.contains(
        "This is a statement of a bank (camt.053), not a list of invoices: `kept bank FILE`"))
  }

  /// The payment as online banking exports it, without the account; and what the payer did not write.
  private static func csv(_ text: String = "Alder and Sons Invoice INV-17") -> String {
    """
    Posting Date,Description,Amount,Type,Balance
    11/26/2026,\(text),1000.00,ACH_CREDIT,1500.00
    11/25/2026,Rent,-500.00,ACH_DEBIT,500.00

    """
  }

  @Test(
    "CSV of online banking is recorded, and counts once beside other formats although it names no account")
  func onlineBanking() throws {
    let home = try Home()
    func run(_ arguments: String...) throws -> ProgramRun {
      try ProgramRun(arguments + ["--today", "2026-11-26"], in: home)
    }
    let invoices = Self.invoices + "1002,Birch GmbH,Invoice,INV-22,2026-09-01,2026-10-01,1000.00,USD\n"
    #expect(try run("import", try home.write(invoices, to: "invoices.csv")).status == 0)
    let csv = try home.write(Self.csv(), to: "activity.csv")
    let camt = try home.write(Self.camt(), to: "first.xml")
    let both = try run("bank", camt, csv, "--format", "csv")
    #expect(both.status == 0, "\(both.said)")
    #expect(both.output.split(separator: "\n").count == 2, "\(both.output)")

    let applied = try run("bank", csv, "--apply", "--format", "csv")
    #expect(applied.said.contains("1 payment was recorded."), "\(applied.said)")
    #expect(applied.output.contains("recorded,1001,INV-17 1000.00,entry "), "\(applied.output)")
    for file in [csv, camt] {
      let again = try run("bank", file, "--apply", "--format", "csv")
      #expect(again.said.contains("0 payments were recorded."), "\(again.said)")
      #expect(again.output.contains("recorded,1001"), "\(again.output)")
    }
    // Day and amount alone are not enough to say so, nor to record it unasked, whatever invoice it names.
    let bare = try home.write(Self.csv("INV-22"), to: "bare.csv")
    let doubtful = try run("bank", bare, "--apply")
    #expect(doubtful.said.contains("0 payments were recorded."), "\(doubtful.said)")
    #expect(doubtful.output.contains("1 may be money that is recorded already."), "\(doubtful.output)")
    #expect(doubtful.output.contains("likely  1002"), "\(doubtful.output)")
    #expect(try run("verify").status == 0)

    let imported = try run("import", csv)
    #expect(imported.status == 65)
    #expect(
      imported.output.contains(
        "This is a statement of a bank (CSV), not a list of invoices: `kept bank FILE`"))
    let list = try run("bank", try home.write(Self.invoices, to: "again.csv"))
    #expect(list.status == 65)
    #expect(list.said.contains("line 1, column \"Customer No\": This is a list of invoices"), "\(list.said)")
  }

  @Test("what a CSV does not say is asked for, and said")
  func saying() throws {
    let home = try Home()
    func run(_ arguments: String...) throws -> ProgramRun {
      try ProgramRun(arguments + ["--today", "2026-11-26", "--format", "csv"], in: home)
    }
    #expect(try run("import", try home.write(Self.invoices, to: "invoices.csv")).status == 0)
    let days = try home.write("Date,Text,Amount\n05/11/2026,A,7.00\n06/11/2026,B,-1.00\n", to: "days.csv")
    let asked = try run("bank", days)
    #expect(asked.status == 65)
    #expect(
      asked.said.contains("line 2, column \"Date\": \"05/11/2026\" could be two different days"),
      "\(asked.said)")
    let told = try run("bank", days, "--date-order", "dmy", "--currency", "GBP")
    #expect(told.output.contains("2,2026-11-05,7.00,GBP"), "\(told.said)")
    let signs = try home.write("Date;Text;Amount\n2026-11-16;A;1.500\n", to: "signs.csv")
    #expect(try run("bank", signs).said.contains("could be thousands or decimals"))
    #expect(
      try run("bank", signs, "--decimal-mark", "comma").said.contains("No amount of the file has a sign"))
    let incoming = try run("bank", signs, "--decimal-mark", "comma", "--incoming")
    #expect(incoming.output.contains("2,2026-11-16,1500.00,"), "\(incoming.said)")
  }

  @Test("a statement as CSV opens from the workbench")
  func workbench() throws {
    let home = try Home()
    let path = try home.write(Self.csv(), to: "activity.csv")
    let script = try home.write(
      "book demo 7\ntoday 2026-11-26\ncollector alex\nsize 100x24\nkeys i\ntype \(path)\nkeys enter\nshow\n",
      to: "csv.keys")
    let run = try ProgramRun(["replay", script], in: home)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("activity.csv · 0/1 recorded"), "\(run.output)")
  }

  @Test("a statement of 40 lines takes fewer than 60 keys")
  func fortyLines() throws {
    let home = try Home()
    let script = try String(contentsOfFile: "\(Self.root)/docs/screens/cash.keys", encoding: .utf8)
    let keys = script.split(separator: "\n").filter { $0.hasPrefix("keys ") }
      .reduce(0) { $0 + $1.split(separator: " ").count - 1 }
    #expect(keys < 60)
    let run = try ProgramRun(
      shell: "cd '\(Self.root)' && \"$KEPT\" replay docs/screens/cash.keys", in: home)
    #expect(run.status == 0, "\(run.said)")
    // Two are of strangers, and are left.
    #expect(run.output.components(separatedBy: "\n── ").last?.contains("38/40 recorded") == true)
  }

  @Test("the sample statement is that of the demo company")
  func sample() throws {
    let home = try Home()
    let run = try ProgramRun(
      shell: "\"$KEPT\" demo --exports \"$HOME/x\" --today 2026-11-20 && cat \"$HOME/x/statement.xml\"",
      in: home)
    #expect(run.status == 0, "\(run.said)")
    let sample = try String(contentsOfFile: "\(Self.root)/data/samples/demo-statement.xml", encoding: .utf8)
    #expect(run.output == sample)
  }
}
