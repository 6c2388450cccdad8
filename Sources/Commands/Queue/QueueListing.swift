import Interchange
import Receivables

/// A worklist as `kept queue` writes it.
struct QueueListing: Listing {
  /// The rows with their ranks, from 1.
  let rows: [(rank: Int, row: WorklistRow)]
  let policy: Policy
  let today: CalendarDay

  func csv() -> String {
    var writer = CSVWriter(header: [
      "rank", "account", "name", "currency", "lane", "band", "priority", "to_collect", "past_due",
      "oldest_days",
      "next_action", "next_date", "why",
    ])
    for (rank, row) in rows {
      for balance in balances(of: row) {
        writer.write(rank)
        writer.write(row.number)
        writer.write(row.name)
        writer.write(balance.currency.code)
        writer.write(row.summary.lane?.rawValue)
        writer.write(row.summary.band.rawValue)
        writer.write(row.summary.priority)
        writer.write(Money(minor: balance.toCollect, balance.currency))
        writer.write(Money(minor: balance.pastDue, balance.currency))
        writer.write(oldestDays(of: row))
        writer.write(row.summary.next?.kind.rawValue)
        writer.write(row.summary.next?.day)
        writer.write(why(row))
        writer.endRecord()
      }
    }
    return writer.drain()
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
          Money(minor: balance.pastDue, balance.currency).grouped,
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

  /// One at least, so that an account without anything open still has its line.
  private func balances(of row: WorklistRow) -> [CurrencyBalance] {
    row.summary.balances.isEmpty
      ? [CurrencyBalance(currency: policy.currency, bucketCount: 0)] : row.summary.balances
  }

  private func oldestDays(of row: WorklistRow) -> Int? {
    row.summary.oldestDue.map { max(0, $0.distance(to: today)) }
  }

  private func why(_ row: WorklistRow) -> String {
    row.summary.reasons.told(under: policy, on: today).map(\.description).joined(separator: "; ")
  }
}
