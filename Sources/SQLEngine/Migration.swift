/// One step of a schema. A released step is never edited: a change is a new step at the end.
public struct Migration: Sendable {
  /// What it brings: `"books"`.
  public let name: String
  /// Its statements.
  public let sql: String

  /// A named step.
  public init(name: String, sql: String) {
    self.name = name
    self.sql = sql
  }
}

extension Connection {
  /// How many steps the file has taken. Throws `SQLError`.
  public func schemaVersion() throws -> Int {
    try first("pragma user_version") { $0.int(0) } ?? 0
  }

  /// Takes the steps of `migrations` that the file has not taken yet, all or none. Throws `SQLError`.
  public func migrate(_ migrations: [Migration]) throws {
    try transaction(.immediate) {
      // Asked again inside: another process may have taken the same steps in between.
      let taken = try schemaVersion()
      for (offset, migration) in migrations.enumerated().dropFirst(taken) {
        try execute(migration.sql)
        try execute("pragma user_version = \(offset + 1)")
      }
    }
  }
}
