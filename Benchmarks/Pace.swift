import PseudoTerminal

/// How fast a program in a terminal answers, from the key to the last byte of what it paints.
struct Pace {
  let command: String
  let arguments: [String]
  var columns = 80
  var rows = 24

  /// From the start of the program to the end of its first frame.
  func firstFrames(_ count: Int) throws -> Measured {
    Measured(try (0..<count).map { _ in try answer(of: start(), .milliseconds(100)) })
  }

  /// From each key to the end of what it changes; keys come in their order, again and again. `before` is typed first
  /// and not measured.
  func keys(_ keys: [String], times: Int, before: [String] = []) throws -> Measured {
    let program = try start()
    _ = try answer(of: program, .milliseconds(300))
    for key in before {
      program.send(key)
      _ = try answer(of: program, .milliseconds(300))
    }
    return Measured(
      try (0..<times).map { index in
        program.send(keys[index % keys.count])
        return try answer(of: program, .milliseconds(12))
      })
  }

  private func answer(of program: TerminalProcess, _ quiet: Duration) throws -> Duration {
    guard let time = program.answer(quiet: quiet) else {
      throw BenchmarkError(sentence: "\(command) does not answer. It shows:\n\(program.screen.text)")
    }
    return time
  }

  private func start() throws -> TerminalProcess {
    try TerminalProcess(command: command, arguments: arguments, columns: columns, rows: rows)
  }
}
