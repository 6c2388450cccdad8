import Glibc
import PseudoTerminal
import Testing

/// Workbenches that are killed while they save, one after the other, on one book.
///
/// Every call carries a note of its own, so that the journal can be asked for each of them.
struct KilledWorkbench {
  /// The notes of calls that the screen called saved.
  private(set) var saved: [String] = []
  /// The notes of calls that were under way when the program was killed: saved or not, but never twice.
  private(set) var underWay: [String] = []
  /// How many of these the screen had called saved by then.
  private(set) var savedAtTheLastMoment = 0

  let book: Book
  let account: String
  private var random = SystemRandomNumberGenerator()
  private var usualSave = Duration.milliseconds(20)

  init(book: Book, account: String) {
    self.book = book
    self.account = account
  }

  /// Saves some calls in a row, then one more that is killed at a random moment of its save.
  mutating func run(round: Int) throws {
    let kept = try book.open()
    try kept.see("queue")
    if kept.screen.text.contains("Unsaved call") { kept.send("d") }
    kept.send("/\(account)" + TerminalProcess.enter)
    try kept.see("“\(account)” 1/1")
    for call in 0..<Int.random(in: 1...3, using: &random) {
      let note = try type("k\(round)-\(call)", on: kept)
      let began = ContinuousClock.now
      kept.send(TerminalProcess.save)
      try kept.see("Saved \(account)")
      usualSave = began.duration(to: .now)
      saved.append(note)
    }
    let note = try type("k\(round)-last", on: kept)
    kept.send(TerminalProcess.save)
    usleep(UInt32(Double.random(in: 0...1.2, using: &random) * (usualSave / .microseconds(1))))
    kept.kill(SIGKILL)
    try #require(kept.waitForExit() == 128 + SIGKILL)
    underWay.append(note)
    if kept.screen.text.contains("Saved \(account)") {
      savedAtTheLastMoment += 1
      saved.append(note)
    }
  }

  /// What is wrong with the journal: saved entries that it lacks, and entries that are there twice.
  func problems() throws -> [String] {
    let notes = try book.entries(of: account).compactMap(\.note)
    let times = Dictionary(notes.map { ($0, 1) }, uniquingKeysWith: +)
    let lost = saved.filter { times[$0] == nil }.map { "\($0) was called saved and is not in the journal" }
    let repeated = (saved + underWay).filter { times[$0, default: 0] > 1 }.map { "\($0) is there twice" }
    return lost + repeated
  }

  /// Fills the form of a call with a note and shows that it is not saved yet.
  private func type(_ note: String, on kept: TerminalProcess) throws -> String {
    kept.send("cV")
    try kept.see("Call \(account)")
    try kept.see("left voicemail")
    kept.send(note)
    try kept.see(note)
    try #require(!kept.screen.text.contains("Saved \(account)"))
    return note
  }
}
