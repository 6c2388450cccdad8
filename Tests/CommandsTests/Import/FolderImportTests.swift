import Foundation
import Ledger
import Testing

@testable import Commands

@Suite("A folder is imported unattended: what is new, each file for itself, and a line a file")
struct FolderImportTests {
  private static let heading = "Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency\n"
  let home: Home
  private var book: String { home.path + "/book.kept" }
  private var folder: String { home.path + "/in" }

  init() throws {
    home = try Home()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Puts a file into the folder that was written so many minutes ago.
  private func put(_ rows: String, _ name: String, minutes: Double) throws {
    let path = try home.write(Self.heading + rows, to: "in/" + name)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60 * minutes)], ofItemAtPath: path)
  }

  private func run(_ options: String...) throws -> ProgramRun {
    try ProgramRun(["import", "--database", book] + options + [folder], in: home)
  }

  /// What became of which file, a line each.
  private func fates(_ run: ProgramRun) -> [String] {
    run.output.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return "\(words[1]) \(words[2].split(separator: "/").last ?? "")"
    }
  }

  @Test("New files only, those first that were written first; what the book knows is passed by in silence")
  func newFilesOnly() throws {
    try put("1,A,I-1,2026-09-01,2026-10-01,20.00,USD\n", "a.csv", minutes: 1)
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "b.csv", minutes: 9)
    let first = try run()
    #expect(first.status == 0 && first.said == "")
    #expect(fates(first) == ["taken b.csv:", "taken a.csv:"])
    #expect(first.output.contains("invoices: 0 added, 1 changed, 0 unchanged; "), "\(first.output)")
    #expect(first.output.hasSuffix("then open 20.00 USD\n"), "\(first.output)")
    let again = try run()
    #expect(again.status == 0 && again.output == "" && again.said == "")
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "the same under another name.csv", minutes: 0.5)
    try put("1,A,I-2,2026-09-01,2026-10-01,5.00,USD\n", "c.csv", minutes: 0.2)
    #expect(fates(try run()) == ["taken c.csv:"])
  }

  @Test("65: a bad file keeps no good one out, stores nothing, and is told until it is mended")
  func badFile() throws {
    try put(
      "1,A,I-1,2026-09-01,2026-10-01,ten,USD\n1,A,I-2,2026-09-01,2026-10-01,x,USD\n", "bad.csv", minutes: 5)
    try put("1,A,I-3,2026-09-01,2026-10-01,10.00,USD\n", "good.csv", minutes: 4)
    let first = try run()
    #expect(first.status == 65)
    #expect(fates(first) == ["refused bad.csv:", "taken good.csv:"])
    #expect(
      first.output.contains(
        "bad.csv: line 2, column \"Amount\": \"ten\" is not an amount. And 1 more line.\n"))
    let again = try run()
    #expect(again.status == 65)
    #expect(fates(again) == ["refused bad.csv:"])
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "bad.csv", minutes: 1)
    let mended = try run()
    #expect(mended.status == 0)
    #expect(fates(mended) == ["taken bad.csv:"])
  }

  @Test("What would be asked is refused, with what to say")
  func question() throws {
    try put("1,A,I-1,03/04/2026,05/06/2026,10.00,USD\n", "which.csv", minutes: 1)
    let run = try run()
    #expect(run.status == 65)
    #expect(run.output.contains("--date-order"), "\(run.output)")
  }

  @Test("What is perhaps being written waits; hidden and unfinished names are no files yet")
  func unfinished() throws {
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "now.csv", minutes: 0)
    for name in [".hidden.csv", "later.csv.part", "other.TMP"] { try put("nothing\n", name, minutes: 5) }
    let run = try run()
    #expect(run.status == 0)
    #expect(fates(run) == ["waits now.csv:"])
  }

  @Test("75: a second import of a folder into the same book, with who is at it")
  func locked() throws {
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "a.csv", minutes: 5)
    #expect(try run().status == 0)
    try put("1,A,I-2,2026-09-01,2026-10-01,10.00,USD\n", "b.csv", minutes: 5)
    let lock = try FeedLock(besides: book)
    let second = try withExtendedLifetime(lock) { try run() }
    #expect(second.status == 75 && second.output == "")
    #expect(second.said.contains("process \(getpid()) of "), "\(second.said)")
    let named = try ProgramRun(["import", "--database", book, folder + "/b.csv"], in: home)
    #expect(named.status == 0, "A file by its name is nobody's in the folder")
  }

  @Test("As JSON: an object a line")
  func json() throws {
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "a.csv", minutes: 5)
    try put("1,A,I-2,2026-09-01,2026-10-01,ten,USD\n", "b.csv", minutes: 4)
    let lines = try run("--format", "json").output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(lines.map { $0["fate"] as? String } == ["taken", "refused"])
    let taken = try #require(lines.first)
    #expect((taken["invoices"] as? [String: Int])?["added"] == 1)
    #expect((taken["totals_after"] as? [[String: Any]])?.first?["open"] as? String == "10.00")
    #expect(taken["entry"] as? Int == 2)
  }

  @Test("64: what makes no sense with a folder is said")
  func usage() throws {
    for arguments in [
      ["--dry-run", folder], ["--map", folder], [folder, folder], ["--format", "csv", folder],
      ["--watch", "x.csv"],
    ] {
      #expect(
        try ProgramRun(["import", "--database", book] + arguments, in: home).status == 64, "\(arguments)")
    }
  }

  @Test("--watch takes files as they come, outlives a folder that is away, and ends in peace")
  func watching() throws {
    try put("1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", "a.csv", minutes: 5)
    let b = try home.write(Self.heading + "1,A,I-2,2026-09-01,2026-10-01,5.00,USD\n", to: "b.csv")
    let line = """
      cd $HOME; touch -d '1 minute ago' \(b)
      seen() { for i in $(seq 100); do grep -q "$1" $2 && return 0; sleep 0.2; done; return 1; }
      $KEPT import in --database book.kept --watch > log 2> said & watch=$!
      seen 'taken in/a.csv' log; mv in away; seen 'Could not read the folder in' said
      mv away in; mv b.csv in/; seen 'taken in/b.csv' log
      kill -TERM $watch; wait $watch; echo "ended $?"; cat log
      """
    let run = try ProgramRun(shell: line, in: home)
    #expect(run.output.hasPrefix("ended 0\n"), "\(run.output) \(run.said)")
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(try ProgramRun(["verify", "--database", book], in: home).status == 0)
  }
}
