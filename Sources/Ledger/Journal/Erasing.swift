import Glibc
public import Receivables
import SQLEngine

extension LedgerFile {
  /// Takes out of these entries of one account what somebody typed and whom it names, for the reason that `ground` says.
  /// An entry says so, with what is left of each; the chain holds, and what follows from amounts and days is as it was.
  /// Forms of the account that were not saved go too. Returns that entry, and whether the text is out of the log of the file
  /// too: a session that reads at that moment keeps it there until it ends. Throws `LedgerError`.
  ///
  /// What other places hold is not reached: backups, exports, the accounting system.
  @discardableResult
  public func erase(
    _ entries: [EntryNumber], of account: AccountID, ground: String, action: ActionID, as collector: String,
    signed signature: Signature
  ) throws(LedgerError) -> (entry: JournalEntry, isGone: Bool) {
    let doing = "erase the text"
    return try LedgerError.wrapping(doing) {
      let saved = try write(doing) {
        if let saved = try savedEntry(action) {
          let parts = saved.body.first(ErasureRecord.self)?.parts.map(\.entry)
          guard saved.account == account, parts == Set(entries).sorted() else {
            throw LedgerError.otherAction(saved.number)
          }
          return saved
        }
        try policy.rights.demand(.erase, of: signature)
        guard let day = try Meta(connection: connection).businessDate() else {
          throw LedgerError.noDay(doing: doing)
        }
        let file = try read(account)
        return try erase(
          Set(entries).sorted(), of: file, ground, signature,
          NewEntry(
            action: action, account: account, day: day, collector: collector,
            body: EntryBody(ErasureRecord([], ground: ground))))
      }
      // The log still holds the pages as they were.
      var isGone = false
      for _ in 0..<50 where !isGone {
        isGone = try gate.hold(doing) { try connection.checkpoint() }
        if !isGone { usleep(100_000) }
      }
      return (saved, isGone)
    }
  }

  private func erase(
    _ numbers: [EntryNumber], of file: AccountFile, _ ground: String, _ signature: Signature,
    _ entry: NewEntry
  ) throws -> JournalEntry {
    let erasure = EntryNumber(rawValue: try connection.journalHead().count &+ 1)
    let left = try numbers.map { number in
      guard let entry = file.entries.first(where: { $0.number == number }) else {
        throw LedgerError.cannotErase(number, reason: "it is not of account \(file.customer.number)")
      }
      guard entry.body.erasedBy == nil else {
        throw LedgerError.cannotErase(number, reason: "that was done before")
      }
      guard entry.body.first(CustomerRelation.self) == nil else {
        throw LedgerError.cannotErase(
          number, reason: "nobody typed anything in it: it says which customers belong together")
      }
      guard entry.body.first(ErasureRecord.self) == nil else {
        throw LedgerError.cannotErase(number, reason: "it tells of an erasure itself")
      }
      return (number: number, text: try text(ofErased: number, by: erasure))
    }
    var entry = entry
    entry.body = EntryBody(
      ErasureRecord(
        left.map { .init(entry: $0.number, left: EvidenceChain.digest(ofErased: $0.text).hexadecimal) },
        ground: ground))
    let saved = try JournalWriter(connection: connection, signature: signature, policy: policy.digest)
      .append(
        entry, about: Customer(id: file.customer.id, number: file.customer.number, name: EntryBody.erasedWord)
      )
    for (number, text) in left {
      try connection.run(
        "update journal set salt = zeroblob(0), body = $2 where number = $1", number.rawValue, text)
    }
    let account = file.customer.id.rawValue
    try connection.run("delete from draft where account_id = $1", account)
    try connection.run("update account set version = version + 1 where id = $1", account)
    if let day = try Meta(connection: connection).businessDate() {
      try Deriving(connection: connection, policy: policy, day: day)
        .storeRelated(try RelatedAccounts(on: connection).circle(of: account))
    }
    return saved
  }

  /// What comes in the place of an entry's text, from the text as it stands in the file.
  private func text(ofErased number: EntryNumber, by erasure: EntryNumber) throws -> String {
    let text = try connection.first(
      "select body, salt, format from journal where number = $1 and format <= $2", number.rawValue,
      EvidenceChain.format
    ) { row in
      EvidenceChain.erased(row.text(0), salt: row.blob(1), format: row.int(2), by: erasure)
    }
    guard let text else { throw LedgerError.cannotErase(number, reason: "a later version wrote it") }
    return text
  }
}
