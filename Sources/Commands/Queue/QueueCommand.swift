public import ArgumentParser
import Ledger
public import Receivables

/// `kept queue`: who to call, in order, and why.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "List who to call, in order, and why.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: "Which accounts to list.")
  var view: WorklistView = .mine

  @Option(help: "What to sort by.")
  var order: WorklistOrder = .lane

  @Option(
    help: ArgumentHelp(
      "Only accounts with these words in name, number, phone, invoice or note, or with such amounts; the best matches first.",
      valueName: "text"))
  var search = ""

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many accounts.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    if reading.asOf != nil, order != .lane || !search.isEmpty {
      throw ValidationError("--order and --search work on the queue of today, not with --as-of.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative.") }
  }

  func run() throws {
    let book = try options.openBook()
    let day = reading.asOf ?? book.today
    if options.format == .csv, reading.asOf == nil {
      let records = QueueRecords(policy: book.policy, today: day)
      let made = try book.ledger.lines(of: storedQuery(of: book), limit: limit ?? .max) {
        records.of($0, rank: $1)
      }
      return try StandardOutput.write(QueueRecords.header, made)
    }
    let (rows, shown) = try reading.asOf == nil ? storedRows(of: book) : derivedRows(of: book, asOf: day)
    if shown != view, options.format == .text {
      StandardOutput.say("Nothing is due in the queue of \(options.collector). This is everyone's.")
    }
    if rows.isEmpty, !search.isEmpty, options.format == .text {
      let wider = view == .all ? "" : " --view all looks in every account."
      StandardOutput.say("No account of this queue matches \"\(search)\".\(wider)")
    }
    let ranked = rows.enumerated().map { (rank: $0.offset + 1, row: $0.element) }
    try QueueListing(rows: ranked, policy: book.policy, today: day).write(as: options.format)
  }

  /// The rows and the view that they are of.
  private func storedRows(of book: OpenBook) throws -> (rows: [WorklistRow], view: WorklistView) {
    let query = try storedQuery(of: book)
    return (try book.ledger.worklist(query, range: 0..<(limit ?? .max)).rows, query.view)
  }

  /// What is asked of the stored queue. Whoever has a queue without a row gets everyone's, as in the workbench.
  private func storedQuery(of book: OpenBook) throws -> WorklistQuery {
    try book.begin()
    try book.tellAge()
    var query = WorklistQuery(view: view, collector: options.collector, order: order, today: book.today)
    if view == .mine, try book.ledger.worklist(query, range: 0..<1).total == 0 { query.view = .everyone }
    query.text = search
    return query
  }

  /// The same, derived from books and journal without a write, so that looking back changes nothing.
  private func derivedRows(
    of book: OpenBook, asOf day: CalendarDay
  ) throws -> (rows: [WorklistRow], view: WorklistView) {
    var keyed: [(row: WorklistRow, key: [Int64])] = []
    let collected = view == .mine ? .everyone : view
    try book.ledger.forEachAccount { file in
      let summary = try AccountSummary(of: file, policy: book.policy, asOf: day)
      let row = WorklistRow(
        id: file.customer.id, number: file.customer.number, name: file.customer.name,
        collector: file.customer.collector, summary: summary)
      if collected.lists(row, for: options.collector) {
        keyed.append((row, try key(of: summary, book.policy)))
      }
      return true
    }
    keyed.sort {
      $0.key == $1.key ? $0.row.number < $1.row.number : $0.key.lexicographicallyPrecedes($1.key)
    }
    let rows = keyed.map(\.row)
    let own = rows.filter { view.lists($0, for: options.collector) }
    return own.isEmpty
      ? (Array(rows.prefix(limit ?? .max)), collected) : (Array(own.prefix(limit ?? .max)), view)
  }

  /// Promises are listed by their day, as in the stored queue, all else by lanes.
  private func key(of summary: AccountSummary, _ policy: Policy) throws -> [Int64] {
    let key = try summary.sortKey(policy)
    guard view == .promisesDue else { return key }
    return [summary.promise.map { Int64($0.day.number) } ?? .max] + key.suffix(2)
  }
}

extension WorklistView: ExpressibleByArgument {}

extension WorklistOrder: ExpressibleByArgument {}
