public import Receivables
import SQLEngine

/// What an account adds to the sums of lists, as its row says it.
struct CountedAccount: Hashable, Sendable {
  let collector: String
  let views: WorklistViews
  let rank: Int
  /// The currency to collect in; `"CAD 320000 USD 99950"` where there are several, empty without any.
  let collectIn: String
  /// The amount in it; 0 where there is not one currency.
  let toCollect: Int64
  /// `"20784 153074 USD 20790 5000 USD"`: day, amount and currency of what is still to come of promises.
  let promised: String
  /// `"plans 153074 USD run 5000 EUR"`: what the matters of a view come to, or what a payment run should pay.
  let matters: String

  /// Before what a payment run should pay.
  fileprivate static let run: StaticString = "run"

  static let columns = [
    "collector", "views", "lane_order", "collect_in", "to_collect", "promised", "matters",
  ]

  /// Reads the row of the account `$1`.
  static let select =
    "select \(columns.joined(separator: ", ")) from account_summary where account_id = $1"

  /// A row that begins with `columns`.
  init(row: Statement) {
    collector = row.text(0)
    views = WorklistViews(rawValue: row.int(1))
    rank = row.int(2)
    collectIn = row.text(3)
    toCollect = row.int64(4)
    promised = row.text(5)
    matters = row.text(6)
  }

  init(_ summary: AccountSummary, collector: String, rank: Int) {
    self.collector = collector
    self.rank = rank
    views = summary.views
    let owed = summary.balances.filter { $0.toCollect != 0 }
    let isOne = owed.count == 1
    collectIn =
      isOne
      ? owed[0].currency.code
      : owed.map { "\($0.currency.code) \($0.toCollect)" }.joined(separator: " ")
    toCollect = isOne ? owed[0].toCollect : 0
    promised = summary.promised.map { "\($0.day.number) \($0.amount.minor) \($0.amount.currency.code)" }
      .joined(separator: " ")
    let sums = summary.matterSums.flatMap { sum in sum.amounts.map { (sum.view.rawValue, $0) } }
    matters = (sums + summary.dueByRun.map { (Self.run.description, $0) })
      .map { "\($0) \($1.minor) \($1.currency.code)" }.joined(separator: " ")
  }

  /// What is to be collected, by code of the currency. Throws `LedgerError.unreadable`.
  func amounts() throws(LedgerError) -> [(currency: String, minor: Int64)] {
    guard collectIn.utf8.contains(0x20) else { return collectIn.isEmpty ? [] : [(collectIn, toCollect)] }
    let words = collectIn.split(separator: " ")
    var amounts: [(currency: String, minor: Int64)] = []
    for place in stride(from: 0, to: words.count, by: 2) {
      guard place + 1 < words.count, let minor = Int64(words[place + 1]) else {
        throw .unreadable("the amounts “\(collectIn)”")
      }
      amounts.append((String(words[place]), minor))
    }
    return amounts
  }
}

extension WorklistTally {
  /// Counts an account, or with -1 takes it out. Throws `LedgerError.unreadable`.
  mutating func add(_ account: CountedAccount, times: Int) throws(LedgerError) {
    var standing = Standing()
    standing.add(accounts: times)
    for (code, minor) in try account.amounts() {
      standing.add(Int128(minor) * Int128(times), try Currency(stored: code))
    }
    add(standing, in: account.views, rank: account.rank)
    try add(promised: account.promised, times: times)
    try add(matters: account.matters, times: times)
  }

  /// Adds the sums of matters, or with -1 takes them out. Throws `LedgerError.unreadable`.
  fileprivate mutating func add(matters: String, times: Int) throws(LedgerError) {
    let isRead = Word.eachThree(of: matters) { what, minor, currency in
      guard let amount = SummaryText.money(minor, currency) else { return nil }
      let sum = Int128(amount.minor) * Int128(times)
      if CountedAccount.run ~= what {
        add(dueByRun: sum, amount.currency)
      } else if let view = WorklistView(rawValue: what.text) {
        add(sum, amount.currency, ofMattersIn: view)
      } else {
        return nil
      }
      return ()
    }
    guard isRead else { throw .unreadable("the matters “\(matters)”") }
  }

  /// Adds what is promised, or with -1 takes it out. Throws `LedgerError.unreadable`.
  fileprivate mutating func add(promised: String, times: Int) throws(LedgerError) {
    let isRead = Word.eachThree(of: promised) { day, minor, currency in
      guard let day = day.day, let amount = SummaryText.money(minor, currency) else { return nil }
      add(Int128(amount.minor) * Int128(times), amount.currency, promisedFor: day)
      return ()
    }
    guard isRead else { throw .unreadable("the promises “\(promised)”") }
  }
}

extension Currency {
  /// One by the code that is stored. Throws `LedgerError.unreadable`.
  fileprivate init(stored code: String) throws(LedgerError) {
    guard let currency = Currency(code) else { throw .unreadable("the currency “\(code)”") }
    self = currency
  }
}

extension LedgerFile {
  /// What the accounts of some collectors come to; accounts without one are under the empty name. Counted once and
  /// followed through what this session writes, like the lengths of lists. Throws `LedgerError`.
  public func tallies(of collectors: [String]) throws(LedgerError) -> WorklistTallies {
    try LedgerError.wrapping("add up the queue") {
      try connection.transaction(.deferred) {
        lately.hold(in: try connection.dataVersion())
        let names = try lately.collectors ?? everyCollector()
        lately.collectors = names
        var tallies: [String: WorklistTally] = [:]
        for name in collectors where names.contains(name) {
          let tally = try lately.tallies[name] ?? count(name)
          lately.add(tally, of: name)
          tallies[name] = tally
        }
        return WorklistTallies(byCollector: tallies, collectors: names)
      }
    }
  }

  /// From one name to the next along an index, so that it takes as long as there are names.
  private func everyCollector() throws -> [String] {
    var names: [String] = []
    func next(_ sql: String, _ values: [any SQLValue]) throws -> String? {
      try connection.all(sql, values: values) { $0.optionalText(0) }.first ?? nil
    }
    var name = try next("select min(collector) from account_sums", [])
    while let found = name {
      names.append(found)
      name = try next("select min(collector) from account_sums where collector > $1", [found])
    }
    return names
  }

  private func count(_ collector: String) throws -> WorklistTally {
    var tally = WorklistTally()
    for (group, sum) in try ListSums(of: collector, on: connection).groups {
      var standing = Standing()
      standing.add(accounts: sum.accounts)
      if !group.currency.isEmpty { standing.add(sum.toCollect, try Currency(stored: group.currency)) }
      tally.add(standing, in: group.views, rank: group.rank)
    }
    let promised = try connection.all(
      "select promised from account_summary where collector = $1 and promised <> ''", collector
    ) { $0.text(0) }
    for text in promised { try tally.add(promised: text, times: 1) }
    let matters = try connection.all(
      "select matters from account_summary where collector = $1 and matters <> ''", collector
    ) { $0.text(0) }
    for text in matters { try tally.add(matters: text, times: 1) }
    let received = try connection.all(
      "select currency, high, low from received_sums where collector = $1", collector
    ) { row in (row.text(0), Int128(row.int64(1)) << 32 + Int128(row.int64(2))) }
    for (code, sum) in received { tally.add(received: sum, try Currency(stored: code)) }
    return tally
  }

  /// How an account is counted, where any collector's accounts were. Throws `SQLError`.
  func counted(_ account: AccountID, whenAny kept: ReadLately) throws -> CountedAccount? {
    guard !kept.tallies.isEmpty else { return nil }
    return try connection.first(CountedAccount.select, account.rawValue) { CountedAccount(row: $0) }
  }
}
