import Glibc
import SQLEngine

/// A copy of a damaged book that statements can be run on: with the first bytes that every book has, tables as this
/// program makes them, and nothing in it that runs by itself. The original is only read.
struct DamagedCopy {
  let connection: Connection
  private let path: String

  /// Copies the book at `original` with its log to `path`. Throws `LedgerError` and `SQLError`.
  init(of original: String, at path: String) throws {
    self.path = path
    Self.remove(path)
    do {
      try Self.copy(original, to: path, mending: true)
      if FileIdentity(of: original + "-wal") != nil {
        try Self.copy(original + "-wal", to: path + "-wal", mending: false)
      }
      try FirstPage.mend(at: path)
      try Self.mendSchema(at: path)
      connection = try Connection(path: path, isGuarded: false)
      try connection.execute("pragma writable_schema = on; pragma cell_size_check = on")
      _ = try connection.first("select 1 from sqlite_schema where name = 'journal'") { $0.int(0) }
    } catch {
      Self.remove(path)
      guard let error = error as? SQLError, error.isDamage else { throw error }
      throw LedgerError.beyondSalvage(path: original, reason: error.reason)
    }
  }

  /// Takes the copy away.
  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  /// Tables get the text that this program gives them, since a letter that was changed in it hides all of a table.
  /// Triggers and views are left out, and indices that can be made anew.
  private static func mendSchema(at path: String) throws {
    let connection = try Connection(path: path, isGuarded: false)
    try connection.execute("pragma writable_schema = on")
    try connection.execute(
      "delete from sqlite_schema where type in ('trigger', 'view') or (type = 'index' and sql is not null)")
    let steps = try LedgerSchema.steps(of: connection)
    for (part, text) in try LedgerSchema.parts(steps: steps) where part.kind == "table" {
      try connection.run(
        "update sqlite_schema set sql = $2 where type = 'table' and name = $1", part.name, text)
    }
  }

  private static func copy(_ source: String, to destination: String, mending: Bool) throws(LedgerError) {
    func failure(_ path: String) -> LedgerError {
      .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw failure(source) }
    defer { close(input) }
    let output = open(destination, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw failure(destination) }
    defer { close(output) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var size = 0
    while true {
      let count = read(input, &chunk, chunk.count)
      guard count >= 0 else { throw failure(source) }
      guard count > 0 else { break }
      if size == 0, mending { FirstPage.mendHeader(&chunk) }
      guard write(output, chunk, count) == count else { throw failure(destination) }
      size += count
    }
    guard !mending || size > FirstPage.size else { throw .empty(path: source) }
  }
}
