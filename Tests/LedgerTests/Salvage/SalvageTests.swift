import Glibc
import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// Everything that can be read of a damaged book is in the new one, and what cannot is told.
struct SalvageTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private var damaged: String { directory.file("damaged.kept") }
  private var rescued: String { directory.file("rescued.kept") }

  /// Customers with invoices and entries, as one file without a log.
  private func makeBook(customers: Int = 150, entries: Int = 150) throws {
    let bench = try ImportBench()
    try bench.take(
      try (0..<customers).flatMap { customer in
        try (0..<2).map {
          try IncomingRow.invoice("\(customer)-\($0)", of: "C\(customer)", name: "Customer \(customer)")
        }
      })
    var actions = Actions()
    for number in 0..<entries {
      try bench.ledger.record(
        .note("note \(number) " + String(repeating: "x", count: 200)),
        on: AccountID(rawValue: Int64(number % customers + 1)), day: TestBooks.start, action: actions.next())
    }
    _ = try bench.ledger.backup(to: damaged)
  }

  private func salvage() throws -> SalvageReport {
    try LedgerFile.salvage(damaged, to: rescued, signed: .ann, on: TestBooks.start)
  }

  private func rescuedBook() throws -> LedgerFile {
    let book = try LedgerFile(path: rescued, policy: TestPolicy.shipped())
    try book.roll(to: TestBooks.start)
    return book
  }

  private static func counts(_ path: String) throws -> [String: Int] {
    let file = try Connection(path: path)
    let tables = ["account", "invoice", "journal", "credit", "application", "contact"]
    return Dictionary(
      uniqueKeysWithValues: try tables.map {
        ($0, try file.first("select count(*) from \($0)") { $0.int(0) } ?? 0)
      })
  }

  /// The pages that hold rows of a table.
  private func leaves(of name: String) throws -> [Int] {
    let file = try Connection(path: damaged)
    return try file.all(
      "select pageno from dbstat where name = $1 and pagetype = 'leaf' order by path", name
    ) { $0.int(0) }
  }

  private func spoil(_ change: (inout [UInt8]) -> Void) throws {
    var bytes = try FileBytes.read(damaged)
    change(&bytes)
    try FileBytes.write(bytes, to: damaged)
  }

  /// Nothing of the page can be read any more.
  private func spoil(page: Int) throws {
    try spoil {
      $0.replaceSubrange((page - 1) * 4_096..<page * 4_096, with: [UInt8](repeating: 0xFF, count: 4_096))
    }
  }

  private func taken(_ title: String, of report: SalvageReport) -> Int {
    report.tables.first { $0.title == title }?.taken ?? -1
  }

  @Test func aSoundBookIsTakenOverAsItIs() throws {
    try makeBook()
    let before = try Self.counts(damaged)
    let bytes = try FileBytes.read(damaged)
    let report = try salvage()
    #expect(report.isWhole, "\(report)")
    var after = try Self.counts(rescued)
    // The entry that tells of the salvage.
    after["journal"]? -= 1
    #expect(after == before)
    #expect(try rescuedBook().verify().map(\.sentence) == [])
    #expect(try FileBytes.read(damaged) == bytes)
    #expect(try directory.names().allSatisfy { !$0.contains(".partial") && !$0.contains(".reading") })
  }

  /// Which page of the table: the first, one in the middle, the last.
  @Test(arguments: [0.0, 0.5, 1.0], ["journal", "invoice", "account"])
  func whatStandsAroundALostPageIsTakenOver(_ place: Double, _ table: String) throws {
    try makeBook()
    let before = try Self.counts(damaged)
    let pages = try leaves(of: table)
    try #require(pages.count > 1, "\(table) has one page only")
    try spoil(page: pages[Int(Double(pages.count - 1) * place)])
    let report = try salvage()
    #expect(!report.isWhole)
    var after = try Self.counts(rescued)
    after["journal"]? -= 1
    let lost = try #require(before[table]) - #require(after[table])
    let rows = try #require(before[table])
    switch table {
    case "journal":
      // Each page holds as many entries as any other, more or less.
      #expect(lost > 0 && lost <= 3 * rows / pages.count + 1, "\(lost) of \(rows)")
      #expect(report.record.missing.map(\.count).reduce(0, +) == lost)
    case "invoice": #expect(lost > 0 && lost <= 3 * rows / pages.count + 1, "\(lost) of \(rows)")
    // Each account has an entry or an invoice, and comes back by what that says.
    default:
      #expect(lost == 0)
      #expect(report.record.losses.contains { $0.contains("of customer") || $0.contains("of a customer") })
    }
    for other in before.keys where other != table { #expect(after[other] == before[other], "\(other)") }
    let book = try rescuedBook()
    let problems = try book.verify()
    // Of these customers the books say no more than their number and name.
    #expect(problems.isEmpty == (table == "account"), "\(problems.map(\.sentence))")
    #expect(try book.lossRemarks().isEmpty == (table == "journal"))
    if table == "journal" {
      #expect(problems.allSatisfy { $0.sentence.contains("; lost when the book was salvaged, says entry ") })
    }
    #expect(!problems.contains { $0.part == .file || $0.part == .derived }, "\(problems.map(\.sentence))")
    // What is removed afterwards is another matter.
    let connection = book.connection
    let note = try connection.first("select min(number) from journal where kind = 'note'") { $0.int64(0) }
    try connection.execute("drop trigger journal_is_not_shortened")
    try connection.run("delete from journal where number = $1", note)
    #expect(try book.verify().contains { $0.sentence.hasSuffix(" missing from the journal.") })
    // The whole file once more brings the books back.
    let bench = ImportBench(ledger: book)
    try bench.take(
      try (0..<150).flatMap { customer in
        try (0..<2).map {
          try IncomingRow.invoice("\(customer)-\($0)", of: "C\(customer)", name: "Customer \(customer)")
        }
      })
    #expect(try !book.verify().contains { $0.part == .books })
  }

  @Test(arguments: [
    "cut", "no beginning", "no first page", "a first page of zeros",
    "a wrong pointer", "half a first page", "no head", "a list of free pages", "a full file",
    "a trigger that is none",
    "a hostile trigger", "a damaged index",
  ])
  func otherDamageIsReadAround(_ damage: String) throws {
    try makeBook()
    let before = try Self.counts(damaged)
    switch damage {
    case "cut": try spoil { $0.removeLast($0.count / 4 / 4_096 * 4_096 + 100) }
    case "no beginning": try spoil { $0.replaceSubrange(0..<28, with: [UInt8](repeating: 0, count: 28)) }
    case "no first page": try spoil(page: 1)
    case "a wrong pointer": try spoil { $0[113] ^= 0x55 }
    case "half a first page":
      try spoil { $0.replaceSubrange(2_048..<4_096, with: [UInt8](repeating: 0, count: 2_048)) }
    case "no head": try spoil { $0.replaceSubrange(0..<108, with: [UInt8](repeating: 0xFF, count: 108)) }
    case "a list of free pages": try spoil { for place in [36, 39, 52, 55, 101, 105] { $0[place] = 0x7F } }
    case "a full file":
      // What an earlier schema left, more often than a first page can name.
      let schema = try #require(leaves(of: "sqlite_schema").first)
      try spoil {
        $0.replaceSubrange(0..<4_096, with: [UInt8](repeating: 0, count: 4_096))
        let page = $0[(schema - 1) * 4_096..<schema * 4_096]
        for _ in 0..<900 { $0.append(contentsOf: page) }
      }
    case "a first page of zeros":
      try spoil { $0.replaceSubrange(0..<4_096, with: [UInt8](repeating: 0, count: 4_096)) }
    case "a trigger that is none":
      try spoil { bytes in
        let text = Array("create trigger journal_is_not_shortened".utf8)
        guard let place = bytes.firstRange(of: text) else { return }
        bytes[place.lowerBound] = UInt8(ascii: "!")
      }
    case "a hostile trigger":
      try Connection(path: damaged).execute(
        "create trigger quiet after insert on journal begin delete from invoice; end")
    default: try spoil(page: try #require(leaves(of: "journal_by_account").first))
    }
    let report = try salvage()
    let after = try Self.counts(rescued)
    if damage == "cut" {
      #expect(!report.isWhole)
      #expect(taken("customers", of: report) + taken("entries", of: report) > 50)
    } else {
      #expect(report.isWhole, "\(report.record)")
      for (table, count) in before {
        #expect(after[table] == count + (table == "journal" ? 1 : 0), "\(table)")
      }
      #expect(try rescuedBook().verify().map(\.sentence) == [])
    }
  }

  @Test func anEntryThatCannotBeReadIsTakenOverAsItStands() throws {
    try makeBook()
    try spoil { bytes in
      guard let place = bytes.firstRange(of: Array("text note 30 ".utf8)) else { return }
      // The name of its section is none any more.
      bytes.replaceSubrange(place.lowerBound - 7..<place.lowerBound - 1, with: Array("(note)".utf8))
    }
    let report = try salvage()
    #expect(report.isWhole)
    let problems = try rescuedBook().verify()
    #expect(problems.contains { $0.sentence.hasPrefix("The text of entry") })
    #expect(Set(problems.compactMap(\.entry)).count == 1)
  }

  /// A note that was damaged itself tells of entries that never were, and numbers of rows are out of reach.
  @Test(arguments: [
    "update meta set value = replace(value, '152 ', '9000000000000000000 ') where name = 'journal_head'",
    "update meta set value = '9223372036854775807 ' || substr(value, instr(value, ' ') + 1) where name = 'journal_head'",
    "drop trigger journal_is_not_changed; update journal set number = 9223372036854775807 where number = 152",
    "drop trigger journal_is_not_changed; update journal set number = -7 where number = 1",
  ])
  func hostileNumbersAreNoReasonToEnd(_ sql: String) throws {
    try makeBook()
    try Connection(path: damaged).execute(sql)
    let report = try salvage()
    #expect(
      report.record.missing.allSatisfy { $0.upperBound < 10_000 || $0.upperBound == .max - 1 },
      "\(report.record)")
    _ = try rescuedBook().verify()
  }

  @Test func whatAnEarlierAttemptLeftCanBeSalvaged() throws {
    try makeBook(customers: 2, entries: 1)
    for name in ["rescued.kept.partial", "rescued.kept.reading"] {
      try FileBytes.write(try FileBytes.read(damaged), to: directory.file(name))
      let report = try LedgerFile.salvage(
        directory.file(name), to: rescued, signed: .ann, on: TestBooks.start)
      #expect(report.isWhole)
      #expect(LedgerFile.exists(at: directory.file(name)))
      for suffix in ["", "-gate"] { unlink(rescued + suffix) }
    }
  }

  @Test func whatIsInTheWayIsLeftAlone() throws {
    try makeBook(customers: 2, entries: 1)
    try FileBytes.write([1, 2, 3], to: rescued)
    #expect(throws: LedgerError.inTheWay(path: rescued)) { try salvage() }
    #expect(try FileBytes.read(rescued) == [1, 2, 3])
  }

  @Test(arguments: [0, 50, 5_000]) func whatIsNoBookIsToldAndNothingIsMade(_ size: Int) throws {
    try FileBytes.write([UInt8](repeating: 7, count: size), to: damaged)
    #expect(throws: LedgerError.self) { try salvage() }
    #expect(try directory.names() == ["damaged.kept"])
  }
}
