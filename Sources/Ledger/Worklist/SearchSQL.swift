import Receivables
import SQLEngine

/// The text of the query that looks for accounts, and what to bind to it.
struct SearchSQL {
  private(set) var values: [any SQLValue] = []
  private let search: SearchQuery
  private var condition = ""

  /// For a search with words.
  init(_ search: SearchQuery) {
    self.search = search
    condition = ways().joined(separator: " or ")
  }

  /// The accounts that are found. All is looked for in one pass.
  var select: String {
    let amounts = search.hasAmounts ? "join account_summary using (account_id) " : ""
    return "select account_id from account_search \(amounts)where \(condition)"
  }

  /// Each of them is enough.
  private mutating func ways() -> [String] {
    let words = search.words.map { word in
      let text = contains("words", word.text)
      return word.amount.map { "(\(text) or \(has($0)))" } ?? text
    }
    var ways = [words.joined(separator: " and ")]
    // Phone numbers are stored as they were written and as digits, and are asked for in every form.
    if let digits = search.phoneDigits { ways.append(contains("words", digits)) }
    if let amount = search.amount { ways.append(has(amount)) }
    return ways
  }

  private mutating func has(_ amount: AmountSought) -> String {
    "(\(amount.patterns.map { contains("amounts", $0) }.joined(separator: " or ")))"
  }

  private mutating func contains(_ column: String, _ text: String) -> String {
    values.append(text)
    return SQLDialect.contains(column, "$\(values.count)")
  }
}

extension LedgerFile {
  /// The texts of the queries behind a list. What a search finds is looked for once, and not for every part of what is
  /// shown of it. Throws `SQLError`.
  func sql(_ query: WorklistQuery) throws -> WorklistSQL {
    let search = SearchQuery(query.text)
    guard !search.words.isEmpty else { return WorklistSQL(query) }
    lately.hold(in: try connection.dataVersion())
    if let known = lately.accounts(foundBy: search) { return WorklistSQL(query, found: known) }
    let sql = SearchSQL(search)
    let found = SQLDialect.list(try connection.all(sql.select, values: sql.values) { $0.int64(0) })
    lately.add(found, foundBy: search)
    return WorklistSQL(query, found: found)
  }
}
