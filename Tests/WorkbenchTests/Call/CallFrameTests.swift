import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("How the call log looks")
struct CallFrameTests {
  static let goldens = [
    "": """
     What came of it?  Capital letter: note first past due 400.00 CAD, 1 200.00 USD
     >1 Jane Doe, accounts payable  +1 555 0100 office, 10:00 there
      2 Jane Doe, accounts payable  +1 555 0101, 10:00 there
      3 Bob Roe  +1 555 0200, 10:00 there

     Ask                                     Will pay
     When did you send your payment?          p PP  promise to pay
     Will you send it today?                  t PD  promises part, rest open
     When will you send it, how much, and     s PS  says payment is sent
     how?                                     r PR  approved, in payment run
     What kept you from paying it on time?    y PL  plan agreed

     Not reached                             Will not pay yet
      n NA  no answer                         a WA  waiting for approval
      b BZ  busy                              i NR  invoice not received
      v VM  left voicemail                    d DI  disputes
      l LM  left message with a person        c CB  asked to be called back
      w WN  wrong or dead number              f RF  refuses to pay
      g GK  contact away until                u UF  cannot pay
      k SK  skipped                           o IN  insolvency notice
                                              h HU  hung up
    """,
    "pfri⏎": """
     PP  promise to pay                           past due 400.00 CAD, 1 200.00 USD
     How                                  call out
     Contact                              Jane Doe, accounts payable
     Number                               +1 555 0100 office, 10:00 there
     Date        fri                      Fri 27 Nov 2026, in 4 days
     Amount                               1 200.00 USD, all past due
     Method                               how it is paid
     Invoices                             2 invoices, 1 200.00 USD, all past due
     Why unpaid                           why it is not paid yet
     Note

     Rest        400.00 CAD not covered: call on Tue 24 Nov.
     Next        call on Tue 24 Nov
     Say         So you will pay 1 200.00 USD on Friday 27 November for invoices
                 INV-77 and INV-78. I will note that.
     Check       Kept 0 of 1 promise.
     Ask         When did you send your payment?  Will you send it today?  When
                 will you send it, how much, and how?  What kept you from paying it
                 on time?
     Last        Fri 20 Nov  omar  VM left voicemail
                 Tue 3 Nov  omar  PP 1 000.00 USD on Wed 11 Nov
    """,
    "pfri⏎12.5kk": """
     PP  promise to pay                           past due 400.00 CAD, 1 200.00 USD
     How                                  call out
     Contact                              Jane Doe, accounts payable
     Number                               +1 555 0100 office, 10:00 there
     Date        fri                      Fri 27 Nov 2026, in 4 days
     Amount      12.5kk                   “12.5kk” is not an amount. Type 1200, 12…
     Method                               how it is paid
     Invoices                             2 invoices, 1 200.00 USD, all past due
     Why unpaid                           why it is not paid yet
     Note

     Amount      “12.5kk” is not an amount. Type 1200, 1200.50, 12.5k or all.
     Check       Kept 0 of 1 promise.
     Ask         When did you send your payment?  Will you send it today?  When
                 will you send it, how much, and how?  What kept you from paying it
                 on time?
     Last        Fri 20 Nov  omar  VM left voicemail
                 Tue 3 Nov  omar  PP 1 000.00 USD on Wed 11 Nov



    """,
    "d77⏎400⏎price": """
     DI  disputes                                 past due 400.00 CAD, 1 200.00 USD
     How                                  call out
     Contact                              Jane Doe, accounts payable
     Number                               +1 555 0100 office, 10:00 there
     Invoices    77                       INV-77, 1 000.00 USD
     Amount      400                      400.00 USD
     Dispute     price                    price
     Why unpaid                           why it is not paid yet
     Note

     Rest        800.00 USD, 400.00 CAD not covered: call on Tue 24 Nov.
     Next        call on Tue 24 Nov
     Say         So you dispute 400.00 USD of invoice INV-77: price. I will look
                 into it and come back to you by Friday 27 November.
     Ask         When did you send your payment?  Will you send it today?  When
                 will you send it, how much, and how?  What kept you from paying it
                 on time?
     Last        Fri 20 Nov  omar  VM left voicemail
                 Tue 3 Nov  omar  PP 1 000.00 USD on Wed 11 Nov


    """,
    "ctom⏎2pm": """
     CB  asked to be called back                  past due 400.00 CAD, 1 200.00 USD
     How                                  call out
     Contact                              Jane Doe, accounts payable
     Number                               +1 555 0100 office, 10:00 there
     Date        tom                      Tue 24 Nov 2026, tomorrow
     Time        2pm                      14:00 in New York, 20:00 here
     Why unpaid                           why it is not paid yet
     Note

     Next        call back on Tue 24 Nov 14:00
     Say         So I will call you back on Tuesday 24 November at 14:00 your time.
     Ask         When did you send your payment?  Will you send it today?  When
                 will you send it, how much, and how?  What kept you from paying it
                 on time?
     Last        Fri 20 Nov  omar  VM left voicemail
                 Tue 3 Nov  omar  PP 1 000.00 USD on Wed 11 Nov





    """,
    "y7⏎+5": """
     PL  plan agreed                              past due 400.00 CAD, 1 200.00 USD
     How                                  call out
     Contact                              Jane Doe, accounts payable
     Number                               +1 555 0100 office, 10:00 there
     Invoices                             2 invoices, 1 200.00 USD, all past due
     Instalments 7                        171.42 USD monthly, the last 171.48 USD
     Date        +5                       Sat 28 Nov 2026, in 5 days
     Amount                               1 200.00 USD, all past due
     Why unpaid                           why it is not paid yet
     Note

     Plan        Sat 28 Nov 171.42, Mon 28 Dec 171.42, Thu 28 Jan 171.42,
                 Sun 28 Feb 171.42, Sun 28 Mar 171.42, Wed 28 Apr 171.42 …
                 Fri 28 May 171.48
     Rest        400.00 CAD not covered: call on Tue 24 Nov.
     Next        call on Tue 24 Nov
     Say         So you will pay 1 200.00 USD for invoices INV-77 and INV-78 in 7
                 instalments, from 171.42 USD on Saturday 28 November to 171.48 USD
                 on Friday 28 May. I will note that.
     Check       Sat 28 Nov is on a weekend; the next business day is Mon 30 Nov.
     Ask         When did you send your payment?  Will you send it today?  When
    """,
  ]

  @Test("at 80×24, below the title row", arguments: goldens.keys.sorted())
  func golden(keys: String) throws {
    var bench = try CallBench(file: CallBench.called())
    bench.play(keys)
    let body = bench.lines[1..<22].joined(separator: "\n")
    #expect(body == Self.goldens[keys])
  }

  @Test("a wide screen shows the script and the last entries beside, and moves nothing")
  func wide() throws {
    var narrow = try CallBench(file: CallBench.called())
    var wide = try CallBench(file: CallBench.called(), size: Size(columns: 132, rows: 43))
    narrow.play("psat")
    wide.play("psat")
    for row in 1..<10 { #expect(wide.lines[row].hasPrefix(narrow.lines[row])) }
    let beside = wide.lines.map { String($0.dropFirst(82)) }
    #expect(beside.contains("When did you send your payment?"))
    #expect(beside.contains("Fri 20 Nov  omar  VM left voicemail"))
  }

  @Test("the cursor stands on the focus")
  func cursor() throws {
    var bench = try CallBench()
    #expect(bench.frame.cursor == Position(column: 1, row: 2), "on who is called: no result is marked")
    bench.press(.down)
    #expect(bench.frame.cursor == Position(column: 1, row: 14))
    bench.press(.up)
    #expect(bench.frame.cursor == Position(column: 1, row: 2))
    bench.play("pfri")
    #expect(bench.frame.cursor == Position(column: 16, row: 5))
    bench.press(.enter)
    #expect(bench.frame.cursor == Position(column: 13, row: 6))
  }

  @Test(
    "hostile names neither escape nor move anything",
    arguments: [
      "\u{1B}[2J\u{1B}]0;owned\u{7}", "a\u{202E}b\u{2066}c\u{200B}d", "東京電力株式会社 経理部",
      String(repeating: "x", count: 10_000), "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦 Ltd", "",
    ])
  func hostile(name: String) throws {
    for script in ["", "pfri⏎", "ctom⏎2pm", "pfri⏎⏎⏎"] {
      var plain = try CallBench(file: CallBench.file(name: name))
      var bench = try CallBench(file: CallBench.file(name: name, contact: name))
      plain.play(script)
      bench.play(script)
      let (frame, plainFrame, plainLines) = (bench.frame, plain.frame, plain.lines)
      for row in 0..<24 {
        let cells = frame.row(row)
        #expect(
          cells.allSatisfy {
            $0.glyph.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
          })
        let isName = plainLines[row].contains("Jane Doe") || row == 0
        if !isName { #expect(cells == plainFrame.row(row)) }
      }
    }
  }

  @Test("a contact with a hostile name can be picked and keeps its number")
  func pickHostile() throws {
    var bench = try CallBench(file: CallBench.file(contact: "Ja\u{202E}ne\u{1B}[31m"))
    bench.play("2pfri⏎§")
    #expect(try bench.record().phone == "+1 555 0101")
    #expect(try bench.record().contact == "Jane[31m")
  }
}

extension Frame {
  fileprivate func row(_ row: Int) -> [Cell] {
    Array(cells[row * size.columns..<(row + 1) * size.columns])
  }
}
