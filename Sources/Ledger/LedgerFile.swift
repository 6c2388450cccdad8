public import Receivables
import SQLEngine

/// One ledger on disk: the only type that owns a connection. Everything read or written goes through it.
///
/// Used from one thread at a time; any number of processes may have the same file open.
public final class LedgerFile {
  /// Where it lies.
  public let path: String
  /// By which rules everything derived in it is derived.
  public let policy: Policy
  var connection: Connection
  let gate: WriteGate
  /// How long the lists are, until somebody writes.
  var counts = WorklistCounts()
  /// From how many pages on a commit folds the log into the file. 4 MB of log are about a hundred calls: what the next
  /// start may have to read before its first frame.
  var longLog = 1_000
  private var identity: FileIdentity?

  /// Opens the file at `path`, making it and its directory when they are missing. Throws `LedgerError`.
  public init(path: String, policy: Policy) throws(LedgerError) {
    self.path = path
    self.policy = policy
    try FilePlace(path: path).prepare()
    gate = try WriteGate(besides: FilePlace(path: path).target)
    connection = try Self.open(path, gate)
    identity = FileIdentity(of: path)
  }

  /// Folds the log into the file when nobody else is writing: somebody will copy the file without its log.
  deinit {
    guard connection.logPages > 0, FileIdentity(of: path) == identity else { return }
    try? gate.hold("close the book", patience: .zero) { try connection.checkpoint() }
  }

  /// Whether there is a file at `path`, ours or not.
  public static func exists(at path: String) -> Bool { FileIdentity(of: path) != nil }

  /// Runs `body` as one write: through the gate, in one transaction, all or nothing. Throws `LedgerError` and what
  /// `body` throws.
  func write<Result>(_ doing: String, _ body: () throws -> Result) throws -> Result {
    try gate.hold(doing) {
      guard identity != nil, FileIdentity(of: path) == identity else {
        throw LedgerError.replaced(path: path)
      }
      counts = WorklistCounts()
      let result = try connection.transaction(.immediate, body)
      foldLog()
      return result
    }
  }

  /// Opens the file anew, after an error that leaves it unclear what was written.
  func reopen() throws(LedgerError) {
    guard FileIdentity(of: path) == identity else { throw .replaced(path: path) }
    connection = try Self.open(path, gate)
    counts = WorklistCounts()
  }

  /// Runs inside the gate. Failing is no harm: the next commit tries again.
  private func foldLog() {
    guard connection.logPages >= longLog else { return }
    try? connection.checkpoint()
  }
}
