import Receivables
import SampleEntries
import Settings

@testable import Workbench

/// A ledger in memory that answers the desk's effects, for a handful of accounts.
struct SmallOffice {
  var policy: Policy
  var files: [AccountFile]
  var today: CalendarDay
  var now: Instant
  var drafts: [OfferedDraft] = []
  /// The pages that were read, as ranges of ranks.
  private(set) var reads: [Range<Int>] = []
  private var summaries: [AccountID: (version: Int64, summary: AccountSummary)] = [:]
  /// The effects that the office itself has nothing to say to.
  private(set) var passedOn: [Effect] = []

  init(_ files: [AccountFile], today: CalendarDay) throws {
    policy = try PolicyFile.shipped()
    self.files = files
    self.today = today
    now = Instant(milliseconds: Int64(today.number) * 86_400_000 + 50_400_000)
  }

  /// What comes back for an effect.
  mutating func answer(_ effect: Effect) throws -> Event? {
    switch effect {
    case .read(let reading): return try answer(reading)
    case .write(.record(let entry, let version)): return record(entry, version)
    case .write, .book, .terminal:
      passedOn.append(effect)
      return nil
    }
  }

  private mutating func answer(_ reading: Effect.Reading) throws -> Event? {
    switch reading {
    case .worklist(let query, let range): return .worklist(try page(query, range))
    case .around(let account, let query, let window):
      let rank = try rows(query).firstIndex { $0.id == account } ?? 0
      let first = max(rank - window / 2, 0)
      return .worklist(try page(query, first..<first + window))
    case .account(let account): return file(account).map { .account($0) }
    case .length(let query): return .length(query, try rows(query).count)
    case .totals(let collector): return .totals(try totals(of: collector))
    case .tallies(let collectors): return .tallies(try tallies(of: collectors))
    case .drafts: return .drafts(drafts)
    case .lastEntry: return lastEntry()
    case .search: return nil
    case .find(let text):
      let words = text.lowercased()
      let found = files.filter { $0.customer.number == text || $0.customer.name.lowercased().contains(words) }
      return .found(found.map { FoundAccount($0.customer.id, title: $0.customer.title) })
    }
  }

  func file(_ account: AccountID) -> AccountFile? { files.first { $0.customer.id == account } }

  private mutating func page(_ query: WorklistQuery, _ range: Range<Int>) throws -> WorklistPage {
    reads.append(range)
    let rows = try rows(query)
    return WorklistPage(
      query: query, offset: range.lowerBound, rows: Array(rows[range.clamped(to: rows.indices)]),
      total: rows.count)
  }

  private mutating func summary(_ file: AccountFile) throws -> AccountSummary {
    if let known = summaries[file.customer.id], known.version == file.version { return known.summary }
    let summary = try AccountPicture(of: file, policy: policy, asOf: today).summary
    summaries[file.customer.id] = (file.version, summary)
    return summary
  }

  mutating func rows(_ query: WorklistQuery) throws -> [WorklistRow] {
    let search = SearchQuery(query.text)
    let rows = try files.compactMap { file in
      let amounts = try search.hasAmounts ? ListedAccount(of: file, policy: policy, asOf: today).amounts : []
      return try search.matches(file, amounts).map { found in
        var row = WorklistRow(
          id: file.customer.id, number: file.customer.number, name: file.customer.name,
          collector: file.customer.collector, summary: try summary(file))
        row.found = found
        return row
      }
    }.filter { row in
      (query.view == .all || query.view.matterWord != nil || row.summary.lane != nil)
        && (query.view.matterWord == nil || query.view.lists(row, for: query.collector))
        && (query.view != .mine || row.collector == nil || row.collector == query.collector)
    }
    if query.isRanked {
      return try rows.sorted { left, right in
        let ranks = (rank(of: left.id, by: search), rank(of: right.id, by: search))
        return try ranks.0 == ranks.1 ? left.comes(before: right, policy) : ranks.0 < ranks.1
      }
    }
    switch query.order {
    case .name: return rows.sorted { $0.name < $1.name }
    default: return try rows.sorted { try $0.comes(before: $1, policy) }
    }
  }

  private func rank(of account: AccountID, by search: SearchQuery) -> MatchRank {
    Array((file(account)?.searchedText ?? "").utf8).withUnsafeBufferPointer { search.rank(in: $0) }
  }

  private mutating func tallies(of collectors: [String]) throws -> WorklistTallies {
    let names = Set(files.map { $0.customer.collector ?? "" }).sorted()
    var tallies = WorklistTallies(collectors: names)
    for name in collectors where names.contains(name) {
      var tally = WorklistTally()
      for file in files where (file.customer.collector ?? "") == name {
        let summary = try summary(file)
        var standing = Standing()
        standing.add(accounts: 1)
        for balance in summary.balances { standing.add(Int128(balance.toCollect), balance.currency) }
        tally.add(standing, in: summary.views, rank: policy.rank(of: summary.lane))
        for sum in summary.matterSums {
          for amount in sum.amounts {
            tally.add(Int128(amount.minor), amount.currency, ofMattersIn: sum.view)
          }
        }
        for amount in summary.dueByRun { tally.add(dueByRun: Int128(amount.minor), amount.currency) }
        for promised in summary.promised {
          tally.add(Int128(promised.amount.minor), promised.amount.currency, promisedFor: promised.day)
        }
      }
      tallies.byCollector[name] = tally
    }
    return tallies
  }

  private mutating func totals(of collector: String?) throws -> DayTotals {
    let calls = files.flatMap(\.entries).filter { $0.day == today }.map(\.body).filter { $0.contact != nil }
    let open = try rows(
      WorklistQuery(view: collector == nil ? .everyone : .mine, collector: collector ?? "", today: today)
    ).count
    return DayTotals(
      worked: calls.count, planned: open + calls.count, contacts: calls.filter { $0.promise != nil }.count,
      promises: calls.compactMap(\.promise).count, promised: calls.compactMap(\.promise).map(\.amount))
  }

  private func lastEntry() -> Event {
    .lastEntry(files.flatMap(\.entries).filter { $0.collector == "jane" }.max { $0.number < $1.number })
  }

  private mutating func record(_ entry: NewEntry, _ version: Int64) -> Event? {
    guard let index = files.firstIndex(where: { $0.customer.id == entry.account }) else { return nil }
    guard files[index].version == version else { return .stale(entry, files[index]) }
    return .recorded(append(entry, to: index), files[index])
  }

  /// Somebody at another desk writes to an account.
  mutating func write(_ body: EntryBody, by collector: String, on account: AccountID) {
    guard let index = files.firstIndex(where: { $0.customer.id == account }) else { return }
    let entry = NewEntry(
      action: ActionID(rawValue: "other-\(files[index].version)"), account: account, day: today,
      collector: collector, body: body)
    _ = append(entry, to: index)
  }

  private mutating func append(_ entry: NewEntry, to index: Int) -> JournalEntry {
    let number = files.reduce(0) { $0 + $1.entries.count } + 1
    let stored = JournalEntry(
      number: EntryNumber(rawValue: Int64(number)), action: entry.action, recorded: now, day: entry.day,
      actor: entry.collector, collector: entry.collector, account: entry.account, body: entry.body)
    files[index].entries.append(stored)
    files[index].version += 1
    return stored
  }
}
