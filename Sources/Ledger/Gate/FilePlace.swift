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

  /// Whether there is a file without a byte.
  var isEmpty: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size == 0
  }

  /// Makes the missing directories where something is made, for the user alone, and refuses network file systems.
  func prepare(creating: Bool = true) throws(LedgerError) {
    if creating { try makeDirectories() }
    guard !NetworkFileSystem.holds(directory) else { throw .networkFileSystem(path: path) }
  }

  private func makeDirectories() throws(LedgerError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in directory.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST || FileIdentity(of: made) != nil else {
        throw .cannotOpen(path: made, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Refuses what is no plain file, and what another program keeps its data in: to open that would put files beside it. A
  /// file without tables may be a book that was never folded into its file, and is not refused here. Throws
  /// `LedgerError.cannotOpen` and `.notALedger`.
  func refuseOthers() throws(LedgerError) {
    var status = stat()
    // That it is not there, or may not be read, is said when it is opened.
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: "it is not a file")
    }
    do {
      let file = try Connection(lookingAt: path)
      let isMarked = try file.first("pragma application_id") { $0.int64(0) } == LedgerSchema.applicationID
      guard try isMarked || file.first("select 1 from sqlite_master limit 1", read: { _ in true }) == nil
      else {
        throw LedgerError.notALedger(path: path)
      }
    } catch let error as LedgerError {
      throw error
    } catch let error as SQLError where error.kind == .notADatabase {
      throw .notALedger(path: path)
    } catch {
      // What is damaged or cannot be read is told when it is opened.
    }
  }

  /// What may be done with a book and the files beside it, and by whom: by the user, and where the directory is one of a
  /// group, with its setgid bit, by that group.
  var permissions: mode_t {
    var status = stat()
    let isShared = stat(FilePlace(path: target).directory, &status) == 0
    return isShared && status.st_mode & (S_ISGID | S_IWGRP) == S_ISGID | S_IWGRP ? 0o660 : 0o600
  }

  /// Opens a file that lies beside the book to be locked, and makes it where it is missing. Throws
  /// `LedgerError.cannotOpen`.
  func openLock(_ file: String) throws(LedgerError) -> Int32 {
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: file, reason: String(cString: strerror(errno))) }
    // Whoever else may write to the book needs it; only its owner can change that.
    let permissions = permissions
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & permissions != permissions {
      fchmod(descriptor, status.st_mode & 0o777 | permissions)
    }
    return descriptor
  }

  /// Takes away what others may do with the file, the files beside it and its gate, where they are the user's. Answers
  /// whether there was anything to take away.
  func keepToUser() -> Bool {
    let (target, permissions) = (target, permissions)
    return ["", "-wal", "-shm", "-gate"].count { suffix in
      var status = stat()
      guard stat(target + suffix, &status) == 0, status.st_uid == geteuid(),
        status.st_mode & 0o077 & ~permissions != 0
      else {
        return false
      }
      return chmod(target + suffix, permissions) == 0
    } > 0
  }

  /// Makes an empty file with these permissions. SQLite gives its side files the same.
  func createEmpty() throws(LedgerError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    fchmod(descriptor, permissions)
    close(descriptor)
  }
}

/// Which file a path means: a file that is put in the place of another has the same name and is not the same.
struct FileIdentity: Hashable {
  private let device: UInt
  private let inode: UInt

  /// What is at `path` now; nil when there is nothing.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}
