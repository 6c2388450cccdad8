public import Receivables

/// Accounts as they were read lately, which hold as long as nobody writes to the file.
struct KnownAccounts {
  private static let most = 6
  /// The file's state for which they hold.
  private var state: Int64 = -1
  private var files: [AccountFile] = []

  /// The account, when it was read in this state of the file.
  mutating func account(_ id: AccountID, in state: Int64) -> AccountFile? {
    if state != self.state { (self.state, files) = (state, []) }
    return files.last { $0.customer.id == id }
  }

  mutating func add(_ file: AccountFile) {
    if files.count == Self.most { files.removeFirst() }
    files.append(file)
  }
}

extension LedgerFile {
  /// The same as `account`, without reading it again when nothing has been written to the file since it was
  /// read. Throws what `account` throws.
  public func knownAccount(_ id: AccountID) throws(LedgerError) -> AccountFile {
    if let file = try known(id) { return file }
    let file = try account(id)
    known.add(file)
    return file
  }

  /// Whether `knownAccount` has nothing to read. Throws `LedgerError`.
  public func knows(_ id: AccountID) throws(LedgerError) -> Bool { try known(id) != nil }

  /// The state is asked for before anything is read: what is written between the two makes the file that is
  /// read seem older than it is, and never newer.
  private func known(_ id: AccountID) throws(LedgerError) -> AccountFile? {
    known.account(id, in: try dataVersion())
  }
}
