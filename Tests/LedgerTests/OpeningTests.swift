import Glibc
import Receivables
import SQLEngine
import SampleEntries
import Settings
import Testing

@testable import Ledger

struct OpeningTests {
  @Test func makesAFileForTheUserAloneWithEverySetting() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("deep/kept.db")
    let ledger = try LedgerFile(path: path, policy: try PolicyFile.shipped())
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(directory.file("deep"), &status) == 0 && status.st_mode & 0o777 == 0o700)
    let settings = [
      ("application_id", LedgerSchema.applicationID), ("user_version", Int64(LedgerSchema.migrations.count)),
      ("synchronous", 2),
      ("foreign_keys", 1),
      ("recursive_triggers", 1), ("trusted_schema", 0),
    ]
    for (name, value) in settings {
      #expect(try ledger.connection.first("pragma \(name)") { $0.int64(0) } == value, "\(name)")
    }
    for file in ["kept.db", "kept.db-wal", "kept.db-shm", "kept.db-gate"] {
      unlink(directory.file("deep/" + file))
    }
    rmdir(directory.file("deep"))
  }

  @Test func refusesOtherFilesAndLeavesThemAlone() throws {
    let directory = try TemporaryDirectory()
    let policy = try PolicyFile.shipped()
    let text = directory.file("notes.txt")
    let stream = try #require(fopen(text, "w"))
    fputs(String(repeating: "not a database at all\n", count: 100), stream)
    fclose(stream)
    #expect(throws: LedgerError.notALedger(path: text)) { try LedgerFile(path: text, policy: policy) }

    let foreign = directory.file("foreign.db")
    try Connection(path: foreign, creating: true).execute("create table t (x)")
    #expect(throws: LedgerError.notALedger(path: foreign)) { try LedgerFile(path: foreign, policy: policy) }

    let logged = directory.file("logged.db")
    let file = try Connection(path: logged, creating: true)
    try file.execute("pragma journal_mode = wal; create table t (x)")
    try file.checkpoint()
    for suffix in ["-wal", "-shm"] { unlink(logged + suffix) }
    #expect(throws: LedgerError.notALedger(path: logged)) { try LedgerFile(path: logged, policy: policy) }
    #expect(throws: LedgerError.cannotOpen(path: directory.path, reason: "it is not a file")) {
      try LedgerFile(path: directory.path, policy: policy)
    }
    #expect(throws: LedgerError.cannotOpen(path: "/dev/null", reason: "it is not a file")) {
      try LedgerFile(path: "/dev/null", policy: policy)
    }

    for path in [text, foreign, logged, directory.path, "/dev/null"] {
      for suffix in ["-gate", "-wal", "-shm", "-journal"] {
        #expect(access(path + suffix, F_OK) != 0, "\(path)\(suffix)")
      }
    }

    let newer = directory.file("newer.db")
    try LedgerFile(path: newer, policy: policy).connection.execute("pragma user_version = 99")
    #expect(throws: LedgerError.newerSchema(path: newer)) { try LedgerFile(path: newer, policy: policy) }
    try Connection(path: newer).execute("pragma user_version = -1")
    #expect { try LedgerFile(path: newer, policy: policy) } throws: {
      ($0 as? LedgerError)?.isOfWhatTheFileHolds == true && $0 as? LedgerError != .newerSchema(path: newer)
    }
  }

  /// A group shares what lies in its directory; nobody else does.
  @Test func leavesABookToTheGroupOfItsDirectory() throws {
    let books = try TestBooks(accounts: 1)
    try #require(chmod(books.directory.path, 0o2770) == 0)
    let files = ["", "-wal", "-shm", "-gate"].map { books.path + $0 }
    for file in files { chmod(file, 0o666) }
    #expect(try books.another().wasOpenToOthers)
    for file in files {
      var status = stat()
      #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o660, "\(file)")
    }
    #expect(try !books.another().wasOpenToOthers)
    let fresh = books.directory.file("new.kept")
    _ = try LedgerFile(path: fresh, policy: books.ledger.policy)
    for suffix in ["", "-gate"] {
      var status = stat()
      #expect(stat(fresh + suffix, &status) == 0 && status.st_mode & 0o777 == 0o660, "\(suffix)")
    }
  }

  @Test func keepsAFileThatOthersCouldReadToTheUser() throws {
    let books = try TestBooks(accounts: 1)
    #expect(!books.ledger.wasOpenToOthers)
    let files = ["", "-wal", "-shm", "-gate"].map { books.path + $0 }
    for file in files {
      chmod(file, 0o664)
      #expect(try books.another().wasOpenToOthers, "\(file)")
      for file in files {
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600, "\(file)")
      }
      #expect(try !books.another().wasOpenToOthers, "\(file)")
    }
  }

  @Test func refusesToWriteAfterTheFileWasReplaced() throws {
    let books = try TestBooks(accounts: 1)
    rename(books.path, books.path + "-moved")
    let other = try books.another()
    #expect(throws: LedgerError.replaced(path: books.path)) { try books.ledger.roll(to: TestBooks.start) }
    withExtendedLifetime(other) {}
  }

  @Test func whatWasWrittenIsInTheFileItselfAfterClosing() throws {
    let books = try TestBooks(accounts: 1)
    let account = try #require(try books.ledger.accountID(number: "A1"))
    var session: LedgerFile? = try books.another()
    try session?.record(
      NewEntry(
        action: ActionID(random: 1, 2), account: account, day: TestBooks.start, collector: "ann",
        body: .note("said so")), basedOn: nil,
      signed: Signature(at: Instant(milliseconds: 0), actor: "ann", host: "here"))
    session = nil
    let copy = books.directory.file("copy.db")
    // Under another name the file has no log beside it.
    #expect(link(books.path, copy) == 0)
    let entries = try LedgerFile(path: copy, policy: books.ledger.policy).account(account).entries
    #expect(entries.map(\.body.freeText) == ["said so"])
  }

  @Test func aLinkMeetsTheFileAtOneGate() throws {
    let books = try TestBooks(accounts: 1)
    let link = books.directory.file("link.db")
    symlink(books.path, link)
    let other = try LedgerFile(path: link, policy: books.ledger.policy)
    try other.roll(to: TestBooks.start)
    #expect(try books.ledger.businessDate() == TestBooks.start)
    #expect(!LedgerFile.exists(at: link + "-gate"))
  }

  @Test func aWriterThatWaitsTooLongIsToldWhoWrites() throws {
    let directory = try TemporaryDirectory()
    let gate = try WriteGate(besides: directory.file("kept.db"))
    let impatient = try WriteGate(besides: directory.file("kept.db"), patience: .milliseconds(20))
    try gate.hold("write") {
      let user = try #require(getpwuid(getuid())).pointee.pw_name.map { String(cString: $0) } ?? ""
      let error = LedgerError.busy(doing: "save the call", holder: "process \(getpid()) of \(user)")
      #expect(throws: error) { try impatient.hold("save the call") {} }
      #expect(
        error.description
          == "Could not save the call: another session, process \(getpid()) of \(user), holds the "
          + "database. Nothing was changed. Try again.")
    }
    try impatient.hold("save the call") {}
  }

  @Test func manyFirstStartsAtOnceMakeOneFile() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("kept.db")
    let policy = try PolicyFile.shipped()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 { group.addTask { _ = try LedgerFile(path: path, policy: policy) } }
      try await group.waitForAll()
    }
    let ledger = try LedgerFile(path: path, policy: policy)
    #expect(try ledger.connection.schemaVersion() == LedgerSchema.migrations.count)
  }
}
