import Foundation
import PseudoTerminal
import SQLEngine
import Testing

/// `kill -9` while files are imported, into a new book and into one that holds most of it. KEPT_IMPORT_KILLS says how
/// often; `make kill` does it 100 times.
@Suite struct KilledImportTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["KEPT_IMPORT_KILLS"].flatMap { Int($0) } ?? 6

  /// What the book holds: a digest of each account, and the sums of lists.
  private static func content(of book: Book) throws -> [[SQLCell]] {
    guard FileManager.default.fileExists(atPath: book.path) else { return [] }
    let file = try Connection(path: book.path)
    guard try file.schemaVersion() > 0 else { return [] }
    return try [
      "select account_id, digest from account_books order by 1",
      "select account_id, payload from account_summary order by 1",
      "select collector || views || lane_order || currency, accounts * 4294967296 + high * 4294967296 + low from account_sums order by 1",
    ].flatMap { query in try file.all(query) { [$0.cell(0), $0.cell(1)] } }
  }

  private let exports: [String]
  private let home: Book

  init() throws {
    home = try Book()
    let folder = home.home.appending(path: "exports").path
    let made = try home.run("demo", "--exports", folder, "--customers", "150")
    try #require(made.status == 0, "\(made.said)")
    exports = ["customers", "invoices", "payments"].map { "\(folder)/\($0).csv" }
  }

  @Test func theBookIsAsBeforeOrAsAfter() throws {
    let whole = try Book()
    let start = ContinuousClock.now
    try #require(try whole.run(["import"] + exports).status == 0)
    let duration = ContinuousClock.now - start
    let after = try Self.content(of: whole)
    #expect(after.count > 300)
    var (whenKilled, random) = ((before: 0, after: 0), SystemRandomNumberGenerator())
    var book = try Book()
    var before: [[SQLCell]] = []
    for round in 0..<Self.rounds {
      if round % 2 == 0 { (book, before) = (try Book(), []) }
      if round % 2 == 1 {
        // Half of it is there already.
        book = try Book()
        try #require(try book.run("import", exports[0], exports[1]).status == 0)
        before = try Self.content(of: book)
      }
      let importing = Process()
      importing.executableURL = URL(filePath: BuiltProgram.path("kept"))
      importing.arguments = ["import"] + exports
      importing.environment = book.environment
      (importing.standardOutput, importing.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
      try importing.run()
      usleep(UInt32.random(in: 0...UInt32(duration / .microseconds(1)), using: &random))
      kill(importing.processIdentifier, SIGKILL)
      importing.waitUntilExit()
      let left = try Self.content(of: book)
      let isAfter = left == after
      #expect(isAfter || left == before || left.isEmpty && round % 2 == 0, "round \(round)")
      if isAfter { whenKilled.after += 1 } else { whenKilled.before += 1 }
      let again = try book.run(["import"] + exports)
      #expect(again.status == 0, "\(again.said)")
      #expect(try Self.content(of: book) == after, "round \(round)")
      let verified = try book.run("verify")
      #expect(verified.status == 0, "\(verified.output)")
      #expect(
        try !FileManager.default.contentsOfDirectory(atPath: book.home.path).contains {
          $0.hasPrefix(".kept-import")
        })
    }
    if Self.rounds > 20 {
      print("\(Self.rounds) kills: \(whenKilled.before) before, \(whenKilled.after) after")
    }
  }
}
