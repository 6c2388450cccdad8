public import Receivables
import SQLEngine

/// What taking the last import back came to.
public struct TakenBackImport: Hashable, Sendable {
  /// The entry that says so.
  public var entry: EntryNumber
  /// The imports, one a file.
  public var imports: [ImportedFile]
  /// Accounts whose books are as they were, and accounts that are gone because it had brought them.
  public var restored: Int, removed: Int
  /// What the whole book comes to now.
  public var totals: [ControlTotals]
}

extension LedgerFile {
  /// Takes back the last import, all of its files, as long as nobody has built on it: nobody recorded anything about an
  /// account that it changed, and no other import came. The books are then what they were, account by account by the
  /// digests of before and as a whole by what the import before it left; else nothing is changed. Journal entries of before
  /// stay, the import's too, and one more says that it was taken back. Throws `LedgerError.importStays`.
  public func takeBackImport(
    action: ActionID, as collector: String, signed signature: Signature
  ) throws(LedgerError) -> TakenBackImport {
    let doing = "take the last import back"
    return try LedgerError.wrapping(doing) {
      try write(doing) {
        guard let day = try Meta(connection: connection).businessDate() else {
          throw LedgerError.noDay(doing: doing)
        }
        let imports = try importsToTakeBack()
        if imports.contains(where: { $0.actor != signature.actor }) {
          try policy.rights.demand(.takeBack, of: signature)
        }
        try ImportDependents(connection: connection).refuse(after: imports)
        var restoring = try BooksRestoring(connection: connection, policy: policy, day: day)
        try restoring.restoreAll()
        try forget(imports)
        let books = try connection.storedBooks()
        try compare(books, withBooksBefore: imports)
        let said = ImportReversal(
          imports: imports.map(\.entry), accounts: books.accounts, totals: books.totals, books: books.digest)
        let entry = NewEntry(
          action: action, account: nil, day: day, collector: collector, body: EntryBody(said))
        let saved = try JournalWriter(connection: connection, signature: signature, policy: policy.digest)
          .append(entry, about: nil)
        return TakenBackImport(
          entry: saved.number, imports: imports, restored: restoring.restored, removed: restoring.removed,
          totals: books.totals)
      }
    }
  }

  /// What `takeBackImport` would take back: the imports of the files that were taken together last, in their order. Throws
  /// `LedgerError.importStays` where what was before is not kept.
  public func lastImport() throws(LedgerError) -> [ImportedFile] {
    try LedgerError.wrapping("look for the last import") { try importsToTakeBack() }
  }

  private func importsToTakeBack() throws -> [ImportedFile] {
    let kept = try Meta(connection: connection).value(.importBefore)
    guard let numbers = kept?.split(separator: " ").compactMap({ Int64($0) }), numbers.count == 2 else {
      let reason =
        try imports(limit: 1).isEmpty
        ? "nothing was imported"
        : "what the books were before it is kept for the last import only, and until it is taken back"
      throw LedgerError.importStays(reason: reason)
    }
    let imports = try imports().filter { numbers[0] <= $0.entry.rawValue && $0.entry.rawValue <= numbers[1] }
    return imports.reversed()
  }

  /// They were taken still, and describe the books of no day any more.
  private func forget(_ imports: [ImportedFile]) throws {
    try connection.run(
      """
      update import_run set kind = '\(ImportRun.takenBack)', as_of = null
      where id in (select id from import_run order by id desc limit $1)
      """, imports.count)
    try connection.run("delete from import_before")
    try Meta(connection: connection).remove(.importBefore)
  }

  private func compare(_ books: BookTotals, withBooksBefore imports: [ImportedFile]) throws {
    let before = try connection.booksTold(before: imports.first?.entry.rawValue ?? 0)
    guard books.digest == before?.books ?? BookTotals().digest else {
      throw LedgerError.importStays(reason: "the books would not be as they were before it")
    }
  }
}

extension ImportRun {
  /// The kind of an import that was taken back, in the table of imports.
  static let takenBack = "taken_back"
}

/// Who has built on an import.
struct ImportDependents {
  let connection: Connection

  /// Throws `LedgerError.importStays` that names the first of them.
  func refuse(after imports: [ImportedFile]) throws {
    let last = imports.last?.entry.rawValue ?? 0
    let recorded = try connection.first(
      """
      with changed (id) as (
        select account_id from import_before union
        select other from account_relation where head in (select account_id from import_before) union
        select head from account_relation where other in (select account_id from import_before))
      select j.number, j.actor, a.number from journal j
      join changed c on c.id = j.account_id join account a on a.id = j.account_id
      where j.number > $1 order by j.number limit 1
      """, last
    ) { "\($0.text(1)) recorded entry \($0.int64(0)) about account \($0.text(2)), which it changed" }
    // A policy says nothing of the books; what else is about all of them may.
    let others = try connection.first(
      "select number, kind from journal where number > $1 and account_id is null and kind <> 'policy' limit 1",
      last
    ) { "entry \($0.int64(0)), of kind \($0.text(1)), came after it" }
    let typed = try connection.first(
      """
      select d.collector, a.number from draft d join import_before b on b.account_id = d.account_id
      join account a on a.id = d.account_id where b.changes is null limit 1
      """
    ) { "\($0.text(0)) has a form about account \($0.text(1)), which it brought, that is not saved" }
    let related = try connection.first(
      """
      select a.number from account_relation r join import_before b on b.account_id in (r.other, r.head)
      join account a on a.id = b.account_id where b.changes is null limit 1
      """
    ) { "account \($0.text(0)), which it brought, was said to belong to another one" }
    if let reason = recorded ?? others ?? typed ?? related { throw LedgerError.importStays(reason: reason) }
  }
}
