import Foundation
import Testing

/// One run of the built program in a home of its own.
struct ProgramRun {
  let status: Int32
  let output: String
  let said: String

  /// Runs `kept` on `arguments`, or a shell line in which `$KEPT` is the program.
  init(_ arguments: [String] = [], shell line: String? = nil, in home: Home) throws {
    let process = Process()
    let output = Pipe()
    let said = Pipe()
    process.executableURL = line == nil ? Self.program : URL(filePath: "/bin/bash")
    process.arguments = line.map { ["-c", "set -o pipefail; " + $0] } ?? arguments
    process.environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "KEPT": Self.program.path, "KEPT_TODAY": "2026-11-27",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = said
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.said = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Beside the bundle of the tests.
  private static var program: URL {
    URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "kept")
  }
}

/// A home directory that is gone with the test.
final class Home {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the home and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}
