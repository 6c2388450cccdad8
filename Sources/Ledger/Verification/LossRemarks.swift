import Receivables
import SQLEngine

extension LedgerFile {
  /// What the book lost before it was made of a damaged one, as sentences: that is known, and nobody removed it. Throws
  /// `LedgerError`.
  ///
  /// `"Entries 12 to 15 were lost in book.kept before it was salvaged, as entry 103 of 2026-11-27 says."`
  public func lossRemarks() throws(LedgerError) -> [String] {
    try LedgerError.wrapping("read what was lost") {
      try connection.salvages().flatMap { salvage in
        let how =
          "lost in \(salvage.record.file) before it was salvaged, as entry \(salvage.entry) of \(salvage.day.iso) says"
        let entries = salvage.record.missing.map { range in
          range.count == 1
            ? "Entry \(range.lowerBound) was \(how)."
            : "Entries \(range.lowerBound) to \(range.upperBound) were \(how)."
        }
        return entries + salvage.record.losses.map { "This was \(how): \($0)." }
      }
    }
  }
}

extension Connection {
  /// The entries that tell of a salvage. Throws `SQLError`.
  func salvages() throws -> [(entry: Int64, day: CalendarDay, record: SalvageRecord)] {
    try all("select number, day, body from journal where kind = 'salvage' order by number") { row in
      EntryBody(stored: row.text(2)).first(SalvageRecord.self).map {
        (row.int64(0), CalendarDay(number: row.int(1)), $0)
      }
    }.compactMap { $0 }
  }
}
