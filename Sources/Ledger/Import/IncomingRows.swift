public import Receivables
import SQLEngine

/// Where the rows of an import are handed in, file by file: each finds its account, an old or a new one.
public final class IncomingRows {
  private let sort: RowSort
  private var places: AccountPlaces
  /// Rows that were handed in.
  private(set) var count = 0
  /// Whether there are rows for each account of the book, by place.
  private var isListed: [Bool] = []
  private var last: (number: String, identity: IncomingCustomer.Identity, file: Int, place: Int)?
  /// The file that is read.
  var file = 0

  init(files: Int, directory: String, connection: Connection) throws {
    sort = RowSort(files: files, directory: directory)
    places = try AccountPlaces(of: connection)
    isListed = Array(repeating: false, count: places.storedCount)
  }

  /// In the order in which they came first, those of the book before them by row number.
  var accounts: [AccountPlaces.Place] { places.accounts }

  /// Accounts of the book.
  var storedCount: Int { places.storedCount }

  /// New customers that look like another one.
  var lookAlikes: [AccountPlaces.Remark] { places.lookAlikes }

  /// Names that are spelled in another way than before.
  var spellings: [AccountPlaces.Remark] { places.spellings }

  /// Row numbers of the accounts of the book that there are rows for, ascending.
  var listedAccounts: [Int64] { zip(accounts, isListed).filter(\.1).map(\.0.id) }

  /// Hands in the next row of the file. Throws `LedgerError`.
  public func add(_ row: IncomingRow) throws {
    count += 1
    let place = try place(of: row)
    try sort.add(row, account: place, of: places.accounts[place].number, file: file)
  }

  private func place(of row: IncomingRow) throws -> Int {
    let customer = row.customer
    if let last, last.number == customer.number, last.identity == customer.identity, last.file == file {
      return last.place
    }
    let place = try places.place(of: customer, line: row.line, file: file)
    if place < storedCount { isListed[place] = true }
    last = (customer.number, customer.identity, file, place)
    return place
  }

  /// Where the files first name the account of a row number; nil where they do not.
  func firstLine(of account: Int64) -> (file: Int, line: Int)? {
    accounts.first { $0.id == account && $0.line > 0 }.map { ($0.file, $0.line) }
  }

  /// No more rows come. Throws `LedgerError`.
  func finish() throws(LedgerError) { try sort.finish() }

  /// The next account with its rows, by row number; nil after the last. Throws `LedgerError`.
  func next() throws(LedgerError) -> (account: AccountPlaces.Place, rows: [[IncomingRow]])? {
    guard let (place, rows) = try sort.next({ accounts[$0].number }) else { return nil }
    return (accounts[place], rows)
  }
}
