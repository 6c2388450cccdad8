import Glibc
import Ledger

/// Where an import happens: the book, or for a dry run without a book one that is gone afterwards.
final class ImportPlace {
  let database: String
  private let directory: String?

  init(_ database: String, isDryRun: Bool) throws(CommandFailure) {
    guard isDryRun, !LedgerFile.exists(at: database) else {
      self.database = database
      directory = nil
      return
    }
    var template = Array("/tmp/kept-dry-run-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        "Could not make a place for the dry run: \(String(cString: strerror(errno))).", .inputOutput)
    }
    let made = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    directory = made
    self.database = made + "/book.kept"
  }

  deinit {
    guard let directory else { return }
    for suffix in ["", "-wal", "-shm", "-gate"] { unlink(database + suffix) }
    rmdir(directory)
  }
}
