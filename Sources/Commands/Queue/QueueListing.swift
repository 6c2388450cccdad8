import Interchange
import Receivables

/// A worklist as `kept queue` writes it.
struct QueueListing: Listing {
  /// The rows with their ranks, from 1.
  let rows: [(rank: Int, row: WorklistRow)]
  let policy: Policy
  let today: CalendarDay

  func csv() -> String {
    let lines = QueueRecords(policy: policy, today: today)
    return QueueRecords.header + rows.map { lines.of($0.row, rank: $0.rank) }.joined()
  }

  func json() -> JSONValue {
    [
      "today": .day(today),
      "rows": .list(
        rows.map { rank, row in
          var entries = JSONValue.entries(of: row.summary, policy, today)
          entries["rank"] = .integer(rank)
          entries["account"] = .string(row.number)
          entries["name"] = .string(row.name)
          entries["collector"] = .text(row.collector)
          return .object(entries)
        }),
    ]
  }

  func text() -> String {
    var table = TextTable([
      ("#", .right), ("ACCOUNT", .left), ("NAME", .left), ("TO COLLECT", .right), ("", .left),
      ("PAST DUE", .right),
      ("DAYS", .right), ("P", .left), ("NEXT", .left), ("WHY", .left),
    ])
    for (rank, row) in rows {
      for (index, balance) in balances(of: row).enumerated() {
        let amounts = [
          Money(minor: balance.toCollect, balance.currency).grouped, balance.currency.code,
          Money(minor: balance.pastDue.open, balance.currency).grouped,
        ]
        if index > 0 {
          table.add(["", "", ""] + amounts + ["", "", "", ""])
          continue
        }
        let next = row.summary.next.map { "\($0.kind.title) \($0.day.iso)" } ?? ""
        table.add(
          [String(rank), row.number, row.name] + amounts
            + [oldestDays(of: row).map(String.init) ?? "", row.summary.band.rawValue, next, why(row)])
      }
    }
    return table.text
  }

  private func balances(of row: WorklistRow) -> [CurrencyBalance] { row.summary.listedBalances(policy) }

  private func oldestDays(of row: WorklistRow) -> Int? { row.summary.oldestDays(on: today) }

  private func why(_ row: WorklistRow) -> String { row.summary.why(policy, today) }
}

/// Accounts of a worklist as lines of CSV, one an account and currency.
struct QueueRecords: Sendable {
  let policy: Policy
  let today: CalendarDay

  /// The line of headings.
  static let header = CSVWriter(header: [
    "rank", "account", "name", "currency", "lane", "band", "priority", "to_collect", "past_due",
    "oldest_days", "next_action", "next_date", "why",
  ]).text

  /// The lines of one account.
  func of(_ row: WorklistRow, rank: Int) -> String {
    let summary = row.summary
    let why = summary.why(policy, today)
    var writer = CSVWriter()
    for balance in summary.listedBalances(policy) {
      writer.write(rank)
      writer.write(row.number)
      writer.write(row.name)
      writer.write(balance.currency.code)
      writer.write(summary.lane?.rawValue)
      writer.write(summary.band.rawValue)
      writer.write(summary.priority)
      writer.write(Money(minor: balance.toCollect, balance.currency))
      writer.write(Money(minor: balance.pastDue.open, balance.currency))
      writer.write(summary.oldestDays(on: today))
      writer.write(summary.next?.kind.rawValue)
      writer.write(summary.next?.day)
      writer.write(why)
      writer.endRecord()
    }
    return writer.drain()
  }
}

extension AccountSummary {
  /// One at least, so that an account without anything open still has its line.
  fileprivate func listedBalances(_ policy: Policy) -> [CurrencyBalance] {
    balances.isEmpty ? [CurrencyBalance(currency: policy.currency, bucketCount: 0)] : balances
  }

  fileprivate func oldestDays(on today: CalendarDay) -> Int? {
    oldestDue.map { max(0, $0.distance(to: today)) }
  }

  fileprivate func why(_ policy: Policy, _ today: CalendarDay) -> String {
    reasons.told(under: policy, on: today).map(\.description).joined(separator: "; ")
  }
}

extension JSONValue {
  /// Everything that a queue row shows, by name.
  static func entries(
    of summary: AccountSummary, _ policy: Policy, _ today: CalendarDay
  ) -> [String: JSONValue] {
    [
      "lane": .text(summary.lane?.rawValue),
      "band": .string(summary.band.rawValue),
      "priority": .integer(summary.priority),
      "oldest_due": .day(summary.oldestDue),
      "oldest_days": .integer(summary.oldestDays(on: today)),
      "flags": .string(summary.flags.letters),
      "next": summary.next.map { next($0) } ?? .null,
      "promise": summary.promise.map { mark($0) } ?? .null,
      "promise_level": .integer(summary.promiseLevel),
      "open_matters": .integer(summary.openMatters),
      "last_contact": .day(summary.lastContact),
      "last_worked": summary.lastWorked.map { ["day": .day($0.day), "result": .string($0.result)] } ?? .null,
      "why": .list(
        summary.reasons.map { reason in
          [
            "code": .string(reason.code), "text": .string(reason.text(under: policy, on: today)),
            "points": .integer(reason.points),
          ]
        }),
      "balances": .list(summary.balances.map { balance($0, policy) }),
      "matter_sums": .list(
        summary.matterSums.map { sum in
          [
            "view": .string(sum.view.rawValue), "since": .day(sum.since), "owner": .text(sum.owner),
            "amounts": .list(sum.amounts.map { amount($0) }),
          ]
        }),
      "due_by_run": .list(
        summary.dueByRun.map { amount($0) }),
    ]
  }

  /// An amount with its currency.
  static func amount(_ money: Money) -> JSONValue {
    ["amount": .amount(money.minor, money.currency), "currency": .string(money.currency.code)]
  }

  /// One next step.
  static func next(_ next: NextAction) -> JSONValue {
    [
      "action": .string(next.kind.rawValue), "date": .day(next.day), "time": .text(next.time?.text),
      "zone": .text(next.zone), "utc_offset": .integer(next.offset),
    ]
  }

  /// What is owed in one currency, with its buckets and slices.
  static func balance(_ balance: CurrencyBalance, _ policy: Policy) -> JSONValue {
    let currency = balance.currency
    let names = policy.aging.columns
    var entries: [String: JSONValue] = [
      "currency": .string(currency.code),
      "credits": .amount(balance.credits, currency),
      "past_due": .amount(balance.pastDue.open, currency),
      "disputed": .amount(balance.pastDue[.disputed], currency),
      "planned": .amount(balance.pastDue[.planned], currency),
      "promised": .amount(balance.pastDue[.promised], currency),
      "said_paid": .amount(balance.pastDue[.claimed], currency),
      "on_hold": .amount(balance.pastDue[.held], currency),
      "to_be_credited": .amount(balance.pastDue[.discounted], currency),
      "to_collect": .amount(balance.toCollect, currency),
      "buckets": .object(
        Dictionary(zip(names, balance.buckets).map { ($0, .amount($1, currency)) }) { _, last in last }),
    ]
    // A balance that does not fit is left out rather than made up.
    if let sum = try? balance.balance() { entries["balance"] = .amount(sum, currency) }
    return .object(entries)
  }

  private static func mark(_ promise: PromiseMark) -> JSONValue {
    [
      "amount": .amount(promise.amount.minor, promise.amount.currency),
      "currency": .string(promise.amount.currency.code), "date": .day(promise.day),
      "state": .string(promise.state.rawValue),
    ]
  }
}
