import Foundation

/// A generated book of 100,000 customers with about ten invoices each, imported by the program that is measured.
struct LargeBook {
  static let today = "2026-11-20"
  static let nextDay = "2026-11-23"
  /// Seven months make about ten invoices a customer.
  private static let months = "7"

  let kept: String
  let directory: String
  var customers = 100_000

  var path: String { "\(directory)/book-\(customers).kept" }
  var exports: String { "\(directory)/exports-\(customers)" }
  var invoices: String { exports + "/invoices.csv" }

  /// Writes the exports, unless they are there from the last time.
  func prepare() throws {
    guard !FileManager.default.fileExists(atPath: invoices) else { return }
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    _ = try TimedRun(
      kept,
      [
        "demo", "--exports", exports, "--customers", String(customers), "--months", Self.months, "--today",
        Self.today,
      ])
  }

  /// Makes the book anew; answers what the invoices took.
  func importAll() throws -> TimedRun {
    for suffix in ["", "-wal", "-shm", "-gate"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    _ = try run(["import", exports + "/customers.csv"])
    let invoices = try run(["import", invoices])
    _ = try run(["import", exports + "/payments.csv"])
    return invoices
  }

  /// Runs a command on the book.
  func run(_ arguments: [String]) throws -> TimedRun {
    try TimedRun(
      kept, arguments + ["--database", path, "--collector", "alex"],
      environment: ["KEPT_TODAY": Self.today])
  }

  /// What SQLite's own shell takes to put the same file into a table of texts.
  func plainImport() throws -> TimedRun {
    let table = directory + "/plain.db"
    defer { try? FileManager.default.removeItem(atPath: table) }
    return try TimedRun("sqlite3", [table, ".mode csv", ".import \(invoices) invoices"])
  }
}
