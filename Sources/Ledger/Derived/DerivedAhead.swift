import Receivables
import SQLEngine

/// What is derived of one account, or why it cannot be.
struct DerivedAccount: Sendable {
  let customer: Customer
  let row: Result<DerivedRow, MoneyError>
  /// `AccountFile.searchedText`; nil where it is as it was.
  let words: String?

  init(of file: AccountFile, policy: Policy, asOf day: CalendarDay, isSearched: Bool) {
    customer = file.customer
    row = Result { () throws(MoneyError) in try DerivedRow(of: file, policy: policy, asOf: day) }
    words = isSearched ? file.searchedText : nil
  }
}

/// The accounts that a new day changes, read and derived on another core while those before them are written here. Books and
/// journal are no others on a new day, so that a connection that does not see what is written reads them.
///
/// Runs inside a write transaction: nobody else may write meanwhile.
struct DerivedAhead {
  /// Used by one thread after the other, never by two.
  private final class Source: @unchecked Sendable {
    private let connection: Connection
    private let accounts: WholeAccounts
    private var isAtEnd = false
    private let policy: Policy
    private let day: CalendarDay

    init(path: String, _ policy: Policy, _ day: CalendarDay) throws {
      connection = try Connection(path: path)
      try connection.execute(LedgerSchema.temporary)
      try connection.execute("begin")
      try connection.run(Deriving.touchChanging, day.number)
      accounts = try WholeAccounts(.touched, on: connection)
      (self.policy, self.day) = (policy, day)
    }

    /// The next accounts; none after the last.
    func piece() throws -> [DerivedAccount] {
      var piece: [DerivedAccount] = []
      while !isAtEnd, piece.count < 128 {
        // Asked once more, the stream would begin anew.
        guard let file = try accounts.next() else {
          isAtEnd = true
          break
        }
        piece.append(DerivedAccount(of: file, policy: policy, asOf: day, isSearched: false))
      }
      return piece
    }
  }

  private let source: Source

  /// Those that change on `day` or did before, of the book at `path`. Throws `SQLError`.
  init(path: String, policy: Policy, day: CalendarDay) throws {
    source = try Source(path: path, policy, day)
  }

  /// Calls `body` with one after the other. Throws what it throws, `SQLError` and `LedgerError.unreadable`.
  func forEach(_ body: (DerivedAccount) throws -> Void) throws {
    var coming = OtherCore { [source] in try source.piece() }
    while true {
      let accounts = try coming.wait().get()
      if accounts.isEmpty { return }
      coming = OtherCore { [source] in try source.piece() }
      for account in accounts { try body(account) }
    }
  }
}
