import Glibc
import PseudoTerminal
import SQLEngine
import Testing

/// Programs that are killed while they save, one after the other, on one book.
///
/// Every entry carries a text of its own, so that the journal can be asked for each of them.
struct KilledWorkbench {
  /// The texts of entries that the screen called saved.
  private(set) var saved: [String] = []
  /// The texts of entries that were under way when the program was killed: saved or not, but never twice.
  private(set) var underWay: [String] = []
  /// How many of these the screen had called saved by then.
  private(set) var savedAtTheLastMoment = 0

  let book: Book
  let account: String
  private var random = SystemRandomNumberGenerator()
  private var usualSave = Duration.milliseconds(20)

  /// Killed on an account of `book`, which gets an open dispute.
  init(book: Book, account: String) throws {
    self.book = book
    self.account = account
    let disputed = try book.run(
      "log", account, "--result", "DI", "--amount", "5", "--dispute-reason", "price", "--collector", "alex")
    try #require(disputed.status == 0, "\(disputed.said)")
  }

  /// What a round is killed in: one after the other, the first in a call.
  static func deed(of round: Int) -> Deed { Deed.allCases[(round - 1) % Deed.allCases.count] }

  /// Saves some entries in a row, then one more that is killed at a random moment of its save.
  mutating func run(round: Int) throws {
    let deed = Self.deed(of: round)
    if deed == .policy { return try adopt(round: round) }
    try deed.prepare(book, account)
    let kept = try book.open()
    try kept.see("queue")
    if kept.screen.text.contains("Unsaved ") { kept.send("d") }
    kept.send("/\(account)" + TerminalProcess.enter)
    try kept.see("“\(account)” 1/1")
    for call in 0..<Int.random(in: 1...3, using: &random) {
      let note = "k\(round)-\(call)"
      try Deed.call.type(note, about: account, on: kept)
      let began = ContinuousClock.now
      kept.send(TerminalProcess.save)
      try kept.see("Saved \(account)")
      usualSave = began.duration(to: .now)
      saved.append(note)
    }
    let text = "k\(round)-last"
    try deed.type(text, about: account, on: kept)
    kept.send(TerminalProcess.save)
    try kill(kept, within: usualSave, text, whenSaved: "Saved \(account)")
  }

  /// Adopts a policy, then one more with the command killed at a random moment.
  private mutating func adopt(round: Int) throws {
    let shipped = try book.run("policy", "show", "--shipped").output
    func apply(_ text: String) throws -> TerminalProcess {
      let file = try book.write("\(shipped)\n# \(text)\n", to: "policy.toml")
      return try book.inTerminal("policy", "apply", file, "--collector", "alex")
    }
    let said = "goes by this policy"
    let began = ContinuousClock.now
    let whole = try apply("k\(round)-0")
    try whole.see(said)
    let usual = began.duration(to: .now)
    try #require(whole.waitForExit() == 0)
    saved.append("k\(round)-0")
    try kill(try apply("k\(round)-last"), within: usual, "k\(round)-last", whenSaved: said)
  }

  private mutating func kill(
    _ kept: TerminalProcess, within usual: Duration, _ text: String, whenSaved said: String
  ) throws {
    usleep(UInt32(Double.random(in: 0...1.2, using: &random) * (usual / .microseconds(1))))
    kept.kill(SIGKILL)
    // A command may have come to its end before.
    try #require([128 + SIGKILL, 0].contains(kept.waitForExit()))
    underWay.append(text)
    if kept.screen.text.contains(said) {
      savedAtTheLastMoment += 1
      saved.append(text)
    }
  }

  /// What is wrong with the journal: saved entries that it lacks, and entries that are there twice.
  func problems() throws -> [String] {
    let bodies = try bodies()
    func times(_ text: String) -> Int { bodies.count { $0.contains(text) } }
    let lost = saved.filter { times($0) == 0 }.map { "\($0) was called saved and is not in the journal" }
    let repeated = Set(saved + underWay).filter { times($0) > 1 }.map { "\($0) is there twice" }
    return lost + repeated.sorted()
  }

  /// How many of the entries under way are in the journal, by what they were.
  func recorded() throws -> [Deed: (tried: Int, there: Int)] {
    let bodies = try bodies()
    var recorded: [Deed: (tried: Int, there: Int)] = [:]
    for (offset, text) in underWay.enumerated() {
      let isThere = bodies.contains { $0.contains(text) }
      recorded[Self.deed(of: offset + 1), default: (0, 0)].tried += 1
      recorded[Self.deed(of: offset + 1), default: (0, 0)].there += isThere ? 1 : 0
    }
    return recorded
  }

  private func bodies() throws -> [String] {
    let rows = try Connection(path: book.path).statement("select body from journal order by number")
    defer { rows.reset() }
    var bodies: [String] = []
    while try rows.step() { bodies.append(rows.text(0)) }
    return bodies
  }
}
