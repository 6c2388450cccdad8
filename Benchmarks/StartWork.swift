import Foundation

/// How fast the program stands there, and how much of a disk it takes.
struct StartWork {
  let book: LargeBook
  let small: LargeBook
  let peers: Peers

  func run() throws {
    let size = (columns: 120, rows: 40)
    var (large, little, less, nnn): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for _ in 0..<20 {
      large.append(try book.pace(size).firstFrame())
      little.append(try small.pace(size).firstFrame())
      less.append(try peer("less", [book.exports[1]], size).firstFrame())
      nnn.append(try peer("nnn", ["-d", book.directory], size).firstFrame())
    }
    BenchTable.line("first frame", "ms", .init(large), beside: ("less", .init(less)), .ratio(2.5))
    BenchTable.line("  the same", "ms", .init(large), beside: ("nnn", .init(nnn)))
    BenchTable.line(
      "  beside a book of 300 customers", "ms", .init(large), beside: ("small", .init(little)), .ratio(1.1))
    let stripped = book.directory + "/kept.stripped"
    _ = try TimedRun("strip", ["-o", stripped, book.kept])
    BenchTable.line("program, stripped", "MB", .init(try TimedRun.megabytes(of: stripped)), .amount(16))
  }

  private func peer(_ name: String, _ arguments: [String], _ size: (columns: Int, rows: Int)) throws -> Pace {
    guard let program = peers.program(name) else {
      throw BenchmarkError(sentence: "\(name) could not be had.")
    }
    return Pace(
      command: program, arguments: arguments, environment: peers.environment, columns: size.columns,
      rows: size.rows)
  }
}
