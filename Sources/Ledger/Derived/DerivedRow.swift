import Receivables
import SQLEngine

/// What is stored as derived of one account for a business date: the columns that lists go by, and the whole summary as
/// one text. Writing, rebuilding and verifying all go through this value, so they cannot disagree on what belongs to it.
struct DerivedRow: Hashable, Sendable {
  /// In the order of `columns`.
  let cells: [SQLCell]
  /// What it adds to the sums of lists.
  let counted: CountedAccount

  static let columns = [
    "account_id", "number", "name_order", "collector", "views", "lane_order", "inside_order", "amount_order",
    "oldest_order", "contact_order", "next_order", "promise_order", "changes_on", "payload", "collect_in",
    "to_collect", "promised", "amounts", "matters",
  ]

  /// Whether a row is in somebody's queue, in the words of an index and of every query that uses it.
  static let isQueued = "(views & \(WorklistViews(.everyone).rawValue)) <> 0"

  /// Derives it as of `day`. Throws `MoneyError`.
  init(of file: AccountFile, policy: Policy, asOf day: CalendarDay) throws(MoneyError) {
    let listed = try ListedAccount(of: file, policy: policy, asOf: day)
    let summary = listed.summary
    let last = Int64(Int32.max)
    let order = try summary.sortKey(policy)
    counted = CountedAccount(
      summary, collector: file.customer.collector ?? "", rank: Int(order[0]))
    cells = [
      .integer(file.customer.id.rawValue), .text(file.customer.number),
      .text(SearchText.folded(file.customer.name)), .text(counted.collector),
      SQLCell(summary.views.rawValue), .integer(order[0]), .integer(order[1]), .integer(order[2]),
      .integer(order[3]), .integer(summary.lastContact.map { Int64($0.number) } ?? -last),
      .integer(summary.next?.order ?? last * 4_320),
      .integer(summary.promise.map { Int64($0.day.number) } ?? last), SQLCell(summary.changesOn?.number),
      .text(SummaryText.text(of: summary)), .text(counted.collectIn), .integer(counted.toCollect),
      .text(counted.promised), .text(AmountSought.lines(listed.amounts.map(\.amount))),
      .text(counted.matters),
    ]
  }

  /// Reads the row of the account `$1`.
  static let select = "select \(columns.joined(separator: ", ")) from account_summary where account_id = $1"

  /// Writes a row, but only where it differs from what is stored.
  static let upsert: String = {
    let values = columns.dropFirst()
    let parameters = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return """
      insert into account_summary (\(columns.joined(separator: ", "))) values (\(parameters))
      on conflict (account_id) do update
      set \(values.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      where (\(values.map { "account_summary.\($0)" }.joined(separator: ", ")))
        is distinct from (\(values.map { "excluded.\($0)" }.joined(separator: ", ")))
      """
  }()
}

/// All text by which an account is found, folded, one thing a line. No business date changes it.
struct SearchableText: Sendable {
  let text: String
  private let account: AccountID

  /// The row of `account_search`.
  var row: [SQLCell] { [.integer(account.rawValue), .text(text)] }

  /// Reads the row of the account `$1`.
  static let select = "select account_id, words from account_search where account_id = $1"

  /// Writes a row, but only where it differs from what is stored.
  static let upsert = """
    insert into account_search (account_id, words) values ($1, $2)
    on conflict (account_id) do update set words = excluded.words where account_search.words <> excluded.words
    """

  init(of file: AccountFile) {
    account = file.customer.id
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    for line in file.searchedLines {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += SearchText.folded(line.text).utf8
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
