import Foundation
import Ledger
import Receivables
import SQLEngine

@testable import Commands

/// The demo book of a few customers, in whose file values were overwritten that this program would never write.
struct SpoiltBook {
  let home: Home
  let path: String
  /// What was done to the file, statement by statement.
  private(set) var deeds: [String] = []
  private var random: Randomness

  /// Fri 27 Nov 2026.
  static let today = CalendarDay(number: 20_784)

  /// The file before anything is done to it.
  private static let sound = Result {
    let home = try Home()
    let path = home.path + "/book.kept"
    // Closed at the end of this line, which folds its log into the file.
    _ = try DemoBook(path: path, source: .shipped(), today: today, seed: 7, customers: 12).open()
    return try Data(contentsOf: URL(filePath: path))
  }

  /// A book that is spoilt in a way of its own for each seed.
  init(seed: UInt64) throws {
    random = Randomness(seed: seed)
    home = try Home()
    path = home.path + "/book.kept"
    try Self.sound.get().write(to: URL(filePath: path))
    do {
      let file = try Connection(path: path)
      if chance(3) { try loosen(file) }
      try file.execute("pragma foreign_keys = off; pragma ignore_check_constraints = on")
      for _ in 0..<(1 + number(below: 4)) { spoil(file) }
      if chance(6) { mark(file) }
      try file.checkpoint()
    }
    if chance(8) { try spoilBytes() }
  }

  private mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(max(limit, 1))) }

  private mutating func chance(_ one: Int) -> Bool { number(below: one) == 0 }

  private mutating func run(_ sql: String, _ cells: [SQLCell] = [], on file: Connection) {
    // What the file does not take is no way to spoil it.
    guard (try? file.run(sql, cells: cells)) != nil else { return }
    let said = cells.map { "\($0)".prefix(80) }.joined(separator: ", ")
    deeds.append(said.isEmpty ? sql : "\(sql) ← \(said)")
  }
}

extension SpoiltBook {
  /// Tables that take every type, and nothing where there should be something.
  private mutating func loosen(_ file: Connection) throws {
    try file.execute("pragma foreign_keys = off; pragma legacy_alter_table = on")
    let tables = try file.all("select name, sql from sqlite_schema where type = 'table' and sql is not null")
    {
      ($0.text(0), $0.text(1))
    }
    let rest = try file.all(
      "select sql from sqlite_schema where type <> 'table' and sql is not null order by type",
      read: { $0.text(0) })
    for (name, sql) in tables where !sql.contains("without rowid") && !name.hasPrefix("sqlite_") {
      let columns = sql.drop { $0 != "(" }
      let loose = columns.replacingOccurrences(of: "not null", with: "").replacingOccurrences(
        of: "strict", with: "")
      try file.execute(
        "create table loose_\(name) \(loose); insert into loose_\(name) select * from \(name); drop table \(name); "
          + "alter table loose_\(name) rename to \(name)")
    }
    for sql in rest { try file.execute(sql) }
    deeds.append("loosened")
  }

  /// One value of one row, of any table.
  private mutating func spoil(_ file: Connection) {
    let tables =
      (try? file.all(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name",
        read: { $0.text(0) })) ?? []
    // The text of entries and summaries is where most can be wrong.
    let favoured = ["journal", "account_summary", "meta", "draft"]
    let table = chance(3) ? favoured[number(below: favoured.count)] : tables[number(below: tables.count)]
    let columns =
      (try? file.all("select name from pragma_table_info('\(table)')", read: { $0.text(0) })) ?? []
    guard !columns.isEmpty else { return }
    let structured = columns.filter { ["body", "payload", "value", "fields"].contains($0) }
    let column =
      !structured.isEmpty && !chance(4)
      ? structured[number(below: structured.count)] : columns[number(below: columns.count)]
    let count = (try? file.first("select count(*) from \(table)") { $0.int(0) }) ?? 0
    if count == 0 { return insertDraft(file) }
    if table == "journal" { run("drop trigger if exists journal_is_not_changed", on: file) }
    let key = chance(2) ? "limit 1 offset \(number(below: count))" : "limit 1 offset 0"
    let isRowless = ["meta", "account_sums", "received_sums"].contains(table)
    let id = isRowless ? columns[0] : "rowid"
    let place = "\(id) = (select \(id) from \(table) \(key))"
    let old = (try? file.first("select \(column) from \(table) where \(place)") { $0.cell(0) }) ?? .null
    let new = hostile(insteadOf: old)
    run("update \(table) set \(column) = $1 where \(place)", [new], on: file)
    if chance(6) { run("update \(table) set \(column) = $1", [new], on: file) }
    if chance(12) { run("delete from \(table) where \(place)", on: file) }
    if chance(8) {
      // Text that is not UTF-8 cannot be bound as text.
      run("update \(table) set \(column) = cast(x'41ff00c3' as text) where \(place)", on: file)
    }
  }

  private mutating func insertDraft(_ file: Connection) {
    let fields = [
      "result PP\namount 99999999999999999999", "", "result", "\u{0}", "started 9223372036854775807",
      "form line\nline cb 9999",
    ]
    run(
      "insert into draft (action, account_id, based_on, collector, fields) values ('draft-\(number(below: 9_999))', $1, $2, 'alex', $3)",
      [.integer(Int64(number(below: 14))), .integer(.max), .text(fields[number(below: fields.count)])],
      on: file)
  }

  private mutating func mark(_ file: Connection) {
    let pragmas = ["user_version", "application_id"]
    let numbers = ["-1", "0", "3", "99", "2147483647", "-2147483648"]
    run("pragma \(pragmas[number(below: 2)]) = \(numbers[number(below: numbers.count)])", on: file)
  }

  /// The first hundred bytes say how large pages are and in what form the rest is.
  private mutating func spoilBytes() throws {
    var bytes = try Data(contentsOf: URL(filePath: path))
    for _ in 0..<(1 + number(below: 3)) {
      let place = chance(2) ? number(below: 100) : number(below: bytes.count)
      bytes[place] = UInt8(number(below: 256))
      deeds.append("byte \(place) = \(bytes[place])")
    }
    if chance(4) {
      bytes = bytes.prefix(number(below: bytes.count))
      deeds.append("cut to \(bytes.count) bytes")
    }
    try bytes.write(to: URL(filePath: path))
  }
}

extension SpoiltBook {
  private static let integers: [Int64] = [
    .min, .min + 1, -1, 0, 1, 2, 20_784, 10_000_001, 1 << 31, 1 << 53, 9_000_000_000_000_000_000, .max - 1,
    .max,
  ]

  private static let texts = [
    "", " ", "\u{0}", "-1", "9223372036854775808", "-9223372036854775808", "9223372036854775807", "ZZZ",
    "USD", "XXX", "null",
    "\n", "\u{1B}[2J\r\u{202E}", "2026-02-30", "9999-12-31", "0001-01-01", "25:99", "[call]\n",
    "Nowhere/Land",
    "weekly 9", "1,15", "2 10/30", String(repeating: "9", count: 400),
    String(repeating: "x ", count: 100_000),
  ]

  private mutating func hostile(insteadOf old: SQLCell) -> SQLCell {
    if case .text(let text) = old, !text.isEmpty, !chance(4) { return .text(broken(text)) }
    if case .integer = old, !chance(3) { return .integer(Self.integers[number(below: Self.integers.count)]) }
    switch number(below: 6) {
    case 0, 1: return .integer(Self.integers[number(below: Self.integers.count)])
    case 2, 3: return .text(Self.texts[number(below: Self.texts.count)])
    case 4: return .bytes((0..<number(below: 40)).map { _ in UInt8(number(below: 256)) })
    default: return .null
    }
  }

  /// The text cut, with a word or line of it gone, twice, or another one, and numbers that nobody means.
  private mutating func broken(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let (word, line) = (number(below: words.count), number(below: lines.count))
    switch number(below: 8) {
    case 0: return String(text.prefix(number(below: text.count)))
    case 1:
      words.remove(at: word)
      return words.joined(separator: " ")
    case 2, 3, 4: return withOtherNumber(text)
    case 5:
      lines.remove(at: line)
      return lines.joined(separator: "\n")
    case 6:
      lines.insert(lines[number(below: lines.count)], at: line)
      return lines.joined(separator: "\n")
    default:
      words[word] = Self.texts[number(below: Self.texts.count)]
      return words.joined(separator: " ")
    }
  }

  private mutating func withOtherNumber(_ text: String) -> String {
    var parts: [(text: String, isNumber: Bool)] = []
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if parts.last?.isNumber == isDigit {
        parts[parts.count - 1].text.append(character)
      } else {
        parts.append((String(character), isDigit))
      }
    }
    let numbers = parts.indices.filter { parts[$0].isNumber }
    guard !numbers.isEmpty else { return text + " \(Int64.max)" }
    let place = numbers[number(below: numbers.count)]
    parts[place].text = "\(Self.integers[number(below: Self.integers.count)])"
    return parts.map(\.text).joined()
  }
}
