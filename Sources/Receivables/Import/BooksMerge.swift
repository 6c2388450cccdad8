/// Takes the rows of one file into the books, one account after the other, and counts what that changes. What is there
/// already is compared and left alone; what contradicts the file or the book is noted and refuses the file in the end.
public struct BooksMerge {
  /// How the file is taken.
  public struct Terms {
    /// The day as of which it lists everything that is open; nil when it is no snapshot and closes nothing.
    public var snapshot: CalendarDay?
    /// The business date, on which takes effect what the file gives no date for.
    public var day: CalendarDay
    /// The headings of its columns, to be named in refusals.
    public var headings: [IncomingPart: String]
    /// How the rows of one document are joined; nil when each row is a document of its own.
    public var joining: RowJoining?
    /// Whether it is a list of customers, whose word on them counts more than that of invoices.
    public var listsCustomers = false
    /// Whether the differences are to be told one by one.
    public var tellsDifferences: Bool

    /// Of a file.
    public init(
      snapshot: CalendarDay? = nil, day: CalendarDay, headings: [IncomingPart: String] = [:],
      joining: RowJoining? = nil, tellsDifferences: Bool = false
    ) {
      self.snapshot = snapshot
      self.day = day
      self.headings = headings
      self.joining = joining
      self.tellsDifferences = tellsDifferences
    }

    /// The day on which takes effect what the file gives no date for.
    var effective: CalendarDay { snapshot ?? day }
  }

  let terms: Terms
  /// What was counted so far.
  public internal(set) var result = ImportResult()
  /// Customers of the book that the file calls by another name, the first of them.
  var renamed = (count: 0, examples: [ImportDifference]())
  /// Invoices of the book that were open on the day of the snapshot.
  var openCount = 0
  /// Which invoices of the account at work have another number in the file; nil before somebody asked.
  var pairs: [String: Int]?
  /// What the file says of the account at work.
  private(set) var rows: [IncomingRow] = []
  private var refusals = RefusalList()
  private var rowCount = 0

  /// Takes a file on those terms.
  public init(_ terms: Terms) { self.terms = terms }

  /// Takes what the file says of one account, in the order of its lines; no rows where it says nothing. A snapshot asks
  /// for every account that it does not list, too. The same rows change nothing the second time.
  public mutating func merge(_ rows: [IncomingRow], into account: inout AccountAtWork) {
    guard !rows.isEmpty || terms.snapshot != nil else { return }
    account.beginFile(rows.first?.document?.kind, rows: rows.count)
    rowCount += rows.count
    pairs = nil
    // Most files cancel nothing, and no list is made anew for them.
    let isAnyCancelled = rows.contains { $0.document?.isCancelled ?? false }
    let all = rows
    let rows = isAnyCancelled ? all.filter { !($0.document?.isCancelled ?? false) } : all
    // What failed and came on another line is there.
    let live = Set(isAnyCancelled ? rows.compactMap { $0.document.map(Self.name) } : [])
    let cancelled =
      isAnyCancelled
      ? all.filter { row in row.document.map { $0.isCancelled && !live.contains(Self.name($0)) } ?? false }
      : []
    self.rows = terms.snapshot == nil ? [] : rows
    for row in cancelled { cancel(row, of: &account) }
    if !rows.isEmpty {
      var voices = CustomerVoices(line: rows[0].line)
      for row in joined(rows) {
        voices.hear(row.customer)
        take(row, into: &account)
      }
      settleCustomer(voices, of: &account)
    }
    if let day = terms.snapshot {
      do throws(MoneyError) {
        try closeUnlisted(on: day, in: &account)
      } catch {
        refuseAmounts(of: account.customer, line: rows.first?.line)
      }
    }
    // A snapshot that does not list it leaves a new account to the file that does.
    if !rows.isEmpty { account.isNew = false }
  }

  private static func name(_ document: IncomingDocument) -> String {
    "\(document.kind.rawValue) \(DocumentKey(document.number).text)"
  }

  private mutating func take(_ row: IncomingRow, into account: inout AccountAtWork) {
    guard let document = row.document else { return }
    refusingOverflow(of: document, row.line) { (merge) throws(MoneyError) in
      switch document.kind {
      case .invoice: try merge.take(invoice: document, into: &account, line: row.line)
      case .creditNote:
        try merge.take(.creditNote, document, row.applications, into: &account, line: row.line)
      case .payment: try merge.take(.payment, document, row.applications, into: &account, line: row.line)
      }
    }
  }

  mutating func refusingOverflow(
    of document: IncomingDocument, _ line: Int, _ body: (inout BooksMerge) throws(MoneyError) -> Void
  ) {
    do throws(MoneyError) {
      try body(&self)
    } catch {
      refuse(
        line, .amount,
        "With this line the amounts of \(document.number) are larger than can be kept exactly. Correct the export."
      )
    }
  }

  /// Those of one document joined.
  private mutating func joined(_ rows: [IncomingRow]) -> [IncomingRow] {
    guard let joining = terms.joining else { return rows }
    var joined = JoinedRows(joining, headings: terms.headings, room: rows.count)
    for row in rows {
      do throws(Refusal) { try joined.add(row) } catch { refusals.add(error) }
    }
    for line in joined.repeated { result.notes.repeated.add(line: line) }
    return joined.rows
  }
}

// MARK: What comes of it

extension BooksMerge {
  /// Throws `ImportError` when lines contradict each other or the book, or when the file changes more than `policy` lets
  /// pass unless somebody agreed to it.
  public func check(_ policy: Policy, _ agreed: ImportAgreement) throws(ImportError) {
    guard refusals.all.isEmpty else { throw .refused(refusals.all) }
    guard !agreed.all else { return }
    let closing = result.invoices.closed
    if terms.snapshot != nil {
      guard rowCount > 0 || closing == 0 || agreed.emptiness else { throw .listsNothing(closing: closing) }
      guard closing * 100 <= openCount * policy.snapshotShrinkPercent || agreed.shrinking else {
        throw .shrinks(closing: closing, of: openCount)
      }
    }
    guard renamed.count <= policy.renameLimit || agreed.renaming else {
      throw .renames(renamed.count, examples: renamed.examples)
    }
  }

  /// Whether the file is refused already, so that nothing of it has to be written.
  public var isRefused: Bool { !refusals.all.isEmpty }

  /// Refuses the file because the amounts of a customer whom it names on `line` cannot be added up.
  public mutating func refuseAmounts(of customer: Customer, line: Int?) {
    refusals.add(
      Refusal(
        line: line, column: terms.headings[.amount],
        reason: "The amounts of customer \(customer.number) together are larger than can be kept exactly. "
          + "Correct the export."))
  }

  mutating func refuse(_ line: Int, _ part: IncomingPart, _ reason: String) {
    refusals.add(Refusal(line: line, column: terms.headings[part], reason: reason))
  }

  /// A document is known by its currency too: no import gives it another one.
  mutating func refuse(
    _ line: Int, _ subject: String, currency: Currency, stored: Currency, isListed: Bool
  ) {
    let place = isListed ? "earlier in the file" : "in the book"
    let way =
      terms.headings[.currency] == nil
      ? "Say with --currency which one is meant." : "Correct the export."
    refuse(line, .currency, "\(subject) is in \(currency) here, but in \(stored) \(place). \(way)")
  }

  /// Keeps a difference for whoever wants to see it. The text is made only then.
  mutating func note(
    _ kind: ImportDifference.Kind, line: Int?, _ subject: @autoclosure () -> String,
    _ detail: @autoclosure () -> String
  ) {
    guard terms.tellsDifferences else { return }
    guard result.differences.count < 200 else {
      result.moreDifferences += 1
      return
    }
    result.differences.append(
      ImportDifference(kind: kind, line: line, subject: subject(), detail: detail()))
  }
}

/// The refusals of a file with the least lines, at most a hundred.
struct RefusalList {
  private static let limit = 100

  private(set) var all: [Refusal] = []

  mutating func add(_ refusal: Refusal) {
    let line = refusal.line ?? 0
    if all.count == Self.limit {
      guard let last = all.last, line < last.line ?? 0 else { return }
      all.removeLast()
    }
    let place = all.lastIndex { ($0.line ?? 0) <= line }.map { $0 + 1 } ?? 0
    all.insert(refusal, at: place)
  }
}
