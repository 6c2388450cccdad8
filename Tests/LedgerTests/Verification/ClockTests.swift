import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// A clock that was set back is told when it is met and afterwards, and is no damage.
struct ClockTests {
  private static func signature(_ minute: Int, host: String = "desk") -> Signature {
    Signature(
      at: Instant(milliseconds: 1_795_771_800_000 + Int64(minute) * 60_000), actor: "ann", host: host)
  }

  @discardableResult
  private static func record(
    _ note: String, _ signature: Signature, in books: TestBooks
  ) throws -> RecordedEntry {
    let entry = NewEntry(
      action: ActionID(rawValue: note), account: AccountID(rawValue: 1), day: TestBooks.day(40),
      collector: "ann", body: .note(note))
    return try books.ledger.record(entry, basedOn: nil, signed: signature)
  }

  private static func books() throws -> TestBooks {
    let books = try TestBooks(accounts: 1)
    let day = TestBooks.day(40)
    try books.ledger.work(on: day, wall: day, signed: signature(0))
    return books
  }

  @Test(arguments: [(0, false), (30, false), (-1, false), (-2, true), (-600, true)])
  func isToldWhenAnEntryIsMade(minute: Int, isBack: Bool) throws {
    let books = try Self.books()
    let saved = try Self.record("first", Self.signature(minute), in: books)
    #expect((saved.clock != nil) == isBack)
    #expect(try books.ledger.clockRemarks().isEmpty == !isBack)
    #expect(try books.ledger.verify().isEmpty)
    // Told once: from here on its times go forward again.
    #expect(try Self.record("second", Self.signature(minute + 1), in: books).clock == nil)
  }

  @Test func isThatOfOneMachine() throws {
    let books = try Self.books()
    #expect(try Self.record("elsewhere", Self.signature(-600, host: "laptop"), in: books).clock == nil)
    #expect(try books.ledger.lastRecorded(on: "desk") == nil)
    #expect(try books.ledger.lastRecorded(on: "laptop") == Self.signature(-600).at)
    try Self.record("here", Self.signature(5), in: books)
    #expect(try books.ledger.clockRemarks().isEmpty)
    try Self.record("here again", Self.signature(-5), in: books)
    #expect(
      try books.ledger.clockRemarks() == [
        "Entry 4 was recorded on desk at Fri 27 Nov 2026 09:25 UTC, before entry 3 of Fri 27 Nov 2026 09:35 UTC: the clock "
          + "was set back."
      ])
  }

  @Test func isSaidWithBothTimes() throws {
    let now = Self.signature(-600).at
    let clock = try #require(ClockSetBack(now: now, before: Self.signature(0).at))
    #expect(
      clock.sentence.hasPrefix(
        "This machine's clock says Thu 26 Nov 2026 23:30 UTC, but the last entry was made here at Fri 27 Nov 2026 09:30 UTC."
      ))
    #expect(ClockSetBack(now: Instant(milliseconds: .min), before: Instant(milliseconds: .min)) == nil)
    #expect(ClockSetBack(now: Instant(milliseconds: .min), before: Instant(milliseconds: .max)) != nil)
  }
}
