import Foundation

/// What it costs to take in the books, beside SQLite's own shell.
struct ImportWork {
  let book: LargeBook
  let peers: Peers

  func run() throws {
    let plain = try (0..<3).map { _ in try plainImport().processor }
    let first = try book.importAll()
    let peer = ("sqlite3", BenchTable.Value(plain))
    BenchTable.line(
      "import of the three files, processor", "s", .init(first.processor), beside: peer, .ratio(1.5))
    BenchTable.line("  on the wall", "s", .init(first.wall))
    BenchTable.line("  memory", "MB", .init(first.memory), .amount(64))
    let again = try book.importAgain()
    BenchTable.line(
      "the same files again, processor", "s", .init(again.processor),
      beside: ("first", .init(first.processor)), .ratio(0.4))
    BenchTable.line("  memory", "MB", .init(again.memory), .amount(64))
    BenchTable.line("  size of the book", "MB", .init(try TimedRun.megabytes(of: book.path)))
  }

  /// Tables of texts, and the three indices without which nothing is found in them.
  func plainImport() throws -> TimedRun {
    let table = book.directory + "/plain.db"
    try? FileManager.default.removeItem(atPath: table)
    defer { try? FileManager.default.removeItem(atPath: table) }
    let imports = zip(book.exports, ["customer", "invoice", "payment"]).map { ".import \($0) \($1)" }
    return try TimedRun(
      "sqlite3",
      [table, ".mode csv"] + imports + [
        """
        create index a on customer ("Customer No"); create index b on invoice ("Customer No", "Invoice No");
        create index c on payment ("Customer No", "Payment No");
        """
      ])
  }
}
