public import Receivables

/// Why the ledger could not do something, as a sentence: what failed, what was kept, what to do.
///
/// `doing` completes "Could not …": `"save the call"`.
public enum LedgerError: Error, Hashable, Sendable {
  /// The file at `path` is something else.
  case notALedger(path: String)
  /// A newer version of the program has changed the file's form.
  case newerSchema(path: String)
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
  /// Somebody else writes for too long.
  case busy(doing: String)
  /// The disk is full.
  case full(doing: String)
  /// Nothing may be written to the file.
  case readOnly(doing: String)
  /// The disk or the file is damaged, or this program made a mistake: the database's own words.
  case database(doing: String, reason: String)
  /// The account was changed since the form was opened; the file as it is now.
  case stale(AccountFile)
  /// The ledger has no such account.
  case unknownAccount
  /// The entry cannot be taken back, and why.
  case cannotTakeBack(EntryNumber, reason: String)
  /// Amounts do not fit or do not mix.
  case money(MoneyError, doing: String)
  /// Stored text that this version cannot read: where and what.
  case unreadable(String)
  /// Stopped on request; nothing was changed.
  case cancelled(doing: String)
}
