import Receivables
import SQLEngine

/// Adds entries to the journal's end. Runs inside a write transaction.
struct JournalWriter {
  let connection: Connection
  let recorded: Instant
  let actor: String
  let host: String

  /// Adds `entry` with its link of the chain. Throws `SQLError`.
  func append(_ entry: NewEntry) throws -> JournalEntry {
    let last = try connection.first("select number, hash from journal order by number desc limit 1") {
      (number: $0.int64(0), hash: $0.blob(1))
    }
    // A number that a hand has put out of reach is refused by the table's own rule.
    let number = (last?.number ?? 0) &+ 1
    let previous = last?.hash ?? EvidenceChain.beginning
    let salt = Self.salt()
    let text = entry.body.text
    let digest = EvidenceChain.digest(of: text, salt: salt)
    let hash = EvidenceChain.hash(
      EvidenceChain.Link(
        number: number, action: entry.action.rawValue, recorded: recorded.milliseconds, day: entry.day.number,
        actor: actor, host: host, collector: entry.collector, account: entry.account.rawValue,
        kind: entry.body.kind, bodyDigest: digest),
      after: previous)
    try connection.run(
      """
      insert into journal (number, action, recorded, day, actor, host, collector, account_id, kind, salt, body,
        body_digest, previous, hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """,
      number, entry.action.rawValue, recorded.milliseconds, entry.day.number, actor, host, entry.collector,
      entry.account.rawValue, entry.body.kind, salt, text, digest, previous, hash)
    try Meta(connection: connection).set(
      .journalHead, to: JournalHead(count: number, bytes: hash).description)
    return JournalEntry(
      number: EntryNumber(rawValue: number), action: entry.action, recorded: recorded, day: entry.day,
      actor: actor,
      collector: entry.collector, account: entry.account, body: entry.body)
  }

  private static func salt() -> [UInt8] {
    var system = SystemRandomNumberGenerator()
    return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &system) }
  }
}

extension JournalEntry {
  /// What a query must give for `init(row:)`, in this order.
  static let columns = "account_id, number, action, recorded, day, actor, collector, kind, body"

  /// An entry as a row of `columns`. Throws `LedgerError.unreadable` with its number.
  init(row: Statement) throws(LedgerError) {
    let number = row.int64(1)
    let kind = row.text(7)
    let body: EntryBody
    do {
      body = try row.withBytes(8) { (text) throws(EntryTextError) in
        try EntryBody(kind: kind, text: text.span)
      }
    } catch {
      throw .unreadable("journal entry \(number): it holds \(error.found)")
    }
    self.init(
      number: EntryNumber(rawValue: number), action: ActionID(rawValue: row.text(2)),
      recorded: Instant(milliseconds: row.int64(3)), day: CalendarDay(number: row.int(4)), actor: row.text(5),
      collector: row.text(6), account: AccountID(rawValue: row.int64(0)), body: body)
  }
}
