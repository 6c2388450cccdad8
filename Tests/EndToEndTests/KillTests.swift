import Foundation
import SQLEngine
import Testing

/// `kill -9` while entries of every kind are saved. KEPT_KILL_ROUNDS says how often; `make kill` does it 200 times.
@Suite struct KillTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["KEPT_KILL_ROUNDS"].flatMap { Int($0) }
    ?? Deed.allCases.count

  @Test func whatTheScreenCalledSavedIsInTheJournalOnce() throws {
    var campaign = try campaign()
    for round in 1...Self.rounds {
      try campaign.run(round: round)
      let verified = try campaign.book.run("verify")
      try #require(verified.status == 0, "after kill \(round): \(verified.output)")
    }
    #expect(try campaign.problems().isEmpty)
    if Self.rounds > 20 {
      print(
        "\(Self.rounds) kills: \(campaign.saved.count) entries called saved, all there once;",
        "\(campaign.savedAtTheLastMoment) of the killed saves had been called saved")
      for (deed, count) in try campaign.recorded().sorted(by: { "\($0.key)" < "\($1.key)" }) {
        print("\(deed): \(count.there) of \(count.tried) killed saves are in the journal, whole")
      }
    }
  }

  /// The campaign itself must notice an entry that was lost and one that was recorded twice.
  @Test(arguments: [
    "delete from journal where number = $1",
    """
    insert into journal select (select max(number) + 1 from journal), 'twice', recorded, day, actor, host, \
    collector, account_id, format, policy, kind, salt, body, body_digest, previous, hash from journal where number = $1
    """,
  ]) func aLostOrRepeatedEntryIsNoticed(change: String) throws {
    var campaign = try campaign()
    try campaign.run(round: 1)
    #expect(try campaign.problems().isEmpty)
    let note = try #require(campaign.saved.first)
    let entry = try #require(try campaign.book.entries(of: campaign.account).first { $0.note == note }?.entry)
    do {
      let file = try Connection(path: campaign.book.path)
      try file.execute("drop trigger journal_is_not_shortened")
      try file.run(change, entry)
    }
    #expect(try campaign.problems().count == 1)
    #expect(try campaign.book.run("verify").status == 1)
  }

  private func campaign() throws -> KilledWorkbench {
    let book = try Book.demo()
    return try KilledWorkbench(book: book, account: try #require(try book.queue().first))
  }
}
