import Glibc

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
