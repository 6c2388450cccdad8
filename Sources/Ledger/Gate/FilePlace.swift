import Glibc
import SQLEngine

/// Where a ledger file lies on disk.
struct FilePlace {
  let path: String

  /// The directory that holds the file.
  var directory: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file itself when `path` is a link to it: whatever name a session was given, all must meet at one gate.
  var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes the missing directories, for the user alone, and refuses network file systems.
  func prepare() throws(LedgerError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in directory.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST || FileIdentity(of: made) != nil else {
        throw .cannotOpen(path: made, reason: String(cString: strerror(errno)))
      }
    }
    guard !NetworkFileSystem.holds(directory) else { throw .networkFileSystem(path: path) }
  }

  /// Makes an empty file that only the user may read. SQLite gives its side files the same permissions.
  func createEmpty() throws(LedgerError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    close(descriptor)
  }
}
