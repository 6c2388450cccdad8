public import Receivables

/// What the desk asks the outside to do. The answers come back as `Event`s.
public enum Effect: Hashable, Sendable {
  /// Read a stretch of a worklist. Answer: `.worklist`.
  case loadWorklist(WorklistQuery, Range<Int>)
  /// Find where an account stands in a list and read the stretch around it, or the first stretch when the list
  /// does not hold it. Answer: `.worklist`.
  case locate(AccountID, WorklistQuery, window: Int)
  /// Read an account. Answer: `.account`.
  case loadAccount(AccountID)
  /// Read the figures of one collector's day, or of everybody's without one. Answer: `.totals`.
  case loadTotals(collector: String?)
  /// Read the drafts that were not saved. Answer: `.drafts`.
  case loadDrafts
  /// Find the collector's last entry that can be taken back. Answer: `.lastEntry`.
  case findLastEntry
  /// Append to the journal. Answer: `.recorded`, `.stale` or `.notRecorded`.
  case record(NewEntry, basedOn: Int64)
  /// Keep what was typed.
  case saveDraft(CallDraft)
  /// Forget a draft.
  case discardDraft(ActionID)
  /// Put text on the clipboard of the terminal.
  case copy(String)
  /// Make the demo book and open it. Answer: `.opened` or `.failed`.
  case openDemo
  /// Import a file into a new or the open book. Answer: `.opened` or `.failed`.
  case importFile(String)
  /// Bring the open book to a new business date. Answer: `.began` or `.failed`.
  case begin(CalendarDay)
  /// Step into the background.
  case suspend
  /// Repaint from scratch.
  case repaint
  /// Wear another theme.
  case theme(String)
  /// Leave.
  case quit
}
