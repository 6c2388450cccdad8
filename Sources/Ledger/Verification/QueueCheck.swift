import SQLEngine

/// Checks that the stored lengths of the queues are those of their rows.
enum QueueCheck {
  /// Compares every collector's. Throws `SQLError`.
  static func run(on connection: Connection, _ problems: inout ProblemList) throws {
    let differing = try connection.all(
      """
      select collector, sum(stored), sum(counted) from (
        select collector, accounts as stored, 0 as counted from queue_length
        union all
        select collector, 0, 1 from account_summary where lane is not null
      ) group by collector having sum(stored) <> sum(counted) order by collector
      """
    ) { (collector: $0.text(0), stored: $0.int64(1), counted: $0.int64(2)) }
    for (collector, stored, counted) in differing {
      let whose = collector.isEmpty ? "nobody" : collector
      problems.add(
        .derived, "The queue of \(whose) is stored as \(stored) accounts long where it holds \(counted).")
    }
  }
}
