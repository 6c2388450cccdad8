public import Receivables
import SQLEngine

/// A policy that a book goes or went by, and who made it so.
public struct AdoptedPolicy: Hashable, Sendable {
  /// The entry that holds it.
  public let entry: EntryNumber
  /// The business date from which on it was in force.
  public let day: CalendarDay
  /// True UTC.
  public let recorded: Instant
  /// The operating system's user, and the machine.
  public let actor: String, host: String
  /// As whom they worked.
  public let collector: String
  /// Names the text.
  public let digest: String
  /// The policy as it was written.
  public let text: String
}

extension LedgerFile {
  /// Makes `offered` the policy of the book: an entry of the journal says so, with its text, and everything is derived
  /// by it, in one transaction. What was decided before stays as it was decided. False when the book goes by this text
  /// already: then nothing is written. Throws `LedgerError`.
  @discardableResult
  public func adopt(
    signed signature: Signature, collector: String, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) -> Bool {
    let doing = "adopt the policy"
    return try LedgerError.wrapping(doing) {
      let entry: String? = try write(doing) {
        let meta = Meta(connection: connection)
        guard let day = try meta.businessDate() else { throw LedgerError.noDay(doing: doing) }
        // Somebody else may have been faster.
        guard policy.digest != offered.policy.digest else { return nil }
        try policy.rights.demand(.applyPolicy, of: signature)
        let entry = try append(offered, on: day, collector: collector, signature)
        try Deriving(connection: connection, policy: offered.policy, day: day).store(.all, progress: progress)
        try meta.set(.rules, to: RulesMark.text(of: offered.policy))
        return entry
      }
      guard let entry else { return false }
      // Reading it back could fail, and it is the book's policy already.
      (policy, policyEntry) = (offered.policy, entry)
      return true
    }
  }

  /// The policy that the book adopted last; nil before its first day. Throws `LedgerError`.
  public func adoptedPolicy() throws(LedgerError) -> AdoptedPolicy? {
    try LedgerError.wrapping("read the policy") {
      guard let entry = try Meta(connection: connection).value(.policyEntry) else { return nil }
      return try connection.first(Self.adoptions("number = $1"), Int64(entry) ?? 0, read: Self.adoption)
        .flatMap { $0 }
    }
  }

  /// The policy by which the book went at the end of `day`; nil when it had none yet. Throws `LedgerError`.
  public func adoptedPolicy(on day: CalendarDay) throws(LedgerError) -> AdoptedPolicy? {
    try LedgerError.wrapping("read the policy of \(day.iso)") {
      try connection.first(
        Self.adoptions("kind = 'policy' and day <= $1 order by number desc limit 1"), day.number,
        read: Self.adoption
      ).flatMap { $0 }
    }
  }

  /// How often each code of a policy stands in the journal. Reads all of it. Throws `LedgerError`.
  public func usedCodes() throws(LedgerError) -> [UsedCode: Int] {
    try LedgerError.wrapping("read the journal") {
      var counts: [UsedCode: Int] = [:]
      try connection.transaction(.deferred) {
        let rows = try connection.statement("select body from journal order by number")
        defer { rows.reset() }
        while try rows.step() {
          for code in EntryBody(stored: rows.text(0)).usedCodes { counts[code, default: 0] += 1 }
        }
      }
      return counts
    }
  }

  /// Makes `offered` the policy of a book that has none. Runs inside a write transaction.
  func adoptFirst(on day: CalendarDay, _ signature: Signature) throws {
    // One that a hand took out of the note is in the journal all the same.
    let known = try connection.first("select max(number) from journal where kind = 'policy'") {
      $0.optionalInt64(0)
    }
    if let known = known ?? nil {
      try Meta(connection: connection).set(.policyEntry, to: String(known))
      return try refreshPolicy("read the policy")
    }
    try append(offered, on: day, collector: signature.actor, signature)
  }

  /// Writes the entry that adopts a policy and returns its number, as the book notes it.
  @discardableResult
  private func append(
    _ adopted: PolicyText, on day: CalendarDay, collector: String, _ signature: Signature
  ) throws -> String {
    let entry = NewEntry(
      action: .new(), account: nil,
      day: day,
      collector: collector, body: EntryBody(PolicyAdoption(digest: adopted.policy.digest, text: adopted.text))
    )
    let saved = try JournalWriter(connection: connection, signature: signature, policy: adopted.policy.digest)
      .append(entry, about: nil)
    let number = String(saved.number.rawValue)
    try Meta(connection: connection).set(.policyEntry, to: number)
    return number
  }

  private static func adoptions(_ condition: String) -> String {
    "select number, day, recorded, actor, host, collector, body from journal where \(condition)"
  }

  private static func adoption(_ row: Statement) -> AdoptedPolicy? {
    guard let adoption = EntryBody(stored: row.text(6)).first(PolicyAdoption.self) else { return nil }
    return AdoptedPolicy(
      entry: EntryNumber(rawValue: row.int64(0)), day: CalendarDay(number: row.int(1)),
      recorded: Instant(milliseconds: row.int64(2)), actor: row.text(3), host: row.text(4),
      collector: row.text(5),
      digest: adoption.digest, text: adoption.text)
  }
}
