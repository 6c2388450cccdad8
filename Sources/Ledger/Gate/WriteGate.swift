import Glibc

/// The one lock that every write transaction and every checkpoint of a file passes, in every process of the host.
///
/// SQLite before 3.51.3 can lose a commit when another connection restarts the log at the same moment; with the
/// gate the two never meet. It also makes writers queue instead of failing with "database is locked".
final class WriteGate {
  private let descriptor: Int32
  private let patience: Duration

  /// The gate of the database at `path`: an empty file beside it. Throws `LedgerError.cannotOpen`.
  init(besides path: String, patience: Duration = .seconds(20)) throws(LedgerError) {
    let file = path + "-gate"
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    self.patience = patience
    guard descriptor >= 0 else { throw .cannotOpen(path: file, reason: String(cString: strerror(errno))) }
  }

  deinit { close(descriptor) }

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
        throw .busy(doing: doing, holder: GateHolder(of: descriptor)?.description)
      }
      usleep(500)
    }
  }
}
