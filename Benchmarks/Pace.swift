import PseudoTerminal

/// How fast a program in a terminal answers, from the key to the last byte of what it paints.
struct Pace {
  let command: String
  let arguments: [String]
  var environment: [String: String] = [:]
  var columns = 80
  var rows = 24

  /// What one session answered: milliseconds and bytes of each answer, and megabytes of memory at its start and end.
  struct Session {
    var times: [Double] = []
    var bytes: [Double] = []
    var memory: (start: Double, end: Double) = (0, 0)
  }

  /// From the start of the program to the end of its first frame, in milliseconds.
  func firstFrame() throws -> Double { try answer(of: start(), .milliseconds(100)).time }

  /// From each key to the end of what it changes; keys come in their order, again and again. `before` is typed first
  /// and not measured. Who is `quiet` for so long has answered.
  func keys(
    _ keys: [String], times: Int, before: [String] = [], quiet: Duration = .milliseconds(12)
  ) throws -> Session {
    let program = try start()
    _ = try answer(of: program, .milliseconds(500))
    var session = Session()
    session.memory.start = Double(program.memory) / 1_024
    for key in before {
      program.send(key)
      _ = try answer(of: program, .milliseconds(300))
    }
    for index in 0..<times {
      let key = keys[index % keys.count]
      program.send(key)
      let answer = try answer(of: program, quiet)
      session.times.append(answer.time)
      session.bytes.append(Double(answer.bytes))
    }
    session.memory.end = Double(program.memory) / 1_024
    return session
  }

  private func answer(of program: TerminalProcess, _ quiet: Duration) throws -> (time: Double, bytes: Int) {
    guard let time = program.answer(quiet: quiet) else {
      throw BenchmarkError(sentence: "\(command) does not answer. It shows:\n\(program.screen.text)")
    }
    return (time / .milliseconds(1), program.answerSize)
  }

  private func start() throws -> TerminalProcess {
    try TerminalProcess(
      command: command, arguments: arguments, environment: environment, columns: columns, rows: rows)
  }
}
