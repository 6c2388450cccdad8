import PseudoTerminal

/// How long the workbench lets a collector wait.
struct DeskTimes {
  let book: BigBook

  /// From the start of the program to the first full frame.
  func firstFrames(_ count: Int) throws -> [Duration] {
    try (0..<count).map { _ in
      let desk = try open()
      let time = try painted(desk)
      desk.send("q")
      _ = desk.waitForExit()
      return time
    }
  }

  /// From a key that moves the selection to the row that shows it.
  func rowKeys(_ count: Int) throws -> [Duration] {
    let desk = try open()
    _ = try painted(desk)
    desk.settle()
    return try (0..<count).map { index in
      let row = desk.screen.row
      let line = desk.screen.line(row)
      // A hundred rows down, over several pages, and the same way back.
      desk.send(index / 100 % 2 == 0 ? "j" : "k")
      guard let time = desk.waitUntil(timeout: .seconds(5), { $0.row != row || $0.line(row) != line }) else {
        throw BenchFailure("a key that moves the selection")
      }
      desk.settle(.milliseconds(5))
      return time
    }
  }

  private func open() throws -> TerminalProcess {
    try TerminalProcess(
      command: book.program,
      arguments: ["--database", book.path, "--today", BigBook.today, "--collector", "alex"])
  }

  private func painted(_ desk: TerminalProcess) throws -> Duration {
    guard let time = desk.waitUntil({ $0.line(22).contains("help") && !$0.line(2).isEmpty }) else {
      throw BenchFailure("the workbench showed no queue")
    }
    return time
  }
}
