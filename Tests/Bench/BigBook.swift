import Foundation
import PseudoTerminal

/// A large demo company as exports, and the book that comes of importing them.
struct BigBook {
  /// The business date of all of it.
  static let today = "2026-11-20"

  let path: String
  let program = BuiltProgram.path("kept")
  private let exports: String

  /// Writes the exports into `directory` unless they are there.
  init(customers: Int, directory: String) throws {
    path = "\(directory)/book.kept"
    exports = "\(directory)/exports-\(customers)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    guard !FileManager.default.fileExists(atPath: exports) else { return }
    // Seven months make about ten invoices a customer.
    let size = ["--customers", String(customers), "--months", "7"]
    try run(program, ["demo", "--today", Self.today, "--exports", exports] + size)
  }

  /// Makes the book anew; the time that its invoices take.
  func importTime() throws -> Duration {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    let options = ["--database", path, "--today", Self.today]
    try run(program, ["import", "\(exports)/customers.csv"] + options)
    let time = try run(program, ["import", "\(exports)/invoices.csv"] + options)
    try run(program, ["import", "\(exports)/payments.csv"] + options)
    return time
  }

  /// The time that sqlite3 takes to put the same file into a table without a single check.
  func plainImportTime() throws -> Duration {
    let plain = path + ".plain"
    try? FileManager.default.removeItem(atPath: plain)
    defer { try? FileManager.default.removeItem(atPath: plain) }
    return try run("/usr/bin/sqlite3", [plain, ".import --csv \(exports)/invoices.csv invoice"])
  }

  /// Lines of the invoices' export without its heading.
  var lineCount: Int {
    get throws {
      try Data(contentsOf: URL(filePath: "\(exports)/invoices.csv")).count { $0 == UInt8(ascii: "\n") } - 1
    }
  }

  /// Bytes of the program.
  var programSize: Int {
    get throws { try Data(contentsOf: URL(filePath: program)).count }
  }

  @discardableResult
  private func run(_ command: String, _ arguments: [String]) throws -> Duration {
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchFailure("\(command) \(arguments.joined(separator: " "))")
    }
    return start.duration(to: .now)
  }
}
