import Receivables
import SQLEngine

/// What is searched of a book, as far as it was read: in memory while somebody types, because reading it again takes as
/// long as three searches.
struct HeldTexts {
  private var numbers: [Int64]?
  private var texts: [SearchedTexts: [Int64: [UInt8]]] = [:]

  /// The pages that have texts. Throws `SQLError`.
  mutating func pages(on connection: Connection) throws -> [Int64] {
    if let numbers { return numbers }
    let read = try connection.all("select page from \(SearchedTexts.words.rawValue) order by page") {
      $0.int64(0)
    }.filter(AccountBits.allPages.contains)
    numbers = read
    return read
  }

  /// The texts of a page; none where it has none. Throws `SQLError`.
  mutating func read(_ kind: SearchedTexts, of page: Int64, on connection: Connection) throws -> [UInt8] {
    if let held = texts[kind]?[page] { return held }
    let read = try connection.first(kind.select, page) { $0.blob(0) } ?? []
    texts[kind, default: [:]][page] = read
    return read
  }

  /// Lets go of the page that holds an account.
  mutating func forget(_ account: AccountID) {
    numbers = nil
    for kind in SearchedTexts.allCases { texts[kind]?[SearchedTexts.page(of: account.rawValue)] = nil }
  }
}
