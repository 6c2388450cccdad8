public import Receivables

/// What a bank says about one account over some days.
///
/// A file may hold several: of more accounts, or of more days.
public struct BankStatement: Hashable, Sendable {
  /// How the file is written.
  public var format: BankFormat
  /// The line in the file on which it begins, from 1.
  public var line: Int
  /// The account that it is about.
  public var account: BankAccount
  /// The account's currency; nil when nothing of the statement tells it.
  public var currency: Currency?
  /// The bank's own name of this statement: `Stmt/Id`, `:20:`.
  public var id: String?
  /// Its number in the row of statements, as spelt: `"2026/11"`, `"00231/001"`.
  public var number: String?
  /// The first day that it covers.
  public var first: CalendarDay?
  /// The last day that it covers.
  public var last: CalendarDay?
  /// The balance before its entries.
  public var opening: Money?
  /// The balance after them.
  public var closing: Money?
  /// What was booked, in the order of the file; empty where entries were handed on one by one.
  public var entries: [BankEntry] = []
  /// How many entries were left out since they are not booked yet, or told for information only.
  public var notBooked = 0
  /// What somebody should look at before they trust the statement.
  public var warnings: [StatementWarning] = []

  /// A statement of which nothing more is known.
  public init(_ format: BankFormat, line: Int, account: BankAccount = BankAccount("")) {
    self.format = format
    self.line = line
    self.account = account
  }
}

/// Something about a statement that was read, but may be wrong. `description` is the sentence for it.
public enum StatementWarning: Hashable, Sendable {
  /// Opening balance and entries do not come to the closing balance: something is missing, or told twice.
  case balances(opening: Money, entries: Money, closing: Money)
  /// The parts of an entry do not come to it, so that the entry was taken as one.
  case parts(line: Int, entry: Money, parts: Money)
  /// A total that the file gives for control is another one than what is there.
  case control(line: Int, what: String, said: Int64, found: Int64)
  /// The bank's code does not say whether money came or went, so that the entry was left out.
  case unknownCode(line: Int, code: String, amount: String)
  /// Sign and kind of the entry contradict each other; the sign was followed.
  case sign(line: Int, kind: String, amount: Money)
  /// The entry is in another currency than its statement and not part of the check of balances.
  case otherCurrency(line: Int, amount: Money)
  /// The bank calls what it says here preliminary, a correction, a deletion or a test.
  case status(line: Int, what: String)
  /// The balance behind an entry is another one than that before it and the entry come to.
  case runningBalance(line: Int, said: Money, found: Money)
  /// Nothing of the file tells a currency.
  case assumedCurrency(Currency)
}

extension StatementWarning {
  /// The line in the file, from 1; nil when it concerns the statement as a whole.
  public var line: Int? {
    switch self {
    case .balances, .assumedCurrency: nil
    case .parts(let line, _, _), .control(let line, _, _, _), .unknownCode(let line, _, _),
      .sign(let line, _, _), .otherCurrency(let line, _), .status(let line, _),
      .runningBalance(let line, _, _):
      line
    }
  }
}

extension StatementWarning: CustomStringConvertible {
  /// `"The opening balance of 100.00 EUR and entries of 20.00 EUR do not come to …"`.
  public var description: String {
    switch self {
    case .balances(let opening, let entries, let closing):
      "The opening balance of \(opening) and entries of \(entries) do not come to the closing balance of "
        + "\(closing): entries are missing, or told twice."
    case .parts(let line, let entry, let parts):
      "The parts of the entry on line \(line) come to \(parts), but the entry is \(entry): it was taken as one."
    case .control(let line, let what, let said, let found):
      "Line \(line) says \(what) \(said), but what is there comes to \(found)."
    case .unknownCode(let line, let code, let amount):
      "The code \(code) on line \(line) does not say whether money came or went: \(amount) was left out."
    case .sign(let line, let kind, let amount):
      "The entry on line \(line) is called \(kind), but is \(amount): its sign was followed."
    case .otherCurrency(let line, let amount):
      "The entry on line \(line) is \(amount), not in the currency of its statement."
    case .status(let line, let what): "What line \(line) begins is \(what)."
    case .runningBalance(let line, let said, let found):
      "The balance on line \(line) is \(said), but the one before it and the entry come to \(found): entries are "
        + "missing, or told twice."
    case .assumedCurrency(let currency):
      "Nothing of the file tells a currency: amounts are taken in \(currency.code), that of the policy."
    }
  }
}
