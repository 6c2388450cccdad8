import Receivables
import SQLEngine

/// Which accounts of the book belong together: an index over what the journal says, made anew whenever that changes.
///
/// Rows of accounts stay apart in the books. Where two are worked together, the one that goes on has a derived row, made of
/// both, and whoever asks for the other one gets it. What was recorded while they were together is a part of both journals
/// once they are apart again.
struct RelatedAccounts {
  static let migration = """
    create table account_relation (
      other integer not null references account (id),
      head integer not null references account (id),
      from_entry integer not null,
      to_entry integer,
      kind text not null,
      primary key (other, from_entry, head)
    ) strict, without rowid;
    create index journal_of_relations on journal (number) where \(isTold);
    """

  /// The entries that say how accounts belong together, and those that may take such back.
  private static let isTold = "kind = 'relation' or kind = 'reversal'"

  private struct Row: Hashable {
    let other, head, from: Int64
    let to: Int64?
    let kind: CustomerRelation.Kind
  }

  private let rows: [Row]
  /// Whom an account is worked with, and from which entry on.
  private var heads: [Int64: Row] = [:]
  // Asked for each account of a book.
  private let involved: Set<Int64>

  /// Throws `SQLError`.
  init(on connection: Connection) throws {
    try self.init(
      try connection.all(
        "select other, head, from_entry, to_entry, kind from account_relation order by from_entry, other"
      ) { row in
        guard let kind = CustomerRelation.Kind(rawValue: row.text(4)) else {
          throw LedgerError.unreadable("that two accounts are “\(row.text(4))”")
        }
        return Row(
          other: row.int64(0), head: row.int64(1), from: row.int64(2), to: row.optionalInt64(3), kind: kind)
      })
  }

  private init(_ rows: [Row]) throws {
    self.rows = rows
    involved = Set(rows.flatMap { [$0.other, $0.head] })
    for row in rows where row.to == nil && row.kind.isTogether { heads[row.other] = row }
  }

  /// Whether anything is known of an account that makes it more than its own rows.
  func involves(_ account: Int64) -> Bool { !involved.isEmpty && involved.contains(account) }

  /// Whether an account is worked as a part of another one.
  func isPart(_ account: Int64) -> Bool { heads[account] != nil }

  /// The account that one is worked with; itself where it is none's part.
  func top(of account: Int64) -> Int64 {
    var top = account
    while let head = heads[top]?.head { top = head }
    return top
  }

  /// All accounts that any entry ever related to this one, and those related to them.
  func circle(of account: Int64) -> Set<Int64> { reached(from: [account]) { _ in true } }

  /// These accounts, and those that the rows of a kind lead to from one to the next.
  private func reached(from accounts: Set<Int64>, by isMeant: (Row) -> Bool) -> Set<Int64> {
    let rows = rows.filter(isMeant)
    var reached = accounts
    while true {
      let count = reached.count
      for row in rows where reached.contains(row.other) || reached.contains(row.head) {
        reached.formUnion([row.other, row.head])
      }
      if reached.count == count { return reached }
    }
  }

  /// Accounts that are a part of another one.
  var parts: [Int64] { heads.keys.sorted() }

  /// Names the wholes in the temporary table `touched` whose parts it names. Throws `SQLError`.
  func putTops(on connection: Connection) throws {
    for part in parts {
      try connection.run(
        "insert into touched (account_id) select $2 from touched where account_id = $1 on conflict do nothing",
        part, top(of: part))
    }
  }

  // MARK: What belongs to an account

  /// An account with everything that is worked with it. Throws `SQLError` and `LedgerError`.
  func whole(_ account: AccountFile, on connection: Connection) throws -> AccountFile {
    let id = account.customer.id.rawValue
    guard involves(id) else { return account }
    var file = account
    file.take(try together(with: id, on: connection))
    for row in parts(of: id) {
      var part = try connection.ownAccount(row.other)
      part.take(try together(with: row.other, on: connection))
      let name = AccountName(number: part.customer.number, title: part.customer.name)
      file.take(part, as: RelatedCustomer(name, standing: .together(row.kind)))
    }
    for former in former(of: id) {
      let other = try connection.ownAccount(former)
      file.split(from: other)
      // What takes an entry back goes where the entry is.
      let known = Set(file.entries.map(\.number))
      file.take(
        other.entries.filter { $0.body.first(Reversal.self).map { known.contains($0.entry) } ?? false })
    }
    for row in rows where row.to == nil && row.kind == .group && (row.head == id || row.other == id) {
      guard let name = try connection.accountName(row.head == id ? row.other : row.head) else { continue }
      file.related.append(RelatedCustomer(name, standing: row.head == id ? .branch : .head))
    }
    return file
  }

  /// Accounts that any part of this one was ever one with, and that are no part of it any more.
  private func former(of account: Int64) -> [Int64] {
    let whole = Set(parts(of: account).map(\.other) + [account])
    return reached(from: whole) { $0.kind.isTogether }.subtracting(whole).sorted()
  }

  /// Everything that is worked with an account, each behind what it is a part of.
  private func parts(of account: Int64) -> [Row] {
    rows.filter { $0.head == account && heads[$0.other] == $0 }.flatMap { [$0] + parts(of: $0.other) }
  }

  /// What was recorded about an account while it was a part of others, wherever that stands.
  private func together(
    with account: Int64, on connection: Connection, besides known: Set<Row> = []
  ) throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for row in rows where row.other == account && row.kind.isTogether && !known.contains(row) {
      let all =
        try connection.ownEntries(row.head)
        + together(with: row.head, on: connection, besides: known.union([row]))
      entries += all.filter { $0.number.rawValue > row.from && $0.number.rawValue < row.to ?? .max }
    }
    return entries
  }

  /// What holds, but for those that are different, by their heads. Throws `SQLError`.
  func inForce(on connection: Connection) throws -> [CustomerRelation] {
    try rows.filter {
      $0.to == nil && $0.kind != .different && (!$0.kind.isTogether || heads[$0.other] == $0)
    }
    .compactMap { row in
      guard let head = try connection.accountName(row.head), let other = try connection.accountName(row.other)
      else { return nil }
      return CustomerRelation(row.kind, of: head, to: other)
    }
    .sorted { ($0.head.number, $0.other.number) < ($1.head.number, $1.other.number) }
  }

  // MARK: What may be said

  private func isDirect(_ one: Int64, _ other: Int64) -> Bool {
    rows.contains {
      $0.to == nil && ($0.head == one && $0.other == other || $0.head == other && $0.other == one)
    }
  }

  /// A relation with the names that the books have, of the one of whom the other is a part where both are to be split.
  /// Throws `SQLError`.
  func completed(_ relation: CustomerRelation, on connection: Connection) throws -> CustomerRelation {
    var relation = relation
    let other = try connection.ownAccount(number: relation.other.number)
    var head = try connection.ownAccount(number: relation.head.number)
    if relation.kind == .different, let one = head, let two = other, !isDirect(one, two),
      let whole = heads[two], top(of: one) == top(of: two)
    {
      head = whole.head
    }
    relation.head = try head.flatMap { try connection.accountName($0) } ?? relation.head
    relation.other = try other.flatMap { try connection.accountName($0) } ?? relation.other
    return relation
  }

  /// Throws `LedgerError.cannotRelate` for a relation, recorded on the account of `file`, that would make no sense.
  func check(_ relation: CustomerRelation, saidOf file: AccountFile, on connection: Connection) throws {
    func place(_ name: AccountName) throws -> Int64 {
      guard let id = try connection.ownAccount(number: name.number) else {
        throw LedgerError.cannotRelate(reason: "the books have no customer \(name.number)")
      }
      return id
    }
    let (head, other) = try (place(relation.head), place(relation.other))
    let account = file.customer.id.rawValue
    guard head != other else {
      throw LedgerError.cannotRelate(reason: "\(relation.other.number) is the account itself")
    }
    guard top(of: head) == account else {
      throw LedgerError.cannotRelate(reason: "\(relation.head.number) is no part of this account")
    }
    guard relation.kind != .different else { return }
    let isSaid = rows.contains {
      $0.to == nil && $0.head == head && $0.other == other && $0.kind == relation.kind
    }
    guard !isSaid else {
      throw LedgerError.cannotRelate(
        reason: "that was said of \(relation.head.number) and \(relation.other.number) already")
    }
    guard heads[other]?.head != head else { return }
    guard top(of: other) != account || relation.kind == .group && isDirect(head, other) else {
      throw LedgerError.cannotRelate(reason: "\(relation.other.number) is a part of this account already")
    }
    if let whole = heads[other] {
      let name = try connection.accountName(whole.head)?.who ?? ""
      throw LedgerError.cannotRelate(reason: "\(relation.other.number) is worked together with \(name)")
    }
  }

  // MARK: Made of the journal

  /// Makes the index anew. Runs inside a write transaction. Throws `SQLError` and `LedgerError`.
  static func rebuild(on connection: Connection) throws {
    try connection.run("delete from account_relation")
    for row in try told(on: connection) {
      try connection.run(
        "insert into account_relation (other, head, from_entry, to_entry, kind) values ($1, $2, $3, $4, $5)",
        row.other, row.head, row.from, row.to, row.kind.rawValue)
    }
    // What somebody typed about a part is offered with the whole.
    let related = try RelatedAccounts(on: connection)
    for part in related.parts {
      try connection.run(
        "update draft set account_id = $2 where account_id = $1", part, related.top(of: part))
    }
  }

  /// Whether the index is what the journal says. Throws `SQLError` and `LedgerError`.
  func isTrue(on connection: Connection) throws -> Bool { Set(try Self.told(on: connection)) == Set(rows) }

  /// The newest goes first where two contradict each other: nobody is a part of two accounts, or of itself.
  private static func told(on connection: Connection) throws -> [Row] {
    let entries = try connection.all(
      "select \(JournalEntry.columns) from journal where \(isTold) order by number"
    ) { JournalEntry(row: $0) }
    var rows: [Row] = []
    var heads: [Int64: Int64] = [:]
    for span in RelationSpan.all(in: entries).reversed() {
      guard let head = try connection.ownAccount(number: span.relation.head.number),
        let other = try connection.ownAccount(number: span.relation.other.number), head != other
      else { continue }
      if span.relation.kind.isTogether, span.to == nil {
        var top = head
        while let next = heads[top] { top = next }
        guard heads[other] == nil, top != other else { continue }
        heads[other] = head
      }
      rows.append(
        Row(
          other: other, head: head, from: span.from.rawValue, to: span.to?.rawValue,
          kind: span.relation.kind))
    }
    return rows
  }
}

extension Connection {
  /// One account's own rows, whatever is worked with it. Throws `LedgerError.unknownAccount` and `SQLError`.
  func ownAccount(_ account: Int64) throws -> AccountFile {
    guard let file = try AccountStream(account: account, on: self).next() else {
      throw LedgerError.unknownAccount
    }
    return file
  }

  /// The account of that number, spelled in any way that `DocumentKey` takes for the same; nil when there is none. Of two
  /// that it takes for the same, as an earlier version may have stored them, the one that is spelled so. Throws `SQLError`.
  func ownAccount(number: String) throws -> Int64? {
    for key in [NumberKeys.spelled(number), number, DocumentKey(number).text] {
      if let id = try first("select id from account where number_key = $1", key, read: { $0.int64(0) }) {
        return id
      }
    }
    return nil
  }

  fileprivate func ownEntries(_ account: Int64) throws -> [JournalEntry] {
    try all("select \(JournalEntry.columns) from journal where account_id = $1 order by number", account) {
      JournalEntry(row: $0)
    }
  }

  /// Number and name of an account; nil when there is none. Throws `SQLError`.
  func accountName(_ account: Int64) throws -> AccountName? {
    try first("select number, name from account where id = $1", account) {
      AccountName(number: $0.text(0), title: $0.text(1))
    }
  }
}
