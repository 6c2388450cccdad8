import Foundation
import PseudoTerminal
import Testing

/// What the program says and keeps when there is no space left.
@Suite(.enabled(if: SmallDisk.isAllowed, "this user may not mount a file system")) struct FullDiskTests {
  @Test func aCallIsKeptOnTheScreenUntilThereIsSpaceAgain() throws {
    let disk = try SmallDisk()
    let account = try #require(try disk.book.queue().first)
    let before = try disk.book.entries(of: account).count
    let kept = try disk.open(
      """
      wait_for() { until test -e "$HOME/$1"; do sleep 0.02; done; }
      (wait_for fill; fill; touch "$HOME/full"; wait_for free; rm "$DISK/filler"; touch "$HOME/freed") &
      "$KEPT" --collector alex
      """)
    try kept.see("my queue")
    try tell("fill", andWaitFor: "full", disk)
    kept.send("cV")
    try kept.see("left voicemail")
    kept.send("said it is paid")
    try kept.see("said it is paid")
    kept.send(TerminalProcess.save)
    try kept.see("the disk is full")
    #expect(kept.screen.text.contains("said it is paid"))
    try tell("free", andWaitFor: "freed", disk)
    kept.send(TerminalProcess.save)
    try kept.see("Saved \(account)")
    kept.send("q")
    #expect(kept.waitForExit() == 0)
    let entries = try disk.book.entries(of: account)
    #expect(entries.count == before + 1 && entries.last?.note == "said it is paid")
    #expect(try disk.book.run("verify").status == 0)
  }

  @Test(arguments: ["log ACCOUNT --result NA", "import FILE", "backup COPY", "queue --today 2026-11-25"])
  func aCommandSaysSoAndStoresNothing(command: String) throws {
    let disk = try SmallDisk()
    let account = try #require(try disk.book.queue().first)
    let rows = (1...300).map { "C\($0),F\($0),2026-10-01,2026-10-31,100.00,USD" }
    let text = (["Customer,Invoice,Invoice date,Due date,Amount,Currency"] + rows).joined(separator: "\n")
    let file = try disk.book.write(text, to: "invoices.csv")
    let words = command.replacing("ACCOUNT", with: account).replacing("FILE", with: file)
      .replacing("COPY", with: "$DISK/copy.kept")
    let before = try disk.book.run("account", account, "--format", "json").output
    // Space for the memory beside the book, and for a little of the work.
    let outcome = try disk.run(
      """
      fill && truncate -s -48k "$DISK/filler"
      "$KEPT" \(words) > "$HOME/output"; status=$?
      ls "$DISK"; (exit $status)
      """)
    #expect(outcome.status == 74)
    #expect(
      outcome.said.hasPrefix("Could not ") && outcome.said.contains(": the disk is full."), "\(outcome.said)")
    #expect(outcome.output == "book.kept\nbook.kept-gate\nbook.kept-shm\nbook.kept-wal\nfiller\n")
    #expect(try disk.book.run("account", account, "--format", "json").output == before)
    #expect(try disk.book.run("verify").status == 0)
  }

  @Test func aBookCannotBeOpenedWithoutAnySpace() throws {
    let disk = try SmallDisk()
    let outcome = try disk.run(
      "fill; \"$KEPT\" queue; status=$?; touch \"$DISK/book.kept-wal\"; (exit $status)")
    #expect(outcome.status == 74)
    #expect(
      outcome.said.contains("book.kept: the disk is full. Everything saved before is kept. Free some space"))
    #expect(try disk.book.run("verify").status == 0)
  }

  private func tell(_ name: String, andWaitFor answer: String, _ disk: SmallDisk) throws {
    _ = try disk.book.write("", to: name)
    let path = disk.book.home.appending(path: answer).path
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: path) { usleep(20_000) }
    try #require(FileManager.default.fileExists(atPath: path))
  }
}
