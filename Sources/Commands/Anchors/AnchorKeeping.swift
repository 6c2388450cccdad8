import Glibc
import Ledger
import Receivables

/// Where the ends of journals are kept outside the books: a file of the user's own, and the system's log.
///
/// Nobody who can only write to a book can change what other users keep of it.
enum AnchorKeeping {
  /// The file, one line an anchor, only added to.
  static var path: String { Places.state + "/anchors" }

  /// What is kept of all books. Throws `CommandFailure` when there is something that cannot be read.
  static func kept() throws(CommandFailure) -> [Anchor] {
    TextFile.exists(path) ? try AnchorLog.anchors(in: path) : []
  }

  /// Keeps the end of the book's journal, unless it is the one that was kept last. What was kept; nil when there is
  /// nothing new. Throws `LedgerError`, and `CommandFailure` where the journal contradicts what was kept of it: a new head
  /// would hide that.
  static func keep(_ ledger: LedgerFile) throws -> Anchor? {
    guard let anchor = try Anchor(of: ledger, at: Machine.now) else { return nil }
    let heads = try kept().heads(of: anchor.book)
    guard heads.last != anchor.head else { return nil }
    if let other = try ledger.contradicted(of: heads) {
      throw CommandFailure(
        "Nothing was kept: the journal of \(ledger.path) is not the one whose entry \(other.count) was kept in \(path). "
          + "`kept verify` says more.", .badData)
    }
    try append(anchor.line)
    openlog("kept", LOG_PID, LOG_USER)
    anchor.line.withCString { line in withVaList([line]) { vsyslog(LOG_NOTICE, "%s", $0) } }
    closelog()
    return anchor
  }

  /// The same once a day of UTC. A start of the workbench is not kept up by what goes wrong with it.
  static func keepDaily(_ ledger: LedgerFile) {
    guard let mark = try? ledger.journalMark(), let kept = try? kept() else { return }
    let today = Machine.now.iso.prefix(10)
    guard kept.last(where: { $0.book == mark })?.at.iso.prefix(10) != today else { return }
    _ = try? keep(ledger)
  }

  private static func append(_ line: String) throws(CommandFailure) {
    func failure() -> CommandFailure {
      CommandFailure("Could not write \(path): \(String(cString: strerror(errno))).", .inputOutput)
    }
    TextFile.makeDirectory(of: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    // A line that a crash cut short must not take this one with it.
    let end = lseek(descriptor, 0, SEEK_END)
    let isWhole = end <= 0 || AnchorLog.byte(at: end - 1, of: path) == 0x0A
    let bytes = Array(((isWhole ? "" : "\n") + line + "\n").utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw failure()
    }
  }
}
