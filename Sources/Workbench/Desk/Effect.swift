public import Receivables

/// What the desk asks the outside to do, by whom it concerns. The answers come back as `Event`s.
public enum Effect: Hashable, Sendable {
  /// Read from the open book.
  case read(Reading)
  /// Write to the open book.
  case write(Writing)
  /// Open another book, or change which day the open one is of.
  case book(BookStep)
  /// Do something with the terminal.
  case terminal(TerminalStep)
}

extension Effect {
  /// What is read; without a book nothing is, and nothing is answered.
  public enum Reading: Hashable, Sendable {
    /// A stretch of a worklist. Answer: `.worklist`.
    case worklist(WorklistQuery, Range<Int>)
    /// The stretch of a list around an account, or the first stretch when the list does not hold it. Answer:
    /// `.worklist`.
    case around(AccountID, WorklistQuery, window: Int)
    /// What a search of the list needs whatever it looks for, so that its first letter is answered at once; nil when it is
    /// over. No answer.
    case search(of: WorklistQuery?)
    /// How many accounts a list has. Answer: `.length`.
    case length(WorklistQuery)
    /// An account. Answer: `.account`.
    case account(AccountID)
    /// The accounts that a number or words may mean. Answer: `.found`.
    case find(String)
    /// The figures of one collector's day, or of everybody's without one. Answer: `.totals`.
    case totals(collector: String?)
    /// What the accounts of some collectors come to; those without one are under the empty name. Answer: `.tallies`.
    case tallies(of: [String])
    /// The drafts that were not saved. Answer: `.drafts`.
    case drafts
    /// The collector's last entry that can be taken back. Answer: `.lastEntry`.
    case lastEntry
  }

  /// What is written; without a book nothing is.
  public enum Writing: Hashable, Sendable {
    /// Append to the journal. Answer: `.recorded`, `.stale` or `.notRecorded`.
    case record(NewEntry, basedOn: Int64)
    /// Keep what was typed.
    case saveDraft(CallDraft)
    /// Forget a draft.
    case discardDraft(ActionID)
  }

  /// What is done with a book as a whole, which may take long.
  public enum BookStep: Hashable, Sendable {
    /// Make the demo book and open it. Answer: `.opened` or `.failed`.
    case openDemo
    /// Look for files that can be imported. Answer: `.exports`.
    case listExports
    /// Look at a file before it is imported, with what was said of it; at a statement of a bank with what its money pays.
    /// Answer: `.sighted`, `.statement` or `.failed`.
    case sight(String, ImportAnswers)
    /// Import a file into a new or the open book, read as was said of it. Answer: `.opened` or `.failed`.
    case importFile(String, ImportAnswers)
    /// Look for files that may be the list to a payment. Answer: `.remittances`.
    case listRemittances
    /// Read such a list. Answer: `.remittance` or `.failed`.
    case readRemittance(String)
    /// Look for customers that the book may have twice. Answer: `.similar` or `.failed`.
    case findSimilar
    /// Bring the open book to a new business date. Answer: `.began` or `.failed`.
    case begin(CalendarDay)
    /// Look at the open book as of another day, at which nothing can be saved; nil goes back to its own. Answer: `.began`
    /// or `.failed`.
    case look(CalendarDay?)
  }

  /// What a terminal does.
  public enum TerminalStep: Hashable, Sendable {
    /// Put text on its clipboard.
    case copy(String)
    /// Ring its bell.
    case bell
    /// Step into the background.
    case suspend
    /// Repaint from scratch.
    case repaint
    /// Wear another theme.
    case theme(String)
    /// Keep in mind how the desk looks, for the next session.
    case remember(Preferences)
    /// Leave it.
    case quit
  }
}
