import Glibc
import Ledger
import Receivables
import TextScreen

/// The end of a book's journal at a moment, as one line that is kept outside the file: in the system's log, in a file of
/// the user's, on paper.
struct Anchor: Hashable {
  /// True UTC.
  var at: Instant
  /// Which book: the beginning of the hash of its first entry.
  var book: String
  /// Entries, and the hash of the last.
  var head: JournalHead
  /// Where the book lay.
  var path: String

  /// What is found again in any log: the words behind it are the anchor.
  static let mark = "kept-anchor"

  /// `"2026-11-27T16:00:00.000Z kept-anchor 3f9a12bc44de 812 9c1d… /home/ann/book.kept"`, what `init(line:)` reads back.
  var line: String { "\(at.iso) \(Self.mark) \(book) \(head) \(path)" }

  /// The anchor in a line of any log; nil for a line without one. The time is that before the mark, where it is one.
  init?(line: some StringProtocol) {
    let line = String(line)
    guard let mark = line.firstRange(of: Self.mark) else { return nil }
    let words = line[mark.upperBound...].split(separator: " " as Character, maxSplits: 3)
    guard words.count >= 3, let head = JournalHead(text: "\(words[1]) \(words[2])") else { return nil }
    let before = line[..<mark.lowerBound].split(separator: " " as Character).last.map(String.init) ?? ""
    at = Instant(iso: before) ?? Instant(milliseconds: 0)
    book = String(words[0])
    self.head = head
    path = words.count > 3 ? String(words[3]) : ""
  }

  /// The end of `ledger` now; nil while its journal is empty. Throws `LedgerError`.
  init?(of ledger: LedgerFile, at moment: Instant) throws {
    let head = try ledger.journalHead()
    guard let book = try ledger.journalMark(), head.count > 0 else { return nil }
    (at, self.book, self.head, path) = (moment, book, head, Self.place(of: ledger.path))
  }
}

extension Anchor {
  /// A path as an anchor names it: from the root, and without what would be another line of a log.
  static func place(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return Sanitised.text(of: path) }
    defer { free(resolved) }
    return Sanitised.text(of: String(cString: resolved))
  }
}

extension [Anchor] {
  /// The heads of one book.
  func heads(of book: String) -> [JournalHead] { filter { $0.book == book }.map(\.head) }
}
