import SQLEngine

/// The rows of one account in one table of the books.
struct AccountTable {
  private let delete: Statement
  /// Statements that insert so many rows, the largest first: several rows in one take half the time of one by one.
  private let inserts: [(count: Int, statement: Statement)]

  init(_ table: String, _ columns: String, on connection: Connection) throws {
    let width = columns.split(separator: ",").count
    delete = try connection.statement("delete from \(table) where account_id = $1")
    inserts = try [8, 4, 2, 1].map { count in
      let rows = (0..<count).map { row in
        "($1, " + (0..<width).map { "$\(2 + row * width + $0)" }.joined(separator: ", ") + ")"
      }
      let sql = "insert into \(table) (account_id, \(columns)) values \(rows.joined(separator: ", "))"
      return (count, try connection.statement(sql))
    }
  }

  func clear(_ account: Int64) throws {
    try delete.bind(account, at: 1)
    try delete.run()
  }

  /// Adds rows of an account; `bind` gives the columns of each but the account.
  func write<Row>(_ rows: [Row], of account: Int64, bind: (Row, inout Binding) throws -> Void) throws {
    var next = 0
    for (count, insert) in inserts {
      while rows.count - next >= count {
        var binding = Binding(insert)
        try binding.add(account)
        for row in rows[next..<(next + count)] { try bind(row, &binding) }
        try binding.run()
        next += count
      }
    }
  }
}
