import Receivables
import SQLEngine

/// Walks the journal from its first entry and says which entry was changed, removed or put in.
struct ChainCheck {
  private let anchors: [Int64: Set<String>]
  private var last = JournalHead(count: 0, bytes: EvidenceChain.beginning)
  private var lastHash = EvidenceChain.beginning
  /// The newest form of the entries so far.
  private var newestForm = 0
  /// The last entry that adopts a policy.
  private var lastPolicy: Int64?
  /// What entries say was lost before the file was salvaged.
  private var salvages: [(entry: Int64, day: CalendarDay, record: SalvageRecord)] = []
  /// What erasures say is left of which entries, and what is.
  private var erasures: [Int64: [Int64: String]] = [:]
  private var erased: [(entry: Int64, erasure: Int64, left: String)] = []

  init(anchors: [JournalHead]) {
    self.anchors = Dictionary(anchors.map { ($0.count, [$0.hash]) }, uniquingKeysWith: { $0.union($1) })
  }

  /// Checks the whole journal. `step` is called for every entry and may throw to stop. Throws `SQLError`.
  mutating func run(on connection: Connection, _ problems: inout ProblemList, step: () throws -> Void) throws
  {
    salvages = try connection.salvages()
    let rows = try connection.statement(
      """
      select number, action, recorded, day, actor, host, collector, format, policy, kind, salt, body, body_digest,
        previous, hash, account_id, (select number from account where id = account_id)
      from journal order by number
      """)
    defer { rows.reset() }
    while try rows.step() {
      try step()
      check(rows, &problems)
    }
    checkErased(&problems)
    try checkEnd(on: connection, &problems)
  }

  private mutating func check(_ row: Statement, _ problems: inout ProblemList) {
    let number = row.int64(0)
    let text = row.text(11)
    let digest = row.blob(12)
    let hash = row.blob(14)
    let expected = last.count &+ 1
    if number != expected {
      addMissing(expected, before: number, &problems)
    } else if row.blob(13) != lastHash {
      problems.add(
        .journal, entry: number, "Entry \(number) does not follow the entry that stands before it.")
    }
    let body = EntryBody(stored: text)
    if let mark = body.first(ErasedText.self) {
      checkErased(row, mark, text, &problems)
    } else if let written = EvidenceChain.digest(of: text, salt: row.blob(10), format: row.int(7)),
      written != digest
    {
      problems.add(.journal, entry: number, "The text of entry \(number) was changed after it was written.")
    }
    checkForm(row, body, &problems)
    let link = EvidenceChain.Link(
      number: number, action: row.text(1), recorded: row.int64(2), day: row.int(3), actor: row.text(4),
      host: row.text(5), collector: row.text(6), format: row.int(7), policy: row.text(8), kind: row.text(9),
      bodyDigest: digest)
    if EvidenceChain.hash(link, after: row.blob(13)) != hash {
      problems.add(.journal, entry: number, "Entry \(number) was changed after it was written.")
    }
    if body.first(PolicyAdoption.self) != nil { lastPolicy = number }
    if let erasure = body.first(ErasureRecord.self) {
      erasures[number] = Dictionary(
        erasure.parts.map { ($0.entry.rawValue, $0.left) }, uniquingKeysWith: { $1 })
    }
    let isEmptied = body.erasedBy != nil && body.sections.count == 1
    if isEmptied {
      problems.add(
        .journal, entry: number, "Nothing is left of entry \(number) that could be held against what it said."
      )
    } else if let found = body.unreadable {
      problems.add(.journal, entry: number, "Entry \(number) cannot be read: it holds \(found).")
    } else {
      checkAccount(
        of: number, body, filedUnder: row.isNull(15) ? nil : row.optionalText(16) ?? "nobody", &problems)
    }
    last = JournalHead(count: number, bytes: hash)
    lastHash = hash
    if let anchored = anchors[number], anchored != [last.hash] {
      problems.add(
        .journal, entry: number, "The journal up to entry \(number) is not the one that was anchored.")
    }
  }

  /// Entries have the form of the version that wrote them, which never becomes an earlier one, and are filed as what they
  /// are: what looks for erasures, imports and policies goes by that.
  private mutating func checkForm(_ row: Statement, _ body: EntryBody, _ problems: inout ProblemList) {
    let (number, form, kind) = (row.int64(0), row.int(7), row.text(9))
    if form > EvidenceChain.format {
      problems.add(
        .journal, entry: number,
        "Entry \(number) has the form \(form) of a later version: its text cannot be checked.")
    } else if form < newestForm {
      problems.add(
        .journal, entry: number,
        "Entry \(number) has the form \(form), although one before it has the form \(newestForm).")
    }
    newestForm = max(newestForm, form)
    if body.unreadable == nil, body.erasedBy == nil, kind != body.kind {
      problems.add(
        .journal, entry: number, "Entry \(number) is filed as “\(kind)”, but it is one of “\(body.kind)”.")
    }
  }

  /// What an erasure left of an entry of an account was bound to the chain when the entry was written.
  private mutating func checkErased(
    _ row: Statement, _ mark: ErasedText, _ text: String, _ problems: inout ProblemList
  ) {
    let number = row.int64(0)
    guard !row.isNull(15) else {
      return problems.add(
        .journal, entry: number, "The text of entry \(number) was taken out, which no erasure may do.")
    }
    erased.append((number, mark.erasure.rawValue, EvidenceChain.digest(ofErased: text).hexadecimal))
    let bound = EvidenceChain.digest(ofErased: text, mark, format: row.int(7))
    // Of what could not be read nothing is left, and that is said.
    if let bound, bound != row.blob(12), text != EntryBody(mark).text {
      problems.add(
        .journal, entry: number, "What is left of entry \(number) is not what was written in it.")
    }
  }

  /// The account that an entry names is the one that the file puts it under: ids can be swapped without a trace in the
  /// chain, the numbers in the entries cannot.
  private func checkAccount(
    of entry: Int64, _ body: EntryBody, filedUnder account: String?, _ problems: inout ProblemList
  ) {
    let said = body.first(AccountName.self)?.number
    guard said.map({ DocumentKey($0) }) != account.map({ DocumentKey($0) }) else { return }
    problems.add(
      .journal, account: account, entry: entry,
      "Entry \(entry) is about \(said.map { "account \($0)" } ?? "no account"), but the file has it under "
        + "\(account.map { "account \($0)" } ?? "none").")
  }

  /// A salvage may explain a gap. It is none the less one: anybody who can write to the file could say so.
  private func addMissing(_ expected: Int64, before number: Int64, _ problems: inout ProblemList) {
    let missing =
      expected == number &- 1
      ? "Entry \(expected) is" : "Entries \(expected) to \(number &- 1) are"
    let salvage = salvages.first { salvage in
      salvage.entry >= number
        && salvage.record.missing.contains { $0.contains(expected) && $0.contains(number &- 1) }
    }
    let why =
      salvage.map { "; lost when the book was salvaged, says entry \($0.entry) of \($0.day.iso)" } ?? ""
    problems.add(.journal, entry: expected, "\(missing) missing from the journal\(why).")
  }

  /// What an erasure did not say, nobody may have erased; what it left may not be changed either.
  private func checkErased(_ problems: inout ProblemList) {
    for (entry, erasure, left) in erased where erasures[erasure]?[entry] != left {
      problems.add(
        .journal, entry: entry,
        erasures[erasure]?[entry] == nil
          ? "The text of entry \(entry) was taken out, and no erasure says so."
          : "What the erasure of entry \(erasure) left of entry \(entry) was changed.")
    }
  }

  /// A tail that was cut leaves a chain that holds: only what was noted elsewhere tells.
  private func checkEnd(on connection: Connection, _ problems: inout ProblemList) throws {
    let policy = try Meta(connection: connection).value(.policyEntry).flatMap { Int64($0) }
    if policy != lastPolicy {
      problems.add(
        .journal, entry: policy,
        "The book goes by the policy of \(policy.map { "entry \($0)" } ?? "no entry"), but the last one was adopted by "
          + "\(lastPolicy.map { "entry \($0)" } ?? "none").")
    }
    let noted = try Meta(connection: connection).value(.journalHead).flatMap { JournalHead(text: $0) }
    let longest = max(anchors.keys.max() ?? 0, noted?.count ?? 0)
    if longest > last.count {
      problems.add(
        .journal, entry: last.count + 1,
        "The journal ends with entry \(last.count), but it had \(longest): the last ones were removed.")
    } else if let noted, noted != last {
      problems.add(
        .journal, entry: last.count, "The journal's end was written anew: its hash is not the one noted.")
    } else if noted == nil, last.count > 0 {
      problems.add(.journal, entry: last.count, "The note of the journal's last entry was removed.")
    }
  }
}
