import SQLEngine

/// What SQLite itself can say about a file.
enum FileCheck {
  /// Damaged pages, indices that do not match their tables, rows that name missing rows. Throws `SQLError`.
  static func run(on connection: Connection, _ problems: inout ProblemList) throws {
    for finding in try connection.all("pragma integrity_check", read: { $0.text(0) }) where finding != "ok" {
      problems.add(.file, "The file is damaged: \(finding).")
    }
    let dangling = try connection.all("pragma foreign_key_check") { ($0.text(0), $0.int64(1), $0.text(2)) }
    for (table, row, parent) in dangling {
      problems.add(.file, "Row \(row) of \(table) belongs to a row of \(parent) that is not there.")
    }
  }
}
