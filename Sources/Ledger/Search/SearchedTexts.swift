import Receivables
import SQLEngine

/// What is searched of accounts, many of them a row, so that all of it is read as fast as it lies on the disk: a search
/// looks through it for every letter that is typed.
enum SearchedTexts: String, CaseIterable {
  /// `AccountFile.searchedText`. No business date changes it.
  case words = "searched_words"
  /// `AmountSought.lines` of the amounts.
  case amounts = "searched_amounts"

  /// How many accounts share a row: as many as a word of bits has.
  static let width = Int64(UInt64.bitWidth)

  /// The row that holds an account.
  static func page(of account: Int64) -> Int64 { account >> Int64(UInt64.bitWidth.trailingZeroBitCount) }

  /// Its place in that, from 0.
  static func slot(of account: Int64) -> Int { Int(account & (width - 1)) }

  /// The texts of a page, divided by `SearchText.separator`; nothing for accounts that are not there. The page is `$1`.
  var select: String { "select texts from \(rawValue) where page = $1" }

  var upsert: String {
    """
    insert into \(rawValue) (page, texts) values ($1, $2)
    on conflict (page) do update set texts = excluded.texts
    """
  }

  /// The table itself.
  var table: String { "create table \(rawValue) (page integer primary key, texts text not null) strict;\n" }

  /// What was searched before lay in a row for each account.
  static let migration =
    "drop table account_search; alter table account_summary drop column amounts;\n"
    + allCases.map(\.table).joined()

  /// How many accounts have a text. Throws `SQLError`.
  func count(on connection: Connection) throws -> Int {
    try connection.all("select texts from \(rawValue)") { row in
      row.withBytes(0) { $0.split(separator: SearchText.separator).count }
    }.reduce(0, +)
  }

  /// The texts of a page as a row holds them.
  static func divided(_ texts: UnsafeBufferPointer<UInt8>) -> [String] {
    texts.split(separator: SearchText.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Reads and writes what is searched of one account after the other; whoever comes in the order of the rows finds each
/// row in memory but for the first of it.
final class SearchedPages {
  private struct Page {
    var texts: [String]
    var isChanged = false
  }

  /// Bytes of texts that are held until they are written.
  private static let room = 1 << 20

  private let select, upsert: Statement
  private var pages: [Int64: Page] = [:]
  private var held = 0

  init(_ texts: SearchedTexts, on connection: Connection) throws {
    select = try connection.statement(texts.select)
    upsert = try connection.statement(texts.upsert)
  }

  /// The text of an account; empty without one. Throws `SQLError`.
  func text(of account: Int64) throws -> String {
    try load(SearchedTexts.page(of: account)).texts[SearchedTexts.slot(of: account)]
  }

  /// Sets the text of an account, which `finish` writes where it is another one. Throws `SQLError`.
  func set(_ text: String, of account: Int64) throws {
    let (number, slot) = (SearchedTexts.page(of: account), SearchedTexts.slot(of: account))
    guard try load(number).texts[slot] != text else { return }
    pages[number]?.texts[slot] = text
    pages[number]?.isChanged = true
    held += text.utf8.count
  }

  /// Writes what was changed. Throws `SQLError`.
  func finish() throws {
    for (number, page) in pages.sorted(by: { $0.key < $1.key }) where page.isChanged {
      var row = Binding(upsert)
      try row.add(number)
      try row.add(page.texts.joined(separator: String(UnicodeScalar(SearchText.separator))))
      try row.run()
    }
    pages = [:]
    held = 0
  }

  private func load(_ number: Int64) throws -> Page {
    if let page = pages[number] { return page }
    if held > Self.room { try finish() }
    var page = Page(texts: [])
    try select.bind(number, at: 1)
    if try select.step() {
      select.withBytes(0) { bytes in
        page.texts = SearchedTexts.divided(bytes)
        held += bytes.count
      }
    }
    select.reset()
    let width = Int(SearchedTexts.width)
    page.texts += Array(repeating: "", count: max(width - page.texts.count, 0))
    pages[number] = page
    return page
  }
}
