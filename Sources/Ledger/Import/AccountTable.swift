import SQLEngine

/// The rows of accounts in one table. Those of several accounts wait until they are inserted together: many rows in one
/// statement take half the time of one by one.
final class AccountTable<Row> {
  private static var many: Int { 32 }

  private let delete, insertOne: Statement
  /// Made when there are many.
  private lazy var insertMany = Result { try makeInsert(Self.many) }
  private let makeInsert: (Int) throws -> Statement
  /// Gives the columns of a row but the account.
  private let bind: (Row, inout Binding) throws -> Void
  private var waiting: [(account: Int64, row: Row)] = []

  /// The table of that name, in which `account` is the account's column and `columns` are the others; `clause` ends the
  /// statement that inserts.
  init(
    _ table: String, account: String = "account_id", _ columns: String, _ clause: String = "",
    on connection: Connection, bind: @escaping (Row, inout Binding) throws -> Void
  ) throws {
    let width = columns.split(separator: ",").count + 1
    makeInsert = { count in
      let rows = (0..<count).map { row in
        "(" + (1...width).map { "$\(row * width + $0)" }.joined(separator: ", ") + ")"
      }
      return try connection.statement(
        "insert into \(table) (\(account), \(columns)) values \(rows.joined(separator: ", ")) \(clause)")
    }
    delete = try connection.statement("delete from \(table) where \(account) = $1")
    insertOne = try makeInsert(1)
    self.bind = bind
  }

  /// Deletes the rows of an account, none of which waits. Throws `SQLError`.
  func clear(_ account: Int64) throws {
    try delete.bind(account, at: 1)
    try delete.run()
  }

  /// Adds rows of an account, now or later. Throws `SQLError`.
  func write(_ rows: [Row], of account: Int64) throws {
    for row in rows { try write(row, of: account) }
  }

  /// Adds a row of an account, now or later. Throws `SQLError`.
  func write(_ row: Row, of account: Int64) throws {
    waiting.append((account, row))
    guard waiting.count == Self.many else { return }
    try run(try insertMany.get(), waiting[...])
    waiting.removeAll(keepingCapacity: true)
  }

  /// Adds the rows that wait. Throws `SQLError`.
  func finish() throws {
    for place in waiting.indices { try run(insertOne, waiting[place...place]) }
    waiting.removeAll()
  }

  private func run(_ insert: Statement, _ rows: ArraySlice<(account: Int64, row: Row)>) throws {
    var binding = Binding(insert)
    for (account, row) in rows {
      try binding.add(account)
      try bind(row, &binding)
    }
    try binding.run()
  }
}
