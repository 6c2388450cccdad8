import SQLEngine

/// What tells an earlier state of a book from another book. Journal and imports are only ever added to, so the past
/// of a book is the beginning of both.
struct BookHistory {
  /// One import; no two books have the same one at the same place.
  private struct Import: Hashable {
    let id, recorded: Int64
    let actor, file, digest: String
  }

  /// Hashes, each of which stands for all entries up to its own.
  private let entries: [[UInt8]]
  private let imports: [Import]

  /// Throws `SQLError`.
  init(of connection: Connection) throws {
    entries = try connection.all("select hash from journal order by number") { $0.blob(0) }
    imports = try connection.all("select id, recorded, actor, file, digest from import_run order by id") {
      Import(
        id: $0.int64(0), recorded: $0.int64(1), actor: $0.text(2), file: $0.text(3), digest: $0.text(4))
    }
  }

  /// Whether everything in it is also the beginning of `later`.
  func isPast(of later: BookHistory) -> Bool {
    later.entries.starts(with: entries) && later.imports.starts(with: imports)
  }
}
