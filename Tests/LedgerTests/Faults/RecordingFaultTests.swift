import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// An entry is saved while one call to the disk after the other fails.
struct RecordingFaultTests {
  enum Situation: String, CaseIterable {
    /// Nobody else has the book open.
    case alone
    /// Another session has it open.
    case accompanied
    /// The save also folds the log into the file.
    case folding
  }

  @Test(arguments: Fault.tried, Situation.allCases)
  func anEntryIsThereOnceOrTheCollectorIsTold(fault: Fault, situation: Situation) throws {
    let body = try FaultedBook.body(.promise)
    let work = "save, \(situation)"
    try FaultRound.each(fault, work, atLeast: 20, book: FaultedBook.bytes()) { round in
      let ledger = try round.open()
      if situation == .folding { ledger.longLog = 1 }
      let company = situation == .accompanied ? try round.open() : nil
      let outcome = round.attempt { try save(body, in: ledger) }
      try judge(outcome, of: round, in: ledger, body)
      if let company { #expect(try company.count(of: mine) == 1, round.place) }
    }
  }

  @Test(arguments: Fault.tried, FaultedBook.Kind.allCases.filter { $0 != .promise })
  func soIsAnEntryOfAnyOtherKind(fault: Fault, kind: FaultedBook.Kind) throws {
    let body = try FaultedBook.body(kind)
    try FaultRound.each(fault, "save, \(kind)", atLeast: 10, book: FaultedBook.bytes()) { round in
      let ledger = try round.open()
      let outcome = round.attempt { try save(body, in: ledger) }
      try judge(outcome, of: round, in: ledger, body)
    }
  }

  /// The judge must notice an entry that is lost, and one that is there although the collector was told otherwise.
  @Test(arguments: [true, false])
  func aWrongAnswerIsNoticed(isCalledSaved: Bool) throws {
    // A book of this size is written with fewer calls.
    let call = isCalledSaved ? 1 : 1_000
    let round = try FaultRound(Fault(kind: .refused, lasts: true), at: call, book: FaultedBook.bytes())
    let ledger = try round.open()
    let body = try FaultedBook.body(.promise)
    _ = round.attempt { try save(body, in: ledger) }
    withKnownIssue {
      try judge(
        isCalledSaved ? .success(()) : .failure(LedgerError.full(doing: "save the entry")), of: round,
        in: ledger, body)
    }
  }

  private var mine: ActionID { FaultedBook.mine.action }
  private var next: ActionID { ActionID(random: 9, 9) }

  private func judge(
    _ outcome: Result<Void, any Error>, of round: FaultRound, in ledger: LedgerFile, _ body: EntryBody
  ) throws {
    let left = try round.afterCrash { try check($0, round, body) }
    switch outcome {
    case .success:
      #expect(left == 1, round.place)
    case .failure(LedgerError.uncertain):
      #expect(round.fault.lasts, round.place)
    case .failure(let error):
      #expect(left == 0, round.place)
      #expect("\(error)".hasPrefix("Could not save the entry: "), round.place)
    }
    // The same session goes on as soon as the disk is sound.
    try save(body, in: ledger)
    try ledger.record(.note("next"), on: FaultedBook.account, day: TestBooks.start, action: next)
    #expect(try ledger.count(of: mine) == 1 && ledger.count(of: next) == 1, round.place)
    #expect(try ledger.drafts() == [FaultedBook.theirs], round.place)
    #expect(try ledger.verify() == [], round.place)
  }

  /// How often the entry is in a book that a crash left, with its draft as long as it is not; saving again there
  /// leaves it once.
  private func check(_ ledger: LedgerFile, _ round: FaultRound, _ body: EntryBody) throws -> Int {
    let count = try ledger.count(of: mine)
    #expect(try ledger.verify() == [], round.place)
    #expect(try ledger.drafts() == (count == 0 ? [FaultedBook.mine] : []) + [FaultedBook.theirs], round.place)
    try save(body, in: ledger)
    #expect(try ledger.count(of: mine) == 1, round.place)
    #expect(try ledger.verify() == [], round.place)
    return count
  }

  private func save(_ body: EntryBody, in ledger: LedgerFile) throws {
    try ledger.record(body, on: FaultedBook.account, day: TestBooks.start, action: mine)
  }
}
