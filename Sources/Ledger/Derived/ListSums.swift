import Receivables
import SQLEngine

/// What the accounts of each collector come to, by the views that list them, lane and currency: the rows of
/// `account_sums`. A start reads a few of them where it would have to add up every account.
struct ListSums: Hashable {
  /// What is added up in one row.
  struct Group: Hashable {
    var collector: String
    var views: WorklistViews
    var rank: Int
    /// The code of a currency; empty for the row that counts the accounts.
    var currency: String
  }

  /// What a row comes to.
  struct Sum: Hashable {
    var accounts = 0
    /// Minor units. Wider than an amount, because accounts that fit each need not fit together.
    var toCollect: Int128 = 0
  }

  /// How many accounts can be counted; less than none are taken out.
  private static let possibleCounts = -Int(Int32.max)...Int(Int32.max)

  /// Those that come to something.
  private(set) var groups: [Group: Sum] = [:]

  /// Nothing.
  init() {}

  /// Those of one collector, or of all. Throws `SQLError` and `LedgerError.unreadable`.
  init(of collector: String? = nil, on connection: Connection) throws {
    let which = collector == nil ? "" : " where collector = $1"
    let rows = try connection.all(
      "select collector, views, lane_order, currency, accounts, high, low from account_sums" + which,
      values: [collector].compactMap { $0 }
    ) { row in
      (
        Group(
          collector: row.text(0), views: WorklistViews(rawValue: row.int(1)), rank: row.int(2),
          currency: row.text(3)),
        Sum(accounts: row.int(4), toCollect: Int128(row.int64(5)) << 32 + Int128(row.int64(6)))
      )
    }
    for (group, sum) in rows where sum != Sum() {
      // What no book comes to would overflow where it is added up.
      guard Self.possibleCounts.contains(sum.accounts) else {
        throw LedgerError.unreadable("sums of \(sum.accounts) accounts")
      }
      groups[group] = sum
    }
  }

  /// Counts an account, or with -1 takes it out. Throws `LedgerError.unreadable`.
  mutating func add(_ account: CountedAccount, times: Int) throws(LedgerError) {
    var group = Group(collector: account.collector, views: account.views, rank: account.rank, currency: "")
    add(Sum(accounts: times), to: group)
    for (currency, minor) in try account.amounts() {
      group.currency = currency
      add(Sum(toCollect: Int128(minor) * Int128(times)), to: group)
    }
  }

  private mutating func add(_ part: Sum, to group: Group) {
    var sum = groups[group] ?? Sum()
    sum.accounts += part.accounts
    sum.toCollect += part.toCollect
    groups[group] = sum == Sum() ? nil : sum
  }

  /// Adds all of it to what is stored. Throws `SQLError`.
  func addToStored(on connection: Connection) throws {
    var isLess = false
    for (group, sum) in groups {
      // The halves of an amount are kept apart: SQL has no wider number.
      try connection.run(
        """
        insert into account_sums (collector, views, lane_order, currency, accounts, high, low)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (collector, views, lane_order, currency) do update
        set accounts = accounts + excluded.accounts, high = high + excluded.high, low = low + excluded.low
        """, group.collector, group.views.rawValue, group.rank, group.currency, sum.accounts,
        Int64(sum.toCollect >> 32), Int64(sum.toCollect & 0xFFFF_FFFF))
      isLess = isLess || sum.accounts < 0 || sum.toCollect < 0
    }
    guard isLess else { return }
    try connection.run(
      "delete from account_sums where accounts = 0 and high + (low >> 32) = 0 and low & 4294967295 = 0")
  }
}

/// What came in on the business date by collector and currency. Only imports and new days change it, so it is added up
/// with them and not at every start.
struct ReceivedSums {
  private struct Group: Hashable {
    let collector: String
    let currency: Currency
  }

  /// The halves of amounts, added up each for itself, as `payments` does.
  private var halves: [Group: (high: Int64, low: Int64)] = [:]

  /// Counts what an account paid on `day`, or with -1 takes it out. Throws `MoneyError`.
  mutating func add(_ file: AccountFile, on day: CalendarDay, times: Int64) throws(MoneyError) {
    for credit in file.credits where credit.dated == day && credit.kind == .payment {
      let group = Group(collector: file.customer.collector ?? "", currency: credit.amount.currency)
      var sum = halves[group] ?? (0, 0)
      sum.high = try sum.high.addingChecked(times * (credit.amount.minor >> 32))
      sum.low = try sum.low.addingChecked(times * (credit.amount.minor & 0xFFFF_FFFF))
      halves[group] = sum
    }
  }

  /// Adds all of it to what is stored. Throws `SQLError`.
  func addToStored(on connection: Connection) throws {
    guard !halves.isEmpty else { return }
    for (group, sum) in halves where sum != (0, 0) {
      try connection.run(
        """
        insert into received_sums (collector, currency, high, low) values ($1, $2, $3, $4)
        on conflict (collector, currency) do update set high = high + excluded.high, low = low + excluded.low
        """, group.collector, group.currency.code, sum.high, sum.low)
    }
    try connection.run("delete from received_sums where high = 0 and low = 0")
  }

  /// Adds up the payments of a day anew. Throws `SQLError`.
  static func store(_ day: CalendarDay, on connection: Connection) throws {
    try connection.run("delete from received_sums")
    try connection.run(
      "insert into received_sums (collector, currency, high, low) \(payments)", day.number)
  }

  /// The rows of the payments of the day `$1`.
  private static let payments = """
    select coalesce(account.collector, ''), credit.currency, sum(credit.amount >> 32) high,
      sum(credit.amount & 4294967295) low
    from credit join account on account.id = credit.account_id
    where credit.dated = $1 and credit.kind = 'payment' group by 1, 2 having high <> 0 or low <> 0
    """

  /// The rows of the payments of the day `$1` that are not stored as they should be, and those stored of none.
  static let differences = """
    with wanted (collector, currency, high, low) as (\(payments)),
      stored as (select collector, currency, high, low from received_sums)
    select * from (select * from wanted except select * from stored)
    union all select * from (select * from stored except select * from wanted)
    """
}
