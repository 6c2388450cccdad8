import Ledger
import Receivables

/// A ledger file that a command works on, with the rules and the day under which it does.
struct OpenBook {
  let ledger: LedgerFile
  let policy: Policy
  let today: CalendarDay

  /// The account of that number. Throws `CommandFailure` when the books have none.
  func account(numbered number: String) throws -> AccountID {
    guard let id = try ledger.accountID(number: number) else {
      throw CommandFailure(
        "There is no account \(number) in \(ledger.path). `kept queue` lists them.", .badData)
    }
    return id
  }
}

extension GlobalOptions {
  /// Opens the book that the options name, which must exist.
  func openBook() throws -> OpenBook {
    let policy = try PolicySource.current().policy
    let today = try today()
    guard LedgerFile.exists(at: database) else {
      throw CommandFailure(
        "There is no book at \(database). Import a file with `kept import FILE`, or make the demo book with "
          + "`kept demo`.", .inputOutput)
    }
    return OpenBook(ledger: try LedgerFile(path: database, policy: policy), policy: policy, today: today)
  }
}
