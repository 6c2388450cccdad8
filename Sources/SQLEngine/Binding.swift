/// Binds the parameters of a statement that is run again and again, one after the other, from `$1` on.
///
/// ```swift
/// var row = Binding(insert)
/// try row.add(7)
/// try row.add("USD")
/// try row.run()
/// ```
public struct Binding {
  private let statement: Statement
  private var number = 0

  /// Begins with `$1`.
  public init(_ statement: Statement) {
    self.statement = statement
    statement.beginRow()
  }

  /// The next parameter. Throws `SQLError`.
  public mutating func add(_ value: Int64) throws(SQLError) {
    number += 1
    try statement.bind(value, at: number)
  }

  /// The next parameter. Throws `SQLError`.
  public mutating func add(_ value: Int) throws(SQLError) { try add(Int64(value)) }

  /// The next parameter; NULL for nil. Throws `SQLError`.
  public mutating func add(_ value: Int64?) throws(SQLError) {
    if let value { try add(value as Int64) } else { try addNull() }
  }

  /// The next parameter. Throws `SQLError`.
  public mutating func add(_ value: String) throws(SQLError) {
    number += 1
    try statement.bind(inRow: value, at: number)
  }

  /// The next parameter; NULL for nil. Throws `SQLError`.
  public mutating func add(_ value: String?) throws(SQLError) {
    if let value { try add(value as String) } else { try addNull() }
  }

  /// The next parameter. Throws `SQLError`.
  public mutating func add(_ value: [UInt8]) throws(SQLError) {
    number += 1
    try statement.bind(value, at: number)
  }

  private mutating func addNull() throws(SQLError) {
    number += 1
    try statement.bindNull(at: number)
  }

  /// Runs the statement to its end. Throws `SQLError`.
  public func run() throws(SQLError) { try statement.run() }
}
