public import Receivables
public import TextScreen

/// Everything that happens to the desk: input, time, and answers to its effects.
public enum Event: Hashable, Sendable {
  /// From the terminal.
  case input(InputEvent)
  /// Time went on. Comes before any other event of that moment; nothing else tells the desk the time.
  case clock(Moment)
  /// Nobody typed for half a second: what is typed so far is worth keeping.
  case rested
  /// A stretch of a list.
  case worklist(WorklistPage)
  /// How many accounts a list has.
  case length(WorklistQuery, Int)
  /// An account's rows.
  case account(AccountFile)
  /// The accounts that a number or words may mean.
  case found([FoundAccount])
  /// The figures of the day.
  case totals(DayTotals)
  /// What the accounts of some collectors come to.
  case tallies(WorklistTallies)
  /// Drafts that can be taken up again, with the name of their account.
  case drafts([OfferedDraft])
  /// The collector's last entry that can be taken back; nil when there is none.
  case lastEntry(JournalEntry?)
  /// An entry is safe on disk; the account as it is now.
  case recorded(JournalEntry, AccountFile)
  /// Not saved: somebody else wrote to the account meanwhile; the account as it is now.
  case stale(NewEntry, AccountFile)
  /// Not saved, with what failed, what was kept and what to do.
  case notRecorded(NewEntry, String)
  /// The draft of that action could not be kept: a sentence.
  case notKept(ActionID, String)
  /// Another process wrote to the book.
  case changedElsewhere
  /// The books are of this day now, because another process imported.
  case booksCame(CalendarDay?)
  /// Files that can be imported, the newest first: each with its path, and with its age and size for people.
  case exports([ExportOffer])
  /// What a file would do to the book.
  case sighted(ImportSight)
  /// Money of a bank statement beside what it probably pays.
  case statement(CashSight)
  /// Files that may be the list to a payment.
  case remittances([ExportOffer])
  /// Such a list.
  case remittance(RemittanceList)
  /// Customers that the book may have twice.
  case similar([SimilarPair])
  /// A book is open now.
  case opened(BookState)
  /// The open book is of this business date now.
  case began(CalendarDay, BookState)
  /// The book goes by this policy from here on.
  case adopted(Policy)
  /// Long work: what, how far in percent.
  case progress(String, percent: Int)
  /// Something else failed: a sentence.
  case failed(String)
  /// What to know besides what was said last: a sentence.
  case noticed(String)
  /// Something else worked: a sentence.
  case done(String)
}

/// A file that can be imported.
public struct ExportOffer: Hashable, Sendable {
  /// Where it lies.
  public var path: String
  /// When it was written, and how large it is: `"today 09:12, 14 kB"`.
  public var detail: String

  /// A file.
  public init(path: String, detail: String) { (self.path, self.detail) = (path, detail) }
}

/// A draft with the words to offer it by.
public struct OfferedDraft: Hashable, Sendable {
  /// What was typed.
  public var draft: CallDraft
  /// Number and name of the account.
  public var account: String

  /// A draft to offer.
  public init(draft: CallDraft, account: String) {
    self.draft = draft
    self.account = account
  }
}

/// What the desk knows of the open book besides its accounts.
public struct BookState: Hashable, Sendable {
  /// Shown in the title: the file's name or "demo".
  public var name: String
  /// Whether there is anything in it.
  public var isEmpty: Bool
  /// The day up to which the books are known, from the newest import.
  public var booksDay: CalendarDay?
  /// The day as of which it is shown; nil when that is the desk's.
  public var today: CalendarDay?
  /// The policy that it goes by; nil when that is the desk's.
  public var policy: Policy?
  /// Whether it is looked at as of a day that is not its own, and nothing can be saved.
  public var isOtherDay: Bool
  /// What to know before working on it.
  public var notice: String?

  /// A book.
  public init(
    name: String, isEmpty: Bool, booksDay: CalendarDay?, today: CalendarDay? = nil, policy: Policy? = nil,
    isOtherDay: Bool = false, notice: String? = nil
  ) {
    self.name = name
    self.isEmpty = isEmpty
    self.booksDay = booksDay
    self.today = today
    self.policy = policy
    self.isOtherDay = isOtherDay
    self.notice = notice
  }
}
