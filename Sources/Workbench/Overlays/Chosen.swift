import Receivables

/// What somebody chose or typed in an overlay, as the value that it stands for.
enum Chosen: Hashable, Sendable {
  /// The desk does it.
  case desk(DeskChoice)
  /// It goes into the form that is being filled in, or to the screen that asked.
  case form(FormChoice)
}

/// What is chosen in the overlays of the desk itself.
enum DeskChoice: Hashable, Sendable {
  /// A command to carry out.
  case command(Command)
  /// A call in one line, to be looked at before it is saved.
  case line(String)
  /// The same, left before it was looked at.
  case leftLine(String)
  /// Which accounts are listed.
  case view(WorklistView)
  /// What the list is sorted by.
  case order(WorklistOrder)
  /// The colours, by their name.
  case theme(String)
  /// What is looked for; nothing ends the search.
  case search(String)
  /// The same so far, while it is typed.
  case typing(String)
  /// That nothing is to be looked for after all.
  case leaveSearch
  /// As of which day everything is shown; nothing is the book's own.
  case day(String)
  /// Where the file lies that is imported; nothing imports none.
  case importFile(String)
  /// The same, typed and left before it was looked at.
  case leftPath(String)
  /// What is said of a file that is looked at.
  case answer(ImportAnswer, ImportSight)
  /// A text for the clipboard of the terminal.
  case copy(String)
  /// A line that only tells something.
  case nothing
}

/// What is chosen while a form is filled in.
enum FormChoice: Hashable, Sendable {
  /// What came of the call.
  case result(CallResult)
  /// What fields of the form say.
  case fields(FormTexts)
  /// What the call is about; none is what the form takes by itself.
  case invoices([DocumentID])
  /// What is looked for in the story that shows; nothing ends the search.
  case words(String)
  /// What is said of money of a bank statement.
  case money(MoneyChoice)
  /// That one of several outcomes of the call is thrown away.
  case dropOutcome
}

/// What is said of money of a bank statement.
enum MoneyChoice: Hashable, Sendable {
  /// That all is taken of which is certain what it pays.
  case takeCertain
  /// What becomes of what is missing of an invoice; nothing leaves it open.
  case short(ProposedReceipt.Short?)
  /// How much of an invoice it pays, as typed.
  case amount(String)
  /// Whose it is.
  case payer(AccountID)
  /// The same as typed: a number or a name.
  case payerNamed(String)
  /// Where the list lies that came with it.
  case remittance(String)
}
