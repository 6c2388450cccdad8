import Foundation
import Ledger
import Receivables
import Testing

@testable import Commands

@Suite("The machine formats are what the manual promises")
struct OutputContractTests {
  let book: SampleBook

  init() throws { book = try SampleBook() }

  @Test("queue as CSV: one line an account and currency, with the account's rank")
  func queue() throws {
    let csv = QueueListing(rows: try book.rows(), policy: book.policy, today: book.today).csv()
    let acme =
      "promise broken: nothing of 1 000.00 USD for Fri 20 Nov 2026; 1 200.50 USD to collect +5; oldest 45 days past due +5; "
      + "1 promise not kept +10; 14 days without contact +5"
    #expect(
      csv == """
        rank,account,name,currency,lane,band,priority,to_collect,past_due,oldest_days,next_action,next_date,why
        1,1001,"Acme, Inc.",JPY,broken_promise,C,25,0,0,45,call,2026-11-23,\(acme)
        1,1001,"Acme, Inc.",USD,broken_promise,C,25,1200.50,1200.50,45,call,2026-11-23,\(acme)
        2,1002,"'=cmd()\u{1B}[2J\rPAID",USD,cash_application,D,0,10.00,10.00,10,apply_cash,2026-11-24,\
        credits to apply: 15.00 USD; 150 % of past due is unapplied −30

        """)
  }

  @Test("As TSV the records are the same, a line each, and no cell breaks out of its place")
  func tabs() throws {
    let csv = QueueListing(rows: try book.rows(), policy: book.policy, today: book.today).csv()
    let lines = TabSeparated.text(ofCSV: csv).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.map(\.count) == [13, 13, 13, 13])
    #expect(lines.map { $0[2] } == ["name", "Acme, Inc.", "Acme, Inc.", "'=cmd()␛[2J␍PAID"])
    #expect(lines[2][7] == "1200.50")
  }

  @Test(
    "TSV says every cell of CSV",
    arguments: [
      ("a,b\n", "a\tb\n"), ("\"a,b\",\"c\"\"d\"\n", "a,b\tc\"d\n"), ("\"x\ny\tz\",\n", "x␊y␉z\t\n"),
      ("\"\"\"q\"\"\",-1.50\n", "'\"q\"\t-1.50\n"), (",,\n", "\t\t\n"), ("'=1\n", "'=1\n"), ("", ""),
    ])
  func cells(csv: String, tsv: String) { #expect(TabSeparated.text(ofCSV: csv) == tsv) }

  @Test("aging as CSV: buckets, credits and balance add up")
  func aging() throws {
    let csv = try agingListing().csv()
    #expect(
      csv == """
        account,name,currency,current,d1_30,d31_60,d61_90,d91_plus,credits,balance
        1001,"Acme, Inc.",JPY,5000,0,0,0,0,0,5000
        1001,"Acme, Inc.",USD,0.00,0.00,1200.50,0.00,0.00,0.00,1200.50
        1002,"'=cmd()\u{1B}[2J\rPAID",USD,0.00,10.00,0.00,0.00,0.00,-15.00,-5.00

        """)
  }

  @Test("aging as JSON: the same rows")
  func agingJSON() throws {
    let json = try agingListing().json().text
    #expect(
      json.hasPrefix(
        #"{"as_of":"2026-11-27","rows":[{"account":"1001","balance":"5000","credits":"0","currency":"JPY","#
          + #""current":"5000","d1_30":"0","d31_60":"0","d61_90":"0","d91_plus":"0","name":"Acme, Inc."},"#))
    #expect(json.hasSuffix("]}\n"))
  }

  @Test("promises as CSV")
  func promises() throws {
    let rows = try book.picture().promises.map {
      PromiseListing.Row(account: "1001", name: "Acme, Inc.", promise: $0)
    }
    #expect(
      PromiseListing(rows: rows, asOf: book.today).csv() == """
        account,taken_on,date,amount,currency,method,state,paid,level,name,who,in_grace,discount,discount_until,discount_state,to_be_credited
        1001,2026-11-13,2026-11-20,1000.00,USD,ach,broken,0.00,1,"Acme, Inc.",Jane,no,,,,

        """)
  }

  @Test("account as JSON has every part of the account screen")
  func account() throws {
    let json = try AccountListing(picture: book.picture(), policy: book.policy).json()
    let parts = try #require(json.entries)
    #expect(
      Set(parts.keys).isSuperset(of: [
        "as_of", "balances", "contacts", "customer", "flags", "habits", "invoices", "next", "priority",
        "disputes", "plans", "promises", "timeline", "unapplied", "why",
      ]))
    let invoice = try #require(parts["invoices"]?.elements?.first?.entries)
    #expect(invoice["invoice"] == "INV-1")
    #expect(invoice["open"] == "1200.50")
    #expect(invoice["currency"] == "USD")
    #expect(invoice["bucket"] == "d31_60")
    #expect(invoice["days_past_due"] == .number(45))
    let promise = try #require(parts["promises"]?.elements?.first?.entries)
    #expect(promise["state"] == "broken")
    #expect(promise["invoices"] == ["INV-1"])
    let call = try #require(
      parts["timeline"]?.elements?.compactMap(\.entries).first { $0["event"] == "call" })
    #expect(call["recorded"] == "1970-01-01T00:00:01.250Z")
    #expect(call["note"] == "will \"surely\" pay")
  }

  @Test("The text of an account has nothing to collect where nothing is due")
  func notDue() throws {
    let lines = try AccountListing(picture: try book.picture(), policy: book.policy).text().split(
      separator: "\n")
    #expect(try #require(lines.first { $0.hasPrefix("INV-1 ") }).hasSuffix(" 1 200.50"))
    #expect(try #require(lines.first { $0.hasPrefix("INV-2 ") }).hasSuffix(" not due"))
  }

  @Test(
    "The text of an account lets nothing out either, where the name is a heading and where a note was typed")
  func accountText() throws {
    let picture = try AccountPicture(of: book.evil, policy: book.policy, asOf: book.today)
    let text = try AccountListing(picture: picture, policy: book.policy).text()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.hasPrefix("1002       =cmd()␛[2J␍PAID\n"))
  }

  @Test("So do the findings of verify, which quote what stands in the book")
  func verificationText() {
    let problem = LedgerProblem(part: .derived, sentence: "name is “a\u{1B}[2J\nb” where “c” follows.")
    let text = VerificationListing(
      problems: [problem], head: JournalHead(count: 0, hash: "0"), anchors: 0, strangers: 0
    ).text()
    #expect(text.contains("  name is “a␛[2J␊b” where “c” follows.\n"))
  }

  @Test("Text keeps its columns and lets nothing out, whatever a name holds")
  func text() throws {
    let text = QueueListing(rows: try book.rows(), policy: book.policy, today: book.today).text()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(
      text.contains("2  1002     =cmd()␛[2J␍PAID       10.00  USD     10.00    10  D  apply cash 2026-11-24"))
  }

  @Test(
    "Times are written in UTC",
    arguments: [(0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z")])
  func instants(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).iso == text)
  }

  /// One of every kind that must not reach a terminal as it is: C0, DEL, C1, marks of direction, joiners, tags, line and
  /// paragraph separators.
  private static let hostile: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\r", "\u{7F}", "\u{85}", "\u{9B}", "\u{9D}", "\u{61C}", "\u{200B}", "\u{200F}",
    "\u{202E}",
    "\u{2028}", "\u{2029}", "\u{2066}", "\u{FEFF}", "\u{AD}", "\u{E0041}",
  ]

  @Test("No way out lets through what moves the cursor or hides, and JSON says the same text")
  func hostileCharacters() throws {
    let name = "a" + String(String.UnicodeScalarView(Self.hostile.flatMap { [$0, "b"] }))
    var file = book.acme
    file.customer.name = name
    let row = WorklistRow(
      id: file.customer.id, number: file.customer.number, name: name, collector: nil,
      summary: try AccountSummary(of: file, policy: book.policy, asOf: book.today))
    let listing = QueueListing(rows: [(1, row)], policy: book.policy, today: book.today)
    let ways = [listing.text(), listing.csv(), listing.json().text].map { StandardOutput.safeLines($0) }
    for way in ways {
      #expect(!way.unicodeScalars.contains { $0 != "\n" && Self.hostile.contains($0) }, "\(way)")
    }
    let said = try JSONDecoder().decode(Rows.self, from: Data(ways[2].utf8)).rows.map(\.name)
    #expect(said == [name])
    #expect(listing.json().text == ways[2])
  }

  private struct Rows: Decodable {
    struct Row: Decodable { let name: String }
    let rows: [Row]
  }

  private func agingListing() throws -> AgingListing {
    let accounts = try book.rows().map {
      AgedAccount(number: $0.row.number, name: $0.row.name, balances: $0.row.summary.balances)
    }
    return AgingListing(accounts: accounts, policy: book.policy.aging, asOf: book.today)
  }
}

extension JSONValue {
  fileprivate var entries: [String: JSONValue]? {
    if case .object(let entries) = self { entries } else { nil }
  }

  fileprivate var elements: [JSONValue]? { if case .list(let elements) = self { elements } else { nil } }
}
