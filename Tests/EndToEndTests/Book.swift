import Foundation
import PseudoTerminal
import Testing

/// A book in a home of its own, with the built program to work on it, on Wed 18 Nov 2026.
final class Book: Sendable {
  static let today = "2026-11-18"

  typealias Outcome = (status: Int32, output: String, said: String)

  let home: URL
  let path: String

  /// No book yet: only the place for it.
  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    path = home.appending(path: "book.kept").path
  }

  /// The demo book with 40 customers.
  static func demo() throws -> Book {
    let book = try Book()
    let made = try book.run("demo", "--customers", "40", "--database", book.path)
    try #require(made.status == 0, "\(made.said)")
    return book
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Runs a command on the book, without a terminal.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  func run(_ arguments: [String]) throws -> Outcome {
    try run(BuiltProgram.path("kept"), arguments, environment)
  }

  /// Runs any program, without a terminal.
  func run(_ program: String, _ arguments: [String], _ environment: [String: String]) throws -> Outcome {
    let process = Process()
    let (output, said) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = said
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let sentence = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text, sentence)
  }

  /// Opens the workbench on it.
  func open(as collector: String = "alex", columns: Int = 80, rows: Int = 24) throws -> TerminalProcess {
    try TerminalProcess(
      command: BuiltProgram.path("kept"), arguments: ["--collector", collector], environment: environment,
      columns: columns, rows: rows)
  }

  /// Runs a command on the book in a terminal.
  func inTerminal(_ arguments: String...) throws -> TerminalProcess {
    try TerminalProcess(
      command: BuiltProgram.path("kept"), arguments: arguments, environment: environment)
  }

  /// Where the program finds the book and the day.
  var environment: [String: String] {
    [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "KEPT_DATABASE": path, "KEPT_TODAY": Self.today,
      "LC_ALL": "C.UTF-8",
    ]
  }

  /// Writes a file beside it and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = home.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}
