import FoundationEssentials
import PseudoTerminal
import Testing

/// What the program says and keeps when the system refuses a write in the middle of its work: files that may not grow
/// past a size, in kilobytes.
@Suite struct FailingWriteTests {
  /// 33 leave room for the memory beside the book and no more; 300 for a part of the work.
  @Test(arguments: [
    ("log ACCOUNT --result NA", 33, "It is not certain that the entry was recorded: disk I/O error"),
    ("import FILE", 33, "Could not import"), ("import FILE", 300, "Could not import"),
    ("backup COPY", 33, "Could not back up to"), ("backup COPY", 300, "Could not back up to"),
    ("queue --today 2026-11-25", 33, "Could not bring the queue to 2026-11-25: disk I/O error"),
  ])
  func nothingIsHalfStored(command: String, limit: Int, sentence: String) throws {
    let book = try Book.demo()
    let account = try #require(try book.queue().first)
    let rows = (1...3_000).map { "C\($0),F\($0),2026-10-01,2026-10-31,100.00,USD" }
    let file = try book.write(
      (["Customer,Invoice,Invoice date,Due date,Amount,Currency"] + rows).joined(separator: "\n"),
      to: "invoices.csv")
    let copy = book.home.appending(path: "copy.kept").path
    let words = command.replacing("ACCOUNT", with: account).replacing("FILE", with: file)
      .replacing("COPY", with: copy).split(separator: " ").map(String.init)
    let before = try book.run("queue", "--format", "csv").output
    let outcome = try book.run(
      "/bin/bash", ["-c", "ulimit -f \(limit); exec \"$@\"", "bash", BuiltProgram.path("kept")] + words,
      book.environment)
    #expect(outcome.status == 74)
    #expect(outcome.said.hasPrefix(sentence), "\(outcome.said)")
    #expect(try book.run("queue", "--format", "csv").output == before)
    #expect(try book.run("verify").status == 0)
    #expect(try book.run("/bin/ls", [book.home.path], [:]).output.contains("copy") == false)
    #expect(try book.run(words).status == 0)
    #expect(try book.run("verify").status == 0)
  }
}
