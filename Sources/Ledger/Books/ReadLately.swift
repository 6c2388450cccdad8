public import Receivables
import SQLEngine

/// What was read lately and is not read again after every key. All of it holds until another session writes to the file,
/// and what is of an account until this one writes about it.
struct ReadLately {
  /// The file's state for which it holds.
  private var state: Int64 = -1
  /// Those that a screen shows or is likely to show next.
  private(set) var accounts = LatestOfAccounts<AccountFile>(most: 6)
  /// More than a screen's stretch of a list, and few enough to keep.
  private(set) var rows = LatestOfAccounts<WorklistRow>(most: 500)
  /// How long lists are.
  private(set) var totals: [WorklistQuery: Int] = [:]
  /// What the last search found of accounts.
  private var found: [AccountID: [SearchMatch]] = [:]
  private var explained: SearchQuery?
  /// What searches found.
  var search = LastSearch()
  /// What the accounts of collectors come to.
  private(set) var tallies: [String: WorklistTally] = [:]
  /// Who has accounts; nil before it was asked for.
  var collectors: [String]?

  /// Lets go of everything when the file is in another state.
  mutating func hold(in state: Int64) {
    guard state != self.state else { return }
    self = ReadLately()
    self.state = state
  }

  mutating func add(_ file: AccountFile) { accounts.add(file, of: file.customer.id) }

  mutating func add(_ row: WorklistRow) { rows.add(row, of: row.id) }

  /// What a search found of an account; nil when that is not known.
  func found(of account: AccountID, by search: SearchQuery) -> [SearchMatch]? {
    search == explained ? found[account] : nil
  }

  mutating func add(_ matches: [SearchMatch], of account: AccountID, by search: SearchQuery) {
    if search != explained { (explained, found) = (search, [:]) }
    found[account] = matches
  }

  mutating func add(_ total: Int, of query: WorklistQuery) { totals[query] = total }

  mutating func add(_ tally: WorklistTally, of collector: String) { tallies[collector] = tally }

  /// Counts an account as it is now and not as it was. Only an import gives an account to somebody else. Throws
  /// `LedgerError`.
  mutating func count(_ now: CountedAccount?, before: CountedAccount?) throws(LedgerError) {
    if let before { try tallies[before.collector]?.add(before, times: -1) }
    if let now { try tallies[now.collector]?.add(now, times: 1) }
  }

  /// What holds after this session wrote about `account`, which the counted lists held before or hold now.
  mutating func forget(
    _ account: AccountID, listedBefore before: Set<WorklistQuery>, now: Set<WorklistQuery>
  ) {
    accounts.forget(account)
    rows.forget(account)
    found[account] = nil
    for query in now.subtracting(before) { totals[query]? += 1 }
    for query in before.subtracting(now) { totals[query]? -= 1 }
  }
}

/// A value of each of the accounts that were asked for last.
struct LatestOfAccounts<Value> {
  private let most: Int
  private var values: [AccountID: Value] = [:]
  private var order: [AccountID] = []

  init(most: Int) { self.most = most }

  subscript(account: AccountID) -> Value? { values[account] }

  mutating func add(_ value: Value, of account: AccountID) {
    if values.updateValue(value, forKey: account) == nil { order.append(account) }
    if order.count > most { values[order.removeFirst()] = nil }
  }

  mutating func forget(_ account: AccountID) {
    guard values.removeValue(forKey: account) != nil else { return }
    order.removeAll { $0 == account }
  }
}

extension LedgerFile {
  /// The same as `account`, without reading it again when nothing was written to the file that may have changed it.
  /// Throws what `account` throws.
  public func knownAccount(_ id: AccountID) throws(LedgerError) -> AccountFile {
    if let file = try known(id) { return file }
    let file = try account(id)
    lately.add(file)
    return file
  }

  /// Whether `knownAccount` has nothing to read. Throws `LedgerError`.
  public func knows(_ id: AccountID) throws(LedgerError) -> Bool { try known(id) != nil }

  /// The state is asked for before anything is read: what is written between the two makes the file that is
  /// read seem older than it is, and never newer.
  private func known(_ id: AccountID) throws(LedgerError) -> AccountFile? {
    lately.hold(in: try dataVersion())
    return lately.accounts[id]
  }

  /// Which of the lists whose length is known hold an account.
  func counted(holding account: AccountID, of lists: [WorklistQuery]) throws -> Set<WorklistQuery> {
    var holding: Set<WorklistQuery> = []
    for query in lists {
      let sql = WorklistSQL(query)
      let values = sql.values + [account.rawValue]
      if try !connection.all(sql.membership, values: values, read: { $0.int(0) }).isEmpty {
        holding.insert(query)
      }
    }
    return holding
  }
}
