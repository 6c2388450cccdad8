import SQLEngine

/// Compares what the file is made of with what this program makes: a trigger that is gone lets entries be changed, one
/// that was added changes what nobody wrote, a view that was added shows what is not there.
enum SchemaCheck {
  /// Throws `SQLError`.
  static func run(on connection: Connection, _ problems: inout ProblemList) throws {
    let (wanted, found) = (try LedgerSchema.parts(), try SchemaPart.all(of: connection))
    for (part, sql) in wanted.sorted(by: { $0.key.name < $1.key.name }) {
      guard let stored = found[part] else {
        problems.add(.file, "The \(part.kind) \(part.name) was removed from the file.")
        continue
      }
      if stored != sql { problems.add(.file, "The \(part.kind) \(part.name) is not as kept makes it.") }
    }
    for part in found.keys.sorted(by: { $0.name < $1.name }) where wanted[part] == nil {
      problems.add(
        .file, "The \(part.kind) \(part.name) was added to the file; kept makes none of that name.")
    }
  }
}

/// A table, an index, a trigger or a view of a file, by its kind and name.
struct SchemaPart: Hashable {
  let kind: String
  let name: String

  /// All of a file with the statements that made them. What SQLite makes for itself has none, or a name that is reserved
  /// for it. Throws `SQLError`.
  static func all(of connection: Connection) throws -> [SchemaPart: String] {
    let rows = try connection.all(
      "select type, name, sql from sqlite_schema where sql is not null and name not like 'sqlite!_%' escape '!'"
    ) { (SchemaPart(kind: $0.text(0), name: $0.text(1)), $0.text(2)) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}

extension LedgerSchema {
  /// What a new book is made of, or one of so many steps. Throws `SQLError`.
  static func parts(steps: Int = migrations.count) throws -> [SchemaPart: String] {
    let blank = try Connection(path: ":memory:")
    try blank.migrate(Array(migrations.prefix(steps)))
    return try SchemaPart.all(of: blank)
  }

  /// How many steps a book has taken whose number of them cannot be trusted, as far as that matters to whoever reads its
  /// tables: those of before the rows lay by accounts had keys of their own. Throws `SQLError`.
  static func steps(of damaged: Connection) throws -> Int {
    let isOld = "select 1 from sqlite_schema where name glob 'sqlite_autoindex_[ci][nor]*'"
    guard try damaged.first(isOld, read: { _ in true }) != nil else { return migrations.count }
    return migrations.firstIndex { $0.sql == BooksByAccount.migration } ?? migrations.count
  }
}
