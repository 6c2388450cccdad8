import ArgumentParser
import Foundation
import Ledger
import Receivables
import Testing
import TextScreen

@testable import Commands

/// Whatever stands in the file of a book, all work on it ends in an answer or in a sentence: nothing in a file is a trap,
/// and nothing makes the program wait for ever. `make fuzz` runs more of it.
@Suite("Hostile values in a book", .timeLimit(.minutes(10)))
struct HostileValueTests {
  /// How many books are spoilt in each of the two ways to run.
  private static let rounds = ProcessInfo.processInfo.environment["KEPT_FUZZ"].flatMap { UInt64($0) }

  @Test("are answered or refused by the store and by every screen", arguments: 1...(rounds ?? 40))
  func storeAndScreens(seed: UInt64) throws {
    let book = try SpoiltBook(seed: seed)
    let deeds = "seed \(seed): \(book.deeds.joined(separator: "; "))"
    // A trap ends all tests: the last lines that were written say of which book.
    if Self.rounds != nil { FileHandle.standardError.write(Data((deeds + "\n").utf8)) }
    let day = SpoiltDay(book: book, deeds: deeds)
    try day.work()
    try day.replay()
  }

  @Test("are answered or refused by every command", arguments: 1...((rounds ?? 60) / 10 + 1))
  func commands(seed: UInt64) throws {
    let book = try SpoiltBook(seed: 1_000_000 + seed)
    _ = try book.home.write(
      "Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency\n10001,Ann,X-1,2026-09-01,2026-10-01,10.00,USD\n",
      to: "new.csv")
    let lines = [
      "queue --view all", "queue --as-of 2026-11-01 --format json", "account 10003",
      "account 10001 --format json",
      "aging", "promises", "promises --by-invoice", "calendar --everyone", "imports --take-back --yes",
      "disputes", "escalations", "credit", "policy show", "config", "verify",
      "backup b.kept",
      "import new.csv", "log 10002 --result NA", "hold 10004 --until +30 --reason legal",
      "--today 2026-12-24 queue --view all --search 10",
    ]
    for line in lines {
      let run = try ProgramRun(
        shell: "cd \"$HOME\"; export KEPT_DATABASE=book.kept; timeout 60 \"$KEPT\" \(line) > out",
        in: book.home)
      #expect(run.status < 124, "seed \(seed), kept \(line): \(run.status) \(run.said)\n\(book.deeds)")
    }
  }

}

/// A day's work on a spoilt book, in this process.
private struct SpoiltDay {
  let book: SpoiltBook
  /// What was done to it.
  let deeds: String

  /// Runs something that may be refused, but only with a sentence.
  private func attempt(_ what: String, _ body: () throws -> Void) {
    do {
      try body()
    } catch {
      #expect(CommandFailure(cause: error) != nil, "\(what): \(error)\n\(deeds)")
    }
  }

  func work() throws {
    let options = try GlobalOptions.parse([
      "--database", book.path, "--today", SpoiltBook.today.iso, "--collector", "alex",
    ])
    var opened: OpenBook?
    attempt("open") {
      opened = try options.openBook(offering: .shipped())
      try opened?.begin()
    }
    guard let opened else { return }
    let (ledger, policy) = (opened.ledger, opened.policy)
    for view in WorklistView.allCases {
      for text in ["", "10 inc", "500.00"] {
        attempt("list \(view)") {
          let query = WorklistQuery(view: view, collector: "alex", text: text, today: opened.today)
          let page = try ledger.explained(try ledger.worklist(query, range: 0..<50))
          if let first = page.rows.first { _ = try ledger.rank(of: first.id, in: query) }
          _ = QueueListing(
            rows: page.rows.map { (1, $0) }, policy: policy, today: opened.today
          ).csv()
        }
      }
    }
    attempt("totals") { _ = try ledger.dayTotals(on: opened.today, collector: "alex") }
    attempt("tallies") { _ = try ledger.tallies(of: ["alex", ""]) }
    attempt("drafts") { _ = try ledger.drafts() }
    attempt("last entry") { _ = try ledger.lastEntry(of: "alex", on: opened.today) }
    attempt("used codes") { _ = try ledger.usedCodes() }
    for number in 0..<14 { account(AccountID(rawValue: Int64(number)), opened) }
    attempt("verify") {
      _ = try VerificationListing(
        problems: ledger.verify(), head: ledger.journalHead(), anchors: 0, strangers: 0
      ).text()
    }
    attempt("back up") { _ = try ledger.backup(to: book.home.path + "/backup.kept") }
    attempt("look back") {
      try ledger.work(on: opened.today.advanced(by: -20), wall: opened.today, signed: Machine.signature)
    }
    attempt("roll") {
      let next = opened.today.advanced(by: 30)
      try ledger.work(on: next, wall: next, signed: Machine.signature)
    }
    attempt("import") { try importRow(into: ledger, opened.today) }
  }

  private func account(_ id: AccountID, _ book: OpenBook) {
    attempt("account \(id.rawValue)") {
      let file = try book.ledger.account(id)
      let picture = try AccountPicture(of: file, policy: book.policy, asOf: book.today)
      let listing = AccountListing(picture: picture, policy: book.policy)
      _ = (try listing.text(), try listing.json().text, listing.csv())
      _ = try AccountPicture(of: file, policy: book.policy, asOf: book.today.advanced(by: -100))
      let entry = NewEntry(
        action: ActionID.new(), account: id, day: book.today, collector: "alex",
        body: EntryBody(Remark("still here")))
      _ = try book.ledger.record(entry, basedOn: file.version, signed: Machine.signature)
    }
  }

  private func importRow(into ledger: LedgerFile, _ day: CalendarDay) throws {
    let text = """
      Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
      10001,Ann,X-1,2026-09-01,2026-10-01,10.00,USD
      20001,New,X-2,2026-09-01,2026-10-01,10.00,USD

      """
    try Array(text.utf8).withUnsafeBytes {
      _ = try FileIntake(
        wishes: ImportWishes { _, _ in true }, ledger: ledger, policy: ledger.policy, today: day
      ).outcomes(of: [("new.csv", $0, {})])
    }
  }

  /// Through the list, every account with its story, a call, the matters, a search and another day.
  func replay() throws {
    let script = try ReplayScript(
      """
      today \(SpoiltBook.today.iso)
      collector alex
      size 140x40
      keys esc v end enter
      show
      keys enter tab tab tab down down down pgdn
      show
      keys c
      show
      keys p
      type fri
      show
      keys esc esc n enter tab tab down down
      show
      keys esc n enter n enter n enter
      show
      keys esc esc /
      type 10
      keys enter
      show
      keys esc D
      type -30
      keys enter
      show
      """)
    attempt("replay") {
      let options = try GlobalOptions.parse(["--database", book.path])
      let place = try ReplayBook(script, options)
      let replay = try Replay(script, at: place.site, book: place.ledger)
      for shown in replay.shown { _ = shown.frame.lines() }
    }
  }
}
