import Receivables

/// What has to be done to the books of an account to have them again as they were before an import: what the import
/// changed or took away, as it was, and what it put there. Of most accounts that is a few lines, which cost next to
/// nothing beside the import itself.
struct BooksBefore: Hashable {
  /// Nil where nothing of the customer is different; likewise the others.
  var customer: Customer?
  var contacts: [Contact]?
  var invoices = RowsBefore<Invoice>()
  var credits = RowsBefore<Credit>()
  var applications = RowsBefore<Application>()

  /// Nothing is different.
  init() {}

  /// What leads back from `after`, both with their rows in the order of `putInOrder`.
  init(_ before: AccountFile, after: AccountFile) {
    if before.customer != after.customer { customer = before.customer }
    if before.contacts != after.contacts { contacts = before.contacts }
    invoices = RowsBefore(before.invoices, after: after.invoices) { ($0.due, $0.id) < ($1.due, $1.id) }
    credits = RowsBefore(before.credits, after: after.credits) { ($0.dated, $0.id) < ($1.dated, $1.id) }
    applications = RowsBefore(before.applications, after: after.applications) {
      ($0.dated, $0.id) < ($1.dated, $1.id)
    }
  }

  /// The account with its books as they were; what was recorded about it stays.
  func restored(_ file: AccountFile) -> AccountFile {
    var before = file
    if let customer { before.customer = customer }
    if let contacts { before.contacts = contacts }
    before.invoices = invoices.restored(file.invoices)
    before.credits = credits.restored(file.credits)
    before.applications = applications.restored(file.applications)
    before.putInOrder()
    return before
  }
}

/// A row of the books, by its number within the account.
protocol NumberedRow: Hashable {
  var row: Int64 { get }
}

extension Invoice: NumberedRow { var row: Int64 { id.rawValue } }
extension Credit: NumberedRow { var row: Int64 { id.rawValue } }
extension Application: NumberedRow { var row: Int64 { id } }

/// What leads back to the rows of one kind.
struct RowsBefore<Row: NumberedRow>: Hashable {
  /// Rows as they were that are another now, or are not there any more.
  var old: [Row] = []
  /// Numbers of rows that were not there. An import counts on, so that they mostly follow one another.
  var added: [ClosedRange<Int64>] = []

  init() {}

  /// Both in the order of `precedes`; a row that has moved in it is old in one place and added in the other.
  init(_ before: [Row], after: [Row], by precedes: (Row, Row) -> Bool) {
    var (was, now) = (before[...], after[...])
    while let first = was.first, let other = now.first {
      if precedes(first, other) {
        old.append(first)
        was.removeFirst()
      } else if precedes(other, first) {
        add(other.row)
        now.removeFirst()
      } else {
        if first != other { old.append(first) }
        was.removeFirst()
        now.removeFirst()
      }
    }
    old += was
    for row in now { add(row.row) }
  }

  private mutating func add(_ number: Int64) {
    if let last = added.last, last.upperBound &+ 1 == number {
      added[added.count - 1] = last.lowerBound...number
    } else {
      added.append(number...number)
    }
  }

  func restored(_ rows: [Row]) -> [Row] {
    guard !old.isEmpty || !added.isEmpty else { return rows }
    let gone = Set(old.map(\.row))
    return rows.filter { row in !gone.contains(row.row) && !added.contains { $0.contains(row.row) } } + old
  }
}
