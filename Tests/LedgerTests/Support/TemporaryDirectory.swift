import Glibc

/// A directory of its own for one test, gone when the test is.
final class TemporaryDirectory {
  let path: String

  init() throws {
    var template = Array("/tmp/kept-ledger-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Failure(code: errno) }
    path = String(cString: made)
  }

  deinit {
    guard let directory = opendir(path) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink(path + "/" + name)
    }
    closedir(directory)
    rmdir(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  struct Failure: Error { let code: Int32 }
}
