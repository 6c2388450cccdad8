import Receivables
import SQLEngine

extension LedgerFile {
  /// What is known to be gone, as sentences: what the books lost before the file was salvaged, and whose text was erased
  /// by whom. That is no damage, and whoever relies on the book should know it. Throws `LedgerError`.
  ///
  /// `"Entry 103 of 2026-11-27 by ann: the text of entries 12, 15 was erased (Art. 17 GDPR)."`
  public func lossRemarks() throws(LedgerError) -> [String] {
    try LedgerError.wrapping("read what was lost") {
      let losses = try connection.salvages().flatMap { salvage in
        salvage.record.losses.map {
          "Entry \(salvage.entry) of \(salvage.day.iso): lost when the book was salvaged from \(salvage.record.file): \($0)."
        }
      }
      let erasures = try connection.all(
        "select number, day, actor, body from journal where kind = 'erasure' order by number"
      ) { row in
        EntryBody(stored: row.text(3)).first(ErasureRecord.self).map { record in
          let numbers = record.parts.map { String($0.entry.rawValue) }.joined(separator: ", ")
          return
            "Entry \(row.int64(0)) of \(CalendarDay(number: row.int(1)).iso) by \(row.text(2)): the text of "
            + "\(record.parts.count == 1 ? "entry" : "entries") \(numbers) was erased (\(record.ground))."
        }
      }
      return losses + erasures.compactMap { $0 }
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
