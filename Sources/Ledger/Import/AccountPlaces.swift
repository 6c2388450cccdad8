import Receivables
import SQLEngine

/// Which account a row of an import is about: found by the number that the file tells, by its spelling where zeros before it
/// tell customers apart, or by a name however it is spelled.
struct AccountPlaces {
  /// An account that rows were found for.
  struct Place {
    let id: Int64
    /// As the first row spells it; the key by which it is found for one that the book has.
    let number: String
    /// What it is found by.
    let key: String
    /// The line of the first row and its file, for refusals; 0 without any.
    var line: Int
    var file: Int
  }

  /// Something that a person should know of a number: the file, the number, the other one and the line.
  typealias Remark = (file: Int, number: String, other: String, line: Int)

  private let connection: Connection
  /// In the order in which they came first, those of the book before them by row number.
  private(set) var accounts: [Place] = []
  private var places: [String: Int] = [:]
  /// New customers that look like another one.
  private(set) var lookAlikes: [Remark] = []
  /// Names that are spelled in another way than before.
  private(set) var spellings: [Remark] = []
  /// Numbers of accounts that are not in Latin capitals, by what they look like; nil before the first new account.
  private var oddLooks: [String: String]?
  /// Accounts by the keys of names; nil before the first that is not found as it is spelled.
  private var names: [String: Int]?
  /// Whether any account is found by its spelling only.
  private var hasSpellings = false
  /// Accounts of the book.
  let storedCount: Int

  init(of connection: Connection) throws {
    self.connection = connection
    let statement = try connection.statement("select id, number_key from account order by id")
    defer { statement.reset() }
    while try statement.step() {
      let key = statement.text(1)
      places[key] = accounts.count
      if key.utf8.first == 0x3D { hasSpellings = true }
      accounts.append(Place(id: statement.int64(0), number: key, key: key, line: 0, file: 0))
    }
    storedCount = accounts.count
  }

  /// The place of the customer, who is named on that line of a file. Throws `SQLError`.
  mutating func place(of customer: IncomingCustomer, line: Int, file: Int) throws -> Int {
    let key = DocumentKey(customer.number)
    if let known = try known(customer, key, line, file) {
      if accounts[known].line == 0 { (accounts[known].line, accounts[known].file) = (line, file) }
      return known
    }
    try look(at: customer.number, key, line, file)
    let place = accounts.count
    let isTaken = places[key.text] != nil
    let unique = isTaken ? NumberKeys.spelled(customer.number) : key.text
    if isTaken { hasSpellings = true }
    places[unique] = place
    let id = (accounts.last?.id ?? 0) &+ 1
    accounts.append(Place(id: id, number: customer.number, key: unique, line: line, file: file))
    if customer.identity == .name { names?[NameKey(customer.number).text] = place }
    return place
  }

  private mutating func known(
    _ customer: IncomingCustomer, _ key: DocumentKey, _ line: Int, _ file: Int
  ) throws -> Int? {
    if hasSpellings, let place = places[NumberKeys.spelled(customer.number)] { return place }
    guard let place = places[key.text] else {
      return customer.identity == .name ? try named(customer.number, key, line, file) : nil
    }
    guard customer.identity == .spelling else { return place }
    return try spelling(of: place) == customer.number ? place : nil
  }

  /// The account of that name in another spelling. What was found once is found as it is spelled then.
  private mutating func named(
    _ name: String, _ key: DocumentKey, _ line: Int, _ file: Int
  ) throws -> Int? {
    if names == nil {
      names = [:]
      for (place, account) in accounts.enumerated() where names?[NameKey(account.number).text] == nil {
        names?[NameKey(account.number).text] = place
      }
    }
    guard let place = names?[NameKey(name).text] else { return nil }
    places[key.text] = place
    spellings.append((file, name, try spelling(of: place), line))
    return place
  }

  /// The number as the book or the first row spells it.
  private func spelling(of place: Int) throws -> String {
    guard place < storedCount else { return accounts[place].number }
    let stored = try connection.first("select number from account where id = $1", accounts[place].id) {
      $0.text(0)
    }
    return stored ?? accounts[place].number
  }

  /// Notes when a new account's number looks like that of another one. What is in Latin capitals looks like itself.
  private mutating func look(at number: String, _ key: DocumentKey, _ line: Int, _ file: Int) throws {
    if oddLooks == nil {
      oddLooks = [:]
      let stored = try connection.statement("select number from account order by id")
      defer { stored.reset() }
      while try stored.step() { remember(stored.text(0), DocumentKey(stored.text(0))) }
    }
    let other =
      oddLooks?[key.look] ?? (key.look == key.text ? nil : places[key.look].map { accounts[$0].number })
    if let other, other != number { lookAlikes.append((file, number, other, line)) }
    remember(number, key)
  }

  private mutating func remember(_ number: String, _ key: DocumentKey) {
    if key.look != key.text, oddLooks?[key.look] == nil { oddLooks?[key.look] = number }
  }
}
