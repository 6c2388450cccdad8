import Foundation
import PseudoTerminal

/// A disk of 2 MB, in memory, with the demo book on it. It is mounted for one shell script alone, which must be allowed
/// to; afterwards the book is put back where it came from.
///
/// In the script `$KEPT` is the program, `$DISK` the disk, and `fill` leaves no space on it.
struct SmallDisk {
  let book: Book

  init() throws { book = try Book.demo() }

  /// Whether this user may mount a file system in a namespace of its own.
  static let isAllowed: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs the script without a terminal.
  func run(_ script: String) throws -> Book.Outcome {
    try book.run("/usr/bin/unshare", arguments(script), environment)
  }

  /// Runs it in one.
  func open(_ script: String) throws -> TerminalProcess {
    try TerminalProcess(
      command: "/usr/bin/unshare", arguments: arguments(script), environment: environment, columns: 80,
      rows: 24)
  }

  private var environment: [String: String] {
    let disk = book.home.appending(path: "disk").path
    return book.environment.merging([
      "KEPT": BuiltProgram.path("kept"), "DISK": disk, "BOOK": book.path,
      "KEPT_DATABASE": disk + "/book.kept",
    ]) { $1 }
  }

  private func arguments(_ script: String) -> [String] {
    let whole = """
      mkdir "$DISK" && mount -t tmpfs -o size=2m none "$DISK" && cp "$BOOK" "$DISK" || exit 99
      fill() { dd if=/dev/zero of="$DISK/filler" bs=1k 2> /dev/null; test -s "$DISK/filler"; }
      \(script)
      status=$?
      cp "$DISK"/book.kept "$DISK"/book.kept-wal "$HOME"
      rm -f "$BOOK-shm"
      exit $status
      """
    return ["-rm", "/bin/sh", "-c", whole]
  }
}
