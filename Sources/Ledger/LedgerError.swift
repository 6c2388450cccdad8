public import Receivables
import SQLEngine

/// Why the ledger could not do something, as a sentence: what failed, what was kept, what to do.
///
/// `doing` completes "Could not …": `"save the call"`.
public enum LedgerError: Error, Hashable, Sendable {
  /// The file at `path` is something else.
  case notALedger(path: String)
  /// There is a file, and nothing in it.
  case empty(path: String)
  /// The file is damaged: the database's own words.
  case damaged(doing: String, reason: String)
  /// Not even the list of tables can be read: the database's own words.
  case beyondSalvage(path: String, reason: String)
  /// There is something already where a new book should be made.
  case inTheWay(path: String)
  /// A newer version of the program has changed the file's form.
  case newerSchema(path: String)
  /// The file was made before the first release; its form is not read any more.
  case olderForm(path: String)
  /// The file's directory is on another machine, where locks do not hold.
  case networkFileSystem(path: String)
  /// The file cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// SQLite did not take a setting that safety depends on.
  case setting(String)
  /// Another file was put in place of the one that is open.
  case replaced(path: String)
  /// A backup would overwrite something that is not a backup.
  case notABackup(path: String)
  /// A backup would overwrite a book that is not an earlier state of this one.
  case anotherBook(path: String)
  /// Somebody else writes for too long: `"process 18363 of ann"`, nil when the system does not tell.
  case busy(doing: String, holder: String? = nil)
  /// Another process takes the files of a folder into the book.
  case alreadyFed(holder: String?)
  /// The last import cannot be taken back: the reason, as the end of a sentence.
  case importStays(reason: String)
  /// The disk is full.
  case full(doing: String)
  /// Nothing may be written to the file.
  case readOnly(doing: String)
  /// The disk or the file is damaged, or this program made a mistake: the database's own words.
  case database(doing: String, reason: String)
  /// The disk failed while an entry was committed, and again when that was looked up: it may be saved or not.
  case uncertain(reason: String)
  /// The account was changed since the form was opened; the file as it is now.
  case stale(AccountFile)
  /// The book is of another business date than the entry.
  case otherDay(CalendarDay)
  /// Another day is looked at: nothing can be written.
  case lookingElsewhere(CalendarDay, doing: String)
  /// Nobody works on that day by the years of the policy: the date of the machine is wrong, or a slip of the hand.
  case dayOutside(CalendarDay, years: ClosedRange<Int>)
  /// The book has no business date yet.
  case noDay(doing: String)
  /// An entry as it was read back, before it was committed, and what was found: `"a day that is not one"`.
  case notReadBack(String)
  /// The ledger has no such account.
  case unknownAccount
  /// The entry cannot be taken back, and why.
  case cannotTakeBack(EntryNumber, reason: String)
  /// Two customers cannot be related so: the reason, as the end of a sentence.
  case cannotRelate(reason: String)
  /// The text of the entry cannot be erased, and why.
  case cannotErase(EntryNumber, reason: String)
  /// The name of an action is that of another entry.
  case otherAction(EntryNumber)
  /// The policy of the book leaves it to others: what, who may, and who asked.
  case notAllowed(Right, by: String, others: [String])
  /// The account has no such matter that could be changed.
  case nothingToChange(MatterID)
  /// Amounts do not fit or do not mix.
  case money(MoneyError, doing: String)
  /// Stored text that this version cannot read: where and what.
  case unreadable(String)
  /// Stopped on request; nothing was changed.
  case cancelled(doing: String)
}

extension LedgerError: CustomStringConvertible {
  /// The sentence.
  public var description: String {
    switch self {
    case .notALedger(let path):
      "\(path) is not a kept database. It was left as it is. Name another file with --database; if it was a book once, "
        + "`kept salvage` makes a new one of what can be read."
    case .empty(let path):
      "\(path) is empty: there is no book in it. It was left as it is. If there was one, take the last backup; else "
        + "remove the file, or name another with --database."
    case .damaged(let doing, let reason):
      "Could not \(doing): the file is damaged: \(reason). It was left as it is. `kept verify` says what is wrong, "
        + "and `kept salvage` makes a new book of what can be read."
    case .beyondSalvage(let path, let reason):
      "Nothing can be read of \(path): \(reason). It was left as it is and no book was made. Take the last backup."
    case .inTheWay(let path):
      "There is something at \(path) already. It was left as it is and no book was made. Name another file."
    case .newerSchema(let path):
      "\(path) was written by a newer version of kept. It was left as it is. Install that version to open it."
    case .olderForm(let path):
      "\(path) was made by a version of kept before the first release, whose form is not read any more. It was left as "
        + "it is. Make a new book: name another file with --database and import your exports again."
    case .networkFileSystem(let path):
      "\(path) is on a network file system, where locks do not hold. Nothing was written. Keep the database on a "
        + "local disk."
    case .cannotOpen(let path, let reason):
      "Could not open \(path): \(reason). Nothing was changed. Check the path and its permissions."
    case .setting(let name):
      "The database did not accept the setting \(name), which safe saving depends on. Nothing was written."
    case .replaced(let path):
      "\(path) was replaced by another file while it was open. Nothing was written. Close and start again."
    case .notABackup(let path):
      "\(path) is not a backup. It was left as it is and no backup was made. Name another file."
    case .anotherBook(let path):
      "\(path) is a book, but no earlier state of this one: it has entries or imports that this book does not have. "
        + "It was left as it is and no backup was made. Move it away, or name another file."
    case .busy(let doing, let holder):
      "Could not \(doing): another session\(holder.map { ", \($0)," } ?? "") holds the database. Nothing was changed. "
        + "Try again."
    case .alreadyFed(let holder):
      "No file was taken: another import of a folder\(holder.map { ", \($0)," } ?? "") works on this book. Try again when it "
        + "has ended."
    case .importStays(let reason):
      "The last import was not taken back: \(reason). Nothing was changed."
    case .full(let doing):
      "Could not \(doing): the disk is full. Everything saved before is kept. Free some space and try again."
    case .readOnly(let doing):
      "Could not \(doing): the database cannot be written. Everything saved before is kept. Check its permissions."
    case .database(let doing, let reason):
      "Could not \(doing): \(reason). Everything saved before is kept. Run kept verify before you go on."
    case .uncertain(let reason):
      "It is not certain that the entry was saved: \(reason). Everything saved before is kept. Saving the same form "
        + "again is safe: it is recorded once. Before you type it anew, look at the account."
    case .stale:
      "The account was changed since you opened it. Nothing was saved and your form is kept. Look at what is new "
        + "and save again."
    case .otherDay(let day):
      "The book is of \(day.long) now. Nothing was saved and your form is kept. Look at its days and save again."
    case .lookingElsewhere(let day, let doing):
      "Could not \(doing): you are looking at \(day.long), which is not the day of the book. Nothing was changed. "
        + "Leave --today out to work."
    case .dayOutside(let day, let years):
      "\(day.iso) does not lie in the years \(years.lowerBound) to \(years.upperBound) of the policy, so the book is not "
        + "brought to it. Nothing was changed. Set the date of the machine, or name the day with --today."
    case .noDay(let doing):
      "Could not \(doing): the book has no business date yet. Nothing was changed. Open it first."
    case .notReadBack(let found):
      "The entry was not saved: read back it holds \(found). Nothing was changed and your form is kept."
    case .unknownAccount:
      "There is no such account in the books."
    case .cannotTakeBack(let entry, let reason):
      "Entry \(entry.rawValue) cannot be taken back: \(reason). Nothing was changed."
    case .cannotRelate(let reason):
      "Nothing was recorded: \(reason)."
    case .cannotErase(let entry, let reason):
      "The text of entry \(entry.rawValue) cannot be erased: \(reason). Nothing was changed."
    case .otherAction(let entry):
      "Nothing was changed: that name of an action is that of entry \(entry.rawValue), which is about something else."
    case .notAllowed(let right, let user, let others):
      "\(user) may not \(right.title). By the policy of the book these may: \(others.joined(separator: ", ")). Nothing "
        + "was saved."
    case .nothingToChange(let matter):
      "The account has nothing \(matter.text) that could be changed. Nothing was changed. Look at what it has."
    case .money(let error, let doing):
      "Could not \(doing): \(error) Nothing was changed."
    case .unreadable(let what):
      "This version cannot read \(what). Nothing was changed. Install the newest version of kept."
    case .cancelled(let doing):
      "Stopped on request: could not \(doing). Nothing was changed."
    }
  }
}

extension LedgerError {
  /// Whether the file cannot be read for what stands in it, whoever asks and however often.
  public var isOfWhatTheFileHolds: Bool {
    switch self {
    case .empty, .damaged, .notALedger, .newerSchema, .unreadable: true
    default: false
    }
  }

  /// Runs `body` and turns whatever it throws into the sentence for somebody who wanted to `doing`.
  static func wrapping<Result>(
    _ doing: String, _ body: () throws -> Result
  ) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch let error as SQLError {
      throw LedgerError(error, doing: doing)
    } catch let error as MoneyError {
      throw .money(error, doing: doing)
    } catch {
      throw .database(doing: doing, reason: "\(error)")
    }
  }

  init(_ error: SQLError, doing: String) {
    switch error.kind {
    case .busy: self = .busy(doing: doing)
    case .full: self = .full(doing: doing)
    case .io where error.isWantOfSpace: self = .full(doing: doing)
    case .readOnly: self = .readOnly(doing: doing)
    case .interrupted: self = .cancelled(doing: doing)
    case .cannotOpen, .io: self = .database(doing: doing, reason: error.reason)
    case .notADatabase, .corrupt: self = .damaged(doing: doing, reason: error.reason)
    case .constraint, .other:
      self = .database(doing: doing, reason: error.description)
    }
  }
}

extension SQLError {
  /// What a person can make of a failing disk, to whom the statement says nothing: `"disk I/O error (1034)"`.
  var reason: String { "\(message) (\(extendedCode))" }

  /// Whether it was the end of a transaction that failed.
  var isOfCommit: Bool { sql == "commit" }
}
