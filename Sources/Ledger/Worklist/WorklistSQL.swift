import Receivables
import SQLEngine

extension WorklistOrder {
  /// The columns to sort by, all ascending. The last makes the order complete, so that pages never overlap.
  func columns(in view: WorklistView) -> [String] {
    switch self {
    case .lane where view == .promisesDue: ["promise_order", "amount_order", "oldest_order", "number"]
    case .lane: ["lane_order", "inside_order", "amount_order", "oldest_order", "number"]
    case .toCollect: ["amount_order", "oldest_order", "number"]
    case .oldest: ["oldest_order", "amount_order", "number"]
    case .lastContact: ["contact_order", "amount_order", "oldest_order", "number"]
    case .next: ["next_order", "amount_order", "oldest_order", "number"]
    case .name: ["name_order", "number"]
    }
  }
}

/// The texts of the queries behind a list, and what to bind to them. Which accounts a view lists is the domain's word,
/// stored as a mask.
struct WorklistSQL {
  /// For the parameters that all queries share. Each query adds some of its own.
  private(set) var values: [any SQLValue] = []
  private let columns: [String]
  private var conditions: [String] = []

  init(_ query: WorklistQuery) {
    columns = query.order.columns(in: query.view)
    let mask = WorklistViews(query.view).rawValue
    conditions.append(
      query.view == .mine || query.view == .everyone ? DerivedRow.isQueued : "(views & \(mask)) <> 0")
    if query.view == .mine { conditions.append("collector in ('', \(parameter(query.collector)))") }
    let search = SearchQuery(query.text)
    if !search.words.isEmpty { conditions.append("(\(matching(search)))") }
  }

  /// Whether an account is found. All that only texts say is looked for in one pass over them.
  private mutating func matching(_ search: SearchQuery) -> String {
    // Phone numbers are stored as they were written and as digits, and are asked for in every form.
    let phone = search.phoneDigits.map { contains($0) }
    var ways: [String] = []
    if search.words.count == 1, let amount = search.words[0].amount {
      ways = [found([contains(search.words[0].text), phone].compactMap { $0 }), has(amount)]
    } else if search.words.contains(where: { $0.amount != nil }) {
      let texts = search.words.filter { $0.amount == nil }.map { contains($0.text) }.joined(
        separator: " and ")
      var all = texts.isEmpty ? [] : [found([texts])]
      for word in search.words {
        if let amount = word.amount { all.append("(\(found([contains(word.text)])) or \(has(amount)))") }
      }
      ways = [all.joined(separator: " and ")] + (phone.map { [found([$0])] } ?? [])
    } else {
      let words = search.words.map { contains($0.text) }.joined(separator: " and ")
      ways = [found([words, phone].compactMap { $0 })]
    }
    if let amount = search.amount { ways.append(has(amount)) }
    return ways.joined(separator: " or ")
  }

  private mutating func contains(_ text: String) -> String { SQLDialect.contains("words", parameter(text)) }

  private mutating func has(_ amount: AmountSought) -> String {
    let found = amount.patterns.map { SQLDialect.contains("amounts", parameter($0)) }
    return "(\(found.joined(separator: " or ")))"
  }

  private func found(_ ways: [String]) -> String {
    "account_id in (select account_id from account_search where \(ways.joined(separator: " or ")))"
  }

  /// The accounts of a stretch, from the narrow rows of an index. Adds how many and after how many.
  var stretch: String {
    """
    select account_id from account_summary where \(condition) order by \(list)
    limit $\(values.count + 1) offset $\(values.count + 2)
    """
  }

  /// The rows of some accounts, listed or not, in any order: account, number, name, collector, payload. The accounts are
  /// `$1`, as `SQLDialect.list`.
  static let rows = """
    select s.account_id, a.number, a.name, a.collector, s.payload
    from \(SQLDialect.numbers("$1", beside: "account_summary s")) on s.account_id = wanted.value
    join account a on a.id = s.account_id
    """

  /// How many rows there are.
  var count: String { "select count(*) from account_summary where \(condition)" }

  /// Whether an account is in the list. Adds the account.
  var membership: String {
    "select 1 from account_summary where account_id = $\(values.count + 1) and \(condition)"
  }

  /// How many of some accounts are in the list. Adds them as `SQLDialect.list`.
  var listed: String {
    let wanted = SQLDialect.numbers("$\(values.count + 1)", beside: "account_summary")
    return "select count(*) from \(wanted) on account_id = wanted.value where \(condition)"
  }

  /// How many rows come before those of an account. Adds the account.
  var rank: String {
    """
    select count(*) from account_summary
    where \(condition) and (\(list)) < (select \(list) from account_summary where account_id = $\(values.count + 1))
    """
  }

  private var list: String { columns.joined(separator: ", ") }

  private var condition: String { conditions.joined(separator: " and ") }

  private mutating func parameter(_ value: any SQLValue) -> String {
    values.append(value)
    return "$\(values.count)"
  }
}
