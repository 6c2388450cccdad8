import Foundation
import SQLEngine
import Testing

/// What somebody with the file, a tool and time can do to a book, step by step, and what `kept verify` says to it.
@Suite struct InsidersTourTests {
  private static let invoices = """
    Customer Number,Customer Name,Invoice Number,Invoice Date,Due Date,Amount,Currency
    1001,Alder Ltd,INV-1,2026-09-01,2026-10-01,1200.00,USD
    1001,Alder Ltd,INV-2,2026-09-05,2026-10-05,80.00,USD
    1002,Birch & Co,INV-3,2026-09-01,2026-10-01,500.00,USD
    1003,Cedar Inc,INV-4,2026-09-07,2026-10-07,75.00,EUR

    """

  /// A book that was imported, worked on and anchored.
  private static func book() throws -> Book {
    let book = try Book()
    let file = try book.write(invoices, to: "invoices.csv")
    try #require(try book.run("import", file).status == 0)
    for account in ["1001", "1002"] {
      try #require(try book.run("log", account, "--result", "NA", "--note", "rang for long").status == 0)
    }
    try #require(
      try book.run("log", "1001", "--result", "PP", "--amount", "1200", "--date", "2026-11-27").status == 0)
    try #require(try book.run("anchor").status == 0)
    return book
  }

  /// The book's file under another tool: neither triggers nor references hold it back.
  private static func tool(_ book: Book, _ statements: String) throws {
    let tool = try Connection(path: book.path)
    try tool.execute("pragma foreign_keys = off; drop trigger if exists journal_is_not_changed")
    try tool.execute(statements)
  }

  @Test func anUntouchedBookIsSoundAndSaysWithWhatItWasCompared() throws {
    let verdict = try Self.book().run("verify")
    #expect(verdict.status == 0)
    #expect(
      verdict.output.contains(
        "The book is sound.\nIts journal was compared with 1 head that was kept outside."))
  }

  @Test(arguments: [
    (
      """
      update account set number = 'x', number_key = 'x' where number = '1001';
      update account set number = '1001', number_key = '1001' where number = '1002';
      update account set number = '1002', number_key = '1002' where number = 'x';
      """,
      [
        "is about account 1001, but the file has it under account 1002",
        "The books of account 1001 were changed",
      ]
    ),
    (
      "update invoice set number = 'INV-9' where number = 'INV-4'",
      ["The books of account 1003 were changed after the import of entry 2"]
    ),
    (
      "update invoice set amount = amount / 2 where number = 'INV-3'",
      [
        "The books of account 1002 were changed after the import of entry 2: 500.00 USD were billed, now 250.00 USD."
      ]
    ),
    (
      """
      insert into application (account_id, id, invoice_id, source, dated, amount)
      select account_id, 9, id, 'write_off', issued + 60, amount from invoice where number = 'INV-3'
      """,
      [
        "The books of account 1002 were changed after the import of entry 2: 500.00 USD were open, now 0.00 USD."
      ]
    ),
    (
      "delete from account where number = '1003'; delete from invoice where number = 'INV-4'",
      ["it left 3 accounts, now there are 2"]
    ),
    ("update journal set collector = 'eve' where number = 3", ["Entry 3 was changed after it was written."]),
    (
      "drop trigger journal_is_not_shortened",
      ["The trigger journal_is_not_shortened was removed from the file."]
    ),
    (
      "create trigger quiet after insert on journal begin update invoice set due = due + 30; end",
      ["The trigger quiet was added to the file"]
    ),
    (
      "update import_run set digest = 'none'",
      ["What the file says beside entry 2 of its import is not what it says."]
    ),
  ]) func aChangeIsNamed(statements: String, sentences: [String]) throws {
    let book = try Self.book()
    try Self.tool(book, statements)
    let verdict = try book.run("verify")
    #expect(verdict.status == 1)
    for sentence in sentences { #expect(verdict.output.contains(sentence), "\(verdict.output)") }
  }

  /// The last entry goes, and all notes of it: a chain that holds. Only an anchor tells.
  @Test(arguments: [true, false]) func aTailThatWasCutIsToldByAnAnchor(isAnchored: Bool) throws {
    let book = try Self.book()
    if !isAnchored { try Self.removeAnchors(of: book) }
    try Self.tool(
      book,
      """
      drop trigger journal_is_not_shortened;
      delete from journal where number = (select max(number) from journal);
      update meta set value = (
        select number || ' ' || lower(hex(hash)) from journal order by number desc limit 1) where name = 'journal_head';
      update meta set value = 'none' where name = 'rules';
      """)
    try Self.putBackTriggers(of: book)
    let verdict = try book.run("verify")
    #expect(verdict.status == (isAnchored ? 1 : 0), "\(verdict.output)")
    #expect(
      verdict.output.contains("The journal ends with entry 4, but it had 5: the last ones were removed.")
        == isAnchored)
    #expect(verdict.output.contains("No head of its journal was kept outside") == !isAnchored)
  }

  /// A book from before the last call takes the place of the book, and is worked on.
  @Test func aBookThatWasPutInTheNewOnesPlaceIsToldByAnAnchor() throws {
    let book = try Book()
    let file = try book.write(Self.invoices, to: "invoices.csv")
    try #require(try book.run("import", file).status == 0)
    let earlier = book.home.appending(path: "earlier.kept")
    try #require(try book.run("backup", earlier.path).status == 0)
    try #require(try book.run("log", "1001", "--result", "NA").status == 0)
    let line = try book.run("anchor").output
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: book.path + suffix) }
    try FileManager.default.moveItem(atPath: earlier.path, toPath: book.path)
    #expect(try book.run("verify").output.contains("The journal ends with entry 2, but it had 3"))
    try #require(try book.run("log", "1002", "--result", "NA").status == 0)
    #expect(
      try book.run("verify").output.contains("The journal up to entry 3 is not the one that was anchored."))
    // The same line from anybody's log, and without the user's own.
    try Self.removeAnchors(of: book)
    #expect(try book.run("verify").status == 0)
    let log = try book.write("Nov 18 09:00:01 desk kept[77]: \(line)", to: "syslog")
    #expect(try book.run("verify", "--anchors", log).status == 1)
  }

  @Test func aBackupIsNotReplacedByWhatWasChanged() throws {
    let book = try Self.book()
    let copy = book.home.appending(path: "copy.kept").path
    try #require(try book.run("backup", copy).status == 0)
    let before = try Data(contentsOf: URL(filePath: copy))
    try Self.tool(book, "update invoice set amount = amount / 2 where number = 'INV-3'")
    let outcome = try book.run("backup", copy)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("The books of account 1002 were changed"), "\(outcome.output)")
    #expect(outcome.output.contains("\(copy) is better: it was left as it is."))
    #expect(try Data(contentsOf: URL(filePath: copy)) == before)
  }

  /// He erases a call by the law, and lets the promise that is left of it say less.
  @Test func whatAnErasureLeavesSaysWhatItSaid() throws {
    let book = try Self.book()
    try #require(try book.run("erase", "1001", "--entry", "5", "--ground", "Art. 17", "--yes").status == 0)
    let sound = try book.run("verify")
    #expect(sound.status == 0, "\(sound.output)")
    #expect(sound.output.contains("the text of entry 5 was erased (Art. 17)."))
    try Self.tool(
      book,
      "update journal set body = replace(body, 'amount 1200.00 USD', 'amount 12.00 USD') where number = 5")
    try Self.putBackTriggers(of: book)
    let verdict = try book.run("verify")
    #expect(verdict.status == 1)
    #expect(verdict.output.contains("What is left of entry 5 is not what was written in it."))
  }

  /// He removes an entry, and salvages the book that misses it.
  @Test func aSalvageExplainsNoGapAway() throws {
    let book = try Self.book()
    try Self.tool(book, "drop trigger journal_is_not_shortened; delete from journal where number = 4")
    let new = book.home.appending(path: "new.kept").path
    let salvage = try book.run("salvage", book.path, new)
    #expect(salvage.output.contains("entry 4"), "\(salvage.output)")
    let verdict = try book.run("verify", "--database", new)
    #expect(verdict.status == 1)
    #expect(
      verdict.output.contains(
        "Entry 4 is missing from the journal; lost when the book was salvaged, says entry 6"),
      "\(verdict.output)")
  }

  /// He cuts the last entry, writes another, and has it anchored: the earlier anchor is not covered by the new one.
  @Test func anAnchorHidesNoOtherAnchor() throws {
    let book = try Self.book()
    try Self.tool(
      book,
      """
      drop trigger journal_is_not_shortened;
      delete from journal where number = 5;
      update meta set value = (
        select number || ' ' || lower(hex(hash)) from journal order by number desc limit 1) where name = 'journal_head';
      """)
    try Self.putBackTriggers(of: book)
    try #require(try book.run("log", "1001", "--result", "NA").status == 0)
    let anchor = try book.run("anchor")
    #expect(anchor.status == 65, "\(anchor.output)")
    let verdict = try book.run("verify")
    #expect(verdict.status == 1)
    #expect(verdict.output.contains("The journal up to entry 5 is not the one that was anchored."))
  }

  private static func removeAnchors(of book: Book) throws {
    try FileManager.default.removeItem(at: book.home.appending(path: ".local/state/kept/anchors"))
  }

  /// An insider tidies up behind him.
  private static func putBackTriggers(of book: Book) throws {
    let sound = try Book()
    try #require(try sound.run("import", try sound.write(invoices, to: "invoices.csv")).status == 0)
    let wanted = try Connection(path: sound.path).all(
      "select name, sql from sqlite_schema where type = 'trigger'"
    ) {
      ($0.text(0), $0.text(1))
    }
    let file = try Connection(path: book.path)
    for (name, sql) in wanted {
      try file.execute("drop trigger if exists \(name)")
      try file.execute(sql)
    }
  }
}
