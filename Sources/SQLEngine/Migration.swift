import CSQLite

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

/// The few places where the text of a query depends on the engine, each with a name.
public enum SQLDialect {
  /// Whole numbers in one value: `"[1,2,3]"`.
  public static func list(_ numbers: [Int64]) -> String {
    "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
  }

  /// `table` with the numbers of a `list` bound as `parameter` beside it as `wanted.value`. The numbers come first,
  /// whatever index of the table looks better: few are meant.
  public static func numbers(_ parameter: String, beside table: String) -> String {
    "json_each(\(parameter)) wanted cross join \(table)"
  }
}

/// File systems on which SQLite's locks and shared memory do not hold between machines.
public enum NetworkFileSystem {
  /// Whether `directory` is on one of them: NFS, SMB, CIFS, SMB2, AFS, Coda, NCP or Ceph.
  public static func holds(_ directory: String) -> Bool { magics.contains(kept_file_system_magic(directory)) }

  /// Magic numbers of statfs(2), in that order.
  private static let magics: Set<Int64> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x7375_7245, 0x564C, 0x00C3_6400,
  ]
}
