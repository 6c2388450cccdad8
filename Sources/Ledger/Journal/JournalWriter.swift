public import Receivables
import SQLEngine

extension JournalEntry {
  /// What a query must give for `init(row:)`, in this order.
  static let columns = "account_id, number, action, recorded, day, actor, collector, body"

  /// An entry as a row of `columns`. One that cannot be read says so in its body.
  init(row: Statement) {
    self.init(
      number: EntryNumber(rawValue: row.int64(1)), action: ActionID(rawValue: row.text(2)),
      recorded: Instant(milliseconds: row.int64(3)), day: CalendarDay(number: row.int(4)), actor: row.text(5),
      collector: row.text(6), account: row.optionalInt64(0).map { AccountID(rawValue: $0) },
      body: EntryBody(stored: row.text(7)))
  }
}

extension ActionID {
  /// The name of a new action, from the system's randomness.
  public static func new() -> ActionID {
    ActionID(random: .random(in: .min ... .max), .random(in: .min ... .max))
  }
}

extension Connection {
  /// The end of the journal. Throws `SQLError`.
  func journalHead() throws -> JournalHead {
    try first("select number, hash from journal order by number desc limit 1") {
      JournalHead(count: $0.int64(0), bytes: $0.blob(1))
    } ?? JournalHead(count: 0, bytes: EvidenceChain.beginning)
  }
}

/// Adds entries to the journal's end. Runs inside a write transaction.
struct JournalWriter {
  let connection: Connection
  let signature: Signature
  /// Digest of the policy in force.
  let policy: String

  /// Adds `entry` with its link of the chain, after whom it is about, and reads it back: what cannot be understood or
  /// says something else is not stored. It follows the last entry, or `end` where the last ones are lost. Throws
  /// `LedgerError.notReadBack` and `SQLError`.
  func append(
    _ entry: NewEntry, about customer: Customer?, after end: JournalHead? = nil
  ) throws -> JournalEntry {
    let last = try end ?? connection.journalHead()
    let number = last.count &+ 1
    let previous = last.bytes
    let salt = Self.salt()
    var body = entry.body
    if let customer {
      body.sections.insert(AccountName(number: customer.number, title: customer.name), at: 0)
    }
    let text = body.text
    let digest = EvidenceChain.digest(of: text, salt: salt)
    let link = EvidenceChain.Link(
      number: number, action: entry.action.rawValue, recorded: signature.at.milliseconds,
      day: entry.day.number,
      actor: signature.actor, host: signature.host, collector: entry.collector, format: EvidenceChain.format,
      policy: policy, kind: body.kind, bodyDigest: digest)
    let hash = EvidenceChain.hash(link, after: previous)
    try connection.run(
      """
      insert into journal (number, action, recorded, day, actor, host, collector, account_id, format, policy, kind,
        salt, body, body_digest, previous, hash)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """,
      number, link.action, link.recorded, link.day, link.actor, link.host, link.collector,
      entry.account?.rawValue, link.format, link.policy, link.kind, salt, text, digest, previous, hash)
    try Meta(connection: connection).set(
      .journalHead, to: JournalHead(count: number, bytes: hash).description)
    return try readBack(number, body, text)
  }

  private func readBack(_ number: Int64, _ body: EntryBody, _ text: String) throws -> JournalEntry {
    let saved = try connection.first(
      "select \(JournalEntry.columns) from journal where number = $1", number
    ) { JournalEntry(row: $0) }
    guard let saved, saved.body.unreadable == nil, saved.body == body, saved.body.text == text else {
      throw LedgerError.notReadBack(saved?.body.unreadable ?? "something else than was written")
    }
    return saved
  }

  private static func salt() -> [UInt8] {
    var system = SystemRandomNumberGenerator()
    // Two questions to the system instead of sixteen.
    return (0..<2).flatMap { _ in withUnsafeBytes(of: system.next() as UInt64, Array.init) }
  }
}
