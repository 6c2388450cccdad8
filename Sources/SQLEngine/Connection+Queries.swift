extension Connection {
  /// Runs a statement that gives no rows, with `values` for `$1`, `$2` …. Throws `SQLError`.
  public func run(_ sql: String, _ values: (any SQLValue)?...) throws(SQLError) {
    try run(sql, values: values)
  }

  /// The same with the values in an array. Throws `SQLError`.
  public func run(_ sql: String, values: [(any SQLValue)?]) throws(SQLError) {
    let statement = try statement(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// The first row as `read` makes it, or nil without any. Throws `SQLError` and what `read` throws.
  ///
  /// `try connection.first("select name from account where id = $1", 7) { $0.text(0) }`.
  public func first<Result>(
    _ sql: String, _ values: (any SQLValue)?..., read: (Statement) throws -> Result
  ) throws -> Result? {
    let statement = try statement(sql)
    try statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? try read(statement) : nil
  }

  /// Every row as `read` makes it, in order. Throws `SQLError` and what `read` throws.
  public func all<Result>(
    _ sql: String, _ values: (any SQLValue)?..., read: (Statement) throws -> Result
  ) throws -> [Result] {
    try all(sql, values: values, read: read)
  }

  /// The same with the values in an array. Throws `SQLError` and what `read` throws.
  public func all<Result>(
    _ sql: String, values: [(any SQLValue)?], read: (Statement) throws -> Result
  ) throws -> [Result] {
    let statement = try statement(sql)
    try statement.bind(values)
    defer { statement.reset() }
    var result: [Result] = []
    while try statement.step() { result.append(try read(statement)) }
    return result
  }
}
