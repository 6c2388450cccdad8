import Receivables
import SQLEngine

/// Takes rows over, table by table, and mends what hangs on rows that are lost.
struct TakingOver {
  let old: Connection
  let new: Connection
  private let steps: Int
  private var report = SalvageReport(record: SalvageRecord(file: "", missing: [], losses: []))

  /// What is taken over, and what the rows are called. Everything else is derived.
  private static let tables = [
    ("account", "customers"), ("contact", "contacts"), ("phone", "telephone numbers"),
    ("invoice", "invoices"),
    ("credit", "payments and credit notes"), ("application", "applications"), ("import_run", "imports"),
    ("mapping", "column mappings"), ("journal", "entries"), ("draft", "drafts"),
    ("account_books", "sums of imports"),
  ]

  private static let largestEntry: Int64 = 1 << 40
  /// How many places of one kind are told each for itself.
  private static let toldPlaces = 20
  private static let gapless = "journal_is_gapless"

  init(from old: Connection, into path: String) throws {
    self.old = old
    try FilePlace(path: path).createEmpty()
    new = try Connection(path: path)
    steps = try LedgerSchema.steps(of: old)
    // What is taken over goes into tables as it lay in, and from there the way of every older book.
    try LedgerFile.bringUpToDate(new, steps: steps)
    // Numbers that are missing leave gaps, and rows come before what they belong to.
    try new.execute("drop trigger \(Self.gapless); pragma foreign_keys = off")
  }

  mutating func run(
    naming file: String, _ signature: Signature, _ day: CalendarDay
  ) throws -> SalvageReport {
    report.record.file = file
    try new.transaction(.immediate) {
      for (table, title) in Self.tables { try take(table, title) }
      if steps < LedgerSchema.migrations.count {
        try mend("delete from phone where contact_id not in (select id from contact)", Self.lostPeople)
      }
    }
    try new.migrate(LedgerSchema.migrations)
    try new.transaction(.immediate) {
      try bringBackAccounts()
      try mendReferences()
      try dropSums()
      let end = try journalEnd()
      report.record.missing = try missingEntries(upTo: end.count)
      try restoreMeta(end)
      try RelatedAccounts.rebuild(on: new)
      let entry = NewEntry(
        action: .new(), account: nil, day: day,
        collector: signature.actor, body: EntryBody(report.record))
      _ = try JournalWriter(connection: new, signature: signature, policy: "")
        .append(entry, about: nil, after: end)
      if let trigger = try LedgerSchema.parts()[SchemaPart(kind: "trigger", name: Self.gapless)] {
        try new.execute(trigger)
      }
    }
    try new.checkpoint()
    // As a backup it is one file, without a log beside it.
    try new.execute("pragma journal_mode = delete")
    return report
  }

  private mutating func take(_ table: String, _ title: String) throws {
    var tally = SalvageReport.Table(title: title)
    defer { report.tables.append(tally) }
    let isThere = "select 1 from sqlite_schema where type = 'table' and name = $1"
    guard try old.first(isThere, table, read: { _ in true }) != nil else {
      // Books of versions that did not yet record imports have no sums of them.
      let hasImports = try new.first("select 1 from journal where kind = 'import'") { _ in true } != nil
      if table != "account_books" || hasImports {
        report.record.losses.append("all \(title): their table cannot be found")
      }
      return
    }
    let columns = try new.all("select name from pragma_table_info($1)", table) { $0.text(0) }
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let insert = "insert into \(table) (\(columns.joined(separator: ", "))) values (\(places))"
    let isByAccount =
      try new.first("select wr from pragma_table_list where name = $1", table) { $0.int(0) } == 1
    var reading = TableReading(table, columns: columns, isByAccount: isByAccount, on: old)
    var refused: [Int64] = []
    try reading.each { number, cells in
      // A number that no journal reaches is damage itself, and would make a gap of everything before it.
      guard table != "journal" || (1...Self.largestEntry).contains(number) else {
        return refused.append(number)
      }
      do {
        try new.run(insert, cells: cells)
        tally.taken += 1
      } catch let error as SQLError where error.kind == .constraint {
        refused.append(number)
      }
    }
    (tally.refused, tally.gaps) = (refused.count, reading.gaps.count)
    if let first = refused.first {
      report.record.losses.append(
        "\(refused.count) \(title) that break a rule of the book, the first in row \(first)")
    }
    // Entries that are missing are counted by their numbers.
    guard table != "journal" else { return }
    for gap in reading.gaps.prefix(Self.toldPlaces) {
      let end =
        gap.last.map { $0 > gap.first ? "\(gap.first) to \($0)" : "\(gap.first)" }
        ?? "\(gap.first) and all after it"
      let place = isByAccount ? "of the customers in rows" : "in rows"
      report.record.losses.append("\(title) \(place) \(end), as far as there were any")
    }
    let more = reading.gaps.count - Self.toldPlaces
    if more > 0 { report.record.losses.append("\(title) in \(more) more places") }
  }

  /// Whoever something is recorded or booked about has an account: by the number and name that an entry says, or by none.
  private mutating func bringBackAccounts() throws {
    let tables = ["contact", "invoice", "credit", "application", "journal", "draft"]
    let wanted = tables.map { "select account_id from \($0)" }.joined(separator: " union ")
    let lost = try new.all(
      "select account_id from (\(wanted)) where account_id is not null and account_id not in (select id from account)"
    ) { $0.int64(0) }
    for (count, id) in lost.enumerated() {
      let bodies = try new.all("select body from journal where account_id = $1 order by number desc", id) {
        $0.text(0)
      }
      let said = bodies.lazy.compactMap { EntryBody(stored: $0).first(AccountName.self) }.first
      let number = said?.number ?? "lost-\(id)"
      let name = said?.title ?? "lost customer"
      try new.run(
        "insert into account (id, number, number_key, name) values ($1, $2, $3, $4)", id, number,
        try freeKey(DocumentKey(number).text, id), name)
      guard count < Self.toldPlaces else { continue }
      report.record.losses.append(
        said == nil
          ? "number and name of a customer, now \(number)"
          : "what the books said of customer \(number) \(name), but number and name")
    }
    let more = lost.count - Self.toldPlaces
    if more > 0 { report.record.losses.append("what the books said of \(more) more customers") }
  }

  /// Two customers of an older book may have had numbers that count as one since.
  private func freeKey(_ key: String, _ id: Int64) throws -> String {
    var (free, count) = (key, 0)
    while try new.first("select 1 from account where number_key = $1", free, read: { _ in true }) != nil {
      count += 1
      free = "lost-\(id)-\(count)"
    }
    return free
  }

  /// What hangs on a row that is lost loses that, and is told.
  private mutating func mendReferences() throws {
    let invoices = "(select account_id, id from invoice)"
    let applied = """
      (select account_id, id from application
        union all select account_id, application_id from credit where application_id is not null)
      """
    let repairs = [
      (
        "delete from application where (account_id, invoice_id) not in \(invoices)",
        "applications to invoices that are lost"
      ),
      (
        """
        update credit set invoice_id = null, application_id = null
        where invoice_id is not null and (account_id, invoice_id) not in \(invoices)
        """, "applications of payments to invoices that are lost"
      ),
      (
        """
        update application set credit_id = null
        where credit_id is not null and (account_id, credit_id) not in (select account_id, id from credit)
        """, "links of applications to payments that are lost"
      ),
      (
        """
        update application set reverses = null
        where reverses is not null and (account_id, reverses) not in \(applied)
        """, "links of reversals to what they reverse"
      ),
      (
        "delete from phone where (account_id, contact) not in (select account_id, position from contact)",
        Self.lostPeople
      ),
      (
        "delete from account_books where account_id not in (select id from account)",
        "sums of customers who are lost"
      ),
    ]
    for (statement, title) in repairs { try mend(statement, title) }
  }

  private static let lostPeople = "telephone numbers of people who are lost"

  private mutating func mend(_ statement: String, _ title: String) throws {
    try new.run(statement)
    if new.changes > 0 { report.record.losses.append("\(new.changes) \(title)") }
  }

  /// What the last import left of a customer is not what is left now: without a note of it the next import makes a new one.
  private mutating func dropSums() throws {
    var count = 0
    let stream = try AccountStream(.all, on: new)
    while let file = try stream.next() {
      let id = file.customer.id.rawValue
      let stored = try new.first(AccountBooks.select, id) { AccountBooks(row: $0, from: 0) }
      guard let stored, stored != AccountBooks(of: file) else { continue }
      try new.run("delete from account_books where account_id = $1", id)
      count += 1
    }
    if count > 0 { report.record.losses.append("something of the books of \(count) customers") }
  }

  /// The end of the journal as the file noted it, or as far as its entries go.
  private func journalEnd() throws -> JournalHead {
    let read = try new.journalHead()
    let noted = (try? Meta(connection: old).value(.journalHead)).flatMap { JournalHead(text: $0) }
    // A note that is damaged itself could tell of entries that never were: not more than the file has room for.
    let room = (try? old.first("pragma page_count") { $0.int64(0) }) ?? 0
    guard let noted, noted.count > read.count, noted.count - read.count <= (room ?? 0) * 40 else {
      return read
    }
    return noted
  }

  private func missingEntries(upTo last: Int64) throws -> [ClosedRange<Int64>] {
    var missing: [ClosedRange<Int64>] = []
    var next: Int64 = 1
    for number in try new.all(
      "select number from journal where number > 0 order by number", read: { $0.int64(0) })
    {
      if number > next { missing.append(next...(number - 1)) }
      next = number &+ 1
    }
    if next <= last { missing.append(next...last) }
    return missing
  }

  private func restoreMeta(_ end: JournalHead) throws {
    let meta = Meta(connection: new)
    try meta.set(.journalHead, to: end.description)
    let policy = try new.first(
      "select number from journal where kind = 'policy' order by number desc limit 1"
    ) { $0.int64(0) }
    if let policy { try meta.set(.policyEntry, to: String(policy)) }
  }
}
