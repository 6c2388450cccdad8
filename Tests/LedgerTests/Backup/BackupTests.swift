import Glibc
import Receivables
import SQLEngine
import Testing

@testable import Ledger

struct BackupTests {
  @Test func aBackupIsAWholeLedgerForTheUserAlone() throws {
    let books = try VerificationTests.soundBooks()
    let copy = books.directory.file("copy.db")
    try books.ledger.backup(to: copy)
    try books.ledger.backup(to: copy)
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
    try books.ledger.backup(to: copy)
    let problems = try LedgerFile(path: copy, policy: books.ledger.policy).verify()
    #expect(problems.contains { $0.entry == 3 })
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
}
