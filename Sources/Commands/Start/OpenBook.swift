import Ledger
import Receivables
import Settings

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

/// The policy in force and where it comes from.
struct PolicySource {
  let policy: Policy
  let text: String
  /// The user's own file; nil for the shipped policy.
  let path: String?

  /// The policy of the user's own file when there is one, else the shipped one. Throws `CommandFailure`.
  static func current() throws(CommandFailure) -> PolicySource {
    let own = Places.policy
    guard TextFile.exists(own) else {
      return try PolicySource(text: PolicyFile.shippedText, path: nil)
    }
    return try PolicySource(file: own)
  }

  /// The policy in the file at `path`. Throws `CommandFailure`.
  init(file path: String) throws(CommandFailure) {
    try self.init(text: TextFile.read(path), path: path)
  }

  private init(text: String, path: String?) throws(CommandFailure) {
    self.text = text
    self.path = path
    do {
      policy = try PolicyFile.read(text: text, name: path ?? "the shipped policy")
    } catch {
      throw CommandFailure(error.description, .configuration)
    }
  }
}
