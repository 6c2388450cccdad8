import Foundation

/// A generated book with about ten invoices a customer, imported by the program that is measured.
struct LargeBook {
  static let today = "2026-11-20"
  static let (monday, tuesday) = ("2026-11-23", "2026-11-24")
  /// Seven months make about ten invoices a customer.
  private static let months = "7"

  let kept: String
  let directory: String
  let customers: Int
  /// The business date of the book.
  var day = LargeBook.today

  var path: String { "\(directory)/book-\(customers).kept" }
  /// `customers.csv`, `invoices.csv` and `payments.csv`.
  var exports: [String] {
    ["customers", "invoices", "payments"].map { "\(directory)/exports-\(customers)/\($0).csv" }
  }
  var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  /// Writes the exports, unless they are there from the last time.
  func prepare() throws {
    guard !FileManager.default.fileExists(atPath: exports[2]) else { return }
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    _ = try TimedRun(
      kept,
      [
        "demo", "--exports", "\(directory)/exports-\(customers)", "--customers", String(customers),
        "--months",
        Self.months, "--today", Self.today,
      ])
  }

  /// Makes the book anew of its three files.
  func importAll() throws -> TimedRun {
    for suffix in ["", "-wal", "-shm", "-gate"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    return try importAgain()
  }

  /// Takes in the three files.
  func importAgain() throws -> TimedRun { try run(["import"] + exports) }

  /// Runs a command on the book.
  func run(_ arguments: [String]) throws -> TimedRun {
    try TimedRun(
      kept, arguments + ["--database", path, "--collector", "alex"],
      environment: ["KEPT_TODAY": day, "HOME": directory])
  }

  /// The workbench on the book.
  func pace(_ size: (columns: Int, rows: Int)) -> Pace {
    Pace(
      command: kept, arguments: ["--database", path, "--today", day, "--collector", "alex"],
      environment: ["HOME": directory], columns: size.columns, rows: size.rows)
  }
}
