import Glibc
import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

struct BackupTests {
  @Test func aBackupIsAWholeLedgerForTheUserAlone() throws {
    let books = try VerificationTests.soundBooks()
    let copy = books.directory.file("copy.db")
    _ = try books.ledger.backup(to: copy)
    _ = try books.ledger.backup(to: copy)
    var status = stat()
    #expect(stat(copy, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(!LedgerFile.exists(at: copy + ".partial"))
    let restored = try LedgerFile(path: copy, policy: books.ledger.policy)
    #expect(try restored.journalHead() == books.ledger.journalHead())
    #expect(try restored.verify() == [])
    #expect(try RollingTests.derivedRows(restored) == RollingTests.derivedRows(books.ledger))
  }

  @Test func aLedgerWithAChangedJournalCanBeSavedAndStaysChanged() throws {
    let books = try VerificationTests.soundBooks()
    try VerificationTests.tamper(books, "update journal set body = 'note other' where number = 3")
    let copy = books.directory.file("copy.db")
    let outcome = try books.ledger.backup(to: copy)
    #expect(outcome.place == copy && outcome.spared == nil && outcome.problems.contains { $0.entry == 3 })
    let problems = try LedgerFile(path: copy, policy: books.ledger.policy).verify()
    #expect(problems.contains { $0.entry == 3 })
  }

  @Test func aBackupNeverTakesThePlaceOfABetterOne() throws {
    let books = try VerificationTests.soundBooks()
    let copy = books.directory.file("copy.db")
    #expect(try books.ledger.backup(to: copy).problems == [])
    try VerificationTests.tamper(books, "update journal set body = 'note other' where number = 3")
    for _ in 0..<2 {
      let outcome = try books.ledger.backup(to: copy)
      #expect(outcome.place == copy + ".suspect" && outcome.spared == copy && !outcome.problems.isEmpty)
    }
    #expect(try LedgerFile(path: copy, policy: books.ledger.policy).verify() == [])
    try Connection(path: books.path).execute("update journal set body = 'note other' where number = 2")
    #expect(try books.ledger.backup(to: copy).place == copy + ".suspect-2")
    // With all that is wrong in the earlier one too, nothing is lost by replacing it.
    let worst = copy + ".suspect-2"
    #expect(try books.ledger.backup(to: worst).place == worst)
  }

  @Test func aBackupOverwritesNothingElse() throws {
    let books = try TestBooks(accounts: 1)
    #expect(throws: LedgerError.notABackup(path: books.path)) { try books.ledger.backup(to: books.path) }
    let text = books.directory.file("notes.txt")
    let stream = try #require(fopen(text, "w"))
    fputs("mine", stream)
    fclose(stream)
    #expect(throws: LedgerError.notABackup(path: text)) { try books.ledger.backup(to: text) }
  }

  /// Without an entry in either of them, only what was imported tells books apart.
  @Test func aBackupOverwritesNoOtherBook() throws {
    let (mine, other) = (try VerificationTests.soundBooks(), try VerificationTests.soundBooks())
    try expectRefusal(of: mine, over: other)
    let (empty, imported) = (try TestBooks(), try TestBooks())
    try pretendImport(into: imported.ledger, at: 1)
    try expectRefusal(of: empty, over: imported)
    try pretendImport(into: empty.ledger, at: 2)
    try expectRefusal(of: empty, over: imported)
  }

  @Test func aBackupOverwritesNoNewerStateAndNoBranch() throws {
    let books = try VerificationTests.soundBooks()
    let earlier = books.directory.file("earlier.db")
    _ = try books.ledger.backup(to: earlier)
    try pretendImport(into: books.ledger, at: 1)
    let backup = try LedgerFile(path: earlier, policy: books.ledger.policy)
    #expect(throws: LedgerError.anotherBook(path: books.path)) { try backup.backup(to: books.path) }
    try backup.record(
      .note("only here"), on: AccountID(rawValue: 1), day: TestBooks.day(40), action: ActionID(rawValue: "n"))
    #expect(throws: LedgerError.anotherBook(path: earlier)) { try books.ledger.backup(to: earlier) }
    #expect(try backup.journalHead().count == 6)
  }

  /// The log that a killed session left beside the earlier backup belongs to that one alone.
  @Test func aBackupTakesNoLogFromTheOneBefore() throws {
    let books = try VerificationTests.soundBooks()
    let copy = books.directory.file("copy.db")
    _ = try books.ledger.backup(to: copy)
    _ = try LedgerFile(path: copy, policy: books.ledger.policy)
    try Connection(path: copy).run(
      "insert into mapping values ('a', $1)", String(repeating: "b", count: 50_000))
    try books.addAccount("B1", due: [(1, 10_000)])
    _ = try books.ledger.backup(to: copy)
    let restored = try LedgerFile(path: copy, policy: books.ledger.policy)
    #expect(try restored.accountID(number: "B1") != nil)
    #expect(try restored.mappings().isEmpty)
  }

  /// What the backup has and the book lacks may be what somebody removed.
  @Test(arguments: ["number = 2", "number = (select max(number) from journal)"])
  func aBackupOfWhatLostEntriesGoesBesideTheOneThatHasThem(_ which: String) throws {
    let books = try VerificationTests.soundBooks()
    let copy = books.directory.file("copy.db")
    _ = try books.ledger.backup(to: copy)
    let before = try FileBytes.read(copy)
    try VerificationTests.tamper(books, "delete from journal where \(which)")
    let outcome = try books.another().backup(to: copy)
    #expect(outcome.place == copy + ".suspect" && outcome.spared == copy)
    #expect(outcome.problems.contains { $0.part == .journal })
    #expect(try FileBytes.read(copy) == before)
  }

  private func expectRefusal(of mine: TestBooks, over other: TestBooks) throws {
    #expect(throws: LedgerError.anotherBook(path: other.path)) { try mine.ledger.backup(to: other.path) }
    #expect(!LedgerFile.exists(at: other.path + ".partial"))
  }

  private func pretendImport(into ledger: LedgerFile, at moment: Int64) throws {
    try ledger.write("prepare the test") {
      try ledger.connection.run(
        """
        insert into import_run (recorded, actor, file, digest, kind, counts)
        values ($1, 'ann', 'a.csv', '', 'invoices', '')
        """, moment)
    }
  }
}
