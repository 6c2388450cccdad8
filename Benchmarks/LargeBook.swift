import Foundation
import Glibc

/// A generated book of 100,000 customers with about ten invoices each, imported by the program that is measured.
struct LargeBook {
  static let today = "2026-11-20"
  static let nextDay = "2026-11-23"
  /// Seven months make about ten invoices a customer.
  private static let months = "7"

  let kept: String
  let directory: String
  var customers = 100_000
  /// The business date of the book.
  var day = LargeBook.today

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
      environment: ["KEPT_TODAY": day])
  }

  /// What SQLite's own shell takes to put the same file into a table of texts.
  func plainImport() throws -> TimedRun {
    let table = directory + "/plain.db"
    defer { try? FileManager.default.removeItem(atPath: table) }
    return try TimedRun("sqlite3", [table, ".mode csv", ".import \(invoices) invoices"])
  }
}

/// A program run to its end, and what it cost.
struct TimedRun {
  /// Time on the wall.
  let wall: Duration
  /// Time of the processor, which other programs on the machine disturb less.
  let processor: Duration

  /// Runs a program of `/usr/bin` or by its path. Throws when it does not end with 0.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program.hasPrefix("/") ? program : "/usr/bin/" + program)
    process.arguments = arguments
    process.environment = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let (start, before) = (ContinuousClock.now, Self.children())
    try process.run()
    process.waitUntilExit()
    wall = start.duration(to: .now)
    processor = Self.children() - before
    guard process.terminationStatus == 0 else {
      throw BenchmarkError(sentence: "\(program) \(arguments.joined(separator: " ")) failed.")
    }
  }

  /// `"12.31 s, of the processor 5.20 s"`.
  var text: String { "\(Self.seconds(wall)), of the processor \(Self.seconds(processor))" }

  private static func seconds(_ duration: Duration) -> String {
    "\((duration / .milliseconds(10)).rounded() / 100) s"
  }

  private static func children() -> Duration {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(.zero) {
      $0 + .seconds($1.tv_sec) + .microseconds($1.tv_usec)
    }
  }
}

/// Why something could not be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let sentence: String
  var description: String { sentence }
}
