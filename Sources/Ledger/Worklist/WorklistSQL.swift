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

/// The texts of the queries behind a list, and what to bind to them.
struct WorklistSQL {
  /// For the parameters that all queries share. Each query adds some of its own.
  private(set) var values: [any SQLValue] = []
  private let columns: [String]
  private var conditions: [String] = []
  /// Which rows of `queue_length` make up the list, when it is a whole queue.
  private var lengths: String?

  init(_ query: WorklistQuery, _ policy: Policy) {
    columns = query.order.columns(in: query.view)
    conditions.append(select(query, policy))
    // A number is found however many zeros an export put before it.
    let words = SearchText.words(query.text).map { DocumentKey($0).text }
    guard !words.isEmpty else { return }
    lengths = nil
    var contained = words.map { SQLDialect.contains("words", parameter($0)) }.joined(separator: " and ")
    // Phone numbers are stored as they were written and as digits, and are asked for in every form.
    if let digits = SearchText.phoneDigits(query.text) {
      contained += " or " + SQLDialect.contains("words", parameter(digits))
    }
    conditions.append("account_id in (select account_id from account_search where \(contained))")
  }

  /// Row numbers of a stretch. Adds how many and after how many.
  var stretch: String {
    """
    select account_id from account_summary where \(condition) order by \(list)
    limit $\(values.count + 1) offset $\(values.count + 2)
    """
  }

  /// How many rows there are.
  var count: String {
    if let lengths { return "select coalesce(sum(accounts), 0) from queue_length where \(lengths)" }
    return "select count(*) from account_summary where \(condition)"
  }

  /// Whether an account is in the list. Adds the account.
  var membership: String {
    "select 1 from account_summary where account_id = $\(values.count + 1) and \(condition)"
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

  /// Which rows of `account_summary` the view selects.
  private mutating func select(_ query: WorklistQuery, _ policy: Policy) -> String {
    switch query.view {
    case .mine: queue("collector in ('', \(parameter(query.collector)))")
    case .everyone: queue("true")
    case .all: "owes > 0"
    case .newPastDue: "lane = 'new_past_due'"
    case .promisesDue: has(.promised)
    case .broken: has(.brokenPromise)
    case .disputes: has(.disputed)
    case .plans: has(.plan)
    case .callbacks: "next_kind = 'call_back'"
    // The columns of the orders stand for the dates, because the indices hold them: no contact at all is the least,
    // nothing past due the greatest.
    case .noContact:
      """
      oldest_order < \(parameter(query.today.number))
      and contact_order <= \(parameter(query.today.number - policy.noContactDays))
      """
    case .escalation:
      "oldest_order < \(parameter(query.today.number - policy.escalationDays)) and amount_order < 0"
    case .unapplied: has(.unappliedCredit)
    case .snoozed: has(.snoozed)
    }
  }

  private mutating func queue(_ collectors: String) -> String {
    lengths = collectors
    return "lane is not null and \(collectors)"
  }

  private func has(_ flag: AccountFlags) -> String { "(flags & \(flag.rawValue)) <> 0" }
}
