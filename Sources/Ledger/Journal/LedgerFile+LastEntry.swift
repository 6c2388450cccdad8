public import Receivables
import SQLEngine

extension LedgerFile {
  /// The newest entry of a collector on a business date that can still be taken back. Throws `LedgerError`.
  public func lastEntry(of collector: String, on day: CalendarDay) throws(LedgerError) -> JournalEntry? {
    try LedgerError.wrapping("find your last entry") {
      // Somebody else may have taken it back already.
      let entries = try connection.all(
        """
        select \(JournalEntry.columns) from journal
        where day >= $1 and kind = 'reversal' or day = $1 and collector = $2 order by number desc
        """, day.number, collector
      ) { try JournalEntry(row: $0) }
      var reversed: Set<EntryNumber> = []
      for entry in entries {
        if case .reversal(let number, _) = entry.body {
          reversed.insert(number)
        } else if !reversed.contains(entry.number) {
          return entry
        }
      }
      return nil
    }
  }
}
