/// What a `$1` parameter may hold. Integers are always 64 bits wide; there is no floating point.
public protocol SQLValue {
  /// Puts the value in place of `$number`. Throws `SQLError` when it is too large.
  func bind(to statement: Statement, at number: Int) throws(SQLError)
}

extension Int64: SQLValue {
  /// A 64-bit integer.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(self, at: number)
  }
}

extension Int: SQLValue {
  /// A 64-bit integer.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(Int64(self), at: number)
  }
}

extension String: SQLValue {
  /// UTF-8 text.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(self, at: number)
  }
}

extension [UInt8]: SQLValue {
  /// Raw bytes.
  public func bind(to statement: Statement, at number: Int) throws(SQLError) {
    try statement.bind(self, at: number)
  }
}
