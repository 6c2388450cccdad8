import Glibc

/// A directory for a book that is gone afterwards.
final class ScratchPlace {
  /// Where a book can be made.
  let database: String
  private let directory: String

  /// Makes the directory; `purpose` is part of its name. Throws `CommandFailure`.
  init(_ purpose: String, book: String = "book.kept") throws(CommandFailure) {
    var template = Array("/tmp/kept-\(purpose)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        "Could not make a directory in /tmp: \(String(cString: strerror(errno))).", .inputOutput)
    }
    directory = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    database = directory + "/" + book
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-gate"] { unlink(database + suffix) }
    rmdir(directory)
  }
}
