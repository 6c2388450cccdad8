public import Receivables
import SQLEngine

/// Where the rows of an import are handed in, file by file: each finds its account, an old or a new one.
public final class IncomingRows {
  /// An account that rows were found for.
  struct Place {
    let id: Int64
    /// As the first row spells it; the key by which it is found for one that the book has.
    let number: String
    /// The line of the first row and its file, for refusals; 0 without any.
    var line: Int
    var file: Int
  }

  private let sort: RowSort
  private let connection: Connection
  private var places: [String: Int] = [:]
  /// In the order in which they came first, those of the book before them by row number.
  private(set) var accounts: [Place] = []
  /// Rows that were handed in.
  private(set) var count = 0
  /// New customers that look like another one, by file.
  private(set) var lookAlikes: [(file: Int, number: String, other: String, line: Int)] = []
  /// Numbers of accounts that are not in Latin capitals, by what they look like; nil before the first new account.
  private var oddLooks: [String: String]?
  /// Whether there are rows for each account of the book, by place.
  private var isListed: [Bool] = []
  private var last: (number: String, file: Int, place: Int)?
  /// Accounts of the book.
  let storedCount: Int
  /// The file that is read.
  var file = 0

  init(files: Int, directory: String, connection: Connection) throws {
    sort = RowSort(files: files, directory: directory)
    self.connection = connection
    let statement = try connection.statement("select id, number_key from account order by id")
    defer { statement.reset() }
    while try statement.step() {
      let key = statement.text(1)
      places[key] = accounts.count
      accounts.append(Place(id: statement.int64(0), number: key, line: 0, file: 0))
    }
    storedCount = accounts.count
    isListed = Array(repeating: false, count: storedCount)
  }

  /// Row numbers of the accounts of the book that there are rows for, ascending.
  var listedAccounts: [Int64] { zip(accounts, isListed).filter(\.1).map(\.0.id) }

  /// Hands in the next row of the file. Throws `LedgerError`.
  public func add(_ row: IncomingRow) throws {
    count += 1
    let place = try place(of: row)
    try sort.add(row, account: place, of: accounts[place].number, file: file)
  }

  private func place(of row: IncomingRow) throws -> Int {
    let number = row.customer.number
    if let last, last.number == number { return last.place }
    let key = DocumentKey(number)
    let place: Int
    if let known = places[key.text] {
      place = known
      if known < storedCount { isListed[known] = true }
      if accounts[known].line == 0 { (accounts[known].line, accounts[known].file) = (row.line, file) }
    } else {
      try look(at: number, key, row.line)
      place = accounts.count
      places[key.text] = place
      let id = (accounts.last?.id ?? 0) &+ 1
      accounts.append(Place(id: id, number: number, line: row.line, file: file))
    }
    last = (number, file, place)
    return place
  }

  /// Notes when a new account's number looks like that of another one. What is in Latin capitals looks like itself.
  private func look(at number: String, _ key: DocumentKey, _ line: Int) throws {
    if oddLooks == nil {
      oddLooks = [:]
      let stored = try connection.statement("select number from account order by id")
      defer { stored.reset() }
      while try stored.step() { remember(stored.text(0), DocumentKey(stored.text(0))) }
    }
    let other =
      oddLooks?[key.look] ?? (key.look == key.text ? nil : places[key.look].map { accounts[$0].number })
    if let other { lookAlikes.append((file, number, other, line)) }
    remember(number, key)
  }

  private func remember(_ number: String, _ key: DocumentKey) {
    if key.look != key.text, oddLooks?[key.look] == nil { oddLooks?[key.look] = number }
  }

  /// Where the files first name the account of a row number; nil where they do not.
  func firstLine(of account: Int64) -> (file: Int, line: Int)? {
    accounts.first { $0.id == account && $0.line > 0 }.map { ($0.file, $0.line) }
  }

  /// No more rows come. Throws `LedgerError`.
  func finish() throws(LedgerError) { try sort.finish() }

  /// The next account with its rows, by row number; nil after the last. Throws `LedgerError`.
  func next() throws(LedgerError) -> (account: Place, rows: [[IncomingRow]])? {
    guard let (place, rows) = try sort.next({ accounts[$0].number }) else { return nil }
    return (accounts[place], rows)
  }
}
