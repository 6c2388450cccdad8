import Glibc

/// A program run to its end, and what it cost.
struct TimedRun {
  /// Time on the wall, in seconds.
  let wall: Double
  /// Time of the processor, in seconds: other programs on the machine disturb it less.
  let processor: Double
  /// The most memory that it had, in megabytes.
  let memory: Double

  /// Runs a program of `/usr/bin` or by its path, with nothing to read and what it says thrown away. Throws when it does
  /// not end with 0.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let command = program.hasPrefix("/") ? program : "/usr/bin/" + program
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let variables = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    let (words, settings) = ([command] + arguments, variables.map { "\($0.key)=\($0.value)" })
    let start = ContinuousClock.now
    var child: pid_t = 0
    let code = Self.withStrings(words) { words in
      Self.withStrings(settings) { posix_spawn(&child, command, &files, nil, words, $0) }
    }
    guard code == 0 else { throw BenchmarkError(sentence: "\(command) cannot be started.") }
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    wall = start.duration(to: .now) / .seconds(1)
    processor = [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
    }
    memory = Double(usage.ru_maxrss) / 1_024
    guard status == 0 else {
      throw BenchmarkError(sentence: "\(words.joined(separator: " ")) failed.")
    }
  }

  /// The size of a file in megabytes.
  static func megabytes(of path: String) throws -> Double {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BenchmarkError(sentence: "\(path) is not there.") }
    return Double(status.st_size) / 1_048_576
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}

/// Why something could not be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let sentence: String
  var description: String { sentence }
}
