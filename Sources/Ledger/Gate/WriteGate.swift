import Glibc
import SQLEngine

/// The one lock that every write transaction and every checkpoint of a file passes, in every process of the host.
///
/// SQLite before 3.51.3 can lose a commit when another connection restarts the log at the same moment; with the
/// gate the two never meet. It also makes writers queue instead of failing with "database is locked".
final class WriteGate {
  private let descriptor: Int32
  private let patience: Duration

  /// The gate of the database at `path`: an empty file beside it. Throws `LedgerError.cannotOpen`.
  init(besides path: String, patience: Duration = .seconds(20)) throws(LedgerError) {
    self.patience = patience
    descriptor = try FilePlace(path: path).openLock(Self.file(besides: path))
  }

  deinit { close(descriptor) }

  private static func file(besides path: String) -> String { path + "-gate" }

  /// Whether somebody ever opened the database at `path` to work on it.
  static func isThere(besides path: String) -> Bool { FileIdentity(of: file(besides: path)) != nil }

  /// Runs `body` while no other process is inside. A suspended process must not keep the others out, so ^Z waits
  /// until it is done. Throws `LedgerError.busy` after the gate's patience, and what `body` throws.
  func hold<Result>(
    _ doing: String, patience: Duration? = nil, _ body: () throws -> Result
  ) throws -> Result {
    var suspend = sigset_t()
    var before = sigset_t()
    sigemptyset(&suspend)
    sigaddset(&suspend, SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &suspend, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try enter(doing, patience ?? self.patience)
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }

  private func enter(_ doing: String, _ patience: Duration) throws(LedgerError) {
    let start = ContinuousClock.now
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .database(doing: doing, reason: String(cString: strerror(errno)))
      }
      guard ContinuousClock.now - start < patience else {
        // While others lock and unlock, the system's list of locks may leave one out: it is read again.
        var holder: GateHolder?
        for _ in 0..<3 where holder == nil { holder = GateHolder(of: descriptor) }
        throw .busy(doing: doing, holder: holder?.description)
      }
      usleep(500)
    }
  }
}

/// Who is inside a write gate, as the operating system knows it.
struct GateHolder {
  /// The number of the process.
  let process: Int32
  /// Whose process it is.
  let user: String

  /// Whoever has locked the file behind `descriptor`; nil when nobody has, or the system does not tell.
  init?(of descriptor: Int32) {
    var gate = stat()
    guard fstat(descriptor, &gate) == 0, let process = Self.process(holding: gate) else { return nil }
    var status = stat()
    guard stat("/proc/\(process)", &status) == 0 else { return nil }
    self.process = process
    user = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? String(status.st_uid)
  }

  /// Lines are like `2: FLOCK ADVISORY WRITE 18363 fe:00:16220195 0 EOF`; those who wait have an arrow after the colon.
  private static func process(holding gate: stat) -> Int32? {
    guard let stream = fopen("/proc/locks", "re") else { return nil }
    defer { fclose(stream) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, stream) > 0, let text = line.map({ String(cString: $0) }) {
      let fields = text.split(separator: " ")
      guard fields.count > 5, fields[1] == "FLOCK" else { continue }
      let place = fields[5].split(separator: ":")
      guard place.count == 3, place[2] == String(gate.st_ino) else { continue }
      let device = UInt(gate.st_dev)
      let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
      let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
      if UInt(place[0], radix: 16) == major, UInt(place[1], radix: 16) == minor { return Int32(fields[4]) }
    }
    return nil
  }
}

extension GateHolder: CustomStringConvertible {
  /// `"process 18363 of ann"`.
  var description: String { "process \(process) of \(user)" }
}
