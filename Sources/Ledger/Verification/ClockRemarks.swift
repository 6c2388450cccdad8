public import Receivables
import SQLEngine

extension LedgerFile {
  /// Where the clock of a machine was set back between two of its entries, as sentences, the first hundred of them. That
  /// is no damage: an entry carries the time that its machine showed. Throws `LedgerError`.
  ///
  /// `"Entry 12 was recorded on desk at Fri 27 Nov 2026 09:10 UTC, before entry 11 of Fri 27 Nov 2026 11:30 UTC."`
  public func clockRemarks() throws(LedgerError) -> [String] {
    try LedgerError.wrapping("compare the times of the journal") {
      try connection.all(
        """
        select number, host, recorded, earlier, before from (
          select number, host, recorded, lag(number) over same as earlier, lag(recorded) over same as before
          from journal window same as (partition by host order by number))
        where recorded < before - $1 order by number limit 100
        """, ClockSetBack.tolerance
      ) { row in
        let (now, before) = (Instant(milliseconds: row.int64(2)), Instant(milliseconds: row.int64(4)))
        return
          "Entry \(row.int64(0)) was recorded on \(row.text(1)) at \(now.toTheMinute), before entry \(row.int64(3)) of "
          + "\(before.toTheMinute): the clock was set back."
      }
    }
  }

  /// When the last entry was recorded, where that was on `host`; nil where it was elsewhere, or there is none. Throws
  /// `LedgerError`.
  public func lastRecorded(on host: String) throws(LedgerError) -> Instant? {
    try LedgerError.wrapping("read the journal's end") { try lastTime(on: host) }
  }

  func lastTime(on host: String) throws -> Instant? {
    let last = try connection.first("select recorded, host from journal order by number desc limit 1") {
      (at: Instant(milliseconds: $0.int64(0)), host: $0.text(1))
    }
    return last.flatMap { $0.host == host ? $0.at : nil }
  }
}
