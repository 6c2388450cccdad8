import Glibc

/// Held by whoever takes the files of a folder into a book, so that two never look at one folder at once: the second
/// would take for new what the first is about to take.
///
/// It is not the write gate, which is held for one write; people work on the book meanwhile.
public final class FeedLock {
  private let descriptor: Int32

  /// Locks an empty file beside the book at `path` until this value goes. Throws `LedgerError.alreadyFed` when another
  /// process has it.
  public init(besides path: String) throws(LedgerError) {
    let target = FilePlace(path: path).target
    descriptor = try FilePlace(path: target).openLock(target + "-feed")
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
    let (reason, holder) = (errno, GateHolder(of: descriptor))
    guard reason == EWOULDBLOCK else {
      throw .database(doing: "lock \(target)-feed", reason: String(cString: strerror(reason)))
    }
    throw .alreadyFed(holder: holder?.description)
  }

  deinit { close(descriptor) }
}
