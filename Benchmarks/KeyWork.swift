/// How fast keys are answered, beside an editor, a pager and a finder. Sessions of all of them alternate, so that what
/// disturbs the machine disturbs all.
struct KeyWork {
  let book: LargeBook
  let peers: Peers

  private static let (rounds, keys) = (5, 100)
  /// What is typed into a search: names, a number, an amount, a telephone number.
  private static let words = ["pumps", "hans m", "1002", "38.4", "+49 30", "wil"]
  /// Both paint the letter first and what it finds later.
  private static let searchQuiet = Duration.milliseconds(120)
  private static let pageDown = "\u{1B}[6~"

  func run() {
    for (columns, rows) in [(120, 40), (80, 24)] {
      let size = "\(columns)×\(rows)"
      attempt("row key \(size)") {
        let all = try alternate(["j"], (columns, rows), ["vim.tiny", "tig"])
        BenchTable.line("row key \(size)", "ms", all["kept"].times, beside: all.beside("vim.tiny"), .ratio(1))
        BenchTable.line("  the same", "ms", all["kept"].times, beside: all.beside("tig"))
        BenchTable.line("  painted", "bytes", all["kept"].bytes, beside: all.bytes("vim.tiny"), .amount(400))
      }
      attempt("page \(size)") {
        let all = try alternate([Self.pageDown], (columns, rows), ["tig"], keys: 30)
        BenchTable.line("page \(size)", "ms", all["kept"].times, beside: all.beside("tig"), .ratio(0.6))
        BenchTable.line(
          "  memory at the start", "MB", all["kept"].start, beside: all.start("tig"), .amount(16))
        BenchTable.line("  memory after paging", "MB", all["kept"].end, beside: all.end("tig"), .amount(24))
      }
    }
    attempt("search") {
      // Each word is taken back before the next; only letters count.
      let typed = Self.words.flatMap { word in word.map { String($0) } + word.map { _ in "\u{7F}" } }
      let letters = typed.indices.filter { typed[$0] != "\u{7F}" }
      var (kept, fzf) = ([Double](), [Double]())
      for _ in 0..<Self.rounds {
        let searching = try book.pace((120, 40)).keys(
          typed, times: typed.count, before: ["/"], quiet: Self.searchQuiet)
        kept += letters.map { searching.times[$0] }
        let finding = try pace("fzf", (120, 40)).keys(typed, times: typed.count, quiet: Self.searchQuiet)
        fzf += letters.map { finding.times[$0] }
      }
      BenchTable.line("search, a letter typed", "ms", .init(kept), beside: ("fzf", .init(fzf)), .ratio(1))
    }
    attempt("other keys") {
      let account = try book.pace((120, 40)).keys(["\r", "\u{1B}[24~"], times: Self.keys)
      BenchTable.line("open and leave an account", "ms", .init(account.times))
      let call = try book.pace((120, 40)).keys(["c", "n"], times: Self.keys)
      BenchTable.line("c and n, saved", "ms", .init(call.times))
    }
  }

  private func attempt(_ work: String, _ body: () throws -> Void) {
    do { try body() } catch { BenchTable.missing(work, error) }
  }

  /// What several programs answered, by their names.
  private struct Answers {
    var sessions: [String: Pace.Session] = [:]

    struct One {
      let times, bytes, start, end: BenchTable.Value
    }

    subscript(name: String) -> One {
      let session = sessions[name] ?? Pace.Session()
      return One(
        times: .init(session.times), bytes: .init(session.bytes), start: .init(session.memory.start),
        end: .init(session.memory.end))
    }

    func beside(_ name: String) -> (String, BenchTable.Value) { (name, self[name].times) }
    func bytes(_ name: String) -> (String, BenchTable.Value) { (name, self[name].bytes) }
    func start(_ name: String) -> (String, BenchTable.Value) { (name, self[name].start) }
    func end(_ name: String) -> (String, BenchTable.Value) { (name, self[name].end) }
  }

  private func alternate(
    _ keys: [String], _ size: (columns: Int, rows: Int), _ names: [String], keys count: Int = keys
  ) throws -> Answers {
    var sessions: [String: [Pace.Session]] = [:]
    for _ in 0..<Self.rounds {
      sessions["kept", default: []].append(try book.pace(size).keys(keys, times: count))
      for name in names { sessions[name, default: []].append(try pace(name, size).keys(keys, times: count)) }
    }
    return Answers(sessions: sessions.mapValues(Self.joined))
  }

  private static func joined(_ sessions: [Pace.Session]) -> Pace.Session {
    Pace.Session(
      times: sessions.flatMap(\.times), bytes: sessions.flatMap(\.bytes),
      memory: (
        BenchTable.Value(sessions.map(\.memory.start)).median,
        BenchTable.Value(sessions.map(\.memory.end)).median
      ))
  }

  /// A peer over the list of customers.
  private func pace(_ name: String, _ size: (columns: Int, rows: Int)) throws -> Pace {
    guard let program = peers.program(name) else {
      throw BenchmarkError(sentence: "\(name) could not be had.")
    }
    let customers = book.exports[0]
    // These take a list from their input.
    let (command, arguments) =
      switch name {
      case "fzf", "tig": ("/bin/sh", ["-c", "exec '\(program)' < '\(customers)'"])
      case "vim.tiny": (program, ["-u", "NONE", "-n", customers])
      default: (program, [customers])
      }
    return Pace(
      command: command, arguments: arguments, environment: peers.environment, columns: size.columns,
      rows: size.rows)
  }
}
