import Receivables
import SQLEngine

/// The accounts that a search finds, and how well each matches.
struct FoundAccounts {
  /// By account; 0 where it is not found, else one more than the rank.
  private var ranks: [UInt8] = []

  mutating func add(_ account: Int64, _ rank: MatchRank) {
    guard AccountBits.allPages.contains(SearchedTexts.page(of: account)) else { return }
    if account >= ranks.count { ranks += Array(repeating: 0, count: Int(account) + 1 - ranks.count) }
    ranks[Int(account)] = rank.rawValue + 1
  }

  /// How well an account matches; nil for one that is not found.
  func rank(of account: Int64) -> MatchRank? {
    guard account >= 0, account < ranks.count else { return nil }
    let rank = ranks[Int(account)]
    return rank == 0 ? nil : MatchRank(rawValue: rank - 1)
  }
}

/// Looks through the texts of all accounts. What earlier searches saw is kept: an account that did not have the letters
/// typed before has not those that follow either, and a page without one that may be found is not looked at again.
struct SearchScan {
  /// For each term no account but these has it.
  private var known: [(term: SearchTerm, accounts: AccountBits)] = []
  /// Somebody types that many letters and takes them back again.
  private static let mostKnown = 24
  private var held = HeldTexts()

  /// An account may have any text now.
  mutating func forget(_ account: AccountID) {
    for index in known.indices { known[index].accounts.insert(account.rawValue) }
    held.forget(account)
  }

  /// Lets go of the texts themselves.
  mutating func letGo() { held = HeldTexts() }

  /// Reads all texts. `goesOn` is asked now and then; throws `LedgerError.cancelled` when it says no, and `SQLError`.
  mutating func prepare(on connection: Connection, while goesOn: () -> Bool) throws {
    for page in try held.pages(on: connection) {
      try Self.check(page, goesOn)
      for texts in SearchedTexts.allCases { _ = try held.read(texts, of: page, on: connection) }
    }
  }

  /// The accounts that a search with words finds. Throws like `prepare`.
  mutating func accounts(
    _ search: SearchQuery, on connection: Connection, while goesOn: () -> Bool
  ) throws -> FoundAccounts {
    let look = PageLook(search)
    let terms = look.formula.terms
    let bounds = terms.map { term in
      known.filter { $0.term.isIn(term) }.map(\.accounts).min { $0.pageCount < $1.pageCount }
    }
    var seen = bounds.map { $0 ?? AccountBits() }
    var pages: [SearchedPage] = []
    for page in try held.pages(on: connection) {
      let most = bounds.map { $0?[page] ?? .max }
      if look.formula.accounts(most) == 0 {
        for (term, most) in most.enumerated() { seen[term][page] = most }
      } else {
        try Self.check(page, goesOn)
        pages.append(
          SearchedPage(
            number: page, words: try held.read(.words, of: page, on: connection),
            amounts: look.formula.hasAmounts ? try held.read(.amounts, of: page, on: connection) : []))
      }
    }
    var found = FoundAccounts()
    for saw in try Self.look(look, at: pages, while: goesOn) {
      for (term, accounts) in saw.having.enumerated() { seen[term][saw.page] = accounts }
      for (account, rank) in saw.found { found.add(account, rank) }
    }
    for (term, accounts) in zip(terms, seen) {
      known.removeAll { $0.term == term }
      known.append((term, accounts))
    }
    known.removeFirst(max(known.count - Self.mostKnown, 0))
    return found
  }

  /// Half of the pages on the other core.
  private static func look(
    _ look: PageLook, at pages: [SearchedPage], while goesOn: () -> Bool
  ) throws -> [PageLook.Saw] {
    let middle = pages.count / 2
    let second = pages[middle...]
    let half = OtherCore(isWorthIt: middle >= worthAnotherCore) { second.map(look.saw) }
    var saw: [PageLook.Saw] = []
    for page in pages[..<middle] {
      try check(page.number, goesOn)
      saw.append(look.saw(in: page))
    }
    return saw + (try half.wait().get())
  }

  /// To begin takes longer than to look at so many pages.
  private static let worthAnotherCore = 64
  /// After how many pages it is asked whether to go on: a fraction of a millisecond.
  private static let stride: Int64 = 32

  private static func check(_ page: Int64, _ goesOn: () -> Bool) throws {
    if page % stride == 0, !goesOn() { throw LedgerError.cancelled(doing: "search") }
  }
}

/// The texts of the accounts of a page.
private struct SearchedPage: Sendable {
  let number: Int64
  let words: [UInt8]
  /// None where no amount is looked for.
  let amounts: [UInt8]
}

/// Looks for a search in one page after the other.
private struct PageLook: Sendable {
  let search: SearchQuery
  let formula: SearchFormula

  /// What it saw in a page.
  struct Saw: Sendable {
    let page: Int64
    /// Which accounts have each of the terms.
    var having: [UInt64]
    var found: [(account: Int64, rank: MatchRank)] = []
  }

  init(_ search: SearchQuery) {
    self.search = search
    formula = SearchFormula(search)
  }

  func saw(in page: SearchedPage) -> Saw {
    page.words.withUnsafeBufferPointer { words in
      page.amounts.withUnsafeBufferPointer { amounts in
        let having = formula.terms.map { term in
          var texts = PageTexts(term.texts == .words ? words : amounts)
          return texts.accounts(having: term.bytes)
        }
        var saw = Saw(page: page.number, having: having)
        let accounts = formula.accounts(having)
        guard accounts != 0 else { return saw }
        var texts = PageTexts(words)
        repeat {
          guard accounts >> texts.slot & 1 == 1 else { continue }
          let account = page.number * SearchedTexts.width + Int64(texts.slot)
          saw.found.append((account, search.rank(in: texts.text)))
        } while texts.next()
        return saw
      }
    }
  }
}
