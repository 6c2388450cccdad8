import Foundation

/// Whole runs over all accounts: aging of any day, the queue, the next day, and the check of everything.
struct ReportWork {
  var book: LargeBook
  let peers: Peers

  func run() {
    attempt("aging of everyone, another day, to CSV") {
      let table = book.directory + "/peer.duckdb"
      try? FileManager.default.removeItem(atPath: table)
      _ = try peers.duckDB(loading(table))
      let pairs = try (0..<3).map { _ in
        (
          try book.run(["aging", "--as-of", "2026-10-15", "--format", "csv"]).wall,
          try peers.duckDB(aging(table)).wall
        )
      }
      BenchTable.line(
        "aging of everyone, another day, to CSV", "s", .init(pairs.map(\.0)),
        beside: ("DuckDB", .init(pairs.map(\.1))), .ratio(1))
    }
    attempt("queue to CSV") {
      let runs = try (0..<3).map { _ in try book.run(["queue", "--view", "all", "--format", "csv"]).wall }
      BenchTable.line("queue to CSV", "s", .init(runs), .amount(0.3))
    }
    attempt("verify") { BenchTable.line("verify", "s", .init(try book.run(["verify"]).wall), .amount(5)) }
    attempt("roll to the next day") {
      guard book.day == LargeBook.today else {
        throw BenchmarkError(sentence: "The book is from an earlier run and at a later day.")
      }
      // From a Friday to Monday, when most of what is due has come to be, and from there to the next day.
      let weekend = try roll(to: LargeBook.monday)
      BenchTable.line(
        "roll to the next day", "s", .init(try roll(to: LargeBook.tuesday)), .amount(1))
      BenchTable.line("  over a weekend", "s", .init(weekend))
    }
  }

  private func roll(to day: String) throws -> Double {
    var later = book
    later.day = day
    return try later.run(["queue", "--limit", "1"]).wall
  }

  private func attempt(_ work: String, _ body: () throws -> Void) {
    do { try body() } catch { BenchTable.missing(work, error) }
  }

  /// The three files as tables with types.
  private func loading(_ table: String) -> String {
    """
    import duckdb
    con = duckdb.connect('\(table)')
    for name, path in zip(['customer', 'invoice', 'payment'], \(book.exports)):
        con.execute(f"create table {name} as select * from read_csv('{path}')")
    """
  }

  /// What is open of each customer in five buckets of days past due, in each currency.
  private func aging(_ table: String) -> String {
    """
    import duckdb
    con = duckdb.connect('\(table)', read_only=True)
    con.execute('''copy (
      with paid as (select "Customer No" c, "Invoice No" i, sum("Applied Amount") a from payment
          where "Payment Date" <= date '2026-10-15' group by all),
        item as (select v."Customer No" c, v.Currency k, date '2026-10-15' - v."Due Date" d,
          v.Amount - coalesce(p.a, 0) o from invoice v
          left join paid p on p.c = v."Customer No" and p.i = v."Invoice No"
          where v."Invoice Date" <= date '2026-10-15')
      select c, n."Customer Name", k, sum(o) filter (d <= 0), sum(o) filter (d between 1 and 30),
        sum(o) filter (d between 31 and 60), sum(o) filter (d between 61 and 90), sum(o) filter (d > 90), sum(o)
      from item join customer n on n."Customer No" = c where o <> 0 group by all order by c
    ) to '\(book.directory)/peer.csv' (header)''')
    """
  }
}
