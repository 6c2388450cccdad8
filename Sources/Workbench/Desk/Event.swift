public import Receivables
public import TextScreen

/// Everything that happens to the desk: input, time, and answers to its effects.
public enum Event: Hashable, Sendable {
  /// From the terminal.
  case input(InputEvent)
  /// Time went on. Comes before any other event of that moment; nothing else tells the desk the time.
  case clock(Moment)
  /// A stretch of a list.
  case worklist(WorklistPage)
  /// An account's rows.
  case account(AccountFile)
  /// The figures of the day.
  case totals(DayTotals)
  /// Drafts that can be taken up again, with the name of their account.
  case drafts([OfferedDraft])
  /// The collector's last entry that can be taken back, with the name of its account.
  case lastEntry(JournalEntry?, accountName: String)
  /// An entry is safe on disk; the account as it is now.
  case recorded(JournalEntry, AccountFile)
  /// Not saved: somebody else wrote to the account meanwhile; the account as it is now.
  case stale(NewEntry, AccountFile)
  /// Not saved, with what failed, what was kept and what to do.
  case notRecorded(NewEntry, String)
  /// Another process wrote to the book.
  case changedElsewhere
  /// A book is open now.
  case opened(BookState)
  /// The open book is of this business date now.
  case began(CalendarDay, BookState)
  /// Long work: what, how far in percent.
  case progress(String, percent: Int)
  /// Something else failed: a sentence.
  case failed(String)
  /// Something else worked: a sentence.
  case done(String)
}
