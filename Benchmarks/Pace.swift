import Foundation
import Glibc
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

/// Measures one thing after the other and prints each as soon as it is known.
struct PaceReport {
  var book: LargeBook

  private static let sizes = [(columns: 80, rows: 24), (columns: 140, rows: 40)]
  private static let frames = 20
  private static let keys = 500

  /// Runs everything; without `importing` on the book as it is there from the last time.
  mutating func run(importing: Bool) throws {
    print("machine: \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors, load \(load)")
    print("program: \(try FileManager.default.attributesOfItem(atPath: book.kept)[.size] ?? 0) bytes")
    try book.prepare()
    // The last run left a book that is there at the next day.
    if importing { try imports() } else { book.day = LargeBook.nextDay }
    print("\nmilliseconds                   median     95 %     99 %")
    for size in Self.sizes { try paces(size.columns, size.rows) }
    try commands()
    print("load at the end: \(load)")
  }

  private func imports() throws {
    let imported = try book.importAll()
    let plain = try book.plainImport()
    print("import of invoices.csv         \(imported.text)")
    print("sqlite3 .import of that file   \(plain.text)")
    print("ratio                          \(ratio(imported.wall, plain.wall)) (wall)")
    print("                               \(ratio(imported.processor, plain.processor)) (processor)")
  }

  private func paces(_ columns: Int, _ rows: Int) throws {
    let options = ["--database", book.path, "--today", book.day, "--collector", "alex"]
    let kept = Pace(command: book.kept, arguments: options, columns: columns, rows: rows)
    let less = Pace(command: "/usr/bin/less", arguments: [book.invoices], columns: columns, rows: rows)
    print("\(columns)x\(rows)")
    line("first frame", try kept.firstFrames(Self.frames))
    line("first frame of less", try less.firstFrames(Self.frames))
    line("row key, down", try kept.keys(["j"], times: Self.keys))
    line("row key, down and up", try kept.keys(["j", "k"], times: Self.keys))
    line("row key of less", try less.keys(["j"], times: Self.keys))
    line("page down", try kept.keys(["\u{1B}[6~"], times: 60))
    line("open and leave an account", try kept.keys(["\r", "\u{1B}[24~"], times: 100))
    line("from account to account", try kept.keys(["]", "["], times: 100, before: ["\r"]))
    line("c and n, saved", try kept.keys(["c", "n"], times: 100))
  }

  private func commands() throws {
    print("whole runs")
    var runs = [("account", ["account", "10000"]), ("queue", ["queue"]), ("verify", ["verify"])]
    if book.day != LargeBook.nextDay {
      runs.append(("queue of the next day", ["queue", "--today", LargeBook.nextDay]))
    }
    for (name, words) in runs { print(padded(name) + (try book.run(words).text)) }
  }

  private func line(_ name: String, _ measured: Measured) { print(padded(name) + measured.text) }

  private func padded(_ name: String) -> String {
    "  " + name + String(repeating: " ", count: max(27 - name.count, 1))
  }

  private func ratio(_ a: Duration, _ b: Duration) -> String { "\((a / b * 10).rounded() / 10)" }

  private var load: String {
    var loads = [0.0, 0.0, 0.0]
    getloadavg(&loads, 3)
    return loads.map { "\(($0 * 10).rounded() / 10)" }.joined(separator: " ")
  }
}

/// Durations of the same thing, measured again and again.
struct Measured {
  private let sorted: [Duration]

  init(_ durations: [Duration]) { sorted = durations.sorted() }

  /// The duration that a share of them does not exceed: `percentile(50)` is the median.
  func percentile(_ share: Int) -> Duration {
    sorted.isEmpty ? .zero : sorted[min(sorted.count * share / 100, sorted.count - 1)]
  }

  /// `"0.42   0.61   0.90"`: median, 95 % and 99 % in milliseconds.
  var text: String { [50, 95, 99].map { percentile($0).milliseconds }.joined(separator: " ") }
}

extension Duration {
  /// In milliseconds with two digits, in eight columns.
  var milliseconds: String {
    let hundredths = Int((self / .microseconds(10)).rounded())
    let text = "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    return String(repeating: " ", count: max(8 - text.count, 0)) + text
  }
}
