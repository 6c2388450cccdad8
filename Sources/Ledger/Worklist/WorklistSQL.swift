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
  /// What it is sorted by.
  let columns: [String]
  private var conditions: [String] = []

  /// Of a list without a search; see `LedgerFile.list` for the others.
  init(_ query: WorklistQuery) {
    columns = query.order.columns(in: query.view)
    let mask = WorklistViews(query.view).rawValue
    conditions.append(
      query.view == .mine || query.view == .everyone ? DerivedRow.isQueued : "(views & \(mask)) <> 0")
    if query.view == .mine { conditions.append("collector in ('', \(parameter(query.collector)))") }
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
  var count: String { "select coalesce(sum(accounts), 0) from account_sums where \(condition)" }

  /// Whether an account is in the list. Adds the account.
  var membership: String {
    "select 1 from account_summary where account_id = $\(values.count + 1) and \(condition)"
  }

  /// How many of some accounts are in the list. Adds them as `SQLDialect.list`.
  var listed: String {
    let wanted = SQLDialect.numbers("$\(values.count + 1)", beside: "account_summary")
    return "select count(*) from \(wanted) on account_id = wanted.value where \(condition)"
  }

  /// What an account is sorted by, where the list holds it. Adds the account.
  var place: String {
    "select \(list) from account_summary where account_id = $\(values.count + 1) and \(condition)"
  }

  /// How many rows come before such a place. Adds its values: were they asked for in the same statement, SQLite would
  /// go through the whole lane.
  var rank: String {
    let place = columns.indices.map { "$\(values.count + 1 + $0)" }.joined(separator: ", ")
    return "select count(*) from account_summary where \(condition) and (\(list)) < (\(place))"
  }

  private var list: String { columns.joined(separator: ", ") }

  private var condition: String { conditions.joined(separator: " and ") }

  private mutating func parameter(_ value: any SQLValue) -> String {
    values.append(value)
    return "$\(values.count)"
  }
}
