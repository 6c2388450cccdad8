import Foundation
import SQLEngine
import Testing

/// What `kept verify` says about a file that somebody has changed by hand.
@Suite struct TamperingTests {
  private struct Verdict: Decodable {
    struct Problem: Decodable {
      var part: String
      var account: String?
      var entry: Int?
    }

    var ok: Bool
    var problems: [Problem]
  }

  /// The entry in the middle of the journal, as `body` leaves it, and the verdict.
  private func verdict(
    after change: (Connection, _ entry: Int64) throws -> Void
  ) throws -> (status: Int32, verdict: Verdict, entry: Int) {
    let book = try Book.demo()
    let entry: Int64
    do {
      let file = try Connection(path: book.path)
      entry = try #require(try file.first("select max(number) / 2 from journal") { $0.int64(0) })
      try change(file, entry)
    }
    let outcome = try book.run("verify", "--format", "json")
    return (
      outcome.status, try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8)), Int(entry)
    )
  }

  @Test func anUntouchedFileIsSound() throws {
    let (status, verdict, _) = try verdict { _, _ in }
    #expect(status == 0 && verdict.ok && verdict.problems.isEmpty)
  }

  @Test(arguments: [
    "update journal set body = replace(body, substr(body, 10, 1), '~') where number = $1",
    "update journal set day = day + 1 where number = $1",
    "update journal set collector = 'x' || substr(collector, 2) where number = $1",
    "update journal set hash = zeroblob(32) where number = $1",
  ]) func aChangedEntryIsNamed(change: String) throws {
    let (status, verdict, entry) = try verdict { file, entry in
      try file.execute("drop trigger journal_is_not_changed")
      try file.run(change, entry)
    }
    #expect(status == 1 && !verdict.ok)
    #expect(verdict.problems.contains { $0.part == "journal" && $0.entry == entry })
  }

  @Test func aMissingEntryIsNamed() throws {
    let (status, verdict, entry) = try verdict { file, entry in
      try file.execute("drop trigger journal_is_not_shortened")
      try file.run("delete from journal where number = $1", entry)
    }
    #expect(status == 1 && !verdict.ok)
    #expect(verdict.problems.contains { $0.part == "journal" && $0.entry == entry })
  }

  @Test func aChangedByteInTheFileIsNamed() throws {
    let book = try Book.demo()
    let copy = book.home.appending(path: "copy.kept")
    #expect(try book.run("backup", copy.path).status == 0)
    let (entry, body) = try #require(
      try Connection(path: book.path).first(
        "select number, body from journal order by number limit 1 offset 5"
      ) {
        (Int($0.int64(0)), $0.text(1))
      })
    var bytes = try Data(contentsOf: copy)
    let place = try #require(bytes.range(of: Data(body.utf8)))
    bytes[place.upperBound - 3] ^= 1
    try bytes.write(to: copy)
    let outcome = try book.run("verify", "--database", copy.path, "--format", "json")
    let verdict = try JSONDecoder().decode(Verdict.self, from: Data(outcome.output.utf8))
    #expect(outcome.status == 1)
    #expect(verdict.problems.contains { $0.part == "journal" && $0.entry == entry })
  }
}
