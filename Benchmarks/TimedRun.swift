import Foundation
import Glibc

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
