import Glibc
import Receivables

/// A folder into which the accounting system puts its exports.
struct FeedFolder {
  /// A file that lies in it, as it was when the folder was read: one that is written again is another.
  struct File: Hashable {
    let path: String
    /// When it was last written to, in nanoseconds since 1970.
    let written: Int64
    let size: Int
  }

  let path: String

  /// Milliseconds for which nobody has written to a file that is taken for whole.
  static let quiet: Int64 = 5_000
  /// What programs add to the name of a file until it is whole.
  private static let unfinished = [".part", ".tmp", ".filepart", ".crdownload", "~"]

  /// Nil where there is no folder at `path`.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    // The name of a file begins with that of the folder, however that was written.
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Its files, those first that were written first, and apart from them those that are perhaps being written. Hidden
  /// files and those with the name of an unfinished one are neither. Throws `CommandFailure`.
  func files(now: Instant) throws(CommandFailure) -> (ready: [File], waiting: [File]) {
    guard let names = Folder.names(in: path) else {
      throw CommandFailure(
        "Could not read the folder \(path): \(String(cString: strerror(errno))).", .inputOutput)
    }
    var (ready, waiting): ([File], [File]) = ([], [])
    for name in names where !Self.unfinished.contains(where: name.lowercased().hasSuffix) {
      guard let file = file(name) else { continue }
      let age = now.milliseconds - file.written / 1_000_000
      // A clock that goes before ours must not keep a file for ever.
      if abs(age) < Self.quiet { waiting.append(file) } else { ready.append(file) }
    }
    return (ready.sorted { ($0.written, $0.path) < ($1.written, $1.path) }, waiting)
  }

  /// Nil for what is no file, or is gone.
  private func file(_ name: String) -> File? {
    var status = stat()
    let path = "\(path)/\(name)"
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let written = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    return File(path: path, written: written, size: Int(status.st_size))
  }
}
